"""Discourse networks: who agrees with whom, who contradicts whom."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from graph import ask
from graph.answers import Network
from graph.ask.networks import Kind
from graph.networkfiles import edges_csv, graphml

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..params import Plan, Since, SpokenBy, Topic, Until
from ..problems import responses

router = APIRouter(prefix="/networks", tags=["actors"])

_FORMS = Offer("json", "graphml", "csv")


@router.get("/{kind}", summary="Who agrees, who disagrees", response_model=Network, responses=responses(400))
def get_network(
    connection: ConnectionDep,
    kind: Annotated[
        Kind,
        Path(
            description="congruence: who says or wants the same; conflict: who contradicts whom.",
            openapi_examples={"sample": {"value": "conflict"}},
        ),
    ],
    form: Annotated[str, Depends(_FORMS)],
    plan: Plan = None,
    actor: SpokenBy = None,
    topic: Topic = None,
    since: Since = None,
    until: Until = None,
    minimum: Annotated[int, Query(ge=1, le=10_000, description="Least weight of an edge.")] = 1,
) -> Network | Response:
    """Return actors joined by the number of claims, terms and plans on which they agree, or disagree.

    Two actors agree on a claim that both assert or both deny, and on what both want, both reject, or
    both accept under a condition. They disagree where one denies what the other asserts, in whole or in
    part, and where one rejects what the other wants. How often they say so does not count. `actor` keeps
    that actor's own edges.
    """
    found = ask.network(
        connection.store(), kind, plan=plan, actor=actor, topic=topic,
        since=since, until=until, minimum=minimum,
    )  # fmt: skip
    if form == "json":
        return found
    text = graphml(found) if form == "graphml" else edges_csv(found)
    headers = {"Content-Disposition": f'attachment; filename="{kind}.{form}"'}
    return Response(text, media_type=FORMS[form], headers=headers)
