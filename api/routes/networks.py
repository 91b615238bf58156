"""Discourse networks: who agrees with whom, who contradicts whom; in time; their backbone and camps."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError

from graph import ask
from graph.answers import BackboneAnswer, Network, Polarisation, Series
from graph.networkfiles import gexf, graphml
from graph.networks.backbone import Method
from graph.networks.options import Kind
from graph.networks.windows import Kernel, Unit
from graph.networktables import edges_csv, matrix_csv, series_csv, statements_csv

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..networking import Chosen, Minimum, Normalised, Taken, computing
from ..problems import responses

router = APIRouter(prefix="/networks", tags=["actors"])

_FORMS = Offer("json", "graphml", "gexf", "csv", "svg", "png")
_SERIES = Offer("json", "csv")

KindOf = Annotated[
    Kind,
    Path(
        description="congruence: who says or wants the same; conflict: who contradicts whom; subtract: the "
        "one less the other; combine: 1 only congruence, 2 only conflict, 3 both; ignore: who speaks of the "
        "same.",
        openapi_examples={"sample": {"value": "conflict"}},
    ),
]
Table = Annotated[
    Literal["edges", "matrix", "statements"],
    Query(
        description="Of CSV alone: the edges, the matrix, or the statements beneath with all that is told."
    ),
]
Window = Annotated[Unit, Query(description="In what a window is measured; events are statements.")]
Size = Annotated[int, Query(ge=1, le=10_000, description="How many units a window has.")]
Weighing = Annotated[
    Kernel, Query(description="How a statement weighs by its distance from the middle of the window.")
]


@router.get("/polarisation", summary="How far actors fall into camps", responses=responses(400, 404))
def get_polarisation(
    request: Request,
    connection: ConnectionDep,
    filters: Taken,
    options: Chosen,
    normalisation: Normalised = "no",
    camps: Annotated[int, Query(ge=2, le=10, description="At most so many camps.")] = 2,
    window: Annotated[Unit | None, Query(description="Cut time into windows of such units.")] = None,
    size: Size = 3,
    kernel: Weighing = "no",
) -> Polarisation:
    """Return the division into camps with the greatest modularity: congruence within, conflict between."""
    span = ask.Span(window, size, kernel) if window else None
    store, chosen = connection.store(), options("congruence", normalisation)
    with computing(request) as deadline:
        return ask.polarisation(store, chosen, span, filters, camps, deadline)


@router.get("/backbone", summary="What carries a network", responses=responses(400, 404))
def get_backbone(
    request: Request,
    connection: ConnectionDep,
    filters: Taken,
    options: Chosen,
    method: Annotated[Method, Query(description="As in rDNA's dna_backbone.")] = "nested",
    kind: Annotated[
        Literal["congruence", "conflict", "subtract", "ignore"], Query(description="Of which network.")
    ] = "subtract",
    normalisation: Normalised = "average",
    penalty: Annotated[float, Query(ge=0, le=100, description="On large backbones.")] = 3.5,
    size: Annotated[int | None, Query(ge=1, le=10_000, description="How many concepts to keep.")] = None,
    iterations: Annotated[int, Query(ge=1, le=20_000, description="Turns of the search.")] = 1000,
    seed: Annotated[int, Query(ge=0, le=2**31, description="Another seed, another search.")] = 0,
) -> BackboneAnswer:
    """Return the claims, terms and plans without which a network of actors would look different."""
    store, chosen = connection.store(), options(kind, normalisation)
    with computing(request) as deadline:
        return ask.backbone(
            store, chosen, filters, method,
            penalty=penalty, size=size, iterations=iterations, seed=seed, deadline=deadline,
        )  # fmt: skip


@router.get(
    "/{kind}/windows",
    summary="A network in moving windows",
    response_model=Series,
    responses=responses(400, 404),
)
def get_series(
    request: Request,
    connection: ConnectionDep,
    kind: KindOf,
    form: Annotated[str, Depends(_SERIES)],
    filters: Taken,
    options: Chosen,
    normalisation: Normalised = "no",
    window: Window = "months",
    size: Size = 3,
    kernel: Weighing = "no",
    minimum: Minimum = 0.0,
) -> Series | Response:
    """Return the network of each window, a unit after the one before. What has no day is in none."""
    span = ask.Span(window, size, kernel)
    store, chosen = connection.store(), options(kind, normalisation, minimum)
    with computing(request) as deadline:
        found = ask.series(store, chosen, span, filters, deadline)
    return found if form == "json" else _file(series_csv(found), "csv", f"{kind}-windows")


@router.get(
    "/{kind}", summary="Who agrees, who disagrees", response_model=Network, responses=responses(400, 404)
)
def get_network(
    connection: ConnectionDep,
    kind: KindOf,
    form: Annotated[str, Depends(_FORMS)],
    filters: Taken,
    options: Chosen,
    normalisation: Normalised = "no",
    minimum: Minimum = 0.0,
    table: Table = "edges",
) -> Network | Response:
    """Return actors joined by the number of claims, terms and plans on which they agree, or disagree.

    Two actors agree on a claim that both assert or both deny, and on what both want, both reject, or
    both accept under a condition. They disagree where one denies what the other asserts, in whole or in
    part, and where one rejects what the other wants. How often they say so does not count, unless
    `duplicates` lets it. `actor` keeps that actor's own edges. `mode` makes networks of concepts, or of
    actors and concepts.
    """
    chosen = options(kind, normalisation, minimum)
    if form != "csv" and table != "edges":
        raise RequestValidationError(
            [{"loc": ("query", "table"), "msg": f"{table} is of csv only, not {form}"}]
        )
    if form == "csv" and table == "statements":
        return _file(statements_csv(ask.events(connection.store(), chosen, filters)), form, "statements")
    found = ask.network(
        connection.store(), kind, chosen, plan=filters.plan, actor=filters.actor, topic=filters.topic,
        term=filters.term, since=filters.since, until=filters.until, minimum=minimum,
    )  # fmt: skip
    if form == "json":
        return found
    if form in ("svg", "png"):
        return _drawn(found, filters, form)
    text = {
        "graphml": graphml, "gexf": gexf, "csv": matrix_csv if table == "matrix" else edges_csv,
    }[form](found)  # fmt: skip
    return _file(text, form, kind)


def _file(content: str | bytes, form: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, media_type=FORMS[form], headers=headers)


def _drawn(found: Network, filters: ask.Filters, form: Literal["svg", "png"]) -> Response:
    # Loaded here, for it takes a second that nobody else should wait for.
    from graph.plots import draw_network, picture

    told = {"plan": filters.plan, "topic": filters.topic, "term": filters.term, "actor": filters.actor}
    return _file(picture(draw_network(found, **told), form), form, found.kind)
