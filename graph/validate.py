"""SHACL: whether RDF satisfies the ontology's shapes, told in words a person can act on."""

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, cast

import pyshacl
from rdflib import SH, Graph, URIRef
from rdflib.term import Node

from .errors import InputError, ShapeError
from .judgements import Judgement
from .light import Index, graph_of, triples_of
from .ontology import CC, source
from .project import claim_id, document_id
from .rdf import to_rdf, triples
from .shapes import Shapes
from .subgraph import Subgraph


class Violation(NamedTuple):
    """What breaks a shape: the resource, the property or '', and the reason."""

    focus: str
    path: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in self if part)


@cache
def shapes() -> Graph:
    """Return the ontology's shapes."""
    return Graph().parse(data=source("shapes.ttl"), format="turtle")


@cache
def _quick() -> Shapes:
    return Shapes(shapes())


def violations(data: Graph | Index) -> list[Violation]:
    """Return what breaks the shapes, sorted; an ontology is linted, data are validated."""
    index = data if isinstance(data, Index) else Index(triples_of(data))
    if _quick().surely_hold(index):
        return []
    return explained(data if isinstance(data, Graph) else graph_of(data.triples))


def explained(data: Graph) -> list[Violation]:
    """Return what breaks the shapes as pySHACL finds it, sorted."""
    result = cast(tuple[Any, ...], pyshacl.validate(data, shacl_graph=shapes(), inference="none"))
    report = cast(Graph, result[1])
    return sorted({_violation(report, r) for r in report.objects(None, SH.result)})


def _violation(report: Graph, result: Node) -> Violation:
    value, message = report.value(result, SH.value), report.value(result, SH.resultMessage)
    path = report.value(result, SH.resultPath)
    found = f" (found {_short(value)})" if value is not None else ""
    return Violation(_short(report.value(result, SH.focusNode)), _short(path), f"{message}{found}")


def _short(node: Node | None) -> str:
    text = "" if node is None else str(node)
    return text.removeprefix(str(CC)) if isinstance(node, URIRef) else repr(text) if text else ""


def require_valid(data: Graph | Index, name: str) -> None:
    """Raise ShapeError, naming the source and each violation, unless the data satisfy the shapes."""
    if found := violations(data):
        lines = [f"{name}: {violation}" for violation in found[:20]]
        more = [f"{name}: and {len(found) - 20} more"] if len(found) > 20 else []
        raise ShapeError("\n".join(lines + more))


def require_valid_subgraphs(
    subgraphs: Sequence[Subgraph], base: str, name: str, judgements: Sequence[Judgement] = ()
) -> None:
    """Raise ShapeError as `require_valid` does; a graph of triples is made only to explain what is wrong."""
    if not surely_valid(subgraphs, base, judgements):
        require_valid(to_rdf(subgraphs, base, judgements), name)


def surely_valid(subgraphs: Sequence[Subgraph], base: str, judgements: Sequence[Judgement] = ()) -> bool:
    """Return True only if the shapes hold for what documents state, together; False if that is not sure."""
    return _quick().surely_hold(Index(triples(subgraphs, base, judgements)))


def require_identity(subgraph: Subgraph, name: str) -> None:
    """Raise InputError unless the ids of document and claims are the hashes of their texts."""
    document = subgraph.document
    text = str(document.properties["text"])
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if (document.id, document.properties["sha256"]) != (document_id(text), sha256):
        raise InputError(f"{name}: document {document.id}: id or sha256 is not that of its text")
    for claim in subgraph.labelled("Claim"):
        if claim.id != claim_id(str(claim.properties.get("text", ""))):
            raise InputError(f"{name}: claim {claim.id}: the id is not that of its text")


def require_verbatim(subgraph: Subgraph, name: str) -> None:
    """Raise InputError unless every quote stands in the document's text where it says."""
    text = str(subgraph.document.properties["text"])
    for node in subgraph.labelled("Statement"):
        start, end = node.properties["start"], node.properties["end"]
        found = text[int(str(start)) : int(str(end))]
        if found != node.properties["exact"]:
            raise InputError(
                f"{name}: statement {node.id}: {node.properties['exact']!r} is not what the text "
                f"has at {start}-{end}: {found!r}"
            )
