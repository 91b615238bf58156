"""Claims, and who disputes which part of them: the service's main question."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from graph import ask
from graph.answers import ClaimAnswer, Dispute, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import Actor, After, AsOf, ClaimId, Limit, Plan, Since, Status, StatusOrAny, Term, Text, Until
from ..problems import responses
from ..triples import Form, thing_as_rdf

router = APIRouter(tags=["claims"])


@dataclass(frozen=True)
class ClaimFilter:
    """Which claims, and where the page begins."""

    text: Text = None
    term: Term = None
    plan: Plan = None
    since: Since = None
    until: Until = None
    as_of: AsOf = None
    after: After = None
    limit: Limit = 25


@dataclass(frozen=True)
class Filter(ClaimFilter):
    """Which claims of all actors, or of one."""

    actor: Actor = None


FilterDep = Annotated[Filter, Depends()]


@router.get("/disputes", summary="Who disputes which claim", responses=responses(400, 404))
def list_disputes(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    filter_: FilterDep,
    status: Annotated[
        Status,
        Query(description="Disputed, or denied yet claimed by nobody, or neither."),
    ] = "disputed",
) -> Page[Dispute]:
    """Return disputed claims, latest first, each with both camps and their words.

    A claim is disputed when one speaker asserts it, or a part of it, and another denies it, or a
    part. `parts` tells which parts a denial reaches: a part that is `unanswered` was asserted and
    not denied. `as_of` shows the dispute as it stood then; `until` leaves out what was published
    later, `since` claims of which nobody has spoken since.
    """
    page = ask.disputes(connection.store(), status=status, **vars(filter_))
    return linked(request, response, page)


@router.get("/claims", summary="All claims", responses=responses(400, 404))
def list_claims(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    filter_: FilterDep,
    status: StatusOrAny = None,
) -> Page[Dispute]:
    """Return claims, disputed or not, latest first, in the same form as disputes."""
    page = ask.disputes(connection.store(), status=status, **vars(filter_))
    return linked(request, response, page)


@router.get("/claims/{id}", summary="One claim", response_model=ClaimAnswer, responses=responses(400, 404))
def get_claim(
    request: Request, connection: ConnectionDep, id: ClaimId, form: Form, as_of: AsOf = None
) -> ClaimAnswer | Response:
    """Return one claim, whole or part, with those who assert it and those who deny it; as RDF, it alone."""
    if form != "json":
        return thing_as_rdf(request, connection.store(), form, "claim", id)
    return ask.claim(connection.store(), id, as_of=as_of)
