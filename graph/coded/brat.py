"""brat standoff: attributions that people marked by hand in a text, NAME.ann beside NAME.txt."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from ..errors import ReadError
from ..models import ACTS, Act, ActorKind, Document, Span
from ..read.text import LIMIT, check
from ..settings import Settings
from . import Item, Noted, Options, Refused, RowError, Taken
from .draft import Draft, checked_line, document
from .mapping import checked
from .scheme import Attribution, Scheme, Unmapped, attributions, in_order
from .standoff import Mark, Standoff
from .strays import KNOWN, strays

_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "this", "that")
)


def read(path: Path, options: Options) -> Iterator[Item]:
    """Yield each document of an .ann file or of a folder of them; ReadError if there is none."""
    scheme = checked(Scheme, options.mapping) if options.mapping else Scheme(act="asserts")
    if not path.is_dir():
        yield from _document(path, "", scheme, options.settings)
        return
    files = sorted(path.rglob("*.ann"))
    if not files:
        raise ReadError(f"{path}: no .ann file in this folder")
    for file in files:
        name = str(file.relative_to(path))
        try:
            yield from _document(file, name, scheme, options.settings)
        except ReadError as error:
            yield Refused(name, str(error).removeprefix(f"{file}: "))


def _document(file: Path, name: str, scheme: Scheme, settings: Settings) -> Iterator[Item]:
    text, ann = _text(file.with_suffix(".txt")), Standoff().read(_text(file))
    check(text, str(file.with_suffix(".txt")))
    reading, at = _Reading(ann, text, scheme, settings), f"{name}, " if name else ""
    yield from (Refused(f"{at}line {line}", why) for line, why in ann.refused)
    unmapped = Unmapped()
    every = in_order(attributions(ann, scheme, unmapped))
    yield from strays(ann, scheme, every, at)
    for found in every:
        line, why = found if isinstance(found, tuple) else (found.statement.line, "")
        try:
            if isinstance(found, tuple):
                raise RowError(why)
            reading.add(found)
        except RowError as error:
            yield Refused(f"{at}line {line}", str(error))
        yield from (Noted(f"{at}line {line}", note) for note in reading.notes)
        reading.notes.clear()
    yield from (Noted(f"{at}type {type_}", why) for type_, why in _unused(ann, scheme, unmapped))
    if reading.draft.statements:
        try:
            annotation = reading.draft.annotation(reading.document(file), "brat")
        except RowError as error:
            yield Refused(name, str(error), len(reading.draft.statements))
        else:
            yield Taken(annotation, len(reading.draft.statements), name)


def _unused(ann: Standoff, scheme: Scheme, joins: Unmapped) -> Iterator[tuple[str, str]]:
    """Yield the types that the scheme does not know, each with how much of it is lost."""
    given = [("mark", mark.type) for mark in ann.marks.values()]
    given += [("attribute", each.type) for each in ann.attributes if each.type not in KNOWN]
    found = Unmapped(each for each in given if scheme.role(each[1]) is None) + joins
    for (sort, type_), count in found.items():
        yield type_, f"mapped to nothing: {count} {sort}{' is' if count == 1 else 's are'} left out"


def _text(path: Path) -> str:
    """Return a file's characters exactly as brat counts them, line ends included."""
    try:
        if path.stat().st_size > LIMIT:
            raise ReadError(f"{path}: larger than {LIMIT:,} bytes")
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}") from error


class _Reading:
    """One document's attributions on their way to statements."""

    def __init__(self, ann: Standoff, text: str, scheme: Scheme, settings: Settings) -> None:
        self.draft = Draft(text, settings, scheme.published)
        self.notes: list[str] = []
        self._ann, self._text, self._scheme = ann, text, scheme
        self._made: dict[str, str] = {}

    def add(self, found: Attribution) -> None:
        """Add one statement; RowError says what is wrong with it."""
        mark = found.statement
        if not found["speaker"]:
            raise RowError(f"{mark.id} has no speaker")
        span, act = self._ann.span(mark, self._text), self._act(found)
        worded = found["claim"][0] if found["claim"] else mark
        words = self._ann.note(worded) or self._ann.span(worded, self._text).exact
        outer = [self._made[each.id] for each in found["reported_by"] if each.id in self._made]
        if found["reported_by"] and not outer:
            self.notes.append(f"{mark.id}: the statement that reports it is refused, or reports itself")
        self._made[mark.id] = self.draft.state(
            act, self.draft.claim(" ".join(words.split())),
            tuple(dict.fromkeys(self._speaker(each) for each in found["speaker"])), span,
            cue=self._beside(found["cue"]), speaker_span=self._beside(found["speaker"]),
            mode=self._ann.attribute(mark, "Mode", found.events) or "indirect",
            reported_by=outer[0] if outer else None,
        )  # fmt: skip

    def document(self, file: Path) -> Document:
        """Return the document, with its first line as its title."""
        scheme, named = self._scheme, self.draft.actors.named
        title = next(line for line in self._text.splitlines() if line.strip())
        return document(
            title=(checked_line("title", title) or file.stem)[:300],
            text=self._text,
            language=scheme.language,
            publisher=named(scheme.publisher, "Organization", "") if scheme.publisher else None,
            published=scheme.published,
            source=file.with_suffix(".txt").name,
        )

    def _act(self, found: Attribution) -> Act:
        mark, said = found.statement, self._ann.attribute(found.statement, "Act", found.events)
        act = self._scheme.acts.get(said or mark.type) or (said or "").casefold() or self._scheme.act
        if act not in ACTS:
            told = f"the act {said!r} is none of {', '.join(ACTS)}" if said else "nothing tells its act"
            raise RowError(f"{mark.id}: {told}; a mapping may (`acts:`, `act:`)")
        return act

    def _speaker(self, mark: Mark) -> str:
        """Return whom a mark means: the name in its note, else its words."""
        words = self._ann.note(mark) or self._ann.span(mark, self._text).exact
        name = " ".join(words.split())
        if name.casefold() in _PRONOUNS:
            raise RowError(f"{mark.id}: {name!r} names nobody; write the name into a note on it")
        said = self._ann.attribute(mark, "Kind")
        if said is not None and said not in get_args(ActorKind):
            raise RowError(f"{mark.id}: the kind {said!r} is none of {', '.join(get_args(ActorKind))}")
        kind = cast(ActorKind, said) if said else self._scheme.kind
        return self.draft.actors.named(name, kind, "say it by the attribute Kind or `kind:` in a mapping")

    def _beside(self, marks: list[Mark]) -> Span | None:
        """Return where a cue or speaker stands, if it is one stretch."""
        try:
            return self._ann.span(marks[0], self._text) if len(marks) == 1 else None
        except RowError as error:
            self.notes.append(f"left out: {error}")
            return None
