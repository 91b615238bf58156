"""A .dna file opened to be read and nothing else: untrusted, unchanged, refused if it is no such file.

DNA (Discourse Network Analyzer, https://github.com/leifeld-lab/dna) keeps a study in one SQLite file; its
tables are those that dna/src/main/java/sql/Sql.java creates.
"""

import os
import re
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ...errors import ReadError

MAGIC = b"SQLite format 3\0"
VERSIONS = re.compile(r"3\.[01](?:\.|$)")
MAX_VALUE = 20_000_000
"""Bytes of one value, such as a document's text."""

COLUMNS = {
    "SETTINGS": "Property Value",
    "CODERS": "ID Name",
    "DOCUMENTS": "ID Title Text Coder Author Source Section Notes Type Date",
    "STATEMENTTYPES": "ID Label",
    "VARIABLES": "ID Variable DataType StatementTypeId",
    "STATEMENTS": "ID StatementTypeId DocumentId Start Stop Coder",
    "ENTITIES": "ID VariableId Value ChildOf",
    "DATABOOLEAN": "ID StatementId VariableId Value",
    "DATAINTEGER": "ID StatementId VariableId Value",
    "DATASHORTTEXT": "ID StatementId VariableId Entity",
    "DATALONGTEXT": "ID StatementId VariableId Value",
    "ATTRIBUTEVARIABLES": "ID VariableId AttributeVariable",
    "ATTRIBUTEVALUES": "ID EntityId AttributeVariableId AttributeValue",
}
"""The tables that are read and their columns."""

_BEFORE = (
    "PRAGMA trusted_schema = OFF",  # nothing in the file's schema may call a function that acts
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = FILE",  # sorting a large study must not fill the memory
)


@dataclass
class Database:
    """An open .dna file; temporary tables of ours stand beside those of the file."""

    path: Path
    connection: sqlite3.Connection
    version: str = ""

    def rows(self, what: str, sql: str, *params: object) -> Iterator[tuple[Any, ...]]:
        """Yield rows, text as bytes; ReadError says in which table (`what`) the file is damaged."""
        last = cast(Any, None)
        try:
            for row in self.connection.execute(sql, params):
                last = row[0]
                yield row
        except (sqlite3.Error, sqlite3.Warning) as error:
            after = f" after ID {last}" if isinstance(last, int) else ""
            raise ReadError(f"{self.path}: {what}{after}: cannot be read: {error}") from error

    def one(self, what: str, sql: str, *params: object) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        return next(self.rows(what, sql, *params), None)


@contextmanager
def opened(path: Path) -> Generator[Database]:
    """Yield a .dna file of version 3.0 or 3.1; ReadError if it is anything else or damaged."""
    _require_sqlite(path)
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    except sqlite3.Error as error:
        raise ReadError(f"{path}: cannot be opened: {error}") from error
    try:
        connection.text_factory = bytes
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
        for pragma in _BEFORE:
            connection.execute(pragma)
        database = Database(path, connection)
        _require_dna(database)
        yield database
    finally:
        connection.close()


def _require_sqlite(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    if not start.startswith(MAGIC) or len(start) < 100:
        raise ReadError(f"{path}: no SQLite database; DNA 3.0 and 3.1 write SQLite files")
    # SQLite itself takes the rest of a last page that is cut off for zeros, and rows vanish unnoticed.
    page = int.from_bytes(start[16:18], "big")
    whole_size = int.from_bytes(start[28:32], "big") * (65536 if page == 1 else page)
    if size < whole_size:
        raise ReadError(f"{path}: cut off: {size:,} of {whole_size:,} bytes")
    for end in ("-wal", "-journal"):
        beside = path.with_name(path.name + end)
        if beside.is_file() and beside.stat().st_size:
            raise ReadError(
                f"{path}: {beside.name} beside it holds changes that are not in the file yet; "
                "open it in DNA and close it there"
            )


def _require_dna(database: Database) -> None:
    sql = "SELECT upper(name), sql FROM sqlite_master WHERE type = 'table'"
    found = {text(name): text(made) for name, made in database.rows("sqlite_master", sql)}
    if "SETTINGS" not in found:
        raise ReadError(f"{database.path}: an SQLite database, but none of DNA: it has no table SETTINGS")
    _require_columns(database, "SETTINGS", found)
    row = database.one("SETTINGS", "SELECT Value FROM SETTINGS WHERE Property = 'version'")
    version = text(row[0], "SETTINGS, version").strip() if row else ""
    if not VERSIONS.match(version):
        told = f"made by DNA {version!r}" if version else "SETTINGS names no version"
        raise ReadError(
            f"{database.path}: {told}; versions 3.0 and 3.1 are read. "
            "DNA 3 itself imports older databases (Documents, Import from DNA database)"
        )
    for table in COLUMNS:
        _require_columns(database, table, found)
    database.version = version


def _require_columns(database: Database, table: str, found: dict[str, str]) -> None:
    """Raise ReadError unless a table is one, stored and not computed, with the columns that are read."""
    path = database.path
    if table not in found:
        raise ReadError(f"{path}: no table {table}")
    if not found[table].lstrip().upper().startswith("CREATE TABLE"):
        raise ReadError(f"{path}: {table} is no plain table")
    # name, type, part of the key, and whether it is computed (2, 3)
    columns = {
        text(row[1]).upper(): (text(row[2]).upper(), row[5], row[6])
        for row in database.rows(table, f"PRAGMA table_xinfo({table})")
    }
    for name in COLUMNS[table].split():
        type_, key, hidden = columns.get(name.upper(), ("", 0, -1))
        if hidden:
            raise ReadError(f"{path}: {table} has no column {name}" + (" of its own" if hidden > 0 else ""))
        if name == "ID" and (key, type_) != (1, "INTEGER"):
            raise ReadError(f"{path}: {_doubled(database, table)}")


def _doubled(database: Database, table: str) -> str:
    """Say what is wrong with a table whose ID is no primary key: an id that stands twice, if one does."""
    sql = f"SELECT ID FROM {table} GROUP BY ID HAVING count(*) > 1 LIMIT 1"
    row = database.one(table, sql)
    doubled = f": ID {shown(row[0])} stands twice" if row else ""
    return f"{table}.ID is no INTEGER PRIMARY KEY, as DNA makes it{doubled}"


class RowError(ReadError):
    """A row that cannot be taken: where it is, such as 'ENTITIES, ID 5', and why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


def text(value: object, where: str = "sqlite_master") -> str:
    """Return a value of the file as text, '' for NULL; RowError if it is none."""
    if not isinstance(value, bytes):
        return "" if value is None else str(value)
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RowError(where, f"not UTF-8 at byte {error.start}") from error


def whole(value: object, where: str, least: int = 0) -> int:
    """Return a value of the file that must be a whole number; RowError if it is none or too small."""
    if not isinstance(value, int) or value < least:
        raise RowError(where, f"{shown(value)} is no whole number from {least} on")
    return value


def shown(value: object) -> str:
    """Return a value of the file as it can be told in a message."""
    if isinstance(value, bytes):
        return repr(value[:60].decode("utf-8", "replace"))
    return "NULL" if value is None else str(value)
