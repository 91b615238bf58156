"""Saved questions: their answers now, and what `counterclaim watch` reported; nothing is written."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from graph.answers.watch import Watching
from graph.errors import InputError, NotFoundError, SettingError
from graph.settings import Settings
from graph.watching.feed import feed
from graph.watching.now import state_of, watching
from graph.watching.questions import load_watch
from graph.watching.state import load_state

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..freshness import tell_always
from ..problems import responses

router = APIRouter(prefix="/watch", tags=["over time"])

_UNSET = (
    "This service watches no saved questions: start it with `counterclaim serve --watch FILE`, "
    "or set COUNTERCLAIM_WATCH to the file."
)
_FEED = Offer("atom")


@router.get("", summary="Saved questions, and their answers now", responses=responses(404))
def get_watch(request: Request, connection: ConnectionDep) -> Watching:
    """Return each question with its entries, what came and went since the last run, and the last reports.

    A run is one of `counterclaim watch`. 404 where the service was given no file of saved questions.
    """
    file = _file(request)
    with _told(file):
        saved, state = load_watch(file), load_state(state_of(file))
        return watching(connection.store(), saved, state)


@router.get("/feed", summary="What changed, as a feed", responses=responses(404), response_class=Response)
def get_feed(request: Request, form: Annotated[str, Depends(_FEED)]) -> Response:
    """Return the last reports as Atom, as `counterclaim watch --atom` writes them."""
    file = _file(request)
    with _told(file):
        saved, state = load_watch(file), load_state(state_of(file))
    return Response(feed(saved.watch, state.news, str(request.base_url)), media_type=FORMS[form])


def _file(request: Request) -> Path:
    settings: Settings = request.app.state.settings
    if settings.watch is None:
        raise NotFoundError(_UNSET)
    tell_always(request)
    return settings.watch


@contextmanager
def _told(file: Path) -> Generator[None]:
    """Tell what is wrong with the file or its state as the service's fault, without where they are."""
    try:
        yield
    except InputError as error:
        raise SettingError(str(error).replace(str(file), file.name)) from error
