"""Who says nothing: actors that provisions bind, or claims are about; and days from claim to denial."""

from ..answers import Bound, Denial, Named, Page, Row, Silence, Speaker, Unanswered
from ..store import Store
from .dates import days_between
from .evidence import evidence
from .filters import filtered, filtered_by, meant, require_dates
from .lineage import lineage
from .naming import naming
from .pages import decode, next_cursor, one, paged
from .stretches import latest
from .voices import Voices


def silence(
    store: Store,
    *,
    plan: str | None = None,
    actor: str | None = None,
    as_of: str | None = None,
    limit: int = 25,
) -> Silence:
    """Return who is silent, and how long claims waited: a page of each; nobody is bound without a plan."""
    return Silence(
        bound=bound(store, plan, actor=actor, as_of=as_of, limit=limit) if plan else Page[Bound](items=[]),
        unanswered=unanswered(store, plan=plan, actor=actor, as_of=as_of, limit=limit),
        denials=denials(store, plan=plan, actor=actor, as_of=as_of, limit=limit),
    )


@naming
def bound(
    store: Store,
    plan: str,
    *,
    actor: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Bound]:
    """Return actors that a plan binds now and that never spoke of it, in order of provision and actor.

    What was said of a provision that became it counts, and what was said of claims about either.
    NotFoundError if there is no such plan.
    """
    require_dates(as_of)
    one(store.read("plan", plan=plan), "plan", plan)
    actor = meant(store, actor)
    known = lineage(store, plan, as_of=as_of)
    rows = store.read("bindings", plan=plan, filter=filtered_by(as_of=as_of))
    newest = known.versions[-1] if known.versions else None
    now = [row for row in rows if row["version"] in (None, newest)]
    earlier = {row["term"]: known.earlier(row["term"]) | {row["term"]} for row in now}
    heard = _heard(store, plan, as_of)
    voices = Voices(store, (row["actor"]["id"] for row in now))
    found = [
        _bound(row, [each for each in rows if each["term"] in earlier[row["term"]]])
        for row in now
        if (actor is None or row["actor"]["id"] == actor)
        and not any(
            voices.speaks(speaker, row["actor"]["id"], at)
            for term in earlier[row["term"]]
            for speaker, at in heard.get(term, ())
        )
    ]
    items, next_ = paged(found, lambda each: (each.term.id, each.actor.id), after, limit, "bound")
    return Page[Bound](items=items, next=next_)


def _heard(store: Store, plan: str, as_of: str | None) -> dict[str, set[tuple[str, str | None]]]:
    """Return, by provision, who said anything of it or of a claim about it, and when."""
    terms_of: dict[str, list[str]] = {}
    for row in filtered(store, "targets_of_terms", plan=plan, as_of=as_of):
        terms_of.setdefault(row["id"], []).append(row["term"])
    found: dict[str, set[tuple[str, str | None]]] = {}
    for row in store.read("said_on", targets=sorted(terms_of), filter=filtered_by(as_of=as_of)):
        for term in terms_of[row["target"]]:
            found.setdefault(term, set()).add((row["speaker"], row["day"]))
    return found


def _bound(row: Row, history: list[Row]) -> Bound:
    dates = [each["dated"] for each in history if each["actor"] == row["actor"] and each["dated"]]
    return Bound(
        actor=Speaker.model_validate(row["actor"]),
        term=Named(id=row["term"], name=row["name"]),
        text=row["text"],
        since=min(dates, default=None),
        document=row["document"],
    )


@naming
def unanswered(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Unanswered]:
    """Return claims about actors for whom nobody spoke of them, the latest first asserted first."""
    since, claim, last = decode(after, "unanswered", 3)
    require_dates(as_of)
    of = {"actor": meant(store, actor), "plan": plan, "as_of": as_of}
    place = {"after_since": since, "after_claim": claim, "after_actor": last}
    rows = _latest(store, "unanswered_claims", of, place, limit + 1)
    words = evidence(store, [id_ for row in rows[:limit] for id_ in row["first"]])
    found = [
        Unanswered.model_validate({
            **row, "claim": Named(id=row["claim"], name=row["text"]),
            "first": [words[id_] for id_ in row["first"]], "since": row["since"] or None,
        })
        for row in rows[:limit]
    ]  # fmt: skip
    return Page[Unanswered](
        items=found, next=next_cursor(rows, limit, "unanswered", "since", "claim", "actor_id")
    )


@naming
def denials(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Denial]:
    """Return how long claims waited for their first denial; `actor` is who denies. The latest claim first."""
    since, id_ = decode(after, "denials", 2)
    require_dates(as_of)
    of = {"actor": meant(store, actor), "plan": plan, "as_of": as_of}
    rows = _latest(store, "first_denials", of, {"after_since": since, "after_id": id_}, limit + 1)
    words = evidence(
        store, [id_ for row in rows[:limit] for side in ("asserted", "denied") for id_ in row[side]]
    )
    found = [
        Denial(
            claim=Named(id=row["id"], name=row["name"]),
            days=days_between(row["since"], row["denied_on"]),
            asserted=[words[id_] for id_ in row["asserted"]],
            denied=[words[id_] for id_ in row["denied"]],
        )
        for row in rows[:limit]
    ]
    return Page[Denial](items=found, next=next_cursor(rows, limit, "denials", "since", "id"))


def _latest(
    store: Store, name: str, of: dict[str, str | None], place: dict[str, str | None], limit: int
) -> list[Row]:
    """Return the rows of a query after a place: of an actor or a plan at once, else from the latest on."""
    if of["actor"] or of["plan"]:
        return filtered(store, name, **of, **place, limit=limit)
    return latest(store, name, of | place, limit, until=of["as_of"], last=place["after_since"])
