"""`counterclaim bulk`: files for Neo4j's own importer, and what turns its database into a graph of ours."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from .bulk.chunks import Made
from .bulk.command import write_script
from .bulk.corpus import Corpus, Files, Synthetic
from .bulk.load import finish_database, load
from .bulk.prepare import Tell, prepare
from .cli_ingest import find_files
from .cli_store import given_settings
from .console import say, tell
from .errors import InputError

app = typer.Typer(no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(help="A folder that `bulk prepare` filled.")]


@app.command("prepare")
def prepare_command(
    to: Annotated[Path, typer.Option(help="Folder to fill; made if it is not there.")],
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders, as for ingest.")] = None,
    documents: Annotated[
        int | None, typer.Option(min=1, help="Instead of files: as many synthetic documents.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, another synthetic corpus.")] = 0,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Processes. Default: one per core.")
    ] = None,
) -> None:
    """Check documents and write them as files for `neo4j-admin database import`; goes on where it stopped."""
    corpus = _corpus(paths, documents, seed)
    settings = given_settings()
    try:
        held = prepare(corpus, to, settings, workers or os.cpu_count() or 1, _telling(len(corpus)))
    except KeyboardInterrupt:
        say("interrupted: the same command goes on from here")
        sys.exit(130)
    script = write_script(to, settings.neo4j_database)
    for told in held.refused:
        say(told, style="red")
    if held.refused and not held.documents:
        raise InputError("all files were refused (see above); there is nothing to load")
    tell(f"{held.documents} documents with {held.statements} statements in {to}")
    tell(f"load them here:          counterclaim bulk load {to}")
    tell(f"load them into a server: {script} there, then counterclaim bulk finish {to}")
    if held.refused:
        raise InputError(
            f"{len(held.refused)} of {len(corpus)} files were refused (see above); the others are prepared"
        )


@app.command("load")
def load_command(folder: Folder) -> None:
    """Import a prepared folder into the local Neo4j, which must be empty; it is stopped and started."""
    load(folder, given_settings(), _timed())


@app.command("finish")
def finish_command(folder: Folder) -> None:
    """Make indexes, links and judgements after neo4j-admin has imported a folder; safe to repeat."""
    finish_database(folder, given_settings(), _timed())


def _corpus(paths: list[Path] | None, documents: int | None, seed: int) -> Corpus:
    if (documents is None) == (not paths):
        raise InputError("give files or folders, or else --documents for a synthetic corpus")
    return Files(find_files(paths)) if paths else Synthetic(documents or 0, seed)


def _telling(total: int) -> Tell:
    """Return what says after each chunk how many documents are made, and how fast."""
    began, given, kept, statements = monotonic(), 0, 0, 0

    def tell(made: Made, old: bool) -> None:
        nonlocal given, kept, statements
        given += made.documents + len(made.refused)
        statements += made.statements
        if old:
            kept = given
            say(f"{given} of {total} documents are prepared already")
            return
        rate = (given - kept) / max(monotonic() - began, 0.001)
        say(f"{given} of {total} documents, {statements} statements, {rate:.0f} documents/s")

    return tell


def _timed() -> Callable[[str], None]:
    began = monotonic()
    return lambda words: say(f"{monotonic() - began:7.1f} s  {words}")
