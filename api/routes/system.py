"""Is the service up, is it ready, which version is it."""

from importlib.metadata import version as version_of
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from graph import ontology
from graph.errors import StoreError, UnavailableError

from ..connection import ConnectionDep
from ..problems import responses

VERSION = version_of("counterclaim")

router = APIRouter(tags=["system"])


class Health(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """The database answers too."""

    status: Literal["ready"] = "ready"


class Version(BaseModel):
    """What runs here."""

    version: str = Field(description="Of the service.", examples=["0.1.0"])
    ontology: str = Field(description="Of the ontology.", examples=["0.1.0"])


@router.get("/healthz", summary="Is the process up")
async def healthz() -> Health:
    """Answer without asking the database, or for a thread: a restart helps only if this fails."""
    return Health()


@router.get("/readyz", summary="Can questions be answered", responses=responses(503))
def readyz(connection: ConnectionDep) -> Readiness:
    """Ask the database for a sign of life; 503 while it gives none."""
    try:
        connection.store().verify()
    except StoreError as error:
        raise UnavailableError(str(error)) from error
    return Readiness()


@router.get("/version", summary="Versions")
def version() -> Version:
    """Return the versions of the service and of the ontology that the graph follows."""
    return Version(version=VERSION, ontology=ontology.load().version)
