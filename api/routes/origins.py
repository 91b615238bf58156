"""Origins: where claims come from."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Origins, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, AnonymousOnly, AsOf, ClaimId, ClaimsOnPlan, FirstSpeaker, Limit, Term
from ..problems import responses

router = APIRouter(tags=["claims"])


@router.get("/origins", summary="Where claims come from", responses=responses(400, 404))
def list_origins(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    plan: ClaimsOnPlan = None,
    term: Term = None,
    actor: FirstSpeaker = None,
    anonymous_only: AnonymousOnly = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Origins]:
    """Return claims with first speakers, outlets and independent origins, those in most documents first.

    Whoever speaks for one side counts once, and so do copies of one report: a claim in ten papers may have
    one origin. `weakest_hop` is the least that the best way to a claim is worth.
    """
    page = ask.origins(
        connection.store(), plan=plan, term=term, actor=actor, anonymous_only=anonymous_only,
        as_of=as_of, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/claims/{id}/origins", summary="Where one claim comes from", responses=responses(400, 404))
def get_origins(connection: ConnectionDep, id: ClaimId, as_of: AsOf = None) -> Origins:
    """Return who says a claim first, who publishes it, and which of these are copies or of one side."""
    return ask.origins_of(connection.store(), id, as_of=as_of)
