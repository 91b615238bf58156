"""RDF as plain values: an IRI is its text, a blank node '_:label', a literal (text, datatype, language).

rdflib's terms hash and compare in Python: to index and check a file by them takes longer than to parse it.
Here no two terms are alike that differ in RDF: no IRI begins with '_'. A literal without datatype or
language has '' there.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node

Text = tuple[str, str, str]
"""A literal: its text, the IRI of its datatype, its language."""
Term = str | Text
Triple = tuple[str, str, Term]

_TYPE = str(RDF.type)


class Index:
    """Triples by subject and predicate, each once."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = dict.fromkeys(triples)
        self.of: dict[Term, dict[str, list[Term]]] = {}
        for subject, predicate, value in self.triples:
            self.of.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.members: dict[Term, list[Term]] = {}
        for subject, held in self.of.items():
            for class_ in held.get(_TYPE, ()):
                self.members.setdefault(class_, []).append(subject)

    def values(self, subject: Term, path: str) -> Sequence[Term]:
        """Return what a property of a resource leads to."""
        known = self.of.get(subject)
        return known.get(path, ()) if known is not None else ()

    def value(self, subject: Term, path: str) -> Term | None:
        """Return one value of a property, if there is any."""
        return next(iter(self.values(subject, path)), None)

    def objects(self, path: str) -> set[Term]:
        """Return all that a property leads to."""
        return {value for held in self.of.values() for value in held.get(path, ())}


def told(term: Term) -> str:
    """Return the text of a literal, or what a resource is named."""
    return term if isinstance(term, str) else term[0]


def light(term: Node) -> Term:
    """Return a term of rdflib as a plain value."""
    if isinstance(term, Literal):
        return str(term), str(term.datatype or ""), term.language or ""
    return f"_:{term}" if isinstance(term, BNode) else str(term)


@lru_cache(maxsize=4096)
def heavy(term: Term) -> Node:
    """Return a plain value as a term of rdflib."""
    if isinstance(term, str):
        return BNode(term[2:]) if term.startswith("_:") else URIRef(term)
    text, datatype, language = term
    if language:
        return Literal(text, lang=language)
    return Literal(text, datatype=URIRef(datatype), normalize=False) if datatype else Literal(text)


def triples_of(graph: Graph) -> Iterator[Triple]:
    """Yield the triples of a graph of rdflib as plain values."""
    for subject, predicate, value in graph:
        yield told(light(subject)), told(light(predicate)), light(value)


def graph_of(triples: Iterable[Triple]) -> Graph:
    """Return plain triples as a graph of rdflib, on which pySHACL can work."""
    graph = Graph()
    for subject, predicate, value in triples:
        graph.add((heavy(subject), heavy(predicate), heavy(value)))
    return graph
