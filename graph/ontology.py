"""The ontology as Python objects: what kinds of nodes, edges and properties the graph may hold."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

CC = Namespace("https://w3id.org/counterclaim/ontology#")


@dataclass(frozen=True)
class Property:
    """A property key with its datatype ('string', 'integer', 'decimal', 'boolean' or 'when')."""

    name: str
    datatype: str
    multiple: bool
    searchable: bool
    iri: URIRef
    definition: str


@dataclass(frozen=True)
class NodeType:
    """A class: its labels (the key's label first), its IRI segment and its properties."""

    name: str
    labels: tuple[str, ...]
    segment: str
    properties: tuple[str, ...]
    iri: URIRef
    definition: str

    @property
    def key(self) -> str:
        """The label that carries the uniqueness constraint."""
        return self.labels[0]


@dataclass(frozen=True)
class EdgeType:
    """An object property: its relationship type and the pairs of classes that it may join."""

    name: str
    type: str
    pairs: tuple[tuple[str, str], ...]
    properties: tuple[str, ...]
    derived: bool
    iri: URIRef
    definition: str


@dataclass(frozen=True)
class Ontology:
    """All kinds that the graph may hold, by name."""

    version: str
    nodes: dict[str, NodeType]
    edges: dict[str, EdgeType]
    properties: dict[str, Property]

    def key(self, label: str) -> str:
        """Return the label that carries the key of `label` ('Person' -> 'Actor')."""
        return self.nodes[label].key

    @property
    def shared(self) -> frozenset[str]:
        """Key labels of the nodes that several documents may state things of."""
        return frozenset(end for _, end in self.edges["mentions"].pairs)


def relationship_type(name: str) -> str:
    """Return a property's local name in UPPER_SNAKE ('spokenBy' -> 'SPOKEN_BY')."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def source(name: str) -> str:
    """Return the text of one of the ontology's files, such as 'shapes.ttl'."""
    return files("ontology").joinpath(name).read_text(encoding="utf-8")


@cache
def load() -> Ontology:
    """Return the ontology of this installation."""
    return parse(source("counterclaim.ttl"), source("shapes.ttl"))


def parse(ontology: str, shapes: str) -> Ontology:
    """Return the kinds that an ontology and its shapes, both Turtle, define."""
    graph = Graph().parse(data=ontology, format="turtle")
    pairs = _pairs(Graph().parse(data=shapes, format="turtle"))
    properties = [_property(graph, iri) for iri in _named(graph, OWL.DatatypeProperty)]
    nodes = [_node(graph, iri) for iri in _named(graph, OWL.Class)]
    edges = [_edge(graph, iri, pairs) for iri in _named(graph, OWL.ObjectProperty)]
    return Ontology(
        version=str(next(graph.objects(None, OWL.versionInfo))),
        nodes={node.name: node for node in nodes},
        edges={edge.name: edge for edge in edges},
        properties={item.name: item for item in properties},
    )


def _named(graph: Graph, kind: URIRef) -> list[URIRef]:
    return sorted(s for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef))


def _local(iri: Node | None) -> str:
    return str(iri).rpartition("#")[2]


def _text(graph: Graph, iri: URIRef) -> str:
    return str(graph.value(iri, SKOS.definition))


def _ancestors(graph: Graph, iri: URIRef) -> list[URIRef]:
    """Return our own superclasses of a class, the topmost first."""
    parents = [p for p in graph.objects(iri, RDFS.subClassOf) if isinstance(p, URIRef) and p in CC]
    return [*(a for p in parents for a in _ancestors(graph, p)), *parents]


def _members(graph: Graph, node: Node | None) -> list[str]:
    """Return the classes of a domain or range, which is one class or an owl:unionOf."""
    union = graph.value(node, OWL.unionOf) if node is not None else None
    return [_local(c) for c in Collection(graph, union)] if union else [_local(node)]


def _property(graph: Graph, iri: URIRef) -> Property:
    ranges = graph.value(iri, RDFS.range)
    datatype = "when" if ranges == RDFS.Literal else _local(ranges)
    return Property(
        name=_local(iri),
        datatype=datatype,
        multiple=(iri, RDF.type, OWL.FunctionalProperty) not in graph,
        searchable=graph.value(iri, CC.searchable) is not None,
        iri=iri,
        definition=_text(graph, iri),
    )


def _node(graph: Graph, iri: URIRef) -> NodeType:
    ancestors = _ancestors(graph, iri)
    labels = tuple(_local(a) for a in (*ancestors, iri))
    segments = [graph.value(a, CC.segment) for a in (*ancestors, iri)]
    properties = [
        _local(p)
        for p in _named(graph, OWL.DatatypeProperty)
        if (p, CC.qualifies, None) not in graph
        and (p == CC.id or set(labels) & set(_members(graph, graph.value(p, RDFS.domain))))
    ]
    return NodeType(
        _local(iri), labels, str(next(filter(None, segments))), tuple(properties), iri,
        _text(graph, iri),
    )  # fmt: skip


def _edge(graph: Graph, iri: URIRef, pairs: dict[str, list[tuple[str, str]]]) -> EdgeType:
    name = _local(iri)
    qualifiers = sorted(_local(p) for p in graph.subjects(CC.qualifies, iri))
    derived = graph.value(iri, CC.derived) is not None
    return EdgeType(
        name, relationship_type(name), tuple(sorted(pairs.get(name, []))), tuple(qualifiers),
        derived, iri, _text(graph, iri),
    )  # fmt: skip


def _pairs(rules: Graph) -> dict[str, list[tuple[str, str]]]:
    """Return, for each edge, the (start, end) classes that the shapes let it join."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for shape in rules.subjects(RDF.type, SH.NodeShape):
        for start in rules.objects(shape, SH.targetClass):
            for rule in rules.objects(shape, SH.property):
                path = rules.value(rule, SH.path)
                found = [(_local(start), _local(end)) for end in _ends(rules, rule, path)]
                pairs.setdefault(_local(path), []).extend(found)
    return pairs


def _ends(rules: Graph, rule: Node, path: Node | None) -> list[Node]:
    """Return the classes that a path may reach: by its own rule, or by a shape for all that it reaches."""
    alternatives = rules.value(rule, SH["or"])
    options = list(Collection(rules, alternatives)) if alternatives else [rule]
    reached = [
        kind
        for shape in rules.subjects(SH.targetObjectsOf, path)
        for types in rules.objects(shape, SH.property)
        for kinds in rules.objects(rules.value(types, SH.qualifiedValueShape), SH["in"])
        for kind in Collection(rules, kinds)
    ]
    return reached + [end for option in options for end in rules.objects(option, SH["class"])]
