"""Paths: how two things hang together."""

from typing import Annotated

from fastapi import APIRouter, Query

from graph import ask
from graph.answers import Path

from ..connection import ConnectionDep
from ..params import AsOf
from ..problems import responses

router = APIRouter(prefix="/path", tags=["claims"])


@router.get("", summary="How two things hang together", responses=responses(400, 404))
def get_path(
    connection: ConnectionDep,
    start: Annotated[
        str,
        Query(
            alias="from",
            min_length=1,
            max_length=300,
            description="Id of an actor, claim, term or plan.",
            openapi_examples={"sample": {"value": "rustem-umerov"}},
        ),
    ],
    end: Annotated[
        str,
        Query(
            alias="to",
            min_length=1,
            max_length=300,
            description="Id of another.",
            openapi_examples={"sample": {"value": "us-officials"}},
        ),
    ],
    as_of: AsOf = None,
) -> Path:
    """Return a shortest way between two actors, claims, terms or plans, by what was said.

    It leads from actors by their own live statements to claims, terms and plans, and between these by
    what is about what and part of what; 404 when there is none. Of several it is the first by ids.
    """
    return ask.path(connection.store(), start, end, as_of=as_of)
