"""The rows of a CSV file as they are read, each with the line on which it begins."""

import codecs
import csv
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TextIO

from ..errors import InputError, ReadError
from . import Refused

DELIMITERS = ",;\t|"
LONGEST = 10_000_000
"""Characters of one cell: as many as an article may have bytes."""


class Row(NamedTuple):
    """The cells of a row by the names of their columns."""

    line: int
    cells: dict[str, str]


def rows(
    path: Path, wanted: Collection[str], delimiter: str | None, encoding: str | None
) -> Iterator[Row | Refused]:
    """Yield the rows of a table with a header; ReadError when it breaks off, or lacks a wanted column.

    The delimiter is that by which the header has all wanted columns.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    name = str(path)
    try:
        encoding = encoding or _encoding(path)
        with path.open(encoding=encoding, newline="") as file:
            yield from _rows(file, name, wanted, delimiter)
    except LookupError as error:
        raise InputError(f"mapping: encoding: {error}") from error
    except UnicodeDecodeError as error:
        why = f"not {encoding} text: {error.reason} (byte {error.object[error.start]:#04x})"
        raise ReadError(f"{name}: {why}; save it as UTF-8, or name its `encoding:` in the mapping") from error
    except OSError as error:
        raise ReadError(f"{name}: cannot be read: {error.strerror or error}") from error


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(2)
    return "utf-16" if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _rows(file: TextIO, name: str, wanted: Collection[str], delimiter: str | None) -> Iterator[Row | Refused]:
    head = file.readline(LONGEST)
    if not head.strip():
        raise ReadError(f"{name}: empty: a table begins with the names of its columns")
    delimiter = delimiter or _delimiter(head, wanted)
    file.seek(0)
    reader = csv.reader(file, delimiter=delimiter, strict=True)
    before = 0
    try:
        header = _header(next(reader), name, wanted)
        before = reader.line_num
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                yield Refused(f"line {line}", f"has {len(cells)} cells, the header has {len(header)}")
            else:
                yield Row(line, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise ReadError(f"{name}:{before + 1}: {_reason(error)}") from error


def _delimiter(head: str, wanted: Collection[str]) -> str:
    """Return the delimiter that gives most of the wanted columns, of equal ones the first."""

    def found(delimiter: str) -> int:
        names = next(csv.reader([head], delimiter=delimiter), list[str]())
        return len({name.strip() for name in names} & set(wanted))

    return max(DELIMITERS, key=found)


def _header(names: list[str], name: str, wanted: Collection[str]) -> list[str]:
    names = [each.strip() for each in names]
    if lost := [each for each in wanted if each not in names]:
        there = ", ".join(map(repr, names))
        raise ReadError(f"{name}:1: no column {', '.join(map(repr, lost))}; the columns are {there[:500]}")
    if twice := sorted({each for each in names if each in wanted and names.count(each) > 1}):
        raise ReadError(f"{name}:1: the column {', '.join(map(repr, twice))} is there twice")
    return names


def _reason(error: csv.Error) -> str:
    if "unexpected end of data" in str(error):
        return "the file ends within a quoted cell: it is cut off, or a quotation mark is not closed"
    if "field larger than" in str(error):
        return f"a cell is longer than {LONGEST:,} characters: a quotation mark is not closed"
    return f"not valid CSV: {error}"
