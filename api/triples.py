"""The graph, or chosen documents of it, as an answer in RDF: first a file, so that it is one state."""

import re
from contextlib import ExitStack

from fastapi import Request, Response

from graph.export import Choice, Layout, exported
from graph.settings import Settings
from graph.store import Store

from .files import head, only_head, sent
from .formats import FORMS


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
