"""Writing what a document says into the graph: one transaction, idempotent, exact on correction.

Statements belong to their document and are replaced with it. Shared nodes (actors, terms, claims …)
hold the union of what documents state of them; where two state different values (a term's wording),
the earliest published names it. A correction takes back what only this document stated. A document
that says nothing new is not touched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeVar

from .contents import read_document
from .derive import edge_query, write_query
from .errors import ConflictError, InputError, NotFoundError
from .facts import KIND
from .ontology import load
from .store import Row, Store, Transaction
from .subgraph import Edge, Node, Ref, Subgraph, Value

T = TypeVar("T")

BATCH = 1000
"""Rows per UNWIND, as the driver's manual advises."""

IDENTIFYING = {"wikidata"}
"""Properties by which two documents that differ must mean two different actors."""

Unsettled = tuple[Ref, str]
"""A node and the name of a property of which documents state different values."""

TARGETS = ("Claim", "Term", "Plan", "PlanVersion")


@dataclass(frozen=True)
class Written:
    """What a write did to a document."""

    document: str
    outcome: Literal["added", "replaced", "unchanged"]


def write_document(store: Store, new: Subgraph) -> Written:
    """Make the graph hold exactly what `new` says of its document.

    ConflictError when it contradicts what other documents say under the same id; then nothing
    is written.
    """
    return write_documents(store, [new])[0]


def write_documents(store: Store, new: Sequence[Subgraph]) -> list[Written]:
    """Write several documents, as `write_document`, all of them or none."""
    return store.write(lambda tx: [_replace(tx, subgraph) for subgraph in new])


def forget_document(store: Store, document: str) -> None:
    """Remove a document, its statements and all that only it stated; NotFoundError if unknown."""

    def work(tx: Transaction) -> None:
        tx.run("lock_document", document=document)
        old = read_document(tx.run, document)
        if old is None:
            raise NotFoundError(f"the graph holds no document {document!r}")
        tx.run("delete_statements", document=document)
        _withdraw(tx, old, Subgraph())
        tx.run("delete_document", document=document)
        _settle(tx, _unsettled(old, Subgraph()))
        _refresh(tx, old)

    store.write(work)


def _replace(tx: Transaction, new: Subgraph) -> Written:
    document = new.document.id
    tx.run("lock_document", document=document)
    old = read_document(tx.run, document)
    if old == new:
        return Written(document, "unchanged")
    if old is not None:
        _refuse_collision(old.document, new.document)
        tx.run("delete_statements", document=document)
        _withdraw(tx, old, new)
    differing = _merge_nodes(tx, new)
    _merge_edges(tx, new)
    _refuse_cycles(tx, new)
    _settle(tx, differing | (_unsettled(old, new) if old else set()))
    _refresh(tx, old or Subgraph(), new)
    return Written(document, "added" if old is None else "replaced")


def _refuse_collision(old: Node, new: Node) -> None:
    if old.properties.get("sha256") != new.properties.get("sha256"):
        raise ConflictError(
            f"document id {new.id} already belongs to another text ({old.properties.get('title')})"
        )


def _refuse_cycles(tx: Transaction, new: Subgraph) -> None:
    for ids in _batches([claim.id for claim in new.labelled("Claim")]):
        for row in tx.run("cyclic_claims", claims=ids):
            raise ConflictError(
                f"claim {row['id']} ({row['text']}) would be a part of itself, by this document together "
                "with others in the graph; correct part_of in one of them"
            )


def _withdraw(tx: Transaction, old: Subgraph, new: Subgraph) -> None:
    """Take back what the document stated before, does not state now, and no other states."""
    document = old.document.id
    gone = [
        {"key": ref[0], "id": ref[1], "fact": fact}
        for ref, facts in _gone(old, new).items()
        for fact in sorted(facts)
    ]
    sole = [row for rows in _batches(gone) for row in tx.run("sole_facts", document=document, facts=rows)]
    withdrawn: dict[str, list[Row]] = {"withdraw_kinds": [], "withdraw_items": [], "withdraw_edges": []}
    for row in sole:
        query, details = _withdrawal(str(row["fact"]))
        if query:
            withdrawn[query].append({"key": row["key"], "id": row["id"], **details})
    dropped = sorted(_stated(old).keys() - _stated(new).keys())
    withdrawn["drop_mentions"] = [{"key": key, "id": id_} for key, id_ in dropped]
    for query, rows in withdrawn.items():
        for batch in _batches(rows):
            tx.run(query, document=document, rows=batch)


