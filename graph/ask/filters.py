"""Filters: what queries are asked with."""

import datetime
import re
from calendar import monthrange

from ..answers import Row
from ..errors import DateError
from ..store import Store

DATE = "a date: give 2025, 2025-11 or 2025-11-21"
"""What a date is, for people."""

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


Given = str | int | list[str] | None
"""What one filter may be."""


def meant(store: Store, id_: str | None) -> str | None:
    """Return the actor that the id stands for by judgement."""
    rows = store.read("actor_known", actor=id_) if id_ else []
    return rows[0]["id"] if rows else id_


def require_dates(*dates: str | None) -> None:
    """Raise DateError unless each date that is given is a year, a month or a day of the calendar."""
    for date in dates:
        if date is None:
            continue
        if not _DATE.fullmatch(date):
            raise DateError(f"{date!r} is not {DATE}", date)
        try:
            last_day(date)
        except ValueError as error:
            raise DateError(f"{date!r} is not a date: the calendar has no such day", date) from error


def require_period(since: str | None, until: str | None) -> None:
    """Raise DateError unless both are dates and the period does not end before it begins."""
    require_dates(since, until)
    if since and until and since[: len(until)] > until[: len(since)]:
        raise DateError(f"the period ends before it begins: {since!r} is after {until!r}", until)


def last_day(date: str) -> str:
    """Return the last day of a year or a month, and a day itself; ValueError for one that there is not."""
    year, month, day = [*map(int, date.split("-")), 0, 0][:3]
    month = month if len(date) > 4 else 12
    return f"{datetime.date(year, month, day if len(date) > 7 else monthrange(year, month)[1])}"


def seen(as_of: str | None, until: str | None) -> str | None:
    """Return the moment as of which the graph is seen: the one asked for, else the end of the period."""
    require_dates(as_of, until)
    return as_of or until


def filtered(store: Store, name: str, **filters: Given) -> list[Row]:
    """Run a query whose filters are one map; what is None is left out of it."""
    return store.read(name, filter=filtered_by(**filters))


def filtered_by(**filters: Given) -> dict[str, str | int | list[str]]:
    """Return the filters as one map; what is None is left out of it."""
    return {key: value for key, value in filters.items() if value is not None}
