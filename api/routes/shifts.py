"""How positions move: shifts with both quotes, retractions, and how consistent actors are."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph import ask
from graph.answers import Consistency, Page, Retraction, Shift

from ..connection import ConnectionDep
from ..pages import linked
from ..params import ActorId, After, AsOf, Claim, Limit, Plan, SaidBy, ShiftSince, ShiftUntil, StanceTerm
from ..problems import responses

router = APIRouter(tags=["over time"])


@dataclass(frozen=True)
class Moved:
    """Which shifts, and where the page begins."""

    plan: Plan = None
    term: StanceTerm = None
    claim: Claim = None
    since: ShiftSince = None
    until: ShiftUntil = None
    as_of: AsOf = None
    after: After = None
    limit: Limit = 25


MovedDep = Annotated[Moved, Depends()]


@router.get("/shifts", summary="Who shifted", responses=responses(400, 404))
def list_shifts(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    filter_: MovedDep,
    actor: SaidBy = None,
) -> Page[Shift]:
    """Return where actors shifted, the latest published first, each with the words before and after.

    A shift: on two neighbouring days on which it spoke of one thing, an actor did not do the same. Of a
    claim: its live assertions and denials. Of a term, through all drafts: its support, rejection, or
    acceptance under a condition. Words that only repeat earlier ones add nothing.
    """
    page = ask.shifts(connection.store(), actor=actor, **vars(filter_))
    return linked(request, response, page)


@router.get("/actors/{id}/shifts", summary="Where one actor shifted", responses=responses(400, 404))
def list_shifts_of_actor(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    filter_: MovedDep,
) -> Page[Shift]:
    """Return where one actor shifted, as /shifts does."""
    page = ask.shifts_of(connection.store(), id, **vars(filter_))
    return linked(request, response, page)


@router.get("/retractions", summary="Who took back what", responses=responses(400, 404))
def list_retractions(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: SaidBy = None,
    plan: Plan = None,
    claim: Claim = None,
    since: ShiftSince = None,
    until: ShiftUntil = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Retraction]:
    """Return what actors took back themselves, the latest first: the retraction, and the words taken back."""
    page = ask.retractions(
        connection.store(), actor=actor, plan=plan, claim=claim, since=since, until=until, as_of=as_of,
        after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/consistency", summary="How consistent each actor is", responses=responses(400, 404))
def list_consistency(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: SaidBy = None,
    plan: Plan = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Consistency]:
    """Return who spoke of one thing on several days, and how often it did the same the next time."""
    page = ask.consistency(connection.store(), actor=actor, plan=plan, as_of=as_of, after=after, limit=limit)
    return linked(request, response, page)
