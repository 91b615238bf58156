"""Terms: the provisions of plans, and who stands where on them."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Page, Stance, TermAnswer, TermSummary, WhatIf

from ..connection import ConnectionDep
from ..pages import linked
from ..params import (
    After,
    AsOf,
    Limit,
    NewUnit,
    NewValue,
    Plan,
    Since,
    StanceOf,
    TermId,
    Text,
    Topic,
    Until,
)
from ..problems import responses
from ..triples import Form, thing_as_rdf

router = APIRouter(prefix="/terms", tags=["terms"])


@router.get("", summary="All terms", responses=responses(400, 404))
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


@router.get("/{id}", summary="One term", response_model=TermAnswer, responses=responses(400, 404))
def get_term(
    request: Request, connection: ConnectionDep, id: TermId, form: Form, as_of: AsOf = None
) -> TermAnswer | Response:
    """Return one term, who supports, rejects or demands it, all that is said of it; as RDF, it alone."""
    if form != "json":
        return thing_as_rdf(request, connection.store(), form, "term", id)
    return ask.term(connection.store(), id, as_of=as_of)


@router.get("/{id}/stances", summary="Who stands where on one term", responses=responses(400, 404))
def list_stances(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: TermId,
    actor: StanceOf = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Stance]:
    """Return the stances on a term and on claims about it, by actor, each actor's oldest first."""
    page = ask.stances(
        connection.store(), id, actor=actor, since=since, until=until, as_of=as_of, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/{id}/what-if", summary="Whom another value would please", responses=responses(400, 404))
def get_what_if(
    connection: ConnectionDep, id: TermId, value: NewValue, unit: NewUnit = None, as_of: AsOf = None
) -> WhatIf:
    """Return who would gain or lose a reason to object if the provision had another value.

    From recorded conditions and demands alone, on any draft of the provision, each with its words and how
    they were read. What speaks of something else than the value is `undecided`.
    """
    return ask.what_if(connection.store(), id, value, unit=unit, as_of=as_of)
