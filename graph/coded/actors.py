"""Whom a name in coded data means: an actor of the gazetteer, or one whose kind the data tell."""

import unicodedata

from ..extract.actors.cast import Cast
from ..extract.actors.gazetteer import Entry, load
from ..models import Actor, ActorKind, slug
from ..settings import Settings
from . import RowError


class Actors:
    """The actors of one document, each under one id."""

    def __init__(self, settings: Settings, when: str | None) -> None:
        self._cast = Cast(load(settings.gazetteer), when)

    def named(self, name: str, kind: ActorKind | None, unknown: str) -> str:
        """Return the id of whom a name means.

        A name, alias or metonym of the gazetteer means its entry, unless the data say that it is of another
        kind. Any other name means an actor of the kind given; RowError with the advice `unknown` if none is.
        """
        name = " ".join(name.split())
        if not slug(name):
            raise RowError(f"{name!r} is no name of an actor")
        entry = self._known(name)
        if entry is not None and _fits(entry, name, kind):
            member = self._cast.known(entry.id)
        elif kind is None:
            raise RowError(f"nothing tells whether {name!r} is a person, an organisation or else; {unknown}")
        else:
            member = self._cast.join(kind, name)
        if member.name != name and not _of_another_kind(entry, name):
            member.spellings.add(name)
        return member.id

    def with_ids(self, ids: set[str]) -> tuple[Actor, ...]:
        """Return actors named so far, and those that they refer to, in order of id."""
        return tuple(self._cast.actors(ids))

    def _known(self, name: str) -> Entry | None:
        gazetteer = self._cast.gazetteer
        phrase = unicodedata.normalize("NFC", name)
        id_ = gazetteer.phrases.get(phrase)
        entry = gazetteer.entries[id_] if id_ and phrase not in gazetteer.generic else None
        return None if entry is None or entry.kind == "Place" else entry


def _fits(entry: Entry, name: str, kind: ActorKind | None) -> bool:
    if kind is None or entry.kind == kind:
        return True
    # Coders call a union now a state, now an organisation; a person is neither.
    return name not in entry.metonyms and "Person" not in (entry.kind, kind) and kind != "AnonymousSource"


def _of_another_kind(entry: Entry | None, name: str) -> bool:
    """Say whether a name is a metonym, which is no alias: 'Washington'."""
    return entry is not None and name in entry.metonyms
