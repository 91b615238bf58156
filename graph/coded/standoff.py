"""brat's standoff: what each line of an .ann file says, with the number of the line."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from ..models import Span
from . import RowError

_SPAN = re.compile(r"(?P<type>\S+) (?P<pieces>\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(?P<type>\S+) Arg1:(?P<one>\S+) Arg2:(?P<other>\S+)\s*")
_ATTRIBUTE = re.compile(r"(?P<type>\S+) (?P<of>\S+)(?: (?P<value>.+))?")


@dataclass(frozen=True)
class Mark:
    """A text-bound annotation: a stretch of the text with a type; broken up if it has several pieces."""

    id: str
    type: str
    pieces: list[tuple[int, int]]
    words: str
    line: int


@dataclass(frozen=True)
class Link:
    """A relation, or one argument of an event: what it is called, and the two that it joins."""

    type: str
    one: str
    other: str
    line: int


@dataclass(frozen=True)
class Event:
    """An event: its trigger, and its arguments as links from the trigger."""

    id: str
    type: str
    trigger: str
    arguments: tuple[Link, ...]
    line: int


@dataclass(frozen=True)
class Attribute:
    """What is said of a mark or event; a binary attribute has no value."""

    id: str
    type: str
    of: str
    value: str | None
    line: int


@dataclass(frozen=True)
class Note:
    """An annotator's words on anything that has an id."""

    id: str
    of: str
    words: str
    line: int


@dataclass
class Standoff:
    """All that an .ann file says; what could not be read is in `refused`, by line."""

    marks: dict[str, Mark] = field(default_factory=dict[str, Mark])
    links: list[Link] = field(default_factory=list[Link])
    events: dict[str, Event] = field(default_factory=dict[str, Event])
    attributes: list[Attribute] = field(default_factory=list[Attribute])
    notes: list[Note] = field(default_factory=list[Note])
    wikidata: dict[str, str] = field(default_factory=dict[str, str])
    ids: set[str] = field(default_factory=set[str])
    """Every id of the file, so that what leads nowhere can be told."""
    refused: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])

    def read(self, text: str) -> "Standoff":
        """Add every line of an .ann file."""
        for line, words in enumerate(text.split("\n"), 1):
            if words.strip():
                try:
                    self._add(words.rstrip("\r"), line)
                except (RowError, ValueError) as error:
                    self.refused.append((line, str(error)))
        return self

    def span(self, mark: Mark, text: str) -> Span:
        """Return where a mark stands in the text; RowError if it is broken up, or its words are elsewhere."""
        if len(mark.pieces) > 1:
            raise RowError(f"{mark.id} is in {len(mark.pieces)} pieces; a span is one stretch of the text")
        start, end = mark.pieces[0]
        found = text[start:end]
        if not start < end <= len(text):
            raise RowError(f"{mark.id} stands at {start}-{end}, and the text has {len(text)} characters")
        if flat(found) != flat(mark.words):  # brat writes line breaks as spaces
            raise RowError(f"{mark.id}: {mark.words!r} is not what the text has at {start}-{end}: {found!r}")
        return Span(start=start, end=end, exact=found)

    def _add(self, words: str, line: int) -> None:
        id_, _, rest = words.partition("\t")
        sort: Literal["T", "R", "E", "A", "M", "N", "#", "*"] | str = id_[:1]
        if sort in ("R", "A", "M", "#", "N"):
            self.ids.add(id_)
        if sort == "T":
            self._unique(id_)
            self.marks[id_] = _mark(id_, rest, line)
        elif sort == "E":
            self._unique(id_)
            self.events[id_] = _event(id_, rest, line)
        elif sort == "R":
            found = _matched(_RELATION, rest, "a relation is 'Type Arg1:T1 Arg2:T2'")
            self.links.append(Link(found["type"], found["one"], found["other"], line))
        elif sort in ("A", "M"):
            found = _matched(_ATTRIBUTE, rest, "an attribute is 'Type T1' or 'Type T1 Value'")
            self.attributes.append(Attribute(id_, found["type"], found["of"], found["value"], line))
        elif sort == "#":
            head, _, note = rest.partition("\t")
            self.notes.append(Note(id_, head.split()[-1] if head.split() else "", flat(note), line))
        elif sort == "N":
            self._normalize(rest)
        else:
            raise RowError(f"no line of brat's standoff begins like {words[:20]!r}")

    def _normalize(self, rest: str) -> None:
        """Keep a Wikidata id: 'Reference T2 Wikidata:Q30'; other databases say nothing to us."""
        parts = rest.partition("\t")[0].split()
        base, _, key = parts[2].partition(":") if len(parts) == 3 else ("", "", "")
        if base.casefold() == "wikidata":
            self.wikidata[parts[1]] = key

    def _unique(self, id_: str) -> None:
        if id_ in self.marks or id_ in self.events:
            raise RowError(f"{id_} is used twice")
        self.ids.add(id_)

    def trigger(self, id_: str) -> str:
        """Return the mark that an id stands for: an event stands for its trigger."""
        return self.events[id_].trigger if id_ in self.events else id_

    def attribute(self, mark: Mark, type_: str, events: Collection[str] = ()) -> str | None:
        """Return the value that an attribute gives a mark, its event, or one of `events` that state it.

        RowError if there are several values, or one is missing: none of them is known to hold.
        """
        found = [
            a
            for a in self.attributes
            if a.type == type_ and (self.trigger(a.of) == mark.id or a.of in events)
        ]
        values = list(dict.fromkeys(a.value for a in found))
        if len(values) > 1 or None in values:
            told = ", ".join(f"{a.value or 'no value'} (line {a.line})" for a in found)
            raise RowError(f"{mark.id}: {type_} must say one thing: {told}")
        of = {a.of for a in found}
        if (silent := [id_ for id_ in events if id_ not in of]) and of and not of - set(events):
            raise RowError(f"{mark.id}: {type_} is not said of {', '.join(silent)}, which states it too")
        return values[0] if values else None

    def note(self, mark: Mark) -> str | None:
        """Return the words of the note on a mark; RowError if several notes say different things."""
        found = [note for note in self.notes if note.of == mark.id and note.words]
        if len({note.words for note in found}) > 1:
            told = ", ".join(f"{note.words!r} (line {note.line})" for note in found)
            raise RowError(f"{mark.id}: notes on it contradict each other: {told}")
        return found[0].words if found else None


def _mark(id_: str, rest: str, line: int) -> Mark:
    head, _, words = rest.partition("\t")
    found = _matched(_SPAN, head, "a text-bound annotation is 'Type START END<tab>words'")
    pieces = [piece.split() for piece in found["pieces"].split(";")]
    return Mark(id_, found["type"], [(int(start), int(end)) for start, end in pieces], words, line)


def _event(id_: str, rest: str, line: int) -> Event:
    first, *others = (part.partition(":") for part in rest.split())
    links = tuple(Link(name.rstrip("0123456789"), first[2], of, line) for name, _, of in others)
    return Event(id_, first[0], first[2], links, line)


def _matched(pattern: re.Pattern[str], text: str, form: str) -> re.Match[str]:
    if (found := pattern.fullmatch(text)) is None:
        raise RowError(f"{form}; this is {text[:60]!r}")
    return found


def flat(words: str) -> str:
    """Return words in one line with single spaces between them."""
    return " ".join(words.split())
