"""The resources of an RDF graph as documents, nodes and edges."""

from functools import cached_property

from rdflib import RDF

from .errors import InputError
from .facts import parsed, restate
from .light import Index, Term, told
from .ontology import CC, load
from .subgraph import Edge, Node, Ref, Subgraph, Value

_TYPE, _STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = map(
    str, (RDF.type, RDF.Statement, RDF.subject, RDF.predicate, RDF.object)
)
_IN, _MENTIONS, _ID = str(CC["in"]), str(CC.mentions), str(CC.id)


class Resources:
    """Finds nodes and edges in RDF."""

    def __init__(self, data: Index) -> None:
        self.data = data
        self.known: dict[Term, tuple[str, str]] = {}
        self.ontology = load()
        self.names = {str(node.iri): node.name for node in self.ontology.nodes.values()}
        self.edges = [
            (edge.name, str(edge.iri))
            for edge in self.ontology.edges.values()
            if edge.name != "mentions" and not edge.derived
        ]
        self.paths = {name: str(kind.iri) for name, kind in self.ontology.properties.items()}

    @cached_property
    def within(self) -> dict[Term, list[Term]]:
        """What is in each document."""
        found: dict[Term, list[Term]] = {}
        for subject, held in self.data.of.items():
            for document in held.get(_IN, ()):
                found.setdefault(document, []).append(subject)
        return found

    @cached_property
    def reified(self) -> dict[tuple[Term | None, ...], Term]:
        """The resources that stand for edges, each by start, name and end."""
        value = self.data.value
        return {
            tuple(value(subject, path) for path in (_SUBJECT, _PREDICATE, _OBJECT)): subject
            for subject in self.data.members.get(_STATEMENT, ())
        }

    def document(self, subject: Term) -> Subgraph:
        """Return a document, its statements, and what it states of shared nodes."""
        subgraph = Subgraph()
        self._take(subgraph, subject)
        for statement in sorted(self.within.get(subject, ()), key=told):
            self._take(subgraph, statement)
        for shared in sorted(self.data.values(subject, _MENTIONS), key=told):
            self._take_shared(subgraph, subject, shared)
        return subgraph

    def _take(self, subgraph: Subgraph, subject: Term) -> None:
        """Add a node that belongs to the document, with its edges except MENTIONS."""
        node = self.node(subject)
        subgraph.add(node)
        for name, path in self.edges:
            for end in self.data.values(subject, path):
                subgraph.add(Edge(name, node.ref, self.ref(end)))

    def _take_shared(self, subgraph: Subgraph, document: Term, subject: Term) -> None:
        reified = self.reified.get((document, _MENTIONS, subject))
        start, end = self.ref(document), self.ref(subject)
        if reified is None:
            raise InputError(
                f"{told(subject)}: the file mentions it without an rdf:Statement that says what "
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
            raise InputError(f"{told(subject)}: cc:states holds what the ontology does not know: {states}")
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
        known = self.known.get(subject)
        if known is None:
            known = self.known[subject] = self._label_and_id(subject)
        return known

    def _label_and_id(self, subject: Term) -> tuple[str, str]:
        types = self.data.values(subject, _TYPE)
        labels = [self.names[t] for t in types if isinstance(t, str) and t in self.names]
        id_ = self.data.value(subject, _ID)
        if not labels or id_ is None:
            raise InputError(f"{told(subject)}: no type of the ontology, or no cc:id")
        return max(labels, key=lambda name: len(self.ontology.nodes[name].labels)), told(id_)

    def _properties(self, subject: Term, names: tuple[str, ...]) -> dict[str, Value]:
        found, held = dict[str, Value](), self.data.of.get(subject, {})
        for name in names:
            values = held.get(self.paths[name])
            if not values or name == "id":
                continue
            texts = sorted(map(told, values))
            multiple = self.ontology.properties[name].multiple
            found[name] = tuple(texts) if multiple else parsed(name, texts[0])
        return found
