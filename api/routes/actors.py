"""Actors: people, organisations, states, groups and anonymous sources."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import ActorAnswer, ActorSummary, Page

from ..connection import ConnectionDep
from ..pages import OK, linked
from ..params import ActorId, After, Kind, Limit, Text
from ..problems import responses

router = APIRouter(prefix="/actors", tags=["actors"])


@router.get("", summary="All actors", responses=OK | responses(400))
def list_actors(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    kind: Kind = None,
    text: Text = None,
    after: After = None,
    limit: Limit = 25,
) -> Page[ActorSummary]:
    """Return actors in order of id; `text` looks in names, aliases and known misspellings."""
    page = ask.actors(connection.store(), kind=kind, text=text, after=after, limit=limit)
    return linked(request, response, page)


@router.get("/{id}", summary="One actor", responses=responses(404))
def get_actor(connection: ConnectionDep, id: ActorId) -> ActorAnswer:
    """Return one actor with posts, groups, and all that it claims, denies and wants."""
    return ask.actor(connection.store(), id)
