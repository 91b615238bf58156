"""Answers in RDF: the graph or chosen documents, first as a file, so that it is one state; and one thing."""

import re
from contextlib import ExitStack
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError

from graph.export import FLAT, Choice, Layout, described, exported
from graph.settings import Settings
from graph.store import Store

from .files import head, only_head, sent
from .formats import FORMS, Offer

Form = Annotated[str, Depends(Offer("json", *FLAT))]
"""For routes that answer about one thing: JSON, or what documents state of it, as RDF."""


def as_rdf(
    request: Request, store: Store, form: str, choice: Choice, layout: Layout = "documents"
) -> Response:
    """Return what `graph.export` makes, sent part by part; NotFoundError for an unknown id in the choice."""
    settings: Settings = request.app.state.settings
    alone = choice.documents[0] if choice == Choice(choice.documents[:1]) and choice.documents else None
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", alone or "counterclaim")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    if only_head(request):
        choice.require_known(store)
        return head(FORMS[form], headers)
    opened = ExitStack()
    file = opened.enter_context(exported(store, settings.base_iri, form, choice, layout))
    return sent(file, opened, FORMS[form], headers)


def thing_as_rdf(request: Request, store: Store, form: str, segment: str, id_: str) -> Response:
    """Return what documents state of one thing; NotFoundError if it is not there, 422 for a moment."""
    if "as_of" in request.query_params:
        raise RequestValidationError([{"loc": ("query", "as_of"), "msg": f"of json only, not {form}"}])
    settings: Settings = request.app.state.settings
    return Response(described(store, settings.base_iri, form, segment, id_), media_type=FORMS[form])
