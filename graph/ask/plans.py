"""Plans: their terms, and what is said of them."""

import re

from ..answers import Page, PlanAnswer, PlanSummary, Row, TermSummary
from ..store import Store
from .deeds import by_age, deeds, stances
from .evidence import first
from .filters import filtered, filtered_by, require_dates
from .pages import decode, next_cursor, one
from .stated import Stated, stated, stated_of

MOST = 500


def plans(
    store: Store, *, text: str | None = None, after: str | None = None, limit: int = 25
) -> Page[PlanSummary]:
    """Return plans in order of id; `text` looks in names and aliases. Statements are counted up to MOST."""
    (id_,) = decode(after, "plans", 1)
    rows = filtered(store, "plans", text=text, after_id=id_, counted=MOST, limit=limit + 1)
    items = [PlanSummary.model_validate(row) for row in rows[:limit]]
    return Page[PlanSummary](items=items, next=next_cursor(rows, limit, "plans", "id"))


def plan(store: Store, id_: str, *, as_of: str | None = None) -> PlanAnswer:
    """Return one plan with its terms, the stances on itself, and what is said of it; NotFoundError.

    `as_of` sees the graph as published by then.
    """
    row = plan_row(store, id_, as_of)
    targets = [r["id"] for r in store.read("targets_of_plan", plan=id_) if r["kind"] != "Claim"]
    taken = sorted(stances(store, deeds(store, targets, as_of=as_of, wanting=True)), key=by_age)
    filter_ = filtered_by(as_of=as_of)
    said, more = first(store, store.read("plan_statements", plan=id_, limit=MOST + 1, filter=filter_), MOST)
    return PlanAnswer(
        **row, terms=terms_of_plan(store, id_, as_of), stances=taken, statements=said, more=more
    )


def plan_row(store: Store, id_: str, as_of: str | None) -> Row:
    """Return the id and name of a plan; NotFoundError if there is none, or nothing of then mentions it."""
    require_dates(as_of)
    row = one(store.read("plan", plan=id_), "plan", id_)
    if as_of:
        stated_of(store, [id_], "plan", as_of)
    return row


def terms_of_plan(store: Store, plan: str, as_of: str | None) -> list[TermSummary]:
    """Return the terms of a plan in its order, those of all drafts, perhaps as known by a moment."""
    rows = store.read("plan_terms", plan=plan, filter=filtered_by(as_of=as_of))
    if as_of:
        known = stated(store, (row["id"] for row in rows), as_of)
        rows = [_as_stated(row, known[row["id"]]) for row in rows]
    return sorted(map(TermSummary.model_validate, rows), key=in_order)


def _as_stated(row: Row, known: Stated) -> Row:
    binds = [each["name"] for each in known.ends("binds", "actor", row["bound"])]
    return known.without_unknown(row, ("topic", "number", "amount", "unit")) | {"binds": binds}


def in_order(term: TermSummary) -> tuple[bool, int, str, str]:
    """Sort key of a plan's terms: by number as far as it is one, those without one last; then by id."""
    return in_numbered_order(term.number, term.id)


def in_numbered_order(number: str | None, id_: str) -> tuple[bool, int, str, str]:
    """Sort key of provisions: by number as far as it is one, those without one last; then by id."""
    # Number by number: 1.10 is after 1.9 and before 2.1.
    counted = re.findall(r"[0-9]{1,9}", number or "")
    padded = re.sub(r"[0-9]+", lambda found: found[0].zfill(9), number or "")
    return (number is None, int(counted[0]) if counted else 0, padded, id_)
