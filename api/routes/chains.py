"""Chains: how a claim comes to the reader."""

from fastapi import APIRouter

from graph import ask
from graph.answers import Chains

from ..connection import ConnectionDep
from ..params import AsOf, ClaimId
from ..problems import responses

router = APIRouter(prefix="/chains", tags=["claims"])


@router.get("/{id}", summary="How one claim comes to the reader", responses=responses(400, 404))
def get_chains(connection: ConnectionDep, id: ClaimId, as_of: AsOf = None) -> Chains:
    """Return for each assertion of a claim who said it and who passed it on, outward to the document.

    Who asserts a part of it, or a larger claim that holds it, counts, as for disputes. A chain is worth
    no more than its weakest hop, and ten reports of one speaker are one origin.
    """
    return ask.chains(connection.store(), id, as_of=as_of)
