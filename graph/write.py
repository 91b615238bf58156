"""Writing what a document says into the graph: one transaction, idempotent, exact on correction.

Statements belong to their document and are replaced with it. Shared nodes (actors, terms, claims …)
hold the union of what documents state of them; where two state different values (a term's wording),
the earliest published names it. A correction takes back what only this document stated. A document
that says nothing new is not touched. What a person made of it is replaced only by what may (`trust`).
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from .batches import batches
from .contents import read_document
from .errors import ConflictError, NotFoundError
from .judge import apply
from .judge_statements import review
from .judgements import Judgement
from .merge import merge_edges, merge_nodes
from .relink import relink
from .repoint import load as load_judged
from .repoint import make, own_edges, rejudge, resolution, settle, shared_edges, tie
from .resolution import Resolution
from .shortcuts import refresh, targets
from .store import Store, Transaction
from .subgraph import Node, Subgraph
from .trust import require_trusted
from .withdraw import Unsettled, settle_values, unsettled, withdraw

FIRST = {"mentions", "in"}
"""Edges that the resolution of judgements reads."""


@dataclass(frozen=True)
class Written:
    """What a write did to a document."""

    document: str
    outcome: Literal["added", "replaced", "unchanged"]


def write_document(store: Store, new: Subgraph) -> Written:
    """Make the graph hold exactly what `new` says of its document.

    ConflictError when it contradicts what other documents say under the same id, or would replace what a
    person made; then nothing is written.
    """
    return write_documents(store, [new])[0]


def write_documents(
    store: Store, new: Sequence[Subgraph], judgements: Sequence[Judgement] = (), *, replace: bool = False
) -> list[Written]:
    """Write several documents, as `write_document`, and judgements; all of them or none.

    With `replace` a document takes the place of any other reading of its text, also of a person's.
    """
    return store.write(lambda tx: _write_all(tx, new, judgements, replace))


def rehearse_documents(
    store: Store, new: Sequence[Subgraph], judgements: Sequence[Judgement] = (), *, replace: bool = False
) -> None:
    """Raise what `write_documents` would raise; the graph stays as it is, but writers wait meanwhile."""

    def work(tx: Transaction) -> None:
        _write_all(tx, new, judgements, replace)
        raise _RehearsedError

    with suppress(_RehearsedError):
        store.write(work)


class _RehearsedError(Exception):
    """Ends a transaction that was to see whether it can be done."""


def _write_all(
    tx: Transaction, new: Sequence[Subgraph], judgements: Sequence[Judgement], replace: bool
) -> list[Written]:
    written = [done for together in _distinct(new) for done in _write(tx, together, replace)]
    for judgement in judgements:
        apply(tx, judgement)
    return written


def forget_document(store: Store, document: str) -> None:
    """Remove a document, its statements and all that only it stated; NotFoundError if unknown."""

    def work(tx: Transaction) -> None:
        tx.run("lock_documents", documents=[document])
        old = read_document(tx.run, document)
        if old is None:
            raise NotFoundError(f"the graph holds no document {document!r}")
        before = load_judged(tx, _actors(old))
        tx.run("delete_statements", document=document)
        withdraw(tx, old, Subgraph(), before)
        tx.run("delete_document", document=document)
        settle_values(tx, unsettled(old, Subgraph()))
        after = resolution(tx, before.judgements)
        _judge(tx, before, after, old, [])

    store.write(work)


def _distinct(subgraphs: Sequence[Subgraph]) -> Iterator[list[Subgraph]]:
    """Yield the subgraphs in their order, in lists that hold no document twice."""
    together: dict[str, Subgraph] = {}
    for subgraph in subgraphs:
        if subgraph.document.id in together:
            yield list(together.values())
            together = {}
        together[subgraph.document.id] = subgraph
    if together:
        yield list(together.values())


def _write(tx: Transaction, new: Sequence[Subgraph], replace: bool) -> list[Written]:
    """Write documents: new ones together, and each that replaces what was there by itself."""
    ids = [subgraph.document.id for subgraph in new]
    known = tx.run("lock_documents", documents=sorted(ids))
    held = {row["id"]: old for row in known if (old := read_document(tx.run, row["id"])) is not None}
    # What is replaced goes first: it may take back what a new document contradicts.
    written = [Written(s.document.id, _outcome(held.get(s.document.id), s)) for s in new]
    for subgraph, done in zip(new, written, strict=True):
        if done.outcome == "replaced":
            old = held[done.document]
            _refuse_collision(old.document, subgraph.document)
            if not replace:
                require_trusted(old, subgraph)
            _put(tx, [subgraph], old)
    if added := [s for s, done in zip(new, written, strict=True) if done.outcome == "added"]:
        _put(tx, added)
    return written


def _outcome(old: Subgraph | None, new: Subgraph) -> Literal["added", "replaced", "unchanged"]:
    return "added" if old is None else "unchanged" if old == new else "replaced"


def _put(tx: Transaction, new: Sequence[Subgraph], old: Subgraph | None = None) -> None:
    """Write documents that the graph lacks, or one in place of the old."""
    before = load_judged(tx, _actors(*new, *([old] if old else [])))
    changed = set[Unsettled]()
    if old is not None:
        tx.run("delete_statements", document=old.document.id)
        withdraw(tx, old, new[0], before)
        changed = unsettled(old, new[0])
    differing = merge_nodes(tx, new)
    fresh = old is None
    merge_edges(tx, (edge for each in new for edge in each.edges.values() if edge.name in FIRST), fresh)
    settle_values(tx, differing | changed)
    after = resolution(tx, before.judgements)
    make(tx, after)
    merge_edges(
        tx, (edge for each in new for edge in own_edges(each, after) if edge.name not in FIRST), fresh
    )
    _refuse_cycles(tx, new)
    review(tx, (statement.id for each in new for statement in each.labelled("Statement")))
    _judge(tx, before, after, old, new)


def _judge(
    tx: Transaction, before: Resolution, after: Resolution, old: Subgraph | None, new: Sequence[Subgraph]
) -> None:
    """Bring what judgements and shortcuts say in line with what documents state now."""
    after.require_sound()
    make(tx, after)
    if old is not None:
        settle(tx, shared_edges(old, before), after)
    settle(tx, {edge for each in new for edge in shared_edges(each, after)}, after)
    changed = before.active != after.active
    moved = rejudge(tx, before, after) if changed else None
    tie(tx, before, after)
    known = [*([old] if old else []), *new]
    refresh(tx, targets(*known) | (moved.targets if moved else set()))
    raw = _actors(*known)
    unlinked = {s.id for each in new for s in each.labelled("Statement") if "unlinked" in s.properties}
    relink(
        tx,
        speakers=after.actors if changed else (),
        actors=raw | {judged.resolve(a) for a in raw for judged in (before, after)} | after.actors,
        claims={claim.id for each in known for claim in each.labelled("Claim")},
        statements=unlinked | (moved.unlinked if moved else set()),
    )


def _actors(*subgraphs: Subgraph) -> set[str]:
    return {node.id for subgraph in subgraphs for node in subgraph.labelled("Actor")}


def _refuse_collision(old: Node, new: Node) -> None:
    if old.properties.get("sha256") != new.properties.get("sha256"):
        raise ConflictError(
            f"document id {new.id} already belongs to another text ({old.properties.get('title')})"
        )


def _refuse_cycles(tx: Transaction, new: Sequence[Subgraph]) -> None:
    for ids in batches(sorted({claim.id for each in new for claim in each.labelled("Claim")})):
        for row in tx.run("cyclic_claims", claims=ids):
            raise ConflictError(
                f"claim {row['id']} ({row['text']}) would be a part of itself, by this document together "
                "with others in the graph; correct part_of in one of them"
            )
