"""The mentions of an article by their places: what stands near or before is found without a search."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ..sentences import position

How = Literal["name", "demonym"]


@dataclass(frozen=True)
class Mention:
    """A stretch of tokens that names an actor or a place."""

    of: str
    first: Token
    last: Token
    how: How = "name"


class Mentions:
    """Keeps mentions in the order of the text, and the places at which each actor is named."""

    def __init__(self) -> None:
        self._at: list[int] = []
        self._held: list[Mention] = []
        self._of: dict[str, list[int]] = {}

    def add(self, mention: Mention) -> None:
        """Keep a mention at its place."""
        at = position(mention.first)
        place = bisect_right(self._at, at)
        self._at.insert(place, at)
        self._held.insert(place, mention)
        insort(self._of.setdefault(mention.of, []), at)

    def remove(self, mention: Mention) -> None:
        """Forget a mention."""
        at = position(mention.first)
        place = self._held.index(mention, bisect_left(self._at, at))
        del self._at[place], self._held[place]
        self._of[mention.of].remove(at)

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin after one place of the text and before another."""
        return self._held[bisect_right(self._at, start) : bisect_left(self._at, end)]

    def back(self, end: int) -> Iterator[Mention]:
        """Yield the mentions that begin before a place of the text, the last first."""
        return (self._held[i] for i in range(bisect_left(self._at, end) - 1, -1, -1))

    def last(self, of: str, end: int) -> int | None:
        """Return where an actor is last named before a place of the text."""
        places = self._of.get(of, [])
        before = bisect_left(places, end)
        return places[before - 1] if before else None

    def named(self, of: str) -> bool:
        """Say whether the text names an actor anywhere."""
        return bool(self._of.get(of))
