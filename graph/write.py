"""Writing what a document says into the graph: one transaction, idempotent, exact on correction.

Statements belong to their document and are replaced with it. Shared nodes (actors, terms, claims …)
hold the union of what documents state of them; where two state different values (a term's wording),
the earliest published names it. A correction takes back what only this document stated. A document
that says nothing new is not touched.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from .batches import batches
from .contents import read_document
from .derive import edge_query, write_query
from .errors import ConflictError, InputError, NotFoundError
from .judge import apply
from .judge_statements import review
from .judgements import Judgement
from .ontology import load
from .relink import relink
from .repoint import load as load_judged
from .repoint import make, own_edges, rejudge, resolution, settle, shared_edges, tie
from .resolution import Resolution
from .shortcuts import refresh, targets
from .store import Row, Store, Transaction
from .subgraph import Edge, Node, Subgraph
from .withdraw import Unsettled, settle_values, unsettled, withdraw

IDENTIFYING = {"wikidata"}
"""Properties by which two documents that differ must mean two different actors."""


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


def write_documents(
    store: Store, new: Sequence[Subgraph], judgements: Sequence[Judgement] = ()
) -> list[Written]:
    """Write several documents, as `write_document`, and judgements; all of them or none."""

    def work(tx: Transaction) -> list[Written]:
        written = [_replace(tx, subgraph) for subgraph in new]
        for judgement in judgements:
            apply(tx, judgement)
        return written

    return store.write(work)


def forget_document(store: Store, document: str) -> None:
    """Remove a document, its statements and all that only it stated; NotFoundError if unknown."""

    def work(tx: Transaction) -> None:
        tx.run("lock_document", document=document)
        old = read_document(tx.run, document)
        if old is None:
            raise NotFoundError(f"the graph holds no document {document!r}")
        before = load_judged(tx, _actors(old))
        tx.run("delete_statements", document=document)
        withdraw(tx, old, Subgraph(), before)
        tx.run("delete_document", document=document)
        settle_values(tx, unsettled(old, Subgraph()))
        after = resolution(tx, before.judgements)
        _judge(tx, before, after, old, None)

    store.write(work)


def _replace(tx: Transaction, new: Subgraph) -> Written:
    document = new.document.id
    tx.run("lock_document", document=document)
    old = read_document(tx.run, document)
    if old == new:
        return Written(document, "unchanged")
    before = load_judged(tx, _actors(*filter(None, (old, new))))
    if old is not None:
        _refuse_collision(old.document, new.document)
        tx.run("delete_statements", document=document)
        withdraw(tx, old, new, before)
    differing = _merge_nodes(tx, new)
    first = {"mentions", "in"}  # what the resolution of judgements reads
    _merge_edges(tx, (edge for edge in new.edges.values() if edge.name in first))
    settle_values(tx, differing | (unsettled(old, new) if old else set()))
    after = resolution(tx, before.judgements)
    make(tx, after)
    _merge_edges(tx, (edge for edge in own_edges(new, after) if edge.name not in first))
    _refuse_cycles(tx, new)
    review(tx, (statement.id for statement in new.labelled("Statement")))
    _judge(tx, before, after, old, new)
    return Written(document, "added" if old is None else "replaced")


def _judge(
    tx: Transaction, before: Resolution, after: Resolution, old: Subgraph | None, new: Subgraph | None
) -> None:
    """Bring what judgements and shortcuts say in line with what a document states now."""
    after.require_sound()
    make(tx, after)
    for subgraph, judged in ((old, before), (new, after)):
        settle(tx, shared_edges(subgraph, judged) if subgraph else set(), after)
    changed = before.active != after.active
    moved = rejudge(tx, before, after) if changed else None
    tie(tx, before, after)
    known = [subgraph for subgraph in (old, new) if subgraph]
    refresh(tx, targets(*known) | (moved.targets if moved else set()))
    raw = _actors(*known)
    relink(
        tx,
        document=known[-1].document.id,
        speakers=after.actors if changed else (),
        actors=raw | {judged.resolve(a) for a in raw for judged in (before, after)} | after.actors,
        claims={claim.id for subgraph in known for claim in subgraph.labelled("Claim")},
        statements=moved.unlinked if moved else (),
    )


def _actors(*subgraphs: Subgraph) -> set[str]:
    return {node.id for subgraph in subgraphs for node in subgraph.labelled("Actor")}


def _refuse_collision(old: Node, new: Node) -> None:
    if old.properties.get("sha256") != new.properties.get("sha256"):
        raise ConflictError(
            f"document id {new.id} already belongs to another text ({old.properties.get('title')})"
        )


def _refuse_cycles(tx: Transaction, new: Subgraph) -> None:
    for ids in batches([claim.id for claim in new.labelled("Claim")]):
        for row in tx.run("cyclic_claims", claims=ids):
            raise ConflictError(
                f"claim {row['id']} ({row['text']}) would be a part of itself, by this document together "
                "with others in the graph; correct part_of in one of them"
            )


def _merge_nodes(tx: Transaction, new: Subgraph) -> set[Unsettled]:
    """Merge all nodes; return the values that differ from those of other documents."""
    differing = set[Unsettled]()
    # One order for all writers: two transactions then wait for each other instead of deadlocking.
    ordered = sorted(new.nodes.values(), key=lambda node: (node.label, node.id))
    for label, nodes in groupby(ordered, key=lambda node: node.label):
        for rows in batches(_node_row(node) for node in nodes):
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


def _merge_edges(tx: Transaction, new: Iterable[Edge]) -> None:
    def group(edge: Edge) -> tuple[str, str, str]:
        return edge.name, edge.start[0], edge.end[0]

    for (name, start, end), edges in groupby(
        sorted(new, key=lambda edge: (*group(edge), edge.key)), key=group
    ):
        for rows in batches(_edge_row(edge) for edge in edges):
            merged = tx.run(edge_query(name, start, end), rows=rows)[0]["merged"]
            if merged != len(rows):
                raise InputError(f"{len(rows) - merged} {name} edges lead to nodes that do not exist")


def _edge_row(edge: Edge) -> Row:
    properties = {k: list(v) if isinstance(v, tuple) else v for k, v in edge.properties.items()}
    return {"start": edge.start[1], "end": edge.end[1], "properties": properties}
