"""A graph that remembers what was read of it, so that what was not can be told."""

from collections import Counter

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import split_uri
from rdflib.term import Node

Triple = tuple[Node, Node, Node]

PREFIXES = {
    "http://www.w3.org/ns/oa#": "oa",
    "http://www.w3.org/ns/prov#": "prov",
    "http://purl.org/spar/cito/": "cito",
    "http://schema.org/": "schema",
    "https://schema.org/": "schema",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://www.w3.org/ns/org#": "org",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2004/02/skos/core#": "skos",
    str(RDF): "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/2001/XMLSchema#": "xsd",
}


class Used:
    """An RDF graph, and the triples of it that were used."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._used = set[Triple]()

    def objects(self, subject: Node, *predicates: URIRef) -> list[Node]:
        """Return the objects of the first of these predicates that has any, in order, and use them."""
        for predicate in predicates:
            if found := sorted(self.graph.objects(subject, predicate), key=str):
                self._used |= {(subject, predicate, each) for each in found}
                return found
        return []

    def value(self, subject: Node, *predicates: URIRef) -> Node | None:
        """Return the first object of the first of these predicates that has any, and use it alone."""
        for predicate in predicates:
            if found := sorted(self.graph.objects(subject, predicate), key=str):
                self._used.add((subject, predicate, found[0]))
                return found[0]
        return None

    def text(self, subject: Node, *predicates: URIRef) -> str | None:
        """Return the first literal of the first of these predicates that has any, and use it."""
        for predicate in predicates:
            found = (each for each in self.graph.objects(subject, predicate) if isinstance(each, Literal))
            if literals := sorted(found, key=str):
                self._used.add((subject, predicate, literals[0]))
                return str(literals[0])
        return None

    def types(self, subject: Node) -> set[Node]:
        """Return the types of a resource, and use them."""
        return set(self.objects(subject, RDF.type))

    def unused(self) -> list[tuple[str, int]]:
        """Return patterns of the triples that were not used, with their number, the most frequent first."""
        rest = (triple for triple in self.graph if triple not in self._used)
        counted = Counter(self._pattern(*triple) for triple in rest)
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))

    def _pattern(self, subject: Node, predicate: Node, object_: Node) -> str:
        if predicate == RDF.type:
            return f"[] a {short(object_)}"
        end = _kind(object_) if isinstance(object_, Literal) else self._type(object_)
        return f"{self._type(subject)} {short(predicate)} {end}"

    def _type(self, node: Node) -> str:
        types = sorted(short(each) for each in self.graph.objects(node, RDF.type))
        return f"[a {', '.join(types)}]" if types else "[]"


def _kind(literal: Literal) -> str:
    return (
        f'"…"@{literal.language}'
        if literal.language
        else short(literal.datatype)
        if literal.datatype
        else '"…"'
    )


def short(node: Node | None) -> str:
    """Return an IRI with a well-known prefix, if it has one."""
    try:
        namespace, name = split_uri(str(node))
    except ValueError:
        return f"<{node}>"
    return f"{PREFIXES[namespace]}:{name}" if namespace in PREFIXES else f"<{node}>"
