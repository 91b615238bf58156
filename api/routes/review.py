"""What needs a person: denials without a claim, links by rule, unsure records, actors that may be one."""

from fastapi import APIRouter, Request

from graph.review import Review
from graph.review import review as review_graph

from ..connection import ConnectionDep
from ..params import Limit

router = APIRouter(tags=["review"])


@router.get("/review", summary="What needs a person")
def review(request: Request, connection: ConnectionDep, limit: Limit = 25) -> Review:
    """Return what a person should decide, at most `limit` of each sort; nothing is decided here.

    What the reader was least sure of comes first. Denials come with the claims that they may mean, the
    likeliest first, and with the reasons. Decide by POST /judgements; what is judged is shown no more.
    """
    return review_graph(connection.store(), request.app.state.settings, limit)
