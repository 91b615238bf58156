"""Contradictions: what contradicts itself or something else, with the words."""

from fastapi import APIRouter, Request, Response

from graph import ask
from graph.answers import Contradiction, Page

from ..connection import ConnectionDep
from ..pages import linked
from ..params import AboutTerm, After, AsOf, AtOdds, Contradicting, Dismissed, Limit, Plan, SecondSince
from ..problems import responses

router = APIRouter(prefix="/contradictions", tags=["claims"])


@router.get("", summary="What contradicts what", responses=responses(400, 404))
def list_contradictions(
    request: Request,
    response: Response,
    connection: ConnectionDep,
    kind: Contradicting = None,
    plan: Plan = None,
    term: AboutTerm = None,
    actor: AtOdds = None,
    since: SecondSince = None,
    as_of: AsOf = None,
    dismissed: Dismissed = False,
    after: After = None,
    limit: Limit = 25,
) -> Page[Contradiction]:
    """Return contradictions, the latest first, each with the words of both pieces.

    One actor or outlet against itself; two values for one provision; a document dated before what it
    reports; two actors that claim to have written the same. A false alarm is dismissed by a judgement of
    kind `dismiss`, and is left out from then on.
    """
    page = ask.contradictions(
        connection.store(), kind=kind, plan=plan, term=term, actor=actor, since=since, as_of=as_of,
        dismissed=dismissed, after=after, limit=limit,
    )  # fmt: skip
    return linked(request, response, page)
