"""Whom judgements make of the actors that documents name: worked out anew from all of them, never patched.

Merges and splits lead from one actor to another and never in a circle, so that any of them can be
undone first. A judgement waits while an actor that it needs is not in the graph, or no place that it names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .errors import ConflictError
from .judgements import Judgement, told

Row = dict[str, object]


@dataclass(frozen=True)
class Held:
    """What the graph holds of an actor that a judgement names."""

    kind: str
    name: str
    wikidata: str | None = None
    documented: bool = True


@dataclass(frozen=True)
class Origin:
    """An actor in documents that is led to another: in `only` these documents (None: all) `but` those."""

    actor: str
    only: frozenset[str] | None
    but: frozenset[str]


class Resolution:
    """Where the actors of some judgements lead, given what the graph holds of them."""

    def __init__(
        self,
        judgements: Iterable[Judgement] = (),
        held: dict[str, Held] | None = None,
        others: Iterable[str] = (),
        places: dict[str, set[str]] | None = None,
    ) -> None:
        self.judgements = sorted(judgements, key=lambda judgement: judgement.id)
        self.held = held or {}
        self.places = places or {}
        self.actors = frozenset([*others, *(a for j in self.judgements for a in (j.actor, j.into))])
        self.active = self._active()
        self.merges = {j.actor: j.into for j in self.active if j.kind == "merge"}
        self.splits = [j for j in self.active if j.kind == "split"]

    def joined(self, other: "Resolution", actors: Iterable[str]) -> "Resolution":
        """Return this together with judgements about other actors; `actors` count as judged too."""
        return Resolution(
            {*self.judgements, *other.judgements},
            {**other.held, **self.held},
            [*actors, *other.actors],
            {
                place: self.places.get(place, set()) | other.places.get(place, set())
                for place in (*self.places, *other.places)
            },
        )

    def _active(self) -> list[Judgement]:
        """Return the judgements whose actors are there: stated by documents, or made by an active split."""
        there = {id_ for id_, actor in self.held.items() if actor.documented}
        active: list[Judgement] = []
        waiting = [j for j in self.judgements if j.kind == "merge" or self._placed(j)]
        while ready := [j for j in waiting if j.actor in there and (j.kind == "split" or j.into in there)]:
            there |= {j.into for j in ready}
            active += ready
            waiting = [j for j in waiting if j not in ready]
        return sorted(active, key=lambda judgement: judgement.id)

    def _placed(self, split: Judgement) -> bool:
        """Return whether a place of a split is there and names its actor, or one that is led to it."""
        steps = steps_of(self.judgements)
        return any(
            _reaches(actor, split.actor, steps)
            for place in (*split.documents, *split.statements)
            for actor in self.places.get(place, ())
        )

    def resolve(self, actor: str, document: str = "", statement: str = "") -> str:
        """Return the actor that is meant where a document, or one of its statements, names `actor`."""
        while True:
            meant = self._split(actor, document, statement) or self.merges.get(actor)
            if meant is None:
                return actor
            actor = meant

    def _split(self, actor: str, document: str, statement: str) -> str | None:
        """A statement that is split off by itself goes before its document."""
        mine = [j for j in self.splits if j.actor == actor]
        by_statement = (j.into for j in mine if statement in j.statements)
        return next(by_statement, None) or next((j.into for j in mine if document in j.documents), None)

    def origins(self, actor: str) -> Iterator[Origin]:
        """Yield the actors that lead to `actor` where documents state edges between shared nodes."""
        special = {d for j in self.splits for d in j.documents}
        for raw in sorted(self.actors | {actor}):
            here = {d for d in special if self.resolve(raw, d) == actor}
            if self.resolve(raw) == actor:
                yield Origin(raw, None, frozenset(special - here))
            elif here:
                yield Origin(raw, frozenset(here), frozenset())

    def merged(self) -> list[Row]:
        """Return the actors that are merged away, and into whom."""
        return [{"actor": actor, "into": self.resolve(actor)} for actor in sorted(self.merges)]

    def made(self) -> list[Row]:
        """Return the actors of active splits, with name and kind for those that no document states."""
        first = {j.into: j for j in reversed(self.splits)}
        return [
            {"id": id_, "name": judgement.name, "kind": self._kind(id_)}
            for id_, judgement in sorted(first.items())
        ]

    def _kind(self, actor: str) -> str:
        """Return the kind that documents give, or that of the actor it was split from."""
        while not (actor in self.held and self.held[actor].documented):
            actor = next(j.actor for j in self.splits if j.into == actor)
        return self.held[actor].kind

    def needless(self) -> list[str]:
        """Return the actors that no active split makes; they stay only if documents state them."""
        return sorted(self.actors - {j.into for j in self.splits})

    def require_sound(self) -> None:
        """Raise ConflictError when judgements contradict each other or what documents state."""
        for judgement in self.active:
            if judgement.kind == "merge" or judgement.documents:  # Who said one thing may be of any kind.
                self._require_one_kind(judgement)
        self._require_one_item()
        require_tree(self.judgements)

    def _require_one_kind(self, judgement: Judgement) -> None:
        one, other = self._kind(judgement.actor), self._kind(judgement.into)
        if one != other:
            raise ConflictError(
                f"{judgement.actor!r} is a {one} and {judgement.into!r} a {other}: actors of two kinds "
                f"are never one (judgement {judgement.id}: {told(judgement)})"
            )

    def _require_one_item(self) -> None:
        items: dict[str, dict[str, str]] = {}
        for id_, actor in sorted(self.held.items()):
            if actor.wikidata and actor.documented:
                items.setdefault(self.resolve(id_), {})[actor.wikidata] = id_
        for found in items.values():
            if len(found) > 1:
                several = " and ".join(f"{id_!r} is {item}" for item, id_ in sorted(found.items()))
                raise ConflictError(f"{several} at Wikidata: they are not the same actor")


def require_tree(judgements: Iterable[Judgement]) -> None:
    """Raise ConflictError unless each place leads to one actor, and none in a circle."""
    places: dict[tuple[str, str], Judgement] = {}
    judgements = list(judgements)
    steps = steps_of(judgements)
    for judgement in judgements:
        for place in (*judgement.documents, *judgement.statements) or ("",):
            known = places.setdefault((judgement.actor, place), judgement)
            if known != judgement:
                raise ConflictError(f"it is judged already that {told(known)} ({known.id}); undo that first")
    for judgement in judgements:
        if _reaches(judgement.into, judgement.actor, steps):
            raise ConflictError(
                f"{judgement.actor!r} would lead to itself: {judgement.into!r} is already led to it; "
                "undo that judgement first"
            )


def steps_of(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Return to which actors judgements lead from each."""
    steps: dict[str, set[str]] = {}
    for judgement in judgements:
        steps.setdefault(judgement.actor, set()).add(judgement.into)
    return steps


def _reaches(start: str, end: str, steps: dict[str, set[str]]) -> bool:
    ahead, seen = [start], set[str]()
    while ahead:
        at = ahead.pop()
        if at == end:
            return True
        if at not in seen:
            seen.add(at)
            ahead += steps.get(at, ())
    return False
