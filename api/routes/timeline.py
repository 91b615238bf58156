"""The timeline: what was said, published and done."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from graph import ask
from graph.answers import Moment, Page
from graph.ask.timeline import Order

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, AsOf, Claim, Limit, MomentSince, MomentUntil, Plan, SaidBy, Term
from ..problems import responses

router = APIRouter(prefix="/timeline", tags=["claims"])


@router.get("", summary="What was said, published and done", responses=responses(400, 404))
def list_moments(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: SaidBy = None,
    plan: Plan = None,
    term: Term = None,
    claim: Claim = None,
    since: MomentSince = None,
    until: MomentUntil = None,
    as_of: AsOf = None,
    order: Annotated[Order, Query(description="asc: oldest first; desc: latest first.")] = "asc",
    after: After = None,
    limit: Limit = 25,
) -> Page[Moment]:
    """Return statements, documents and events in order of time; what has no date is left out.

    A statement stands where it was said, or, if that is not known, where it was published; `clock`
    tells which. `answers` joins a denial to the statements that assert what it denies. What was
    retracted stays, as does the retraction: both were said.
    """
    page = ask.timeline(
        connection.store(), actor=actor, plan=plan, term=term, claim=claim, since=since, until=until,
        as_of=as_of, order=order, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)
