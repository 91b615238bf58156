"""The graph, or chosen documents of it, as an answer in RDF: first a file, so that it is one state."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from graph.export import Choice, Layout, exported
from graph.settings import Settings
from graph.store import Store

from .formats import FORMS

_PART = 1 << 16
"""Bytes that are sent at a time."""


def as_rdf(
    request: Request, store: Store, form: str, choice: Choice, layout: Layout = "documents"
) -> Response:
    """Return what `graph.export` makes, sent part by part; NotFoundError for an unknown id in the choice."""
    settings: Settings = request.app.state.settings
    alone = choice.documents[0] if choice == Choice(choice.documents[:1]) and choice.documents else None
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", alone or "counterclaim")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    if getattr(request.state, "head", False):  # Nobody would read what takes long to make.
        choice.require_known(store)
        return StreamingResponse(iter(()), headers=headers, media_type=FORMS[form])  # Tells no length.
    opened = ExitStack()
    file = opened.enter_context(exported(store, settings.base_iri, form, choice, layout))
    headers["Content-Length"] = str(file.seek(0, 2))
    file.seek(0)
    return StreamingResponse(_parts(file, opened), headers=headers, media_type=FORMS[form])


def _parts(file: BinaryIO, opened: ExitStack) -> Iterator[bytes]:
    with opened:
        while part := file.read(_PART):
            yield part
