"""The graph as RDF, in the form that the client asks for."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from graph.export import FORMATS, Choice, Layout

from ..connection import ConnectionDep
from ..formats import Offer, described
from ..params import Since, SpokenBy, StatedPlan, Until
from ..problems import responses
from ..triples import as_rdf

router = APIRouter(tags=["export"])

_FORMS = Offer(*FORMATS)

_OK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "RDF 1.1, the same bytes for the same graph",
        "content": described(*_FORMS.forms),
        "headers": {name: {"schema": {"type": "string"}} for name in ("Content-Disposition", "ETag")},
    }
}
Documents = Annotated[
    list[Annotated[str, Query(min_length=1, max_length=300)]] | None,
    Query(
        description="Ids of the documents whose part of the graph is wanted: `document=ID&document=ID`.",
        examples=[["f3cead93241fc387"]],
    ),
]


@router.get(
    "/export",
    summary="The graph as RDF",
    response_class=Response,
    responses=_OK | responses(400, 404, 507),
)
def export(
    request: Request,
    connection: ConnectionDep,
    form: Annotated[str, Depends(_FORMS)],
    document: Documents = None,
    plan: StatedPlan = None,
    actor: SpokenBy = None,
    since: Since = None,
    until: Until = None,
    layout: Annotated[
        Layout,
        Query(
            description="What the named graphs of TriG are: documents, or a nanopublication per statement."
        ),
    ] = "documents",
) -> Response:
    """Return the graph, or chosen documents, as Turtle, N-Triples, TriG, JSON-LD or RDF/XML.

    Say which by `format` or by the Accept header; with neither it is Turtle. `plan` and `actor` choose the
    documents with a statement of the actor, about the plan; documents are returned whole, so that the file
    reads back as it was. What is returned is one state of the graph.
    """
    choice = Choice(tuple(document or ()), plan, actor, since, until)
    return as_rdf(request, connection.store(), form, choice, layout)
