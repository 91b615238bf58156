"""A study of DNA as annotations, document by document."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from .. import Item, Noted, Options, Refused, Taken
from .database import Database, RowError, opened, shown
from .documents import read_document
from .entities import Entities
from .losses import losses
from .mapping import Coding, coding_of
from .reading import Reading, Row

_ROWS = """
SELECT s.ID, s.DocumentId, s.StatementTypeId, s.Start, s.Stop, s.Coder, t.first,
  actor.Entity, organization.Entity, concept.Entity, {value}, act.Entity
FROM STATEMENTS s
LEFT JOIN temp.texts t ON t.id = s.DocumentId
LEFT JOIN DATASHORTTEXT actor ON actor.StatementId = s.ID AND actor.VariableId = ?
LEFT JOIN DATASHORTTEXT organization ON organization.StatementId = s.ID AND organization.VariableId = ?
LEFT JOIN DATASHORTTEXT concept ON concept.StatementId = s.ID AND concept.VariableId = ?
LEFT JOIN {table} agreement ON agreement.StatementId = s.ID AND agreement.VariableId = ?
LEFT JOIN DATASHORTTEXT act ON act.StatementId = s.ID AND act.VariableId = ?
ORDER BY t.first, s.DocumentId, s.Start, s.Stop, s.ID
"""
_VALUES = {
    "boolean": ("agreement.Value", "DATABOOLEAN"),
    "integer": ("agreement.Value", "DATAINTEGER"),
    "short text": ("agreement.Entity", "DATASHORTTEXT"),
}


def read_dna(path: Path, options: Options) -> Iterator[Item]:
    """Yield the documents of a .dna file with their statements, and what is not taken of it and why.

    ReadError if it is no database of DNA 3.0 or 3.1 or is damaged; InputError if the mapping does not fit it.
    """
    with opened(path) as database:
        coding = coding_of(database, options)
        entities = Entities(database, coding)
        yield from losses(database, coding, entities)
        yield from _Study(database, coding, entities).documents()


class _Study:
    """A .dna file and what is to be read of it."""

    def __init__(self, database: Database, coding: Coding, entities: Entities) -> None:
        self._database = database
        self._coding = coding
        self._entities = entities

    def documents(self) -> Iterator[Item]:
        """Yield documents in the order of their ids, those with the same text as one."""
        self._group_texts()
        groups = groupby(self._statements(), key=lambda row: row[6])
        group = next(groups, None)
        if group and group[0] is None:
            yield from (self._lost(row) for row in group[1])
            group = next(groups, None)
        sql = "SELECT first, id FROM temp.texts ORDER BY first, id"
        for first, ids in groupby(self._database.rows("DOCUMENTS", sql), key=lambda row: row[0]):
            mine: Iterable[Row] = ()
            if group and group[0] == first:
                mine = group[1]
            yield from self._document([id_ for _, id_ in ids], mine)
            if group and group[0] == first:
                group = next(groups, None)

    def _group_texts(self) -> None:
        """Note for each document the first one that has the same text: they are one document to us."""
        execute = self._database.connection.execute
        execute("CREATE TEMP TABLE texts (id INTEGER PRIMARY KEY, first INTEGER)")
        execute("CREATE TEMP TABLE hashes (hash BLOB PRIMARY KEY, id INTEGER) WITHOUT ROWID")
        execute("BEGIN")
        for id_, body in self._database.rows("DOCUMENTS", "SELECT ID, Text FROM DOCUMENTS ORDER BY ID"):
            content = body if isinstance(body, bytes) and body else f"none {id_}".encode()
            hashed = blake2b(content, digest_size=16).digest()
            execute("INSERT OR IGNORE INTO temp.hashes VALUES (?, ?)", (hashed, id_))
            execute("INSERT INTO temp.texts SELECT ?, id FROM temp.hashes WHERE hash = ?", (id_, hashed))
        execute("COMMIT")

    def _statements(self) -> Iterator[Row]:
        coding = self._coding
        value, table = _VALUES[coding.agreement.datatype if coding.agreement else "boolean"]
        given = (coding.actor, coding.organization, coding.concept, coding.agreement, coding.act)
        ids = [variable.id if variable else None for variable in given]
        return self._database.rows("STATEMENTS", _ROWS.format(value=value, table=table), *ids)

    def _lost(self, row: Row) -> Refused:
        return Refused(f"STATEMENTS, ID {row[0]}", f"DocumentId {shown(row[1])}: no such row in DOCUMENTS")

    def _document(self, ids: list[int], rows: Iterable[Row]) -> Iterator[Item]:
        try:
            source = read_document(self._database, ids[0], self._coding.mapping.language)
        except RowError as error:
            yield Refused(error.where, error.why, sum(1 for _ in rows))
            return
        reading = Reading(self._database, self._coding, self._entities, source)
        for id_ in ids[1:]:
            why = f"the same text as {source.where}: one document, with the title and date of that one"
            yield Noted(f"DOCUMENTS, ID {id_}", why)
        if "\r\n" in source.document.text:
            yield Noted(
                source.where, "has Windows line ends: each counts as one character, as in DNA's editor"
            )
        yield from reading.take(rows)
        if len(reading.coders) > 1:
            names = " and ".join(reading.coders)
            yield Noted(source.where, f"coded by {names}: which statement is whose is not held")
        yield Taken(reading.annotation(), reading.rows, source.where)
