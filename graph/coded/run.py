"""From a coded file to the graph: each document checked and stored by itself, everything counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from ..check import problems
from ..errors import AnnotationError, InputError
from ..ingest import understand_annotation, write_understood
from ..models import Annotation
from ..project import document_id
from ..store import Store
from . import Item, Kind, Known, Noted, Options, Refused, Taken
from .gazetteerfile import GazetteerFile

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
    path: Path, kind: Kind, options: Options, store: Store | None, gazetteer: GazetteerFile | None = None
) -> Iterator[Event]:
    """Yield what becomes of each part of a file, storing document by document; without a store only check.

    An error of the input ends the file, never the run: it is the last event. What was stored before it stays.
    """
    seen = dict[str, bytes]()
    items: Iterator[Item] | None = None
    while True:
        try:
            items = items or kind.read(path, options)
            item = next(items, None)
        except InputError as error:
            yield RefusedWhole("", str(error).removeprefix(f"{path}: "), rows=0)
            return
        if item is None:
            return
        if isinstance(item, Known):
            new = gazetteer is None or gazetteer.add(item)
            yield Entered(str(item.entry["name"]), new, item.rows)
        elif isinstance(item, Taken):
            yield _dealt_with(item, str(path), seen, options, store)
        else:
            yield item


def _dealt_with(
    item: Taken, name: str, seen: dict[str, bytes], options: Options, store: Store | None
) -> Stored | Refused:
    try:
        return _stored(item, name, seen, options, store)
    except InputError as error:
        why = "\n".join(line.removeprefix(f"{name}: ") for line in str(error).splitlines())
        return RefusedWhole(item.where or item.annotation.document.title, why, item.rows)


def _stored(item: Taken, name: str, seen: dict[str, bytes], options: Options, store: Store | None) -> Stored:
    annotation = _named(item.annotation, name)
    if wrong := problems(annotation):
        raise AnnotationError("\n".join(f"{'.'.join(map(str, w.path))}: {w.message}" for w in wrong[:20]))
    document = document_id(annotation.document.text)
    digest = blake2b(annotation.model_dump_json().encode(), digest_size=8).digest()
    if seen.setdefault(document, digest) != digest:
        raise InputError(
            "the same text came before in this file, with other statements: "
            "a document has one reading, so put its rows together"
        )
    understood = understand_annotation(annotation, name, options.settings)
    if store is None:
        outcome: Outcome = "valid"
    else:
        (written,) = write_understood(store, [understood])
        outcome = written.outcome
    return Stored(document, annotation.document.title, outcome, item.rows)


def _named(annotation: Annotation, name: str) -> Annotation:
    """Say from which file the document is, unless its reader said it."""
    document = annotation.document
    if document.source is not None:
        return annotation
    named = document.model_copy(update={"source": Path(name).name})
    return annotation.model_copy(update={"document": named})
