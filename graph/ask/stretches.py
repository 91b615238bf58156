"""Stretches: documents in the order of their publication, the newest first, some at a time.

What a list of the latest begins with is found in the newest documents; it need not read the graph whole.
Each stretch is larger than the one before, so that a rare find takes few questions, and none is without bound.
"""

from collections.abc import Iterator, Mapping

from ..answers import Row
from ..store import Store
from .filters import filtered

FIRST, MOST = 64, 4096
"""Documents of the first stretch, and of the largest; a day with more is read whole."""

_LAST = "A"
"""Comes after every date."""


def latest(
    store: Store,
    name: str,
    filters: Mapping[str, str | int | list[str] | None],
    limit: int,
    *,
    since: str | None = None,
    until: str | None = None,
    last: str | None = None,
) -> list[Row]:
    """Return the first `limit` rows of a query that takes stretches, `from` to `before`, or `undated`.

    `since` and `until` are dates, perhaps cut; `last` is where the page before ended, '' for an unknown date.
    """
    rows: list[Row] = []
    for stretch in _stretches(store, since, _before(until, last)):
        rows += filtered(store, name, **filters, **stretch, limit=limit - len(rows))
        if len(rows) >= limit:
            break
    return rows


def _before(until: str | None, last: str | None) -> str:
    """Return what all dates are smaller than: of a cut date, those that begin with it are meant too."""
    return min(_LAST if until is None else f"{until}~", _LAST if last is None else f"{last} ")


def _stretches(store: Store, since: str | None, before: str) -> Iterator[dict[str, str]]:
    size = FIRST
    more = before > " "
    while more and before > (since or ""):
        (row,) = store.read("stretch", before=before, documents=size)
        more = row["documents"] == size
        start = max(row["start"] if more else "", since or "")
        yield {"from": start, "before": before}
        before, size = start, min(4 * size, MOST)
    if since is None:
        yield {"undated": "yes"}
