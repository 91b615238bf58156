"""Known people, states, organisations and places, as data that a user can extend."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import yaml

from ...errors import InputError
from ...models import slug
from ..lexicon import data
from .names import bare, fold, is_calendar

Kind = Literal["State", "Organization", "Person", "Collective", "Place"]
_SECTIONS: dict[str, Kind] = {
    "states": "State",
    "organizations": "Organization",
    "people": "Person",
    "places": "Place",
    "collectives": "Collective",
}


@dataclass(frozen=True)
class Tenure:
    """A post held at a state or organisation, from when until when as far as known."""

    post: str
    at: str
    since: str | None = None
    until: str | None = None

    def during(self, when: str | None) -> bool:
        """Say whether the post can be held at a date; what is not known rules nothing out."""
        if when is None:
            return True
        early = self.since is not None and when < self.since[: len(when)]
        late = self.until is not None and when[: len(self.until)] > self.until
        return not (early or late)


@dataclass(frozen=True)
class Entry:
    """One known actor or place."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    of: str | None = None
    surname: str = ""
    gender: str | None = None
    tenures: tuple[Tenure, ...] = ()
    members: tuple[str, ...] = ()
    article: str | None = None
    wikidata: str | None = None
    generic: tuple[str, ...] = ()

    def posts(self, when: str | None = None) -> tuple[tuple[str, str], ...]:
        """The posts held at a date, each with its state or organisation."""
        return tuple((t.post, t.at) for t in self.tenures if t.during(when))

    @property
    def phrase(self) -> str:
        """The name as it stands in a sentence: 'the United States'."""
        return f"{self.article} {self.name}" if self.article else self.name


@dataclass
class Gazetteer:
    """All entries, by id, by the phrases that name them, and by surname."""

    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    phrases: dict[str, str] = field(default_factory=dict[str, str])
    demonyms: dict[str, str] = field(default_factory=dict[str, str])
    surnames: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    generic: set[str] = field(default_factory=set[str])
    bare: frozenset[str] = frozenset()
    """The surnames, as `equal_surname` compares them."""
    bare_names: frozenset[str] = frozenset()
    """The names of one word that people are called by, as they are written: 'Merz', 'Orban'."""
    pattern: re.Pattern[str] = re.compile(r"(?!)")

    def add(self, entry: Entry) -> None:
        """Add an entry, or replace the one with its id and all names that it had."""
        self._forget(entry.id)
        self.entries[entry.id] = entry
        for phrase in (entry.name, *entry.aliases, *entry.metonyms, *entry.generic):
            self.phrases[phrase] = entry.id
        self.generic |= set(entry.generic)
        for demonym in entry.demonyms:
            self.demonyms[demonym] = entry.id
        if entry.kind == "Person" and entry.surname:
            self.surnames.setdefault(fold(entry.surname), []).append(entry.id)

    def _forget(self, id_: str) -> None:
        old = self.entries.pop(id_, None)
        if old is None:
            return
        for table in (self.phrases, self.demonyms):
            for phrase in [p for p, owner in table.items() if owner == id_]:
                del table[phrase]
        self.generic -= set(old.generic)
        for ids in self.surnames.values():
            if id_ in ids:
                ids.remove(id_)

    def close(self) -> "Gazetteer":
        """Build the pattern that finds every name; the longest name wins."""
        self.bare = frozenset(map(bare, self.surnames))
        people = [entry for entry in self.entries.values() if entry.kind == "Person"]
        written = (name for e in people for name in (e.surname or "", *e.aliases))
        self.bare_names = frozenset(
            name for name in written if name.isalpha() and name.istitle() and not is_calendar(name)
        )
        names = sorted({*self.phrases, *self.demonyms}, key=lambda name: (-len(name), name))
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        return self


@cache
def load(extra: Path | None = None) -> Gazetteer:
    """Load the built-in gazetteer, with the user's file, or the files of a folder, merged over it."""
    gazetteer = Gazetteer()
    files = sorted(extra.glob("*.yaml")) if extra and extra.is_dir() else [extra]
    for table in (data("gazetteer.yaml"), *map(_user_table, files)):
        for section, rows in table.items():
            for row in rows or ():
                gazetteer.add(_entry(_SECTIONS[section], row, extra))
    return gazetteer.close()


def _user_table(extra: Path | None) -> dict[str, Any]:
    if extra is None:
        return {}
    try:
        loaded = cast("object", yaml.safe_load(extra.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"gazetteer {extra}: cannot be read: {error}") from error
    table = cast("dict[str, Any]", loaded) if isinstance(loaded, dict) else None
    if table is None or set(table) - set(_SECTIONS):
        raise InputError(f"gazetteer {extra}: the sections must be among {', '.join(_SECTIONS)}")
    return table


def _entry(kind: Kind, row: dict[str, Any], extra: Path | None) -> Entry:
    try:
        name = str(row["name"])
        metonyms = tuple(row.get("metonyms", ())) + ((row["capital"],) if "capital" in row else ())
        tenures = tuple(_tenure(dict(held)) for held in row.get("posts", ()))
        surname = str(row.get("surname", name.split()[-1] if kind == "Person" else ""))
        return Entry(
            slug(name),
            kind,
            name,
            tuple(row.get("aliases", ())),
            metonyms,
            tuple(row.get("demonyms", ())),
            row.get("of"),
            surname,
            row.get("gender"),
            tenures,
            tuple(row.get("members", ())),
            row.get("article"),
            row.get("wikidata"),
            tuple(row.get("generic", ())),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(f"gazetteer {extra or 'built-in'}: entry {row!r}: {error!r}") from error


def _tenure(held: dict[str, Any]) -> Tenure:
    """Read '{President: france, since: 2017-05-14}'."""
    since, until = (str(held.pop(k)) if k in held else None for k in ("since", "until"))
    ((post, at),) = held.items()
    return Tenure(str(post), str(at), since, until)
