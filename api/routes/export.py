"""The graph as RDF, in the form that the client asks for."""

import re
from typing import Annotated, Any, Literal

import mimeparse
from fastapi import APIRouter, Header, HTTPException, Query, Request, Response

from graph.errors import ShapeError, StoreError
from graph.export import FORMATS
from graph.export import export as export_graph
from graph.settings import Settings

from ..connection import ConnectionDep
from ..problems import responses

router = APIRouter(tags=["export"])

Format = Literal["ttl", "nt", "trig", "jsonld"]

_BY_TYPE = {media_type: format_ for format_, (_, media_type) in FORMATS.items()}
# mimeparse prefers the last of equals, so Turtle, the form for readers, stands last.
_RISING = sorted(_BY_TYPE, key=lambda media_type: _BY_TYPE[media_type] == "ttl")

_OK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "RDF 1.1, the same bytes for the same graph",
        "content": {media_type: {"schema": {"type": "string"}} for media_type in _BY_TYPE},
        "headers": {name: {"schema": {"type": "string"}} for name in ("Content-Disposition", "Vary")},
    }
}


@router.get(
    "/export",
    summary="The graph as RDF",
    response_class=Response,
    responses=_OK | responses(404, 406),
)
def export(
    request: Request,
    connection: ConnectionDep,
    format: Annotated[
        Format | None, Query(description="Form of the file; overrides the Accept header.")
    ] = None,
    document: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=300,
            description="Id of the one document whose part of the graph is wanted.",
            examples=["e8af160125254693"],
        ),
    ] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
) -> Response:
    """Return the whole graph, or one document of it, as Turtle, N-Triples, TriG or JSON-LD.

    Say which by `format` or by the Accept header; with neither it is Turtle. What is returned
    satisfies the SHACL shapes of the ontology.
    """
    chosen = format or _negotiated(accept)
    settings: Settings = request.app.state.settings
    try:
        text = export_graph(connection.store(), settings.base_iri, chosen, document)
    except ShapeError as error:  # Our data are at fault, not the request.
        raise StoreError(str(error)) from error
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", document or "counterclaim")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{chosen}"',
        "Vary": "Accept",
    }
    return Response(text, media_type=FORMATS[chosen][1], headers=headers)


def _negotiated(accept: str) -> str:
    """Return the format that suits an Accept header best; 406 when none does."""
    try:
        # mimeparse has no types.
        best = str(mimeparse.best_match(_RISING, accept))  # pyright: ignore
    except mimeparse.MimeTypeParseException:
        best = ""
    if not best:
        offer = ", ".join(reversed(_RISING))
        detail = f"No format suits Accept: {accept!r}; offered are {offer}."
        raise HTTPException(406, detail, headers={"Vary": "Accept"})
    return _BY_TYPE[best]
