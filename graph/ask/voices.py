"""Who speaks for an actor: itself, and the people with a post at it."""

from collections.abc import Iterable

from ..answers import Row
from ..store import Store
from .spoken import during


class Voices:
    """Who speaks for each of some actors, and when."""

    def __init__(self, store: Store, actors: Iterable[str]) -> None:
        self._of: dict[str, dict[str, list[Row]]] = {}
        for row in store.read("voices", actors=sorted(set(actors))):
            self._of.setdefault(row["actor"], {}).setdefault(row["voice"], []).append(row)

    def speaks(self, speaker: str, actor: str, at: str | None) -> bool:
        """Return whether somebody speaks for an actor on a date; where none is known, whether at any time."""
        posts = self._of.get(actor, {}).get(speaker, [])
        return bool(posts) if at is None else any(during(post["since"], post["until"], at) for post in posts)
