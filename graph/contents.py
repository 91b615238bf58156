"""What the graph holds of a document, read back as the subgraph that was written.

What judgements made of it is left out: an edge that leads to another actor gives those it stands for.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from .facts import restate
from .ontology import load
from .store import Store
from .subgraph import Edge, Node, Ref, Subgraph, Value

Run = Callable[..., list[dict[str, Any]]]
"""Runs a named query: `Store.read` or `Transaction.run`."""


def read_document(run: Run, document: str) -> Subgraph | None:
    """Return what the graph holds of a document, or None if it holds nothing of it."""
    rows = run("export_document", document=document)
    if not rows or "sha256" not in rows[0]["properties"]:
        return None
    subgraph = _document(rows[0])
    for row in run("export_statements", document=document):
        _add_statement(subgraph, row)
    for row in run("export_mentions", document=document):
        _add_mention(subgraph, row)
    return subgraph


def read_documents(store: Store, documents: Iterable[str] | None = None) -> Iterator[Subgraph]:
    """Yield what the graph holds, document by document: those of the given ids, or all in order of id."""
    every = [row["id"] for row in store.read("document_ids")] if documents is None else documents
    for id_ in every:
        subgraph = read_document(store.read, id_)
        if subgraph is not None:
            yield subgraph


def _document(row: dict[str, Any]) -> Subgraph:
    subgraph, node = Subgraph(), _node("Document", row["properties"])
    subgraph.add(node)
    for publisher in row["publishers"]:
        subgraph.add(Edge("publishedBy", node.ref, ("Actor", publisher)))
    return subgraph


def _add_statement(subgraph: Subgraph, row: dict[str, Any]) -> None:
    names = {edge.type: edge.name for edge in load().edges.values()}
    stated = {"review": row["review"]} if row["review"] else {}
    node = _node("Statement", row["properties"] | stated)
    subgraph.add(node)
    for edge in row["edges"]:
        for id_ in edge["raw"] or [edge["id"]]:
            subgraph.add(Edge(names[edge["type"]], node.ref, (_key(edge["labels"]), id_)))


def _add_mention(subgraph: Subgraph, row: dict[str, Any]) -> None:
    ref: Ref = (_key(row["labels"]), row["id"])
    properties: dict[str, Value] = {name: tuple(row[name]) for name in ("spans", "states") if row[name]}
    node, edges = restate(ref, tuple(row["states"]))
    for item in (node, *edges, Edge("mentions", subgraph.document.ref, ref, properties)):
        subgraph.add(item)


def _key(labels: list[str]) -> str:
    nodes = load().nodes
    return next(label for label in labels if nodes[label].key == label)


def _node(label: str, properties: dict[str, Any]) -> Node:
    rest = {k: _value(v) for k, v in properties.items() if k != "id"}
    return Node(label, properties["id"], rest)


def _value(value: Any) -> Value:
    return tuple(cast(list[str], value)) if isinstance(value, list) else value
