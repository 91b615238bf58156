"""Plans: their terms, and what is said of them."""

from ..answers import Page, PlanAnswer, PlanSummary, TermSummary
from ..store import Store
from .deeds import by_age, deeds, stances
from .evidence import first
from .filters import filtered
from .pages import decode, next_cursor, one

MOST = 500


def plans(
    store: Store, *, text: str | None = None, after: str | None = None, limit: int = 25
) -> Page[PlanSummary]:
    """Return plans in order of id; `text` looks in names and aliases."""
    (id_,) = decode(after, 1)
    rows = filtered(store, "plans", text=text, after_id=id_, limit=limit + 1)
    items = [PlanSummary.model_validate(row) for row in rows[:limit]]
    return Page[PlanSummary](items=items, next=next_cursor(rows, limit, "id"))


def plan(store: Store, id_: str) -> PlanAnswer:
    """Return one plan with its terms, the stances on itself, and what is said of it; NotFoundError."""
    row = one(store.read("plan", plan=id_), "plan", id_)
    terms = [TermSummary.model_validate(r) for r in store.read("plan_terms", plan=id_)]
    targets = [r["id"] for r in store.read("targets_of_plan", plan=id_) if r["kind"] != "Claim"]
    taken = sorted(stances(store, deeds(store, targets, wanting=True)), key=by_age)
    said, more = first(store, store.read("plan_statements", plan=id_, limit=MOST + 1), MOST)
    return PlanAnswer(**row, terms=sorted(terms, key=in_order), stances=taken, statements=said, more=more)


def in_order(term: TermSummary) -> tuple[bool, int, str, str]:
    """Sort key of a plan's terms: by number as far as it is one, those without one last; then by id."""
    return in_numbered_order(term.number, term.id)


def in_numbered_order(number: str | None, id_: str) -> tuple[bool, int, str, str]:
    """Sort key of provisions: by number as far as it is one, those without one last; then by id."""
    digits = "".join(c for c in (number or "") if c.isdecimal())[:9]
    return (number is None, int(digits or 0), number or "", id_)
