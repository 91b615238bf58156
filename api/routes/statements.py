"""Statements: who said what, in which words."""

from fastapi import APIRouter

from graph import ask
from graph.answers import Evidence

from ..connection import ConnectionDep
from ..params import StatementId
from ..problems import responses

router = APIRouter(prefix="/statements", tags=["documents"])


@router.get("/{id}", summary="One statement", responses=responses(404))
def get_statement(connection: ConnectionDep, id: StatementId) -> Evidence:
    """Return one statement with the words that prove it, and where they stand."""
    return ask.statement(connection.store(), id)
