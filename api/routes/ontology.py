"""The ontology that the graph follows, as Turtle, or its JSON-LD context."""

from importlib.resources import files
from typing import Annotated, Any, Literal

import mimeparse
from fastapi import APIRouter, Header, HTTPException, Query, Response

from ..problems import responses

router = APIRouter(tags=["export"])

_FILES = {
    "jsonld": ("context.jsonld", "application/ld+json"),
    "ttl": ("counterclaim.ttl", "text/turtle"),
}
_BY_TYPE = {type_: format_ for format_, (_, type_) in _FILES.items()}
# mimeparse prefers the last of equals: Turtle.
_TYPES = list(_BY_TYPE)

_OK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The ontology, or its JSON-LD context",
        "content": {type_: {"schema": {"type": "string"}} for type_ in _TYPES},
        "headers": {"Vary": {"schema": {"type": "string"}}},
    }
}


@router.get("/ontology", summary="The ontology", response_class=Response, responses=_OK | responses(406))
def ontology(
    format: Annotated[
        Literal["ttl", "jsonld"] | None,
        Query(description="ttl: the ontology; jsonld: its JSON-LD context. Overrides the Accept header."),
    ] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
) -> Response:
    """Return what the graph may hold: classes, edges, properties, each with its definition, as Turtle.

    As application/ld+json it is the JSON-LD context by which exports are read.
    """
    name, type_ = _FILES[format or _negotiated(accept)]
    text = files("ontology").joinpath(name).read_text(encoding="utf-8")
    return Response(text, media_type=type_, headers={"Vary": "Accept"})


def _negotiated(accept: str) -> str:
    try:
        # mimeparse has no types.
        best = str(mimeparse.best_match(_TYPES, accept))  # pyright: ignore
    except mimeparse.MimeTypeParseException:
        best = ""
    if not best:
        offer = ", ".join(reversed(_TYPES))
        detail = f"No format suits Accept: {accept!r}; offered are {offer}."
        raise HTTPException(406, detail, headers={"Vary": "Accept"})
    return _BY_TYPE[best]
