"""What was said, published and done, in order of time."""

from typing import Literal

from ..answers import Moment, Page
from ..store import Store
from .evidence import evidence
from .filters import filtered, meant, require_dates, require_period
from .naming import naming
from .pages import decode, next_cursor
from .stretches import in_time

Order = Literal["asc", "desc"]


@naming
def timeline(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    term: str | None = None,
    claim: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    order: Order = "asc",
    after: str | None = None,
    limit: int = 25,
) -> Page[Moment]:
    """Return moments, oldest first or latest first; what has no date is left out.

    `since` and `until` cut by the moment itself, `as_of` by publication. What was retracted stays, as
    does the retraction: both were said. What was rejected in review does not.
    """
    at, kind, id_ = decode(after, "timeline", 3)
    require_period(since, until)
    require_dates(as_of)
    falling = order == "desc"
    of = {"actor": meant(store, actor), "plan": plan, "term": term, "claim": claim}
    filters = of | {
        "since": since, "until": until, "as_of": as_of, "falling": falling or None,
        "after_at": at, "after_kind": kind, "after_id": id_,
    }  # fmt: skip
    rows = (
        filtered(store, "timeline", **filters, limit=limit + 1)
        if any(of.values())
        else in_time(
            store, "timeline", filters, limit + 1, since=since, until=until, last=at, falling=falling
        )
    )
    shown = rows[:limit]
    found = evidence(store, [row["id"] for row in shown if row["kind"] == "statement"])
    items = [Moment.model_validate({**row, "evidence": found.get(row["id"])}) for row in shown]
    return Page[Moment](items=items, next=next_cursor(rows, limit, "timeline", "at", "kind", "id"))
