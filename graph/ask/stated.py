"""What the documents published by a moment state of a thing: what an answer of then may tell of it."""

from collections.abc import Iterable

from ..answers import Row
from ..errors import NotFoundError
from ..facts import lexical
from ..store import Store


class Stated:
    """The facts of one thing, as its documents of then state them."""

    def __init__(self, facts: Iterable[str]) -> None:
        self.facts = frozenset(facts)
        self._keys = frozenset(fact.partition("=")[0] for fact in self.facts)

    def values(self, key: str, held: Iterable[str]) -> list[str]:
        """Return those values of a property that were stated."""
        return [value for value in held if f"{key}={lexical(value)}" in self.facts]

    def ends(self, edge: str, segment: str, held: Iterable[Row]) -> list[Row]:
        """Return those ends of an edge that were stated, each a row with its id."""
        return [row for row in held if f"{edge}={segment}/{row['id']}" in self.facts]

    def without_unknown(self, row: Row, keys: Iterable[str]) -> Row:
        """Return the row with None for each single value that nobody had stated.

        The earliest statement of a single value wins, so that one that was stated is still the value.
        """
        return {**row, **{key: None for key in keys if key not in self._keys}}


def stated(store: Store, ids: Iterable[str], as_of: str) -> dict[str, Stated]:
    """Return what documents published by then state of things; those that none mentions are left out."""
    rows = store.read("stated", ids=sorted(set(ids)), as_of=as_of)
    return {row["id"]: Stated(row["facts"]) for row in rows}


def stated_of(store: Store, ids: Iterable[str], what: str, as_of: str) -> Stated:
    """Return what was stated of one thing under any of its ids; NotFoundError if nothing mentions it."""
    given = list(ids)
    found = stated(store, given, as_of)
    if not found:
        raise NotFoundError(f"nothing published by {as_of} mentions {what} {given[0]!r}")
    return Stated(fact for one in found.values() for fact in one.facts)
