"""Who stands where on which term, and what contradicts."""

from ..answers import Contradiction, Page, Stance, TermAnswer, TermSummary
from ..store import Store
from .evidence import ordered
from .filters import filtered
from .pages import decode, next_cursor, one


def terms(
    store: Store,
    *,
    plan: str | None = None,
    topic: str | None = None,
    text: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[TermSummary]:
    """Return terms in order of id."""
    (id_,) = decode(after, 1)
    rows = filtered(store, "terms", plan=plan, topic=topic, text=text, after_id=id_, limit=limit + 1)
    items = [TermSummary.model_validate(row) for row in rows[:limit]]
    return Page[TermSummary](items=items, next=next_cursor(rows, limit, "id"))


def term(store: Store, id_: str) -> TermAnswer:
    """Return one term, who stands where on it, and all that is said of it."""
    row = one(store.read("term", term=id_), "term", id_)
    stances = [Stance.model_validate(r) for r in store.read("stances", term=id_)]
    said = ordered(store, store.read("term_statements", term=id_, limit=500))
    return TermAnswer.model_validate({**row, "stances": stances, "statements": said})


def contradictions(
    store: Store,
    *,
    term: str | None = None,
    plan: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Contradiction]:
    """Return the provisions to which different values are given, in order of id."""
    id_, property_ = decode(after, 2)
    rows = filtered(
        store, "contradicting_values", term=term, plan=plan, after_id=id_, after_property=property_,
        limit=limit + 1,
    )  # fmt: skip
    items = [Contradiction.model_validate(row) for row in rows[:limit]]
    return Page[Contradiction](items=items, next=next_cursor(rows, limit, "id", "property"))
