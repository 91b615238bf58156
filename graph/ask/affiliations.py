"""Whose side an actor is on: the organisations and states that posts or an affiliation tell it is with."""

from collections.abc import Iterable

from ..answers import Row, Speaker
from ..store import Store
from .filters import filtered_by
from .spoken import during


class Sides:
    """Whom actors are with. A person with posts at two organisations at once makes them one side."""

    def __init__(self, store: Store, actors: Iterable[str], *, as_of: str | None = None) -> None:
        rows = store.read("with_whom", actors=sorted(set(actors)), filter=filtered_by(as_of=as_of))
        self._with: dict[str, list[Row]] = {row["id"]: row["organisations"] for row in rows}

    def of(self, speaker: Speaker, at: str | None) -> list[Speaker]:
        """Return whom an actor is with on a date, or itself where it is with nobody."""
        held = [one for one in self._with.get(speaker.id, []) if during(one["since"], one["until"], at)]
        found = {one["id"]: Speaker.model_validate(one) for one in held}
        return [found[id_] for id_ in sorted(found)] or [speaker]

    def same(self, one: Speaker, other: Speaker, at: str | None) -> bool:
        """Return whether two actors are the same, are with the same, or one is with the other."""
        ones = {one.id, *(each.id for each in self.of(one, at))}
        return not ones.isdisjoint({other.id, *(each.id for each in self.of(other, at))})
