"""Actors: people, organisations, states, groups and anonymous sources."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph import ask
from graph.answers import ActorAnswer, ActorSummary, Dispute, Page, Position, Relation

from ..connection import ConnectionDep
from ..pages import linked
from ..params import ActorId, After, AsOf, Kind, Limit, Since, StatusOrAny, Text, Until
from ..problems import responses
from ..triples import Form, thing_as_rdf
from .disputes import ClaimFilter

router = APIRouter(prefix="/actors", tags=["actors"])


@dataclass(frozen=True)
class OnesOwn(ClaimFilter):
    """Which claims of one actor, and where the page begins."""

    status: StatusOrAny = None


@dataclass(frozen=True)
class Period:
    """From when until when, as of which moment, and where the page begins."""

    since: Since = None
    until: Until = None
    as_of: AsOf = None
    after: After = None
    limit: Limit = 25


OnesOwnDep = Annotated[OnesOwn, Depends()]
PeriodDep = Annotated[Period, Depends()]


@router.get("", summary="All actors", responses=responses(400))
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


@router.get("/{id}", summary="One actor", response_model=ActorAnswer, responses=responses(400, 404))
def get_actor(
    request: Request, connection: ConnectionDep, id: ActorId, form: Form, as_of: AsOf = None
) -> ActorAnswer | Response:
    """Return one actor with posts, groups, and all that it claims, denies and wants; as RDF, itself alone."""
    if form != "json":
        return thing_as_rdf(request, connection.store(), form, "actor", id)
    return ask.actor(connection.store(), id, as_of=as_of)


@router.get("/{id}/positions", summary="Where one actor stands", responses=responses(400, 404))
def list_positions(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    period: PeriodDep,
) -> Page[Position]:
    """Return where an actor stands on each term, plan and claim, by its own live statements, latest first."""
    page = ask.positions(connection.store(), id, **vars(period))
    return linked(request, response, page)


@router.get("/{id}/claims", summary="What one actor claims", responses=responses(400, 404))
def list_actor_claims(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    filter_: OnesOwnDep,
) -> Page[Dispute]:
    """Return the claims that an actor asserts, whole or in part, latest first, as /claims does."""
    page = ask.disputes_of(connection.store(), id, "asserts", **vars(filter_))
    return linked(request, response, page)


@router.get("/{id}/denials", summary="What one actor denies", responses=responses(400, 404))
def list_actor_denials(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    filter_: OnesOwnDep,
) -> Page[Dispute]:
    """Return the claims that an actor denies, whole or in part, latest first, as /claims does."""
    page = ask.disputes_of(connection.store(), id, "denies", **vars(filter_))
    return linked(request, response, page)


@router.get("/{id}/allies", summary="Who agrees with one actor", responses=responses(400, 404))
def list_allies(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    period: PeriodDep,
) -> Page[Relation]:
    """Return who agrees with an actor on something, those who do on most first, and on what.

    Who also disagrees with it stands here too, with the number of conflicts.
    """
    page = ask.relations(connection.store(), id, "allies", **vars(period))
    return linked(request, response, page)


@router.get("/{id}/opponents", summary="Who disagrees with one actor", responses=responses(400, 404))
def list_opponents(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    id: ActorId,
    period: PeriodDep,
) -> Page[Relation]:
    """Return who disagrees with an actor on something, those who do on most first, and on what.

    Who also agrees with it stands here too, with the number of agreements.
    """
    page = ask.relations(connection.store(), id, "opponents", **vars(period))
    return linked(request, response, page)
