"""The graph as a file: Turtle, N-Triples, TriG or JSON-LD, the same bytes for the same graph."""

import json
from collections.abc import Iterable
from typing import Any, cast

from rdflib import Dataset, Graph, URIRef

from .contents import read_document, read_documents
from .errors import NotFoundError
from .judge import judgements
from .judgements import Judgement
from .ontology import source
from .rdf import iri, to_rdf
from .store import Store
from .subgraph import Node, Ref, Subgraph
from .validate import require_valid

FORMATS = {
    "ttl": ("longturtle", "text/turtle"),
    "nt": ("nt", "application/n-triples"),
    "trig": ("trig", "application/trig"),
    "jsonld": ("json-ld", "application/ld+json"),
}
"""rdflib's name and the media type, by file ending."""


def export(store: Store, base: str, format_: str = "ttl", document: str | None = None) -> str:
    """Return the whole graph, or one document of it, as RDF text that satisfies the shapes.

    It holds what documents state, untouched by judgements; the whole graph holds these beside it,
    and the actors that only they know; a file read back leaves those to the judgements.
    """
    judged: list[Judgement] = []
    made: list[Node] = []
    if document is None:
        subgraphs = list(read_documents(store))
        judged = [standing.judgement for standing in judgements(store)]
        made = [Node(row["kind"], row["id"], {"name": row["name"]}) for row in store.read("export_made")]
    else:
        subgraphs = [_one(store, document)]
    graph = to_rdf(subgraphs, base, judged, made)
    if subgraphs or judged:
        require_valid(graph, "the graph")
    return serialize(graph, subgraphs, base, format_, judged, made)


def serialize(
    graph: Graph,
    subgraphs: Iterable[Subgraph],
    base: str,
    format_: str,
    judged: Iterable[Judgement] = (),
    made: Iterable[Node] = (),
) -> str:
    """Return an RDF graph as text; TriG puts each document, and each judgement, into a graph of its own."""
    name = FORMATS[format_][0]
    if format_ == "nt":
        # Not splitlines(): it breaks at other separators too, which stand inside literals.
        return "".join(sorted(f"{line}\n" for line in graph.serialize(format=name).split("\n") if line))
    if format_ == "trig":
        return _trig(subgraphs, judged, made, base)
    if format_ == "jsonld":
        return _json_ld(graph)
    return graph.serialize(format=name).rstrip("\n") + "\n"


def _json_ld(graph: Graph) -> str:
    """Rdflib orders arrays by chance; ours are sorted, and read in the ontology's own context."""
    context = json.loads(source("context.jsonld"))["@context"]
    data = json.loads(graph.serialize(format="json-ld", context=context))
    return json.dumps(_sorted(data), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _sorted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _sorted(value) for key, value in cast(dict[str, Any], data).items()}
    if isinstance(data, list):
        items = [_sorted(item) for item in cast(list[Any], data)]
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))
    return data


def _trig(subgraphs: Iterable[Subgraph], judged: Iterable[Judgement], made: Iterable[Node], base: str) -> str:
    """Rdflib orders the graphs of a dataset by chance, so each document is serialised by itself."""
    graphs = [(subgraph.document.ref, to_rdf([subgraph], base)) for subgraph in subgraphs]
    actors = list(made)
    graphs += [
        (j.node.ref, to_rdf([], base, [j], [actor for actor in actors if actor.id == j.into])) for j in judged
    ]
    return "\n".join(_named(ref, graph, base) for ref, graph in graphs)


def _named(ref: Ref, graph: Graph, base: str) -> str:
    dataset = Dataset()
    for prefix, namespace in graph.namespaces():
        dataset.bind(prefix, namespace)
    named = dataset.graph(URIRef(iri(ref, base)))
    for triple in graph:
        named.add(triple)
    return dataset.serialize(format="trig").strip("\n") + "\n"


def _one(store: Store, document: str) -> Subgraph:
    subgraph = read_document(store.read, document)
    if subgraph is None:
        raise NotFoundError(f"the graph holds no document {document!r}")
    return subgraph
