"""`counterclaim serve`: the HTTP API and its page."""

from importlib import import_module
from typing import Annotated

import typer

from .cli_store import given_settings


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to bind. Default: COUNTERCLAIM_HOST.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port. Default: COUNTERCLAIM_PORT.")
    ] = None,
) -> None:
    """Serve the page and the HTTP API until interrupted; documentation at /docs."""
    settings = given_settings()
    # By name: the library does not import the service that is built on it.
    run = import_module("api.server").run
    run(settings, host or settings.host, settings.port if port is None else port)
