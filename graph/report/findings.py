"""What is wrong with RDF: which shape, property and resource, and why, in words a person can act on."""

from dataclasses import dataclass
from typing import Any, cast

import pyshacl
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from ..errors import InputError
from ..ontology import CC
from ..subgraph import Subgraph
from ..validate import require_identity, require_verbatim, shapes

SHAPES = "https://w3id.org/counterclaim/shapes#"
_WORDS = {
    "MinCount": ("is missing", ""),
    "QualifiedMinCount": ("is missing", ""),
    "MaxCount": ("has more than one value", ""),
    "Closed": ("is no property of such a node", ""),
    "Datatype": ("must be of {}", "datatype"),
    "Class": ("must lead to a {}", "class"),
    "Pattern": ("must match {}", "pattern"),
    "Or": ("satisfies none of the forms that it may have", ""),
}
"""What a constraint says when it is broken, and of which parameter of it."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. `line` is where it stands in the file, None where that is not known."""

    shape: str
    property: str
    focus: str
    value: str
    message: str
    line: int | None = None


@dataclass(frozen=True)
class Place:
    """Where to look for a finding: the resource, the property, the value, as far as they are known."""

    focus: Node | None
    path: Node | None = None
    value: Node | None = None


def of_shapes(data: Graph) -> list[tuple[Finding, Place]]:
    """Return what breaks the shapes, in no order, each with where it would stand."""
    result = cast(tuple[Any, ...], pyshacl.validate(data, shacl_graph=shapes(), inference="none"))
    report = cast(Graph, result[1])
    return [_finding(report, each) for each in set(report.objects(None, SH.result))]


def _finding(report: Graph, result: Node) -> tuple[Finding, Place]:
    focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    source = report.value(result, SH.sourceShape)
    component = report.value(result, SH.sourceConstraintComponent)
    value = None if path is None else value  # Of a whole node the validator gives the node.
    finding = Finding(
        _shape(source), _short(path), _short(focus), "" if value is None else _short(value),
        _message(report, result, source, component),
    )  # fmt: skip
    return finding, Place(focus, path, value)


def _shape(source: Node | None) -> str:
    """Return the name of the shape that a constraint belongs to."""
    while source is not None and not isinstance(source, URIRef):
        source = next(shapes().subjects(SH.property, source), None)
    return f"shape:{str(source).removeprefix(SHAPES)}" if source is not None else "shape"


def _message(report: Graph, result: Node, source: Node | None, component: Node | None) -> str:
    """Return why, in the words of the shape if it has any, else in ours, else in those of the validator."""
    said = shapes().value(source, SH.message)
    if said is not None:
        return str(said)
    words = _WORDS.get(str(component).removeprefix(str(SH)).removesuffix("ConstraintComponent"))
    if words is None:
        return " ".join(str(report.value(result, SH.resultMessage)).split())[:200]
    told, of = words
    return told.format(_short(shapes().value(source, SH[of]))) if of else told


def _short(node: Node | None) -> str:
    if node is None:
        return ""
    for namespace, prefix in ((str(CC), "cc:"), (str(RDF), "rdf:"), (str(XSD), "xsd:")):
        if isinstance(node, URIRef) and str(node).startswith(namespace):
            return prefix + str(node).removeprefix(namespace)
    if isinstance(node, Literal):
        text = " ".join(str(node).split())
        return f'"{text if len(text) <= 60 else text[:59] + "…"}"'
    return str(node)


def of_words(subgraph: Subgraph, name: str) -> list[tuple[Finding, Place]]:
    """Return what is wrong with the quotes and ids of a document that satisfies the shapes."""
    found = list[tuple[Finding, Place]]()
    for shape, check in (("words", require_verbatim), ("ids", require_identity)):
        try:
            check(subgraph, name)
        except InputError as error:
            message = str(error).removeprefix(f"{name}: ")
            found.append((Finding(shape, "", f"document {subgraph.document.id}", "", message), Place(None)))
    return found
