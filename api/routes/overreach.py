"""Overreach: headlines that say more than the body under them."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Overreach, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, AsOf, ClaimsOnPlan, HeadlineOf, Limit, OfDocument
from ..problems import responses

router = APIRouter(prefix="/overreach", tags=["documents"])


@router.get("", summary="Headlines that say more than their body", responses=responses(400, 404))
def list_overreach(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: HeadlineOf = None,
    document: OfDocument = None,
    plan: ClaimsOnPlan = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Overreach]:
    """Return headlines that the body has as the writer's own inference only, or not at all, the latest first.

    Each comes with its words and with what the body has on the same matter.
    """
    page = ask.overreach(
        connection.store(), actor=actor, document=document, plan=plan, as_of=as_of, after=after, limit=limit
    )
    return linked(request, response, page)
