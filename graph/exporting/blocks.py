"""Blocks: all that a file says of one subject, as plain data that every format writes in its own form.

A block is a subject and its predicates in order, each with its objects in order. Subjects are whole IRIs,
predicates are prefixed names (`cc:text`), an object is its text and what it is: IRI for an IRI, '' for a
string, else the local name of its datatype in XML Schema.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote

from ..errors import InputError
from ..facts import KIND, lexical, parsed
from ..ontology import load
from ..project import digest
from ..subgraph import Ref, Value

Object = tuple[str, str]
Block = tuple[str, list[tuple[str, list[Object]]]]

IRI = "@"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CC = "https://w3id.org/counterclaim/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
MENTION = "mention"
"""Path segment of the IRIs of reified edges."""

_WHEN = {4: "gYear", 7: "gYearMonth", 10: "date"}
_PLAIN = re.compile(r"[A-Za-z0-9._:-]*")
_NO_BASE = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f]")


class Names:
    """The IRIs of nodes below one base; InputError for a base that cannot stand in a file."""

    def __init__(self, base: str) -> None:
        if _NO_BASE.search(base):
            raise InputError(f"{base!r} cannot be the base of IRIs")
        self.base = base
        self.segments = {key: node.segment for key, node in load().nodes.items() if key != "Revision"}
        self.prefixes = {
            "cc": CC,
            "rdf": RDF,
            "xsd": XSD,
            **{segment: f"{base}{segment}/" for segment in {*self.segments.values(), MENTION}},
        }
        self.iri = lru_cache(1 << 16)(self._iri)

    def _iri(self, key: str, id_: str) -> str:
        """Return the IRI of a node by the label that carries its key, and its id."""
        return self.within(self.segments[key], id_)

    def within(self, segment: str, id_: str) -> str:
        """Return the IRI below a path segment."""
        return f"{self.base}{segment}/{id_ if _PLAIN.fullmatch(id_) else quote(id_, safe=':')}"


@cache
def _datatypes() -> dict[str, str]:
    """Return the datatype of each property; '' for strings."""
    return {p.name: "" if p.datatype == "string" else p.datatype for p in load().properties.values()}


@cache
def types(label: str) -> list[Object]:
    """Return the classes of a node by its most specific label."""
    return sorted((f"{CC}{each}", IRI) for each in load().nodes[label].labels)


def objects(name: str, value: Value | list[str]) -> list[Object]:
    """Return the literals that a property's value is."""
    datatype = _datatypes()[name]
    if not datatype:
        if isinstance(value, str):
            return [(value, "")]
        return [(item, "") for item in sorted(set(value))] if isinstance(value, list | tuple) else []
    if isinstance(value, list | tuple):
        return sorted({each for item in value for each in objects(name, item)})
    text = lexical(value)
    return [(text, _WHEN.get(len(text), "dateTime") if datatype == "when" else datatype)]


def block(
    iri: str, label: str, id_: str, properties: Mapping[str, Any], edges: Iterable[tuple[str, str]]
) -> Block:
    """Return a node as a block, from its properties and its edges, each a name and the IRI it leads to."""
    found: dict[str, list[Object]] = {"cc:id": [(id_, "")]}
    for name, value in properties.items():
        if name != "id":
            found[f"cc:{name}"] = objects(name, value)
    for name, end in edges:
        known = found.setdefault(f"cc:{name}", [])
        known.append((end, IRI))
    for name, ends in found.items():
        if len(ends) > 1:
            found[name] = sorted(set(ends))
    return iri, [("rdf:type", types(label)), *sorted(found.items())]


def shared(names: Names, ref: Ref, statements: Iterable[Iterable[str]]) -> Block:
    """Return a shared node by the facts that documents state of it, those of the earliest published first.

    Lists are joined; of single values the first stands.
    """
    ontology, keys = load(), _keys()
    label, edges = ref[0], set[tuple[str, str]]()
    single, lists = dict[str, Value](), dict[str, list[str]]()
    for name, _, text in (fact.partition("=") for facts in statements for fact in facts):
        if name == KIND:
            label = text
        elif name in ontology.edges:
            segment, _, end = text.partition("/")
            edges.add((name, names.iri(keys[segment], end)))
        elif ontology.properties[name].multiple:
            lists.setdefault(name, []).append(text)
        elif name not in single:
            single[name] = parsed(name, text, ontology)
    return block(names.iri(*ref), label, ref[1], {**single, **lists}, edges)


@cache
def _keys() -> dict[str, str]:
    """Return the label that carries the key, by path segment."""
    return {node.segment: node.key for node in load().nodes.values()}


def mention(
    names: Names, document: Ref, end: Ref, spans: list[str] | None, states: list[str] | None
) -> Block:
    """Return the reified MENTIONS of a document: what it states of a shared node, and where it names it."""
    facts = [
        ("rdf:type", [(f"{RDF}Statement", IRI)]),
        ("cc:spans", [(item, "") for item in sorted(set(spans or ()))]),
        ("cc:states", [(item, "") for item in sorted(set(states or ()))]),
        ("rdf:object", [(names.iri(*end), IRI)]),
        ("rdf:predicate", [(f"{CC}mentions", IRI)]),
        ("rdf:subject", [(names.iri(*document), IRI)]),
    ]
    iri = names.within(MENTION, digest("mentions", *document, *end))
    return iri, [(name, found) for name, found in facts if found]
