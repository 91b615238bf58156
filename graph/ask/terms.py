"""Who stands where on which term."""

from ..answers import Page, Stance, TermAnswer, TermSummary
from ..store import Store
from .deeds import by_age, deeds
from .deeds import stances as stances_of
from .evidence import first
from .filters import filtered, meant, require_dates
from .pages import decode, next_cursor, one, paged

MOST = 500


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
    said, more = first(store, store.read("term_statements", term=id_, limit=MOST + 1), MOST)
    return TermAnswer.model_validate(
        {**row, "stances": sorted(_stances(store, id_), key=_by_actor), "statements": said, "more": more}
    )


def stances(
    store: Store,
    id_: str,
    *,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Stance]:
    """Return the stances on one term, or on claims about it, by actor, each actor's oldest first."""
    require_dates(since, until)
    one(store.read("term", term=id_), "term", id_)
    found = _stances(store, id_, actor=meant(store, actor), since=since, until=until)
    items, next_ = paged(found, _by_actor, after, limit)
    return Page[Stance](items=items, next=next_)


def _stances(store: Store, term: str, **filters: str | None) -> list[Stance]:
    targets = [row["id"] for row in store.read("targets_of_terms", filter={"term": term})]
    return stances_of(store, deeds(store, targets, wanting=True, **filters))


def _by_actor(stance: Stance) -> tuple[str, str]:
    """Sort key: by actor, then oldest first; those of unknown date last."""
    return (stance.actor_id, " ".join(by_age(stance)))
