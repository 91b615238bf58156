"""The resources of an RDF graph as documents, nodes and edges."""

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node as Term

from .errors import InputError
from .facts import parsed, restate
from .ontology import CC, load
from .subgraph import Edge, Node, Ref, Subgraph, Value

_TYPE, _STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = (
    RDF.type, RDF.Statement, RDF.subject, RDF.predicate, RDF.object,
)  # fmt: skip
_IN, _MENTIONS, _ID = CC["in"], CC.mentions, CC.id
"""Looked up once: rdflib works its terms out at each use."""


class Resources:
    """Finds nodes and edges in one RDF graph."""

    def __init__(self, graph: Graph) -> None:
        self.ontology = load()
        self.names = {node.iri: node.name for node in self.ontology.nodes.values()}
        self.edges = [
            edge for edge in self.ontology.edges.values() if edge.name != "mentions" and not edge.derived
        ]
        # Looked up many times: rdflib's own ways cost more than what they find.
        self.of: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, value in graph:
            self.of.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self.within: dict[Term, list[Term]] = {}
        self.reified: dict[tuple[Term | None, ...], Term] = {}
        for subject, held in self.of.items():
            for document in held.get(_IN, ()):
                self.within.setdefault(document, []).append(subject)
            if _STATEMENT in held.get(_TYPE, ()):
                key = tuple(self.value(subject, path) for path in (_SUBJECT, _PREDICATE, _OBJECT))
                self.reified[key] = subject

    def values(self, subject: Term, path: Term) -> list[Term]:
        """Return what a property of a resource leads to."""
        return self.of.get(subject, {}).get(path, [])

    def value(self, subject: Term, path: Term) -> Term | None:
        """Return one value of a property, if there is any."""
        return next(iter(self.values(subject, path)), None)

    def document(self, subject: Term) -> Subgraph:
        """Return a document, its statements, and what it states of shared nodes."""
        subgraph = Subgraph()
        self._take(subgraph, subject)
        for statement in sorted(self.within.get(subject, ()), key=str):
            self._take(subgraph, statement)
        for shared in sorted(self.values(subject, _MENTIONS), key=str):
            self._take_shared(subgraph, subject, shared)
        return subgraph

    def _take(self, subgraph: Subgraph, subject: Term) -> None:
        """Add a node that belongs to the document, with its edges except MENTIONS."""
        node = self.node(subject)
        subgraph.add(node)
        for edge in self.edges:
            for end in self.values(subject, edge.iri):
                subgraph.add(Edge(edge.name, node.ref, self.ref(end)))

    def _take_shared(self, subgraph: Subgraph, document: Term, subject: Term) -> None:
        reified = self.reified.get((document, _MENTIONS, subject))
        start, end = self.ref(document), self.ref(subject)
        if reified is None:
            raise InputError(
                f"{subject}: the file mentions it without an rdf:Statement that says what "
                "the document states of it (cc:states)"
            )
        properties = self._properties(reified, ("spans", "states"))
        states = properties.get("states", ())
        try:
            node, edges = restate(end, states if isinstance(states, tuple) else ())
            known = self.ontology.key(node.label) == end[0]
        except (KeyError, ValueError):
            known, node, edges = False, Node(*end), []
        if not known:
            raise InputError(f"{subject}: cc:states holds what the ontology does not know: {states}")
        for item in (node, *edges, Edge("mentions", start, end, properties)):
            subgraph.add(item)

    def node(self, subject: Term) -> Node:
        """Return the node that a resource stands for; InputError if its type or id is missing."""
        label, id_ = self._named(subject)
        return Node(label, id_, self._properties(subject, self.ontology.nodes[label].properties))

    def ref(self, subject: Term) -> Ref:
        """Return the key of the node that a resource stands for; InputError as for `node`."""
        label, id_ = self._named(subject)
        return self.ontology.key(label), id_

    def _named(self, subject: Term) -> tuple[str, str]:
        labels = [
            self.names[t] for t in self.values(subject, _TYPE) if isinstance(t, URIRef) and t in self.names
        ]
        id_ = self.value(subject, _ID)
        if not labels or id_ is None:
            raise InputError(f"{subject}: no type of the ontology, or no cc:id")
        return max(labels, key=lambda name: len(self.ontology.nodes[name].labels)), str(id_)

    def _properties(self, subject: Term, names: tuple[str, ...]) -> dict[str, Value]:
        found, held = dict[str, Value](), self.of.get(subject, {})
        for name in names:
            kind = self.ontology.properties[name]
            values = sorted(map(str, held.get(kind.iri, ())))
            if not values or name == "id":
                continue
            found[name] = tuple(values) if kind.multiple else parsed(name, values[0])
        return found
