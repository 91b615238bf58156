"""Filters: what queries are asked with."""

import re

from ..answers import Row
from ..errors import InputError
from ..store import Store

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


Given = str | int | list[str] | None
"""What one filter may be."""


def meant(store: Store, id_: str | None) -> str | None:
    """Return the actor that the id stands for by judgement."""
    rows = store.read("actor_known", actor=id_) if id_ else []
    return rows[0]["id"] if rows else id_


def require_dates(*dates: str | None) -> None:
    """Raise InputError unless each date that is given is a year, a month or a day."""
    for date in dates:
        if date is not None and not _DATE.fullmatch(date):
            raise InputError(f"{date!r} is not a date: give 2025, 2025-11 or 2025-11-21")


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
