"""Stretches: documents in the order of their publication, the newest first, some at a time.

What a list of the latest begins with is found in the newest documents; it need not read the graph whole.
Each stretch is larger than the one before: what is rare takes few questions, none of them without bound.
"""

from collections.abc import Iterable, Iterator, Mapping

from ..answers import Row
from ..store import Store
from .filters import Given, filtered

FIRST, MOST = 64, 4096
"""Documents of the first stretch, and of the largest; a day with more is read whole."""

_LAST = "A"
"""Comes after every date."""


def latest(
    store: Store,
    name: str,
    filters: Mapping[str, Given],
    limit: int,
    *,
    since: str | None = None,
    until: str | None = None,
    last: str | None = None,
) -> list[Row]:
    """Return the first `limit` rows of a query that takes stretches, `from` to `before`, or `undated`.

    `since` and `until` are dates, perhaps cut; `last` is where the page before ended, '' for an unknown date.
    """
    stretches = newest_first(store, since=since, until=until, last=last)
    return _filled(store, name, filters, limit, stretches)


def newest_first(
    store: Store, *, since: str | None = None, until: str | None = None, last: str | None = None
) -> Iterator[dict[str, str]]:
    """Yield the stretches of `latest`, each as filters; the last is of documents of unknown date."""
    yield from _falling(store, since or "", _before(until, last))
    if since is None:
        yield {"undated": "yes"}


def within(published: str, stretch: Mapping[str, str]) -> bool:
    """Return whether a date, '' if it is unknown, lies in a stretch."""
    if "undated" in stretch or not published:  # The oldest stretch begins with '' too.
        return "undated" in stretch and not published
    return stretch["from"] <= published < stretch["before"]


def in_time(
    store: Store,
    name: str,
    filters: Mapping[str, Given],
    limit: int,
    *,
    since: str | None = None,
    until: str | None = None,
    last: str | None = None,
    falling: bool = False,
) -> list[Row]:
    """Return the first `limit` rows as `latest` does, but of what has a date; oldest first, or `falling`."""
    if falling:
        stretches = _falling(store, since or "", _before(until, last))
    else:
        stretches = _rising(store, max(since or "", last or ""), _before(until, None))
    return _filled(store, name, filters, limit, stretches)


def _filled(
    store: Store, name: str, filters: Mapping[str, Given], limit: int, stretches: Iterable[dict[str, str]]
) -> list[Row]:
    rows: list[Row] = []
    for stretch in stretches:
        rows += filtered(store, name, **filters, **stretch, limit=limit - len(rows))
        if len(rows) >= limit:
            break
    return rows


def _before(until: str | None, last: str | None) -> str:
    """Return what all dates are smaller than: of a cut date, those that begin with it are meant too."""
    return min(_LAST if until is None else f"{until}~", _LAST if last is None else f"{last} ")


def _falling(store: Store, since: str, before: str) -> Iterator[dict[str, str]]:
    for size in _sizes():
        if before <= max(since, " "):
            return
        border = _border(store.read("stretch", before=before, documents=size), size)
        start = max(since, border or "")
        yield {"from": start, "before": before}
        before = start


def _rising(store: Store, since: str, before: str) -> Iterator[dict[str, str]]:
    for size in _sizes():
        if since >= before:
            return
        border = _border(store.read("stretch_after", **{"from": since}, documents=size), size)
        end = before if border is None else min(before, f"{border} ")
        yield {"from": since, "before": end}
        since = end


def _border(rows: list[Row], size: int) -> str | None:
    """Return when the last document of a stretch was published; None if there are no more behind it."""
    return rows[0]["border"] if rows[0]["documents"] == size else None


def _sizes() -> Iterator[int]:
    size = FIRST
    while True:
        yield size
        size = min(4 * size, MOST)
