"""Merging what documents state into the graph: nodes and edges, many rows to a query."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from .batches import batches
from .derive import FRESH, edge_query, write_query
from .errors import ConflictError, InputError
from .ontology import load
from .store import Row, Transaction
from .subgraph import Edge, Node, Ref, Subgraph, Value
from .withdraw import Unsettled

IDENTIFYING = {"wikidata"}
"""Properties by which two documents that differ must mean two different actors."""


def merge_nodes(tx: Transaction, subgraphs: Sequence[Subgraph]) -> set[Unsettled]:
    """Merge all nodes; return the values that differ between these documents or from those of others.

    ConflictError when two documents cannot mean the same node by one id.
    """
    nodes, differing = joined(subgraphs)
    # One order for all writers: two transactions then wait for each other instead of deadlocking.
    nodes.sort(key=lambda node: (node.label, node.id))
    for label, alike in groupby(nodes, key=lambda node: node.label):
        for rows in batches(_node_row(node) for node in alike):
            found = tx.run(write_query(label), rows=rows)
            if clashes := [clash for row in found if (clash := _clash(label, row))]:
                raise ConflictError("\n".join(clashes))
            key = load().key(label)
            differing |= {((key, row["id"]), value["key"]) for row in found for value in row["values"]}
    return differing


def joined(subgraphs: Sequence[Subgraph]) -> tuple[list[Node], set[Unsettled]]:
    """Return each node of the subgraphs once, lists joined, and the single values of which they differ.

    ConflictError when two of them cannot mean the same node by one id.
    """
    nodes, told_by = dict[Ref, Node](), dict[Ref, Subgraph]()
    differing = set[Unsettled]()
    for subgraph in subgraphs:
        for ref, node in subgraph.nodes.items():
            known = nodes.get(ref)
            if known is None:
                nodes[ref], told_by[ref] = node, subgraph
                continue
            if ref[0] in FRESH:
                raise ConflictError(_taken(ref, (told_by[ref], subgraph)))
            values = _differing(known, node)
            kinds = [known.label] if known.label != node.label else []
            titles = [told_by[ref].document.properties["title"]]
            row = {"id": node.id, "values": values, "kinds": kinds, "titles": titles}
            if clash := _clash(node.label, row):
                raise ConflictError(clash)
            differing |= {(ref, str(value["key"])) for value in values}
            nodes[ref] = replace(known, properties=_union(known.properties, node.properties))
    return list(nodes.values()), differing


def _differing(known: Node, new: Node) -> list[Row]:
    return [
        {"key": key, "held": known.properties[key], "given": given}
        for key, given in new.properties.items()
        if key in known.properties and not isinstance(given, tuple) and known.properties[key] != given
    ]


def _union(known: dict[str, Value], new: dict[str, Value]) -> dict[str, Value]:
    lists = {
        key: tuple(sorted({*cast(tuple[str, ...], known.get(key, ())), *value}))
        for key, value in new.items()
        if isinstance(value, tuple)
    }
    return {**new, **known, **lists}


def _node_row(node: Node) -> Row:
    lists = {k: list(v) for k, v in node.properties.items() if isinstance(v, tuple)}
    scalars = {k: v for k, v in node.properties.items() if not isinstance(v, tuple)}
    return {"id": node.id, "scalars": scalars, "lists": lists}


def _taken(ref: Ref, subgraphs: Sequence[Subgraph]) -> str:
    titles = " and ".join(repr(subgraph.document.properties["title"]) for subgraph in subgraphs)
    return f"{ref[0]} {ref[1]!r} stands in two documents, {titles}: it belongs to one"


def _clash(label: str, row: Row) -> str:
    """Return why two documents cannot mean the same node by one id, or nothing if they can."""
    told = [
        f"{v['key']} {v['given']!r} here, {v['held']!r} in the graph"
        for v in row["values"]
        if v["key"] in IDENTIFYING
    ]
    told += [f"a {label} here, a {kind} in the graph" for kind in row["kinds"]]
    if not told:
        return ""
    held = f" (from {row['titles'][0]!r})" if row["titles"] else ""
    return (
        f"{label} {row['id']!r} contradicts what the graph holds{held}: {'; '.join(told)}; "
        "give it another id, or correct or forget the other document first"
    )


def merge_edges(tx: Transaction, edges: Iterable[Edge], fresh: bool = False) -> None:
    """Merge edges; InputError when one leads to a node that does not exist.

    `fresh` says that the documents are new: their own edges are made without a look for what is there.
    """

    def group(edge: Edge) -> tuple[str, str, str]:
        return edge.name, edge.start[0], edge.end[0]

    once = {edge.key: edge for edge in edges}
    ordered = sorted(once.values(), key=lambda edge: (*group(edge), edge.key))
    for (name, start, end), alike in groupby(ordered, key=group):
        for rows in batches(_edge_row(edge) for edge in alike):
            query = edge_query(name, start, end, fresh and start == "Document")
            merged = tx.run(query, rows=rows)[0]["merged"]
            if merged != len(rows):
                raise InputError(f"{len(rows) - merged} {name} edges lead to nodes that do not exist")


def _edge_row(edge: Edge) -> Row:
    properties = {k: list(v) if isinstance(v, tuple) else v for k, v in edge.properties.items()}
    return {"start": edge.start[1], "end": edge.end[1], "properties": properties}
