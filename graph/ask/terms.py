"""Who stands where on which term."""

from ..answers import Page, Row, Stance, TermAnswer, TermSummary
from ..store import Store
from .deeds import by_age, deeds
from .deeds import stances as stances_of
from .evidence import first
from .filters import filtered, filtered_by, meant, require_dates, require_period, seen
from .naming import naming
from .pages import decode, next_cursor, one, paged
from .stated import stated_of

MOST = 500
VALUES = ("topic", "number", "amount", "unit", "deadline", "exception", "place")


@naming
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
    (id_,) = decode(after, "terms", 1)
    rows = filtered(store, "terms", plan=plan, topic=topic, text=text, after_id=id_, limit=limit + 1)
    items = [TermSummary.model_validate(row) for row in rows[:limit]]
    return Page[TermSummary](items=items, next=next_cursor(rows, limit, "terms", "id"))


def term(store: Store, id_: str, *, as_of: str | None = None) -> TermAnswer:
    """Return one term, who stands where on it, and all that is said of it, perhaps as of a moment."""
    row = term_row(store, id_, as_of)
    filter_ = filtered_by(as_of=as_of)
    said, more = first(store, store.read("term_statements", term=id_, limit=MOST + 1, filter=filter_), MOST)
    taken = sorted(_stances(store, id_, as_of=as_of), key=_by_actor)
    return TermAnswer.model_validate({**row, "stances": taken, "statements": said, "more": more})


def term_row(store: Store, id_: str, as_of: str | None = None) -> Row:
    """Return what is known of the term itself, perhaps as of a moment; NotFoundError."""
    require_dates(as_of)
    row = one(store.read("term", term=id_), "term", id_)
    if as_of is None:
        return row
    known = stated_of(store, [id_], "term", as_of)
    return known.without_unknown(row, VALUES) | {
        "other_values": known.values("otherValue", row["other_values"]),
        "binds": known.ends("binds", "actor", row["binds"]),
    }


@naming
def stances(
    store: Store,
    id_: str,
    *,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Stance]:
    """Return the stances on one term, or on claims about it, by actor, each actor's oldest first."""
    require_period(since, until)
    term_row(store, id_, as_of)
    found = _stances(store, id_, actor=meant(store, actor), since=since, until=until, as_of=as_of)
    items, next_ = paged(found, _by_actor, after, limit, "stances")
    return Page[Stance](items=items, next=next_)


def _stances(store: Store, term: str, **filters: str | None) -> list[Stance]:
    moment = seen(filters.get("as_of"), filters.get("until"))
    targets = [row["id"] for row in filtered(store, "targets_of_terms", term=term, as_of=moment)]
    return stances_of(store, deeds(store, targets, wanting=True, **filters))


def _by_actor(stance: Stance) -> tuple[str, str]:
    """Sort key: by actor, then oldest first; those of unknown date last."""
    return (stance.actor_id, " ".join(by_age(stance)))
