"""Plans: what is under negotiation, and the board of who stands where on each term."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Board, Page, PlanAnswer, PlanDiff, PlanSummary, PlanVersions

from ..connection import ConnectionDep
from ..pages import linked
from ..params import (
    After,
    AsOf,
    Draft,
    DraftedPlanId,
    DraftsAsOf,
    Limit,
    NewDraft,
    OldDraft,
    PlanId,
    Since,
    StanceOf,
    Text,
    Topic,
    Until,
)
from ..problems import responses
from ..triples import Form, thing_as_rdf

router = APIRouter(prefix="/plans", tags=["terms"])


@router.get("", summary="All plans", responses=responses(400))
def list_plans(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    text: Text = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[PlanSummary]:
    """Return plans in order of id; `text` looks in names and other names."""
    page = ask.plans(connection.store(), text=text, after=after, limit=limit)
    return linked(request, response, page)


@router.get("/{id}", summary="One plan", response_model=PlanAnswer, responses=responses(400, 404))
def get_plan(
    request: Request, connection: ConnectionDep, id: PlanId, form: Form, as_of: AsOf = None
) -> PlanAnswer | Response:
    """Return one plan with its terms, the stances on it, and what is said of it; as RDF, itself alone."""
    if form != "json":
        return thing_as_rdf(request, connection.store(), form, "plan", id)
    return ask.plan(connection.store(), id, as_of=as_of)


@router.get("/{id}/board", summary="Who stands where on each term", responses=responses(400, 404))
def get_board(
    connection: ConnectionDep,
    id: PlanId,
    topic: Topic = None,
    draft: Draft = None,
    actor: StanceOf = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
) -> Board:
    """Return the terms of a plan against the actors, in each cell where the actor stands.

    A stance on a claim about a term counts for the term; its `target` tells so, and `own` is the stance on
    the term itself. Only live statements of actors themselves count, never the writer's inferences. `status`
    tells whether the term is of the newest draft, or what became of it. `as_of` shows the board as it
    stood then.
    """
    return ask.board(
        connection.store(), id, topic=topic, draft=draft, actor=actor, since=since, until=until, as_of=as_of
    )


@router.get("/{id}/versions", summary="The drafts of a plan", responses=responses(400, 404))
def get_versions(connection: ConnectionDep, id: PlanId, as_of: AsOf = None) -> PlanVersions:
    """Return the drafts of a plan, oldest first, and the stances that later drafts carry or leave behind.

    A stance stays with the draft that it was taken on. It is carried to a later one when every step to it
    keeps the text of the provision, and is stale else.
    """
    return ask.versions(connection.store(), id, as_of=as_of)


@router.get("/{id}/diff", summary="Two drafts side by side", responses=responses(400, 404))
def get_diff(
    connection: ConnectionDep,
    id: DraftedPlanId,
    old: OldDraft = None,
    new: NewDraft = None,
    as_of: DraftsAsOf = None,
) -> PlanDiff:
    """Return what each provision of an older draft is in a newer one, with the words that changed.

    Without `old` and `new` these are the two newest; with one of them, its neighbour is the other.
    """
    return ask.diff(connection.store(), old, new, plan=id, as_of=as_of)
