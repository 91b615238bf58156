"""Which actors may be the same, by the spelling of their names: proposed to a person, never merged."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from .answers import Alike, Named
from .extract.actors.gazetteer import Gazetteer, load
from .extract.actors.names import fold, same_given, same_surname
from .store import Row


@dataclass(frozen=True)
class _Named:
    id: str
    name: str
    kind: str
    wikidata: str | None
    names: frozenset[str]
    apart: frozenset[str]

    @property
    def surname(self) -> str:
        return self.name.split()[-1] if self.name.split() else ""

    @property
    def given(self) -> str:
        return " ".join(self.name.split()[:-1])


def alike(rows: Iterable[Row], gazetteer: Path | None = None) -> list[Alike]:
    """Return pairs of actors, rows of `names_of_actors`, that may be one; in order of their ids."""
    actors = [_named(row) for row in rows]
    found: dict[tuple[str, str], Alike] = {}
    for one, other, why in (*_by_name(actors), *_by_surname(actors, load(gazetteer))):
        pair = Named(id=one.id, name=one.name), Named(id=other.id, name=other.name)
        found.setdefault((one.id, other.id), Alike(one=pair[0], other=pair[1], why=why))
    return [found[ids] for ids in sorted(found)]


def _named(row: Row) -> _Named:
    names = frozenset(fold(name) for name in (row["name"], *row["aliases"]))
    return _Named(row["id"], row["name"], row["kind"], row["wikidata"], names, frozenset(row["apart"]))


def _by_name(actors: list[_Named]) -> Iterator[tuple[_Named, _Named, str]]:
    for one, other in _neighbours(actors, lambda actor: actor.names):
        if {fold(one.name), fold(other.name)} & one.names & other.names:
            yield one, other, "the same name"


def _by_surname(actors: list[_Named], known: Gazetteer) -> Iterator[tuple[_Named, _Named, str]]:
    people = [actor for actor in actors if actor.kind == "Person"]
    for one, other in _neighbours(people, lambda actor: [fold(actor.surname)[:1]]):
        equal = fold(one.surname) == fold(other.surname)
        # Well-known people are who they are, and well-known surnames that differ are not misspelt.
        famous = one.id in known.entries and other.id in known.entries
        famous |= not equal and all(fold(actor.surname) in known.surnames for actor in (one, other))
        if not famous and same_surname(one.surname, other.surname) and same_given(one.given, other.given):
            yield one, other, "the same surname" if equal else "surnames that sound and look alike"


def _neighbours(
    actors: Iterable[_Named], keys: Callable[[_Named], Iterable[str]]
) -> Iterator[tuple[_Named, _Named]]:
    """Yield pairs of one kind that share a key and that neither Wikidata nor a person tells apart."""
    groups: dict[tuple[str, str], list[_Named]] = {}
    for actor in actors:
        for key in keys(actor):
            groups.setdefault((actor.kind, key), []).append(actor)
    for group in groups.values():
        for one, other in combinations(group, 2):
            items = {one.wikidata, other.wikidata} - {None}
            if len(items) < 2 and one.id not in other.apart and other.id not in one.apart:
                yield one, other
