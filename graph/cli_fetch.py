"""`counterclaim ingest https://…`: articles by their address into the graph."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from . import render
from .console import say
from .errors import InputError, UnavailableError
from .fetch import fetch_article, is_address
from .ingest import store_documents, understand_article
from .settings import Settings
from .store import Store

Sources = Annotated[
    list[str],
    typer.Argument(help="Files, folders, or addresses of articles (https://…).", metavar="PATHS..."),
]


def parted(sources: Sequence[str]) -> tuple[list[str], list[Path]]:
    """Return the addresses among the arguments, and the files and folders."""
    addresses = [source for source in sources if is_address(source)]
    return addresses, [Path(source) for source in sources if not is_address(source)]


def ingest_addresses(
    urls: Sequence[str], settings: Settings, store: Store, console: Console, replace: bool = False
) -> None:
    """Store the articles at some addresses; one that fails stops no other, and is an error at the end."""
    failed: list[InputError | UnavailableError] = []
    for url in urls:
        try:
            _ingest(url, settings, store, console, replace)
        except (InputError, UnavailableError) as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        for error in failed:
            say(str(error), style="red")
        raise InputError(f"{len(failed)} of {len(urls)} addresses were not read (see above)")


def _ingest(url: str, settings: Settings, store: Store, console: Console, replace: bool) -> None:
    understood = understand_article(fetch_article(url, settings), url, settings)
    for report in store_documents(Path(url), [understood], store, replace=replace):
        render.report(console, dataclasses.replace(report, path=url))
        for note in report.notes:
            say(note)
