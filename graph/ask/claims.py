"""Who disputes which claim."""

from typing import Any, Literal

from ..answers import ClaimAnswer, Dispute, Evidence, Page, Part, Row
from ..project import straight
from ..store import Store
from .actors import known
from .evidence import evidence, ordered
from .filters import filtered, filtered_by, meant, require_dates, require_period, seen
from .naming import naming
from .pages import decode, next_cursor, one
from .stated import stated_of
from .stretches import latest

FEW = 1000
"""So many claims are looked at in one go; of more, the newest come first."""


@naming
def disputes(
    store: Store,
    *,
    status: str | None = "disputed",
    actor: str | None = None,
    side: Literal["asserts", "denies"] | None = None,
    text: str | None = None,
    term: str | None = None,
    plan: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Dispute]:
    """Return who disputes which claim, latest first; `status` None means every claim.

    `as_of` sees the graph as published by then; without it, as of `until`. `actor` is on either side,
    unless `side` says on which.
    """
    date, id_ = decode(after, "disputes", 2)
    require_period(since, until)
    text = straight(text) if text else None
    moment = seen(as_of, until)
    sought = {"actor": meant(store, actor), "text": text, "term": term, "plan": plan}
    filters = sought | {
        "status": status, "side": side, "since": since, "until": until, "as_of": moment,
        "after_date": date, "after_id": id_,
    }  # fmt: skip
    among = _among(store, sought, side=side, as_of=moment)
    rows = (
        latest(store, "who_disputes", filters, limit + 1, since=since, until=moment, last=date)
        if among is None
        else filtered(store, "who_disputes", **filters, among=among, limit=limit + 1)
    )
    return Page[Dispute](
        items=_disputes(store, rows[:limit]), next=next_cursor(rows, limit, "disputes", "latest", "id")
    )


def _among(
    store: Store, sought: dict[str, str | None], *, side: str | None, as_of: str | None
) -> list[str] | None:
    """Return the claims that alone can be what is sought; None if they are all or too many."""
    if not any(sought.values()):
        return None
    filter_ = filtered_by(**sought, side=side, as_of=as_of)
    found = [row["id"] for row in store.read("claims_sought", filter=filter_, most=FEW + 1)]
    return found if len(found) <= FEW else None


def disputes_of(
    store: Store, actor: str, side: Literal["asserts", "denies"], **filters: Any
) -> Page[Dispute]:
    """Return the claims that one actor asserts, or denies, in whole or in part; NotFoundError.

    `filters` are those of `disputes`, but that every status is wanted unless one is given.
    """
    filters.setdefault("status", None)
    return disputes(store, actor=known(store, actor, filters.get("as_of")), side=side, **filters)


def claim(store: Store, id_: str, *, as_of: str | None = None) -> ClaimAnswer:
    """Return one claim, whole or part, with both camps and all else that is said of it; NotFoundError."""
    require_dates(as_of)
    row = one(filtered(store, "who_disputes", claim=id_, as_of=as_of, limit=1), "claim", id_)
    if as_of:
        stated_of(store, [id_], "claim", as_of)
    others = ordered(store, store.read("claim_statements", claim=id_, filter=filtered_by(as_of=as_of)))
    return ClaimAnswer(**_disputes(store, [row])[0].model_dump(), others=others)


def _disputes(store: Store, rows: list[Row]) -> list[Dispute]:
    ids = [id_ for row in rows for id_ in (*row["asserting"], *row["denying"])]
    found = evidence(store, ids)
    return [_dispute(row, found) for row in rows]


def _dispute(row: Row, found: dict[str, Evidence]) -> Dispute:
    sides = {
        side: [found[id_] for id_ in dict.fromkeys(row[side]) if id_ in found]
        for side in ("asserting", "denying")
    }
    parts = [Part.model_validate({**p, "implied_from": p["from"]}) for p in row["parts"]]
    return Dispute.model_validate({**row, **sides, "parts": parts, "latest": row["latest"] or None})
