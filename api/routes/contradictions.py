"""Contradictions: provisions to which documents give different values."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Contradiction, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, Limit, Plan
from ..problems import responses

router = APIRouter(prefix="/contradictions", tags=["terms"])


@router.get("", summary="Different values for one provision", responses=responses(400))
def list_contradictions(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    plan: Plan = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Contradiction]:
    """Return provisions whose amount or number differs, each value with the documents that give it."""
    page = ask.contradictions(connection.store(), plan=plan, after=after, limit=limit)
    return linked(request, response, page)
