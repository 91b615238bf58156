"""Full-text search."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from graph import ask
from graph.answers import Hit, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import After, Limit
from ..problems import responses

router = APIRouter(tags=["search"])

HitKind = Literal[
    "Actor", "Person", "Organization", "State", "Collective", "AnonymousSource",
    "Claim", "Document", "Event", "Plan", "PlanVersion", "Statement", "Term",
]  # fmt: skip


@router.get("/search", summary="Find words", responses=responses(400))
def search(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="Words; other characters only part them.",
            openapi_examples={"sample": {"value": "wish list"}},
        ),
    ],
    kind: Annotated[HitKind | None, Query(description="Only what is of this kind.")] = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[Hit]:
    """Return claims, statements, actors, terms, plans and events with these words, best first.

    Any one of the words is enough; the more of them, the better. Documents, by title and text, come after
    all others; ask for them alone by `kind`.
    """
    page = ask.search(connection.store(), q, kind=kind, after=after, limit=limit)
    return linked(request, response, page)
