"""The named Cypher queries, documented, to run in the Neo4j Browser."""

from typing import Annotated

from fastapi import APIRouter, Path

from graph import ask
from graph.answers import NamedQuery

from ..problems import responses

router = APIRouter(prefix="/queries", tags=["system"])


@router.get("", summary="All named queries")
def list_queries() -> list[NamedQuery]:
    """Return the queries that only read: what each answers, its parameters, its text."""
    return ask.queries()


@router.get("/{name}", summary="One named query", responses=responses(404))
def get_query(
    name: Annotated[
        str, Path(description="Name of the query.", openapi_examples={"sample": {"value": "who_disputes"}})
    ],
) -> NamedQuery:
    """Return one query: what it answers, its parameters with example values, its text."""
    return ask.query(name)
