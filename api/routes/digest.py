"""The digest: what is new since a date, every sentence with its citation."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph import ask
from graph.answers import Digest
from graph.digests.markdown import markdown
from graph.digests.page import POLICY, page

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..params import DigestSince, Plan, Until
from ..problems import responses

router = APIRouter(prefix="/digest", tags=["claims"])

_FORMS = Offer("json", "md", "html")


@router.get("", summary="What is new since a date", response_model=Digest, responses=responses(400, 404))
def get_digest(
    request: Request,
    connection: ConnectionDep,
    form: Annotated[str, Depends(_FORMS)],
    since: DigestSince,
    until: Until = None,
    plan: Plan = None,
) -> Digest | Response:
    """Return new drafts, claims and denials, shifts, retractions and contradictions, and who is silent.

    Each sentence ends in the words that prove it, verbatim. As Markdown or as one HTML file it is a
    briefing to read or print, whose citations lead to the words on this service's page.
    """
    found = ask.digest(connection.store(), since, until=until, plan=plan)
    if form == "json":
        return found
    base = str(request.base_url)
    if form == "md":
        return Response(markdown(found, base), media_type=FORMS[form])
    return Response(page(found, base), media_type=FORMS[form], headers={"Content-Security-Policy": POLICY})
