"""The graph as a file: Turtle, N-Triples, TriG or JSON-LD, the same bytes for the same graph."""

import json
from collections.abc import Iterable
from typing import Any, cast

from rdflib import Dataset, Graph, URIRef

from .contents import read_document, read_documents
from .errors import NotFoundError
from .ontology import source
from .rdf import iri, to_rdf
from .store import Store
from .subgraph import Subgraph
from .validate import require_valid

FORMATS = {
    "ttl": ("longturtle", "text/turtle"),
    "nt": ("nt", "application/n-triples"),
    "trig": ("trig", "application/trig"),
    "jsonld": ("json-ld", "application/ld+json"),
}
"""rdflib's name and the media type, by file ending."""


def export(store: Store, base: str, format_: str = "ttl", document: str | None = None) -> str:
    """Return the whole graph, or one document of it, as RDF text that satisfies the shapes."""
    subgraphs = list(read_documents(store)) if document is None else [_one(store, document)]
    graph = to_rdf(subgraphs, base)
    if subgraphs:
        require_valid(graph, "the graph")
    return serialize(graph, subgraphs, base, format_)


def serialize(graph: Graph, subgraphs: Iterable[Subgraph], base: str, format_: str) -> str:
    """Return an RDF graph as text; TriG puts each document into a named graph of its own."""
    name = FORMATS[format_][0]
    if format_ == "nt":
        # Not splitlines(): it breaks at other separators too, which stand inside literals.
        return "".join(sorted(f"{line}\n" for line in graph.serialize(format=name).split("\n") if line))
    if format_ == "trig":
        return _trig(subgraphs, base)
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


def _trig(subgraphs: Iterable[Subgraph], base: str) -> str:
    """Rdflib orders the graphs of a dataset by chance, so each document is serialised by itself."""
    texts = list[str]()
    for subgraph in subgraphs:
        dataset = Dataset()
        source = to_rdf([subgraph], base)
        for prefix, namespace in source.namespaces():
            dataset.bind(prefix, namespace)
        named = dataset.graph(URIRef(iri(subgraph.document.ref, base)))
        for triple in source:
            named.add(triple)
        texts.append(dataset.serialize(format="trig").strip("\n") + "\n")
    return "\n".join(texts)


def _one(store: Store, document: str) -> Subgraph:
    subgraph = read_document(store.read, document)
    if subgraph is None:
        raise NotFoundError(f"the graph holds no document {document!r}")
    return subgraph
