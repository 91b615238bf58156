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
    document: str = "",
    speakers: Iterable[str] = (),
    actors: Iterable[str] = (),
    claims: Iterable[str] = (),
    statements: Iterable[str] = (),
) -> None:
    """Work out anew the links of unlinked statements near all these."""
    ids = set(statements) | _near(tx, document, speakers, actors, claims)
    if not ids:
        return
    touched = _anew(tx, ids)
    # What a person links may be a retraction, which ends claims that other links rest on.
    more = _near(tx, claims=touched) - ids
    refresh(tx, touched)
    more |= _near(tx, claims=touched) - ids
    touched |= _anew(tx, more)
    rows = tx.run("strict_candidates", statements=sorted(ids | more))
    links = _only_ones(rows)
    tx.run("link_denials", rows=links)
    refresh(tx, touched | {link["claim"] for link in links})


def _near(
    tx: Transaction,
    document: str = "",
    speakers: Iterable[str] = (),
    actors: Iterable[str] = (),
    claims: Iterable[str] = (),
) -> set[str]:
    rows = tx.run(
        "unlinked_near", document=document, speakers=sorted(speakers),
        actors=sorted(actors), claims=sorted(claims),
    )  # fmt: skip
    return {row["statement"] for row in rows}


def _anew(tx: Transaction, statements: set[str]) -> set[str]:
    """Take all links of the statements away and make those that are judged; return the claims touched."""
    ids = sorted(statements)
    if not ids:
        return set()
    gone = tx.run("unlink", statements=ids)
    return {row["claim"] for row in (*gone, *tx.run("link_judged", statements=ids))}


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
