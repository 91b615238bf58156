"""Links of unlinked statements: by a person's judgement, or where exactly one claim fits strictly.

Such a link is an edge with `basis`; no document states it, and it is worked out anew whenever a document
or a judgement touches what it rests on.
"""

from collections.abc import Iterable
from itertools import groupby

from .shortcuts import refresh
from .store import Row, Transaction

SURENESS = 0.8
"""Of a link that nobody judged: the words name whose claims are meant, and only one such claim fits."""


def relink(
    tx: Transaction,
    *,
    documents: Iterable[str] = (),
    speakers: Iterable[str] = (),
    actors: Iterable[str] = (),
    claims: Iterable[str] = (),
    statements: Iterable[str] = (),
) -> None:
    """Work out anew the links of unlinked statements near all these."""
    ids = set(statements) | _near(tx, documents, speakers, actors, claims)
    if not ids:
        return
    gone, judged = _anew(tx, ids)
    if judged:
        # What a person links may be a retraction, which ends or restores claims that other links rest on.
        ids |= _near(tx, claims=judged)
        refresh(tx, judged)
        ids |= _near(tx, claims=judged)
        gone |= _anew(tx, ids)[0]
    links = _only_ones(tx.run("strict_candidates", statements=sorted(ids)))
    if links:
        tx.run("link_denials", rows=links)
    refresh(tx, gone | {link["claim"] for link in links})


def _near(
    tx: Transaction,
    documents: Iterable[str] = (),
    speakers: Iterable[str] = (),
    actors: Iterable[str] = (),
    claims: Iterable[str] = (),
) -> set[str]:
    rows = tx.run(
        "unlinked_near", documents=sorted(documents), speakers=sorted(speakers),
        actors=sorted(actors), claims=sorted(claims),
    )  # fmt: skip
    return {row["statement"] for row in rows}


def _anew(tx: Transaction, statements: set[str]) -> tuple[set[str], set[str]]:
    """Take all links of the statements away and make those that are judged.

    Return all claims that links led or lead to, and those of retractions that are judged, now or before.
    """
    ids = sorted(statements)
    gone = tx.run("unlink", statements=ids)
    made = tx.run("link_judged", statements=ids)
    return (
        {row["claim"] for row in (*gone, *made)},
        {row["claim"] for row in (*gone, *made) if row["type"] == "RETRACTS"},
    )


def _only_ones(rows: list[Row]) -> list[Row]:
    """Return a link for each statement that has one candidate and no more."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row["statement"])]
    return [_link(group[0]) for group in groups if len(group) == 1]


def _link(row: Row) -> Row:
    claimants, deniers = " and ".join(row["claimants"]), " and ".join(row["deniers"])
    return {
        "statement": row["statement"],
        "claim": row["claim"],
        "basis": f"the only claim of {claimants} about {deniers} published by then",
        "sureness": SURENESS,
    }
