"""What was said for the first time: new claims, new denials."""

from ...answers import Named, Speaker
from ...answers.digest import Sentence
from ..evidence import evidence
from .period import Period
from .wording import piece, said


def new_claims(period: Period) -> list[Sentence]:
    """Return what nobody had asserted before."""
    rows = period.read("new_claims")
    words = evidence(period.store, [row["statement"] for row in rows])
    return [
        Sentence(
            pieces=[piece(said(found, "asserts", row["name"]), found)],
            claim=Named(id=row["id"], name=row["name"]),
            actor=found.speakers[0] if found.speakers else None,
        )
        for row in rows
        for found in [words[row["statement"]]]
    ]


def new_denials(period: Period) -> list[Sentence]:
    """Return what somebody denied and had not denied before."""
    rows = period.read("new_denials")
    words = evidence(period.store, [row["statement"] for row in rows])
    return [
        Sentence(
            pieces=[piece(said(found, "denies", row["name"]), found)],
            claim=Named(id=row["id"], name=row["name"]),
            actor=Speaker.model_validate(row["actor"]),
        )
        for row in rows
        for found in [words[row["statement"]]]
    ]
