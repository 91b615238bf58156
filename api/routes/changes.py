"""What changed between two moments: in disputes, and on the board of a plan."""

from typing import Annotated

from fastapi import APIRouter

from graph import ask
from graph.answers import Changes

from ..connection import ConnectionDep
from ..params import PlanId, moment
from ..problems import responses

router = APIRouter(tags=["over time"])

From = Annotated[str, moment("from", "The earlier moment: the graph as published by then.", "2025-11-21")]
To = Annotated[str, moment("to", "The later moment: the graph as published by then.", "2025-11-24")]


@router.get("/changes", summary="Which disputes changed", responses=responses(400))
def list_changes(connection: ConnectionDep, start: From, end: To) -> Changes:
    """Return the disputes that began, ended or changed between two moments, with the words that did it.

    A claim is listed where it is denied at one of the moments and stands otherwise at the other.
    """
    return ask.changes(connection.store(), start, end)


@router.get("/plans/{id}/changes", summary="What changed about one plan", responses=responses(400, 404))
def list_changes_of_plan(connection: ConnectionDep, id: PlanId, start: From, end: To) -> Changes:
    """Return what changed between two moments in the disputes about a plan, and on its board.

    A cell of the board is listed where it came or went, or where its stance or status differs: whether
    the term is of the newest draft, was carried into it unchanged, or is stale.
    """
    return ask.changes(connection.store(), start, end, plan=id)
