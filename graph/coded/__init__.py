"""What other people coded, as annotations: their files in, one document at a time.

A reader yields what it takes, what it refuses and what it had to leave out; it decides nothing about the
graph. Everything taken goes through the same checks as what we read ourselves (`graph.coded.run`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..models import Annotation
from ..settings import Settings


@dataclass(frozen=True)
class Taken:
    """One document as coded."""

    annotation: Annotation
    rows: int
    """Statements or rows of the source that it holds."""
    where: str = ""
    """Where in the file it stands, to be told if the graph refuses it."""


@dataclass(frozen=True)
class Refused:
    """Rows, or one document, that could not be taken."""

    where: str
    """Such as 'STATEMENTS, ID 17', 'line 4', 'documents/3.ann, T7'."""
    why: str
    rows: int = 1
    """How many rows of the source that is; a document that holds none counts as none."""


@dataclass(frozen=True)
class Noted:
    """Something that was lost on the way of what is taken, such as an attribute that the model lacks."""

    where: str
    why: str


@dataclass(frozen=True)
class Known:
    """An actor that articles may name: an entry of a gazetteer, not a document."""

    section: str
    """'people', 'organizations' or 'states', as a gazetteer has them."""
    entry: Mapping[str, Any]
    rows: int


class RowError(ValueError):
    """A row, record or mark that cannot be taken; its reader yields it as Refused and goes on."""


Item = Taken | Known | Refused | Noted


@dataclass(frozen=True)
class Options:
    """What the user says about files: the same for every kind."""

    mapping: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The user's mapping file as plain data; each reader checks it, InputError if it makes no sense."""
    settings: Settings = field(default_factory=Settings)


Reader = Callable[[Path, Options], Iterator[Item]]
"""Lazy, one document in memory at a time; ReadError when the file as a whole cannot be read (any further)."""


@dataclass(frozen=True)
class Kind:
    """One sort of file that can be imported."""

    name: str
    summary: str
    """One line, for the help."""
    read: Reader
    suffixes: tuple[str, ...] = ()
    """Ends of file names that can only be this kind, lower case, with the dot."""
    gives: Literal["documents", "entries"] = "documents"
    """Whether what it yields is Taken, for the graph, or Known, for a gazetteer."""
