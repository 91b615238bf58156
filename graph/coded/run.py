"""From a coded file to the graph: each document checked and stored by itself, everything counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from ..errors import InputError
from ..ingest import Understood, write_understood
from ..project import document_id
from ..store import Store
from . import Item, Kind, Known, Noted, Options, Refused, Taken
from .checking import check_together
from .gazetteerfile import GazetteerFile

TOGETHER = 32
MOST_TEXT = 1_000_000
"""Documents, and characters of them, that are checked at a time: the checks cost less for many at once."""

Outcome = Literal["added", "replaced", "unchanged", "valid"]
"""What became of a document: 'valid' if nothing was to be stored."""


@dataclass(frozen=True)
class Stored:
    """One document that is in the graph now, or would be."""

    document: str
    title: str
    outcome: Outcome
    rows: int


@dataclass(frozen=True)
class Entered:
    """One entry that the gazetteer has now, or would have."""

    name: str
    new: bool
    rows: int


Event = Stored | Entered | Refused | Noted


@dataclass
class Tally:
    """What became of one file, counted as it is read."""

    read: int = 0
    """Rows, taken or refused."""
    taken: int = 0
    refused: int = 0
    noted: int = 0
    documents: dict[Outcome, int] = field(default_factory=dict[Outcome, int])
    entries: int = 0
    whole: int = 0
    """Documents, or the rest of the file, that were refused as a whole."""

    def add(self, event: Event) -> None:
        """Count one event."""
        if isinstance(event, Stored):
            self.read += event.rows
            self.taken += event.rows
            self.documents[event.outcome] = self.documents.get(event.outcome, 0) + 1
        elif isinstance(event, Entered):
            self.read += event.rows
            self.taken += event.rows
            self.entries += 1
        elif isinstance(event, Refused):
            self.read += event.rows
            self.refused += event.rows
            self.whole += isinstance(event, RefusedWhole)
        else:
            self.noted += 1

    @property
    def nothing(self) -> bool:
        """Whether rows were refused and none was taken: then the file as such was."""
        return self.refused > 0 and self.taken == 0 and self.whole == 0

    def summary(self) -> dict[str, object]:
        """Return the counts as plain data."""
        counts = {"read": self.read, "taken": self.taken, "refused": self.refused, "noted": self.noted}
        return {**counts, "documents": self.documents, "entries": self.entries}

    def __str__(self) -> str:
        notes = f"{self.noted} note{'' if self.noted == 1 else 's'}"
        rows = f"{self.read} rows read, {self.taken} taken, {self.refused} refused, {notes}"
        documents = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self.documents.items()))
        if self.entries:
            return f"{rows}; entries of the gazetteer: {self.entries}"
        return f"{rows}; documents: {documents or 'none'}"


class RefusedWhole(Refused):
    """A document that the checks or the graph refuse, or a file that cannot be read any further."""


def import_file(
    path: Path,
    kind: Kind,
    options: Options,
    store: Store | None,
    gazetteer: GazetteerFile | None = None,
    *,
    replace: bool = False,
) -> Iterator[Event]:
    """Yield what becomes of each part of a file, storing document by document; without a store only check.

    With `replace` a document takes the place of any other reading of its text, also of a person's.

    An error of the input ends the file, never the run: it is the last event. What was stored before it stays.
    """
    seen = dict[str, bytes]()
    for items in _some(_read(path, kind, options)):
        checked = check_together(
            [item.annotation for item in items if isinstance(item, Taken)], path, options
        )
        for item in items:
            if isinstance(item, Known):
                new = gazetteer is None or gazetteer.add(item)
                yield Entered(str(item.entry["name"]), new, item.rows)
            elif isinstance(item, Taken):
                yield _dealt_with(item, next(checked), seen, store, replace)
            else:
                yield item


def _read(path: Path, kind: Kind, options: Options) -> Iterator[Item]:
    try:
        yield from kind.read(path, options)
    except InputError as error:
        # Who reads '/path/f.json:4: why' in an error reads 'line 4: why' here, after the name of the file.
        why = str(error).removeprefix(f"{path}:")
        line, colon, rest = why.partition(": ")
        told = (f"line {line}", rest) if colon and line.isdecimal() else ("", why.strip())
        yield RefusedWhole(*told, rows=0)


def _some(items: Iterator[Item]) -> Iterator[list[Item]]:
    """Yield items in lists that are small in number and in text."""
    held, size = list[Item](), 0
    for item in items:
        held.append(item)
        size += len(item.annotation.document.text) if isinstance(item, Taken) else 0
        if len(held) >= TOGETHER or size > MOST_TEXT:
            yield held
            held, size = [], 0
    yield held


def _dealt_with(
    item: Taken,
    understood: Understood | InputError,
    seen: dict[str, bytes],
    store: Store | None,
    replace: bool,
) -> Stored | Refused:
    where = item.where or item.annotation.document.title
    if isinstance(understood, InputError):
        return RefusedWhole(where, str(understood), item.rows)
    annotation = item.annotation
    document = document_id(annotation.document.text)
    digest = blake2b(annotation.model_dump_json().encode(), digest_size=8).digest()
    if seen.setdefault(document, digest) != digest:
        return RefusedWhole(where, _TWICE, item.rows)
    outcome: Outcome = "valid"
    if store is not None:
        try:
            outcome = write_understood(store, [understood], replace=replace)[0].outcome
        except InputError as error:
            return RefusedWhole(where, str(error), item.rows)
    return Stored(document, annotation.document.title, outcome, item.rows)


_TWICE = (
    "the same text came before in this file, with other statements: "
    "a document has one reading, so put its rows together"
)
