"""The table of statements, and which of them count as one."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

Duplicates = Literal["include", "document", "day", "week", "month", "year", "acrossrange"]

_LENGTH = {"day": 10, "month": 7, "year": 4}


class Row(NamedTuple):
    """One actor takes one side on one concept by one statement."""

    actor: str
    concept: str
    positive: bool
    document: str
    statement: str
    at: str | None = None
    """ISO 8601: a year, month, day or time, as precisely as is known."""


def in_time(row: Row) -> tuple[str, str, str, str, str, bool]:
    """Sort key: oldest first, those of unknown date last; then what makes the order the same for all."""
    return (row.at or "9", row.document, row.statement, row.actor, row.concept, row.positive)


def day_of(at: str | None) -> date | None:
    """Return the day of a date that is known to the day, else None."""
    try:
        return date.fromisoformat((at or "")[:10]) if len(at or "") >= 10 else None
    except ValueError:
        return None


def distinct(rows: Iterable[Row], duplicates: Duplicates, *, qualified: bool = True) -> list[Row]:
    """Return the rows in order of time, of equal ones only the first of each document, week and so on.

    Equal are the same actor, concept and, if `qualified`, sign (`Exporter.filterStatements`). A week is
    that of ISO 8601, and weeks and months of different years are different ones, as rDNA's manual says
    (its source compares their numbers alone). A row whose date is not known so precisely is equal only
    to such rows of its own document. Actor, concept, sign and statement together are one row in any case.
    """
    kept: dict[tuple[object, ...], Row] = {}
    for row in sorted(rows, key=in_time):
        said = (row.actor, row.concept, row.positive if qualified else None)
        kept.setdefault((*said, *_span(row, duplicates)), row)
    return list(kept.values())


def _span(row: Row, duplicates: Duplicates) -> tuple[object, ...]:
    """Return what a row shares with those that are equal to it."""
    if duplicates == "include":
        return (row.positive, row.document, row.statement)
    if duplicates == "acrossrange":
        return ()
    if duplicates == "document":
        return (row.document,)
    return (period,) if (period := _period(row.at, duplicates)) else ("", row.document)


def _period(at: str | None, unit: str) -> str | None:
    if unit == "week":
        day = day_of(at)
        return None if day is None else "{}-W{:02}".format(*day.isocalendar())
    length = _LENGTH[unit]
    return at[:length] if at is not None and len(at) >= length else None
