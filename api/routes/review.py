"""What needs a person: denials without a claim, unsure records, actors that may be the same."""

from fastapi import APIRouter, Request

from graph.review import Review
from graph.review import review as review_graph

from ..connection import ConnectionDep
from ..params import Limit

router = APIRouter(tags=["review"])


@router.get("/review", summary="What needs a person")
def review(request: Request, connection: ConnectionDep, limit: Limit = 25) -> Review:
    """Return what a person should decide, at most `limit` of each sort; nothing is decided here.

    Denials come with the claims that they may mean, the likeliest first, and with the reasons. Links
    and merges are made on the command line and can be undone.
    """
    return review_graph(connection.store(), request.app.state.settings, limit)
