"""Subgraphs as RDF and back: plain RDF 1.1, an IRI for every node, edges with facts reified.

An edge that carries properties (MENTIONS) is written twice, as the plain triple and as an
rdf:Statement with subject, predicate, object and the properties; no blank nodes anywhere.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from urllib.parse import quote

from rdflib import RDF, XSD, Graph

from .errors import InputError
from .facts import lexical
from .judgements import Judgement, judgement_of
from .light import Index, Text, Triple, heavy, told
from .ontology import CC, load
from .project import digest
from .resources import Resources
from .subgraph import Edge, Node, Ref, Subgraph, Value

_TYPE, _STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = map(
    str, (RDF.type, RDF.Statement, RDF.subject, RDF.predicate, RDF.object)
)

EDGE_SEGMENT = "mention"
WHEN = {4: str(XSD.gYear), 7: str(XSD.gYearMonth), 10: str(XSD.date)}
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
    for subject, predicate, value in triples(subgraphs, base, judgements):
        graph.add((heavy(subject), heavy(predicate), heavy(value)))
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
def _named(name: str) -> str:
    """Return the ontology's IRI of a class, property or edge."""
    return str(CC[name])


@lru_cache(maxsize=4096)
def _iri(ref: Ref, base: str) -> str:
    """Return the IRI of a node: base + segment + '/' + id."""
    return f"{base}{load().nodes[ref[0]].segment}/{quote(ref[1], safe=':')}"


@cache
def _datatype(name: str) -> str:
    """Return the datatype of a property as an IRI; '' for text, and where its length tells."""
    datatype = load().properties[name].datatype
    return "" if datatype in ("string", "when") else str(XSD[datatype])


def _literal(name: str, value: Value) -> Text:
    """Return one value of a property as a literal of the property's datatype."""
    text = lexical(value)
    if load().properties[name].datatype == "when":
        return text, WHEN.get(len(text), str(XSD.dateTime)), ""
    return text, _datatype(name), ""


def _node_triples(node: Node, base: str) -> Iterator[Triple]:
    subject = _iri(node.ref, base)
    for label in load().nodes[node.label].labels:
        yield subject, _TYPE, _named(label)
    yield subject, _named("id"), (node.id, "", "")
    yield from _property_triples(subject, node.properties)


def _property_triples(subject: str, properties: dict[str, Value]) -> Iterator[Triple]:
    for name, value in properties.items():
        for item in value if isinstance(value, tuple) else (value,):
            yield subject, _named(name), _literal(name, item)


def _edge_triples(edge: Edge, base: str) -> Iterator[Triple]:
    start, end = _iri(edge.start, base), _iri(edge.end, base)
    yield start, _named(edge.name), end
    if edge.properties:
        reified = f"{base}{EDGE_SEGMENT}/{digest(edge.name, *edge.start, *edge.end)}"
        yield reified, _TYPE, _STATEMENT
        yield reified, _SUBJECT, start
        yield reified, _PREDICATE, _named(edge.name)
        yield reified, _OBJECT, end
        yield from _property_triples(reified, edge.properties)


def from_rdf(data: Index) -> list[Subgraph]:
    """Return the documents that RDF holds as subgraphs, in order of id; InputError if there are none."""
    resources = Resources(data)
    documents = sorted(data.members.get(_named("Document"), ()), key=told)
    if not documents:
        raise InputError("the file holds no cc:Document: nothing to store")
    return [resources.document(document) for document in documents]


def judgements_from_rdf(data: Index) -> list[Judgement]:
    """Return the judgements that RDF holds, in order of id; InputError where an id is not its content's."""
    resources = Resources(data)
    nodes = [resources.node(subject) for subject in data.members.get(_named("Judgement"), ())]
    found = {node.id: judgement_of(node.properties) for node in nodes}
    for id_, judgement in found.items():
        if id_ != judgement.id:
            raise InputError(f"judgement {id_}: the id is not that of what it judges, {judgement.id}")
    return [found[id_] for id_ in sorted(found)]


def actors_from_rdf(data: Index) -> list[Node]:
    """Return the actors that RDF holds, in order of id, with what it gives of them itself."""
    resources = Resources(data)
    nodes = [resources.node(subject) for subject, held in data.of.items() if _named("name") in held]
    return sorted((node for node in nodes if node.ref[0] == "Actor"), key=lambda node: node.id)
