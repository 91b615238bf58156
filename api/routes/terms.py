"""Terms: the provisions of plans, and who stands where on them."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Page, TermAnswer, TermSummary

from ..connection import ConnectionDep
from ..pages import OK, linked
from ..params import After, Limit, Plan, TermId, Text, Topic
from ..problems import responses

router = APIRouter(prefix="/terms", tags=["terms"])


@router.get("", summary="All terms", responses=OK | responses(400))
def list_terms(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    plan: Plan = None,
    topic: Topic = None,
    text: Text = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[TermSummary]:
    """Return the terms of plans in order of id; `text` looks in names and texts."""
    page = ask.terms(connection.store(), plan=plan, topic=topic, text=text, after=after, limit=limit)
    return linked(request, response, page)


@router.get("/{id}", summary="One term", responses=responses(404))
def get_term(connection: ConnectionDep, id: TermId) -> TermAnswer:
    """Return one term, who supports, rejects or demands it, and all that is said of it."""
    return ask.term(connection.store(), id)
