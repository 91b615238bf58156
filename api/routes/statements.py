"""Statements: who said what, in which words."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from graph import ask
from graph.answers import Evidence, Page
from graph.models import Act, Reviewed

from ..connection import ConnectionDep
from ..pages import linked
from ..params import (
    After,
    AsOf,
    Limit,
    OfDocument,
    Since,
    SpokenBy,
    StatedClaim,
    StatedPlan,
    StatedTerm,
    StatementId,
    Until,
)
from ..problems import responses
from ..triples import Form, thing_as_rdf

router = APIRouter(prefix="/statements", tags=["documents"])


@router.get("", summary="All statements", responses=responses(400, 404))
def list_statements(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    actor: SpokenBy = None,
    plan: StatedPlan = None,
    term: StatedTerm = None,
    claim: StatedClaim = None,
    document: OfDocument = None,
    act: Annotated[Act | None, Query(description="Only what does this, be its claim known or not.")] = None,
    review: Annotated[Reviewed | None, Query(description="Only what a person judged so.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Evidence]:
    """Return statements with their words, of the newest document first, each document's as its text goes.

    What a reviewer rejected and what its speaker took back stand here too: `review` tells the one,
    /retractions the other. By the day on which it was said: /timeline.
    """
    page = ask.statements(
        connection.store(), actor=actor, plan=plan, term=term, claim=claim, document=document, act=act,
        review=review, since=since, until=until, as_of=as_of, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/{id}", summary="One statement", response_model=Evidence, responses=responses(404))
def get_statement(
    request: Request, connection: ConnectionDep, id: StatementId, form: Form
) -> Evidence | Response:
    """Return one statement with the words that prove it, and where they stand."""
    if form != "json":
        return thing_as_rdf(request, connection.store(), form, "statement", id)
    return ask.statement(connection.store(), id)
