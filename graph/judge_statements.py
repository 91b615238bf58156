"""Judgements of one statement: which claim it means, and whether it is recorded rightly.

What is rejected is live nowhere. The judgement waits while the statement's document is away.
"""

from collections.abc import Iterable

from .batches import batches
from .errors import ConflictError, InputError, NotFoundError
from .judgements import REVIEWS, Judgement, judgement_of, told
from .relink import relink
from .shortcuts import refresh
from .store import Row, Transaction


def require_held(tx: Transaction, judgement: Judgement) -> None:
    """Refuse what the graph lacks, and a link of a statement that says itself what it is about."""
    for row in hold(tx, judgement):
        if not row["statement"]:
            raise NotFoundError(f"the graph holds no statement {judgement.statement!r}")
        if judgement.kind == "link" and not row["unlinked"]:
            raise InputError(f"statement {judgement.statement!r} says itself what it is about")
        if judgement.claim and not row["claim"]:
            raise NotFoundError(f"the graph holds no claim {judgement.claim!r}")


def require_agreement(tx: Transaction, judgement: Judgement) -> None:
    """Refuse to accept and reject one statement, or to link it to a claim and to none of them.

    It may mean several claims.
    """
    for row in hold(tx, judgement):
        for known in map(judgement_of, row["others"][:1]):
            raise ConflictError(f"it is judged already that {told(known)} ({known.id}); undo that first")


def hold(tx: Transaction, judgement: Judgement) -> list[Row]:
    """Hold the statement's document until the end; return what the graph has of all that is judged."""
    if judgement.kind in REVIEWS:
        return tx.run("review_ends", statement=judgement.statement, act=judgement.kind)
    return tx.run("link_ends", statement=judgement.statement, claim=judgement.claim)


def review(tx: Transaction, statements: Iterable[str]) -> None:
    """Let the review of statements be what judgements say of them."""
    for ids in batches(sorted(statements)):
        tx.run("review_judged", statements=ids)


def follow(tx: Transaction, judgement: Judgement) -> None:
    """Bring review, shortcuts and links in line with a judgement of a statement that was made or undone."""
    rows: list[Row] = []
    if judgement.kind in REVIEWS:
        review(tx, [judgement.statement])
        rows = tx.run("statement_ends", statement=judgement.statement)
    refresh(tx, (target for row in rows for target in row["targets"]))
    relink(
        tx,
        actors={speaker for row in rows for speaker in row["speakers"]},
        claims={target for row in rows for target in row["targets"]},
        statements={judgement.statement},
    )
