"""Subgraphs as RDF and back: plain RDF 1.1, an IRI for every node, edges with facts reified.

An edge that carries properties (MENTIONS) is written twice, as the plain triple and as an
rdf:Statement with subject, predicate, object and the properties; no blank nodes anywhere.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import quote

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node as Term

from .errors import InputError
from .facts import lexical
from .judgements import Judgement, judgement_of
from .ontology import CC, load
from .project import digest
from .resources import Resources
from .subgraph import Edge, Node, Ref, Subgraph, Value

Triple = tuple[Term, Term, Term]

_TYPE, _STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = (
    RDF.type, RDF.Statement, RDF.subject, RDF.predicate, RDF.object,
)  # fmt: skip
"""Looked up once: rdflib works its terms out at each use."""

EDGE_SEGMENT = "mention"
WHEN = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
"""Datatype of a time by the length of its text; anything longer is an xsd:dateTime."""


def to_rdf(subgraphs: Iterable[Subgraph], base: str, judgements: Iterable[Judgement] = ()) -> Graph:
    """Return subgraphs and judgements as one RDF graph; IRIs begin with `base`."""
    graph = Graph(bind_namespaces="none")
    graph.bind("cc", CC)
    graph.bind("rdf", RDF)
    graph.bind("xsd", XSD)
    ontology = load()
    for segment in sorted({node.segment for node in ontology.nodes.values()} | {EDGE_SEGMENT}):
        graph.bind(segment, f"{base}{segment}/")
    for triple in triples(subgraphs, base, judgements):
        graph.add(triple)
    return graph


def triples(
    subgraphs: Iterable[Subgraph], base: str, judgements: Iterable[Judgement] = ()
) -> Iterator[Triple]:
    """Yield the triples of subgraphs and judgements; some may come twice."""
    held = list(subgraphs)
    for node in _merged(held):
        yield from _node_triples(node, base)
    for subgraph in held:
        for edge in subgraph.edges.values():
            yield from _edge_triples(edge, base)
    for judgement in judgements:
        yield from _node_triples(judgement.node, base)


def _merged(subgraphs: list[Subgraph]) -> Iterable[Node]:
    """Return each node once: lists joined, single values from the earliest published document."""
    nodes = dict[Ref, Node]()
    for subgraph in sorted(subgraphs, key=_precedence):
        for ref, node in subgraph.nodes.items():
            known = nodes.get(ref, node).properties
            joined = {name: _joined(known.get(name, value), value) for name, value in node.properties.items()}
            nodes[ref] = Node(node.label, node.id, {**known, **joined})
    return nodes.values()


def _precedence(subgraph: Subgraph) -> tuple[str, str]:
    """The rule of `settle_values` in cypher/replace.cypher."""
    return str(subgraph.document.properties.get("published", "9")), subgraph.document.id


def _joined(first: Value, second: Value) -> Value:
    if isinstance(first, tuple) and isinstance(second, tuple):
        return tuple(sorted({*first, *second}))
    return first


@cache
def named(name: str) -> URIRef:
    """Return the ontology's IRI of a class, property or edge."""
    return CC[name]


@lru_cache(maxsize=4096)
def iri(ref: Ref, base: str) -> URIRef:
    """Return the IRI of a node: base + segment + '/' + id."""
    return URIRef(f"{base}{load().nodes[ref[0]].segment}/{quote(ref[1], safe=':')}")


@lru_cache(maxsize=4096, typed=True)
def literal(name: str, value: Value) -> Literal:
    """Return one value of a property as a literal of the property's datatype."""
    datatype = load().properties[name].datatype
    text = lexical(value)
    if datatype == "when":
        return Literal(text, datatype=WHEN.get(len(text), XSD.dateTime), normalize=False)
    if datatype == "string":
        return Literal(text)
    return Literal(text, datatype=XSD[datatype], normalize=False)


def _node_triples(node: Node, base: str) -> Iterator[Triple]:
    subject = iri(node.ref, base)
    for label in load().nodes[node.label].labels:
        yield subject, _TYPE, named(label)
    yield subject, named("id"), Literal(node.id)
    yield from _property_triples(subject, node.properties)


def _property_triples(subject: URIRef, properties: dict[str, Value]) -> Iterator[Triple]:
    for name, value in properties.items():
        for item in value if isinstance(value, tuple) else (value,):
            yield subject, named(name), literal(name, item)


def _edge_triples(edge: Edge, base: str) -> Iterator[Triple]:
    start, end = iri(edge.start, base), iri(edge.end, base)
    yield start, named(edge.name), end
    if edge.properties:
        reified = URIRef(f"{base}{EDGE_SEGMENT}/{digest(edge.name, *edge.start, *edge.end)}")
        yield reified, _TYPE, _STATEMENT
        yield reified, _SUBJECT, start
        yield reified, _PREDICATE, named(edge.name)
        yield reified, _OBJECT, end
        yield from _property_triples(reified, edge.properties)


def from_rdf(graph: Graph) -> list[Subgraph]:
    """Return the documents of an RDF graph as subgraphs, in order of id; InputError if there are none."""
    resources = Resources(graph)
    documents = sorted(graph.subjects(RDF.type, CC.Document), key=str)
    if not documents:
        raise InputError("the file holds no cc:Document: nothing to store")
    return [resources.document(document) for document in documents]


def judgements_from_rdf(graph: Graph) -> list[Judgement]:
    """Return the judgements of an RDF graph, in order of id; InputError where an id is not its content's."""
    resources = Resources(graph)
    nodes = [resources.node(subject) for subject in graph.subjects(RDF.type, CC.Judgement)]
    found = {node.id: judgement_of(node.properties) for node in nodes}
    for id_, judgement in found.items():
        if id_ != judgement.id:
            raise InputError(f"judgement {id_}: the id is not that of what it judges, {judgement.id}")
    return [found[id_] for id_ in sorted(found)]


def actors_from_rdf(graph: Graph) -> list[Node]:
    """Return the actors of an RDF graph, in order of id, with what it gives of them itself."""
    resources = Resources(graph)
    nodes = [resources.node(subject) for subject in set(graph.subjects(CC.name))]
    return sorted((node for node in nodes if node.ref[0] == "Actor"), key=lambda node: node.id)
