"""Tables: a statement on each row, with a mapping that tells what the columns are."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from ..errors import InputError, ReadError
from . import Item, Noted, Options, Refused, RowError, Taken
from .columns import Columns, FieldName
from .csvrows import Row, rows
from .mapping import checked
from .sheet import Sheet

MOST_ROWS = 20_000
"""Rows of one document that are taken: so many are in memory at a time."""


def read(path: Path, options: Options) -> Iterator[Item]:
    """Yield each document of a table; the rows of one must stand together.

    InputError without a mapping; ReadError when the table breaks off or lacks a column.
    """
    if not options.mapping:
        raise InputError(f"{path}: a table needs --mapping FILE, which tells what its columns are")
    columns = checked(Columns, options.mapping)
    wanted, seen = dict.fromkeys(columns.columns.values()), set[bytes]()
    for group in _groups(rows(path, wanted, columns.delimiter, columns.encoding), columns):
        if isinstance(group, Refused):
            yield group
            continue
        digest = blake2b("\x1f".join(_key(group[0], columns)).encode(), digest_size=8).digest()
        if digest in seen:
            yield from (Refused(f"line {row.line}", _APART) for row in group)
        else:
            yield from _document(group, columns, path.parent, options)
        seen.add(digest)


_APART = "rows of its document came before, and others since: sort the table so that they stand together"


def _groups(every: Iterator[Row | Refused], columns: Columns) -> Iterator[list[Row] | Refused]:
    """Yield the rows of each document together; a row that is none does not part them."""
    held: list[Row] = []
    for row in every:
        if isinstance(row, Refused):
            yield row
        elif held and _key(row, columns) == _key(held[0], columns):
            if len(held) < MOST_ROWS:
                held.append(_lean(row, held[0]))
            else:
                yield Refused(f"line {row.line}", f"its document has more than {MOST_ROWS:,} rows")
        else:
            if held:
                yield held
            held = [row]
    if held:
        yield held


def _key(row: Row, columns: Columns) -> tuple[str, ...]:
    """Return what tells the row's document from others: its id, else its file, address, text or title."""
    for fields in _KEYS:
        key = tuple(row.cells[columns.columns[field]] for field in fields if field in columns.columns)
        if any(part.strip() for part in key):
            return key
    return ()


_KEYS: tuple[tuple[FieldName, ...], ...] = (
    ("document",),
    ("file",),
    ("url",),
    ("text",),
    ("title", "published"),
)


def _lean(row: Row, first: Row) -> Row:
    """Return a row that shares long cells with the first: an article that stands on each is held once."""
    same = {name: first.cells[name] for name, cell in row.cells.items() if cell == first.cells[name]}
    return Row(row.line, {**row.cells, **same})


def _document(held: list[Row], columns: Columns, folder: Path, options: Options) -> Iterator[Item]:
    sheet = Sheet(held, columns, folder, options.settings)
    where = f"line {held[0].line}" if len(held) == 1 else f"lines {held[0].line}-{held[-1].line}"
    try:
        sheet.open()
    except (RowError, ReadError) as error:
        yield Refused(where, str(error), rows=len(held))
        return
    for row in held:
        try:
            sheet.add(row)
        except RowError as error:
            yield Refused(f"line {row.line}", str(error))
    if sheet.taken:
        yield from _closed(sheet, where)


def _closed(sheet: Sheet, where: str) -> Iterator[Item]:
    try:
        taken = Taken(sheet.annotation(), sheet.taken, where)
    except RowError as error:
        yield Refused(where, str(error), sheet.taken)
        return
    yield from (Noted(where, note) for note in sheet.notes)
    yield taken
