"""Judgements: what persons decided about what documents say; made here, and undone."""

from fastapi import APIRouter, Depends, Request, Response

from graph import ask, judge
from graph.answers import Page, Standing

from ..connection import ConnectionDep
from ..judging import Judging, json_only
from ..pages import linked
from ..params import (
    After,
    Finding,
    JudgedActor,
    JudgedClaim,
    JudgedStatement,
    JudgedTerm,
    JudgementId,
    JudgementKind,
    Limit,
)
from ..problems import responses
from ..writers import LOCAL, Judge

router = APIRouter(prefix="/judgements", tags=["review"])


@router.get("", summary="What persons judged", responses=responses(400, 404))
def list_judgements(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    kind: JudgementKind = None,
    statement: JudgedStatement = None,
    actor: JudgedActor = None,
    claim: JudgedClaim = None,
    term: JudgedTerm = None,
    finding: Finding = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Standing]:
    """Return judgements in order of id, also those that wait for what the graph lacks."""
    page = ask.judgements(
        connection.store(), kind=kind, statement=statement, actor=actor, claim=claim, term=term,
        finding=finding, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)


@router.get("/{id}", summary="One judgement", responses=responses(404))
def get_judgement(connection: ConnectionDep, id: JudgementId) -> Standing:
    """Return one judgement as it stands."""
    return ask.judgement(connection.store(), id)


@router.post(
    "",
    summary="Judge",
    status_code=201,
    responses=responses(400, 401, 403, 404, 409, 415),
    dependencies=[Depends(json_only)],
)
def post_judgement(
    response: Response, connection: ConnectionDep, writer: Judge, judging: Judging
) -> Standing:
    """Accept or reject a statement, link a denial, merge or split actors, align provisions, dismiss findings.

    What documents say stays as it is; every answer follows the judgement until it is undone. The same
    judgement twice is one. What contradicts another judgement is refused (409): undo that first.
    """
    store, by = connection.store(), judging.by or ("" if writer == LOCAL else writer)
    made = judging.make(store, by)
    response.headers["Location"] = f"/judgements/{made.id}"
    return ask.judgement(store, made.id)


@router.delete("/{id}", summary="Undo a judgement", status_code=204, responses=responses(401, 403, 404))
def delete_judgement(connection: ConnectionDep, writer: Judge, id: JudgementId) -> None:
    """Take a judgement back: the graph is as if it had never been made."""
    judge.undo(connection.store(), id)
