"""Silence: who is bound or spoken of and says nothing; how long claims waited for a denial."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Bound, Denial, Page, Silence, Unanswered

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, AsOf, ClaimsOnPlan, Denier, Limit, OfPlan, SilentActor, SilentOrDenier
from ..problems import responses

router = APIRouter(prefix="/silence", tags=["claims"])


@router.get("", summary="Who is silent, and how long claims waited", responses=responses(400, 404))
def get_silence(
    connection: ConnectionDep,
    plan: ClaimsOnPlan = None,
    actor: SilentOrDenier = None,
    as_of: AsOf = None,
    limit: Limit = 25,
) -> Silence:
    """Return the first page of each: who is bound by a plan, whom claims wait for, how long denials took.

    Nobody is bound where no plan is given. `next` of each is a cursor of /silence/bound,
    /silence/unanswered and /silence/denials.
    """
    return ask.silence(connection.store(), plan=plan, actor=actor, as_of=as_of, limit=limit)


@router.get("/bound", summary="Who is bound and never spoke of it", responses=responses(400, 404))
def list_bound(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    plan: OfPlan,
    actor: SilentActor = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Bound]:
    """Return the actors that the newest draft of a plan binds, with the provisions nobody spoke of for them.

    What was said of an earlier draft's provision that became it counts, and what was said of claims about
    either. Who has a post at an organisation or a state speaks for it.
    """
    page = ask.bound(connection.store(), plan, actor=actor, as_of=as_of, after=after, limit=limit)
    return linked(request, response, page)


@router.get(
    "/unanswered", summary="Claims about actors that say nothing of them", responses=responses(400, 404)
)
def list_unanswered(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: SilentActor = None,
    plan: ClaimsOnPlan = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Unanswered]:
    """Return claims about an actor by others of which nobody spoke for the actor, the latest first.

    Whether a claim accuses is for the reader to judge. `denied_by` tells who denied it all the same.
    """
    page = ask.unanswered(connection.store(), actor=actor, plan=plan, as_of=as_of, after=after, limit=limit)
    return linked(request, response, page)


@router.get("/denials", summary="Days from claim to denial", responses=responses(400, 404))
def list_denials(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: Denier = None,
    plan: ClaimsOnPlan = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Denial]:
    """Return claims with the days from the first assertion to the first denial by somebody else.

    A denial of a part or of a larger claim counts. Days are negative where the denial came first.
    """
    page = ask.denials(connection.store(), actor=actor, plan=plan, as_of=as_of, after=after, limit=limit)
    return linked(request, response, page)
