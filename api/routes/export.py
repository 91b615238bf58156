"""The graph as RDF, in the form that the client asks for."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..problems import responses
from ..triples import as_rdf

router = APIRouter(tags=["export"])

_FORMS = Offer("ttl", "nt", "trig", "jsonld")

_OK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "RDF 1.1, the same bytes for the same graph",
        "content": {FORMS[form]: {"schema": {"type": "string"}} for form in _FORMS.forms},
        "headers": {name: {"schema": {"type": "string"}} for name in ("Content-Disposition", "ETag")},
    }
}


@router.get(
    "/export",
    summary="The graph as RDF",
    response_class=Response,
    responses=_OK | responses(404),
)
def export(
    request: Request,
    connection: ConnectionDep,
    form: Annotated[str, Depends(_FORMS)],
    document: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=300,
            description="Id of the one document whose part of the graph is wanted.",
            examples=["e8af160125254693"],
        ),
    ] = None,
) -> Response:
    """Return the whole graph, or one document of it, as Turtle, N-Triples, TriG or JSON-LD.

    Say which by `format` or by the Accept header; with neither it is Turtle. What is returned
    satisfies the SHACL shapes of the ontology.
    """
    return as_rdf(request, connection.store(), form, document)