def _withdrawal(fact: str) -> tuple[str, Row]:
    """Return the query that takes back a fact, and what it needs; single values are settled instead."""
    ontology = load()
    name, _, value = fact.partition("=")
    if name == KIND:
        return "withdraw_kinds", {"value": value}
    if name in ontology.edges:
        segment, _, end = value.partition("/")
        keys = {node.segment: node.key for node in ontology.nodes.values()}
        return "withdraw_edges", {"type": ontology.edges[name].type, "end_key": keys[segment], "end": end}
    return ("withdraw_items" if ontology.properties[name].multiple else ""), {"name": name, "value": value}


def _unsettled(old: Subgraph, new: Subgraph) -> set[Unsettled]:
    """Return the single values that the document stated before and does not state now.

    When its date changes, all that it states may lose or gain the right of the earliest.
    """
    moved = new.nodes and old.document.properties.get("published") != new.document.properties.get("published")
    return {
        (ref, name)
        for ref, facts in (_stated(old) if moved else _gone(old, new)).items()
        for name in {fact.partition("=")[0] for fact in facts}
        if name in load().properties and not load().properties[name].multiple
    }


def _settle(tx: Transaction, unsettled: set[Unsettled]) -> None:
    decimals = {name for name, item in load().properties.items() if item.datatype == "decimal"}
    rows = [
        {"key": key, "id": id_, "name": name, "decimal": name in decimals}
        for (key, id_), name in sorted(unsettled)
    ]
    for batch in _batches(rows):
        tx.run("settle_values", rows=batch)


def _gone(old: Subgraph, new: Subgraph) -> dict[Ref, set[str]]:
    """Return what the document stated of each node before and does not state now."""
    now = _stated(new)
    return {ref: facts - now.get(ref, set()) for ref, facts in _stated(old).items()}


def _stated(subgraph: Subgraph) -> dict[Ref, set[str]]:
    return {
        edge.end: set(_strings(edge.properties.get("states")))
        for edge in subgraph.edges.values()
        if edge.name == "mentions"
    }


def _strings(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _merge_nodes(tx: Transaction, new: Subgraph) -> set[Unsettled]:
    """Merge all nodes; return the values that differ from those of other documents."""
    differing = set[Unsettled]()
    # One order for all writers: two transactions then wait for each other instead of deadlocking.
    ordered = sorted(new.nodes.values(), key=lambda node: (node.label, node.id))
    for label, nodes in groupby(ordered, key=lambda node: node.label):
        for rows in _batches(_node_row(node) for node in nodes):
            found = tx.run(write_query(label), rows=rows)
            if clashes := [clash for row in found if (clash := _clash(label, row))]:
                raise ConflictError("\n".join(clashes))
            key = load().key(label)
            differing |= {((key, row["id"]), value["key"]) for row in found for value in row["values"]}
    return differing


def _node_row(node: Node) -> Row:
    lists = {k: list(v) for k, v in node.properties.items() if isinstance(v, tuple)}
    scalars = {k: v for k, v in node.properties.items() if not isinstance(v, tuple)}
    return {"id": node.id, "scalars": scalars, "lists": lists}


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


def _merge_edges(tx: Transaction, new: Subgraph) -> None:
    def group(edge: Edge) -> tuple[str, str, str]:
        return edge.name, edge.start[0], edge.end[0]

    for (name, start, end), edges in groupby(
        sorted(new.edges.values(), key=lambda edge: (*group(edge), edge.key)), key=group
    ):
        for rows in _batches(_edge_row(edge) for edge in edges):
            merged = tx.run(edge_query(name, start, end), rows=rows)[0]["merged"]
            if merged != len(rows):
                raise InputError(f"{len(rows) - merged} {name} edges lead to nodes that do not exist")


def _edge_row(edge: Edge) -> Row:
    properties = {k: list(v) if isinstance(v, tuple) else v for k, v in edge.properties.items()}
    return {"start": edge.start[1], "end": edge.end[1], "properties": properties}


def _refresh(tx: Transaction, *subgraphs: Subgraph) -> None:
    targets = {
        edge.end[1]
        for subgraph in subgraphs
        for edge in subgraph.edges.values()
        if edge.start[0] == "Statement" and edge.end[0] in TARGETS
    }
    for ids in _batches(sorted(targets)):
        tx.run("refresh_shortcuts", targets=ids)


def _batches(rows: Iterable[T]) -> Iterable[list[T]]:
    items = list(rows)
    return (items[i : i + BATCH] for i in range(0, len(items), BATCH))
