"""The ontology that the graph follows, as Turtle, or its JSON-LD context."""

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from ..formats import FORMS, Offer

router = APIRouter(tags=["export"])

_FILES = {"ttl": "counterclaim.ttl", "jsonld": "context.jsonld"}
_OFFER = Offer(*_FILES)


@router.get("/ontology", summary="The ontology", response_class=Response)
def ontology(form: Annotated[str, Depends(_OFFER)]) -> Response:
    """Return what the graph may hold: classes, edges, properties, each with its definition, as Turtle.

    As application/ld+json it is the JSON-LD context by which exports are read.
    """
    text = files("ontology").joinpath(_FILES[form]).read_text(encoding="utf-8")
    return Response(text, media_type=FORMS[form])
