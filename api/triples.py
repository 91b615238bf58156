"""The graph, or one document of it, as an answer in RDF."""

import re

from fastapi import Request, Response

from graph.errors import ShapeError, StoreError
from graph.export import export
from graph.settings import Settings
from graph.store import Store

from .formats import FORMS


def as_rdf(request: Request, store: Store, form: str, document: str | None) -> Response:
    """Return what `graph.export` makes; NotFoundError for an unknown document."""
    settings: Settings = request.app.state.settings
    try:
        text = export(store, settings.base_iri, form, document)
    except ShapeError as error:  # Our data are at fault, not the request.
        raise StoreError(str(error)) from error
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", document or "counterclaim")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(text, media_type=FORMS[form], headers=headers)
