"""Judgements of drafts: which provisions of one became which of another."""

from .errors import ConflictError, InputError, NotFoundError
from .judgements import Judgement, judgement_of, told
from .store import Transaction


def require_held(tx: Transaction, judgement: Judgement) -> None:
    """Refuse provisions that the graph lacks, or that are not of two drafts of one plan."""
    asked = (*judgement.older, *judgement.newer)
    if not asked:
        raise InputError("say which provisions became which: give at least one")
    held = {row["id"]: row for row in tx.run("provisions_held", terms=list(asked))}
    for term in asked:
        if term not in held:
            raise NotFoundError(f"the graph holds no term {term!r}")
        if held[term]["draft"] is None:
            raise InputError(f"{term!r} is no provision of a draft")
    sides = [{held[term]["draft"] for term in side} for side in (judgement.older, judgement.newer)]
    if any(len(drafts) > 1 for drafts in sides) or sides[0] & sides[1]:
        raise InputError("the older provisions must be of one draft, the newer ones of another")
    if len({held[term]["plan"] for term in asked}) > 1:
        raise InputError("the provisions must be of drafts of one plan")


def require_agreement(tx: Transaction, judgement: Judgement) -> None:
    """Refuse what contradicts another judgement of what these provisions became, or came from."""
    rows = tx.run("alignments", older=list(judgement.older), newer=list(judgement.newer))
    for known in (judgement_of(row["judgement"]) for row in rows):
        if known.id != judgement.id and _of_one_step(known, judgement):
            raise ConflictError(f"it is judged already that {told(known)} ({known.id}); undo that first")


def _of_one_step(one: Judgement, other: Judgement) -> bool:
    """Return whether both speak of the same two drafts, as far as both name them."""
    for mine, theirs in ((one.older, other.older), (one.newer, other.newer)):
        if mine and theirs and _draft(mine[0]) != _draft(theirs[0]):
            return False
    return True


def _draft(term: str) -> str:
    return term.rpartition(":")[0]
