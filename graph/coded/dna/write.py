"""The graph as a study of DNA: one file that DNA 3.1 opens, the same bytes for the same graph."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...contents import read_document, read_documents
from ...errors import DiskError, InputError, NotFoundError, StoreError
from ...files import put_in_place
from ...judge import judgements
from ...store import Store
from ...subgraph import Subgraph
from .counted import counted, told
from .outgoing import document_row, shortened, statements
from .shared import Shared
from .tables import AGREEMENT, TYPE_ID, add_coder, create


@dataclass(frozen=True)
class Exported:
    """What a study holds of the graph, and what it has no place for, counted by kind."""

    documents: int
    statements: int
    left: dict[str, int] = field(default_factory=dict[str, int])

    def __str__(self) -> str:
        documents, statements = counted(self.documents, "document"), counted(self.statements, "statement")
        lines = [f"{documents}, {statements}"]
        lines += [f"not in it: {told(count, what)}" for what, count in self.left.items()]
        return "\n".join(lines)


def write_dna(store: Store, path: Path, documents: Iterable[str] | None = None) -> Exported:
    """Write what documents state, all or those of some ids, as a .dna file; judgements are only counted.

    InputError if the file cannot be written, NotFoundError if there is no such document, StoreError if the
    graph changed meanwhile; then what was there before stays.
    """
    before = store.revision()

    def found() -> Iterator[Subgraph]:
        if documents is None:
            yield from read_documents(store)
        else:
            yield from (_one(store, id_) for id_ in sorted(set(documents)))
        if store.revision() != before:
            raise StoreError("the graph changed while it was written out; do it again")

    return write_study(found(), path, judged=0 if documents is not None else len(judgements(store)))


def _one(store: Store, document: str) -> Subgraph:
    subgraph = read_document(store.read, document)
    if subgraph is None:
        raise NotFoundError(f"the graph holds no document {document!r}")
    return subgraph


def write_study(documents: Iterable[Subgraph], path: Path, judged: int = 0) -> Exported:
    """Write documents, in order of their ids, as a .dna file; InputError if it cannot be written."""
    try:
        with put_in_place(path) as part:
            return _written(documents, part, judged)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise DiskError(
                f"{path}: cannot be written: {error}; what stood there before is whole"
            ) from error
        raise InputError(f"{path}: cannot be written: {error}") from error


def _written(documents: Iterable[Subgraph], path: Path, judged: int) -> Exported:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # No one else sees the file yet: what is unfinished is thrown away, so nothing need be undone.
        for pragma in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
            connection.execute(f"PRAGMA {pragma}")
        left = Counter[str]()
        connection.execute("BEGIN")
        create(connection)
        study = _Study(connection, left)
        for subgraph in documents:
            study.add(subgraph)
        study.shared.write()
        connection.execute("COMMIT")
    finally:
        connection.close()
    left["judgements of persons"] += judged
    told = {what: count for what, count in sorted(left.items()) if count}
    return Exported(study.documents, study.statements, told)


class _Study:
    """A study that is being written, document by document."""

    def __init__(self, connection: sqlite3.Connection, left: Counter[str]) -> None:
        self._connection = connection
        self._left = left
        self._coders: dict[str, int] = {"Admin": 1}
        self.shared = Shared(connection, left)
        self.documents = self.statements = 0

    def add(self, subgraph: Subgraph) -> None:
        """Add a document with its statements."""
        self.shared.take(subgraph)
        coder = self._coder(subgraph)
        self.documents += 1
        title, text, author, source, notes, date = document_row(subgraph)
        self._connection.execute(
            "INSERT INTO DOCUMENTS (ID, Title, Text, Coder, Author, Source, Notes, Date) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (self.documents, title, text, coder, author, source, notes, date),
        )
        for said in statements(subgraph, self._left):
            self.statements += 1
            row = (self.statements, TYPE_ID, self.documents, said.start, said.stop, coder)
            self._connection.execute("INSERT INTO STATEMENTS VALUES (?, ?, ?, ?, ?, ?)", row)
            agreement = (self.statements, AGREEMENT, int(said.agrees))
            self._connection.execute(
                "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)", agreement
            )
            self.shared.say(self.statements, said)

    def _coder(self, subgraph: Subgraph) -> int:
        """Return the coder that stands for how the document was read, added when it is the first time."""
        name = shortened(_coder_name(subgraph))
        if name not in self._coders:
            self._coders[name] = len(self._coders) + 1
            add_coder(self._connection, self._coders[name], name)
        return self._coders[name]


def _coder_name(subgraph: Subgraph) -> str:
    """Return who recorded a document's statements: a coder of DNA's by name, a reader with its version."""
    found = subgraph.labelled("Extraction")
    if not found:
        return "Admin"
    given = {name: str(value) for name, value in found[0].properties.items()}
    coded, separator, _ = given.get("settings", "").partition("; ")
    if given["reader"] == "dna" and separator and coded.startswith("coder "):
        return coded.removeprefix("coder ")
    return f"{given['reader']} {given['version']}"
