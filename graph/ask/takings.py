"""What speakers took back."""

from collections.abc import Iterable

from ..answers import Named, Page, Retraction, Row
from ..store import Store
from .deeds import speaker_of
from .evidence import evidence
from .filters import filtered, meant, require_period, seen
from .naming import naming
from .pages import paged


@naming
def retractions(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    claim: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Retraction]:
    """Return what actors took back themselves, the latest first: the retraction, and the words taken back.

    `since` and `until` are of the publication of the retraction.
    """
    require_period(since, until)
    rows = filtered(
        store, "takings", actor=meant(store, actor), plan=plan, claim=claim, since=since, until=until,
        as_of=seen(as_of, until),
    )  # fmt: skip
    found = _retractions(store, rows)
    items, next_ = paged(found, _latest_first, after, limit, "retractions", falling=True)
    return Page[Retraction](items=items, next=next_)


def taken_back(store: Store, statements: Iterable[str], *, as_of: str | None = None) -> dict[str, list[str]]:
    """Return, for each of these statements, those by which its own speaker took it back."""
    wanted = sorted(set(statements))
    found: dict[str, list[str]] = {}
    for row in filtered(store, "takings", statements=wanted, as_of=as_of) if wanted else []:
        for id_ in row["of"]:
            found.setdefault(id_, []).append(row["retraction"])
    return found


def _retractions(store: Store, rows: list[Row]) -> list[Retraction]:
    words = evidence(store, [id_ for row in rows for id_ in (row["retraction"], *row["of"])])
    return [
        Retraction(
            actor=speaker_of(row),
            claim=Named(id=row["claim"], name=row["text"]),
            published=row["published"] or None,
            retraction=words[row["retraction"]],
            of=[words[id_] for id_ in row["of"]],
        )
        for row in rows
    ]


def _latest_first(one: Retraction) -> tuple[str, str]:
    return (one.published or "", f"{one.claim.id} {one.actor.id} {one.retraction.id}")
