"""`counterclaim serve`: the HTTP API and its page."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from .cli_store import given_settings
from .watching.questions import load_watch


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to bind. Default: COUNTERCLAIM_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port. Default: COUNTERCLAIM_PORT.")
    ] = None,
    watch: Annotated[
        Path | None, typer.Option(help="Saved questions to answer at /watch. Default: COUNTERCLAIM_WATCH.")
    ] = None,
) -> None:
    """Serve the page and the HTTP API until interrupted; documentation at /docs."""
    settings = given_settings()
    if watch is not None:
        load_watch(watch)  # What is wrong with it is told now, not when somebody asks.
        settings = settings.model_copy(update={"watch": watch})
    # By name: the library does not import the service that is built on it.
    run = import_module("api.server").run
    run(settings, host or settings.host, settings.port if port is None else port)
