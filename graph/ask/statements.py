"""Statements in a list: who said what, in which words."""

from ..answers import Evidence, Page
from ..models import Act, Reviewed
from ..store import Store
from .evidence import evidence
from .filters import filtered, meant, require_dates, require_period
from .naming import naming
from .pages import decode, next_cursor
from .stretches import latest


@naming
def statements(
    store: Store,
    *,
    document: str | None = None,
    claim: str | None = None,
    term: str | None = None,
    actor: str | None = None,
    plan: str | None = None,
    act: Act | None = None,
    review: Reviewed | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Evidence]:
    """Return statements, those of the newest document first, each document's in the order of its text.

    Those of documents of unknown date come last. What was rejected in review stands among them.
    """
    date, place = decode(after, "statements", 2)
    require_period(since, until)
    require_dates(as_of)
    of = {"document": document, "claim": claim, "term": term, "actor": meant(store, actor), "plan": plan}
    filters = of | {
        "act": act, "review": review, "since": since, "until": until, "as_of": as_of,
        "after_date": date, "after_place": place,
    }  # fmt: skip
    rows = (
        filtered(store, "statements", **filters, limit=limit + 1)
        if any(of.values())
        else latest(store, "statements", filters, limit + 1, since=since, until=as_of or until, last=date)
    )
    found = evidence(store, [row["id"] for row in rows[:limit]])
    items = [found[row["id"]] for row in rows[:limit] if row["id"] in found]
    return Page[Evidence](items=items, next=next_cursor(rows, limit, "statements", "latest", "place"))
