"""What changed between two moments: in disputes, and on the board of a plan."""

from collections.abc import Iterable, Sequence

from ..answers import Board, Cell, CellChange, CellState, Changes, DisputeChange, Evidence, Named, Row
from ..errors import InputError
from ..store import Store
from .board import board
from .evidence import evidence
from .filters import filtered, last_day, require_dates
from .pages import one
from .takings import taken_back

DENIED = {"disputed", "unclaimed"}
MOST = 500
"""Claims that are compared for one answer, those spoken of latest."""


def changes(store: Store, start: str, end: str, *, plan: str | None = None) -> Changes:
    """Return what differs between the graph as published by `start` and as published by `end`.

    With a plan, its board as well, and only the disputes about it. Judgements hold for both moments.
    NotFoundError if there is no such plan; InputError if the moments are not in order.
    """
    require_dates(start, end)
    if last_day(start) > last_day(end):
        raise InputError(f"{start!r} is after {end!r}")
    named = Named(**one(store.read("plan", plan=plan), "plan", plan)) if plan else None
    rows = filtered(store, "claims_touched", plan=plan, **{"from": start, "to": end}, limit=MOST + 1)
    return Changes(
        start=start,
        end=end,
        plan=named,
        disputes=_disputes(store, [row["id"] for row in rows[:MOST]], start, end),
        board=_cells(store, plan, start, end) if plan else [],
        more=len(rows) > MOST,
    )


def _disputes(store: Store, claims: list[str], start: str, end: str) -> list[DisputeChange]:
    old, new = (_standings(store, claims, moment) for moment in (start, end))
    changed = [id_ for id_ in claims if _changed(old[id_]["status"], new[id_]["status"])]
    gone = {id_: [s for s in _live(old[id_]) if s not in _live(new[id_])] for id_ in changed}
    came = {id_: [s for s in _live(new[id_]) if s not in _live(old[id_])] for id_ in changed}
    back = taken_back(store, (s for ids in gone.values() for s in ids), as_of=end)
    ids = [s for group in (*gone.values(), *came.values(), *back.values()) for s in group]
    words = evidence(store, ids)
    return [
        DisputeChange(
            claim=Named(id=id_, name=new[id_]["claim"]),
            before=old[id_]["status"],
            after=new[id_]["status"],
            added=_found(words, came[id_]),
            removed=_found(words, gone[id_]),
            retractions=_found(words, (r for s in gone[id_] for r in back.get(s, ()))),
        )
        for id_ in changed
    ]


def _changed(before: str, after: str) -> bool:
    """Return whether a dispute began, ended or changed: a new claim that nobody denies is none."""
    return before != after and bool(DENIED & {before, after})


def _standings(store: Store, claims: list[str], moment: str) -> dict[str, Row]:
    """Return how each claim stood as of a moment, also those of which nobody had spoken."""
    rows = filtered(store, "who_disputes", claims=claims, as_of=moment, limit=len(claims))
    silent = [row["id"] for row in rows if not _live(row)]
    said = (
        {row["id"] for row in store.read("claims_said", claims=silent, as_of=moment)}
        if silent
        else set[str]()
    )
    unknown = set(silent) - said
    return {
        row["id"]: {**row, "status": "unknown" if row["id"] in unknown else row["status"]} for row in rows
    }


def _live(row: Row) -> list[str]:
    return [*row["asserting"], *row["denying"]]


def _found(words: dict[str, Evidence], ids: Iterable[str]) -> list[Evidence]:
    return [words[id_] for id_ in dict.fromkeys(ids) if id_ in words]


def _cells(store: Store, plan: str, start: str, end: str) -> list[CellChange]:
    old, new = (board(store, plan, until=moment) for moment in (start, end))
    then, now = ({(cell.term, cell.actor): cell for cell in each.cells} for each in (old, new))
    keys = [key for key in dict.fromkeys((*now, *then)) if _state(then.get(key)) != _state(now.get(key))]
    terms = {term.id: term for term in (*old.terms, *new.terms)}
    actors = _names((old, new))
    return [
        CellChange(
            term=Named(id=term, name=terms[term].name),
            draft=terms[term].draft,
            actor=Named(id=actor, name=actors[actor]),
            before=_state(then.get((term, actor))),
            after=_state(now.get((term, actor))),
            stances=(now.get((term, actor)) or then[term, actor]).stances,
            new=_new(then.get((term, actor)), now.get((term, actor))),
        )
        for term, actor in keys
    ]


def _names(boards: Sequence[Board]) -> dict[str, str]:
    return {actor.id: actor.name for each in boards for actor in each.actors}


def _state(cell: Cell | None) -> CellState | None:
    return cell and CellState(stance=cell.stance, own=cell.own, status=cell.status, step=cell.step)


def _new(then: Cell | None, now: Cell | None) -> list[str]:
    before = {stance.statement for stance in then.stances} if then else set[str]()
    after = {stance.statement for stance in now.stances} if now else set[str]()
    return sorted(after - before)
