"""Where one actor stands, target by target."""

from ..answers import Named, Page, Position, Stance
from ..store import Store
from .actors import known
from .deeds import Target, by_age, latest, leaning, stances, stances_of
from .filters import require_period
from .pages import paged


def positions(
    store: Store,
    actor: str,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Position]:
    """Return where an actor stands on each term, plan and claim, the latest first; NotFoundError."""
    require_period(since, until)
    actor = known(store, actor, as_of)
    grouped: dict[Target, list[Stance]] = {}
    doings = stances_of(store, actor, since=since, until=until, as_of=as_of)
    for stance in stances(store, doings):
        grouped.setdefault((stance.target_kind, stance.target_id), []).append(stance)
    found = [_position(kind, taken) for (kind, _), taken in sorted(grouped.items())]
    items, next_ = paged(
        found, lambda p: (p.latest or "", f"{p.target.id} {p.kind}"), after, limit, "positions", falling=True
    )
    return Page[Position](items=items, next=next_)


def _position(kind: str, taken: list[Stance]) -> Position:
    target = Named(id=taken[0].target_id, name=taken[0].target)
    ordered = sorted(taken, key=by_age)
    return Position(
        target=target, kind=kind, stance=leaning(ordered), latest=latest(ordered), stances=ordered
    )
