"""The graph, or one document of it, as an answer in RDF."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from threading import BoundedSemaphore

from fastapi import HTTPException, Request, Response

from graph.errors import ShapeError, StoreError
from graph.export import export
from graph.settings import Settings
from graph.store import Store

from .formats import FORMS

WHOLE = 2
"""Whole graphs that are written out at a time: each takes a processor, and memory for all of it."""


def as_rdf(request: Request, store: Store, form: str, document: str | None) -> Response:
    """Return what `graph.export` makes; NotFoundError for an unknown document, 503 while too many wait."""
    settings: Settings = request.app.state.settings
    try:
        with _place(request.app.state.exporting if document is None else None):
            text = export(store, settings.base_iri, form, document)
    except ShapeError as error:  # Our data are at fault, not the request.
        raise StoreError(str(error)) from error
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", document or "counterclaim")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(text, media_type=FORMS[form], headers=headers)


@contextmanager
def _place(places: BoundedSemaphore | None) -> Generator[None]:
    """Take one of the places until the end; 503 when all are taken."""
    if places is None:
        yield
    elif places.acquire(blocking=False):
        try:
            yield
        finally:
            places.release()
    else:
        raise HTTPException(503, "The graph is being exported already.", headers={"Retry-After": "30"})
