"""A contradiction before its words are read: what it is of, since when, resting on which pieces."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ...answers import ContradictionKind, Given, Named, Row
from ...project import digest

MOST = 10
"""Pieces of each side that are shown: a popular denial is repeated by hundreds of articles."""


@dataclass(frozen=True)
class Finding:
    """What contradicts what. `key` is what makes it this one: the same for the same contradiction."""

    kind: ContradictionKind
    key: tuple[str, ...]
    since: str | None
    until: str | None = None
    actor: Named | None = None
    claims: tuple[Named, ...] = ()
    term: Named | None = None
    what: str | None = None
    values: tuple[Given, ...] = ()
    published: str | None = None
    reports: str | None = None
    statements: tuple[str, ...] = ()
    pieces: int = 0
    actors: frozenset[str] = field(default=frozenset())
    plans: frozenset[str] = field(default=frozenset())
    terms: frozenset[str] = field(default=frozenset())

    @property
    def id(self) -> str:
        """16 hexadecimal digits that depend on the kind and the key."""
        return digest("contradiction", self.kind, *self.key)


class Clash(NamedTuple):
    """Since and until when live pieces of two sides stood against each other, and which."""

    since: str
    until: str | None
    rows: list[Row]
    """The earliest of each side, at most `MOST`."""
    size: int
    """How many pieces there are in all."""


def clash(one: Iterable[Row], other: Iterable[Row]) -> Clash | None:
    """Return when pieces of both sides were live at once; None if they never were.

    A piece is live from its publication to that of its speaker's retraction.
    """
    one, other = list(one), list(other)
    if _all_stand(one, other):
        return _standing(one, other)
    pairs = [
        (a, b, live) for a in one for b in other if a["statement"] != b["statement"] and (live := _both(a, b))
    ]
    if not pairs:
        return None
    ends = [end for _, _, (_, end) in pairs]
    until = None if None in ends else max(end for end in ends if end is not None)
    since = min(start for _, _, (start, _) in pairs)
    return _clash(since, until, _pieces(a for a, _, _ in pairs), _pieces(b for _, b, _ in pairs))


def _all_stand(one: list[Row], other: list[Row]) -> bool:
    """Say whether each piece of one side stands against each of the other: nothing was taken back."""
    return (
        bool(one and other)
        and all(row["retracted"] is None for row in (*one, *other))
        and {row["statement"] for row in one}.isdisjoint(row["statement"] for row in other)
    )


def _standing(one: list[Row], other: list[Row]) -> Clash:
    """Return the clash of sides that all stand, without a look at each pair: there may be millions."""
    since = max(min(row["published"] or "" for row in side) for side in (one, other))
    return _clash(since, None, _pieces(one), _pieces(other))


def _clash(since: str, until: str | None, one: dict[str, Row], other: dict[str, Row]) -> Clash:
    sides = (one, other)
    shown = _pieces(row for side in sides for row in sorted(side.values(), key=_age)[:MOST])
    return Clash(since, until, sorted(shown.values(), key=_age), len(one | other))


def _pieces(rows: Iterable[Row]) -> dict[str, Row]:
    return {row["statement"]: row for row in rows}


def _age(row: Row) -> tuple[str, str]:
    return (row["published"] or "9", row["statement"])


def _both(a: Row, b: Row) -> tuple[str, str | None] | None:
    start = max(a["published"] or "", b["published"] or "")
    ends = [row["retracted"] for row in (a, b) if row["retracted"] is not None]
    end = min(ends) if ends else None
    return (start, end) if end is None or start[:10] < end[:10] else None


def union(rows: Iterable[Row], column: str) -> frozenset[str]:
    """Return all that the lists of one column hold."""
    return frozenset(each for row in rows for each in row[column])
