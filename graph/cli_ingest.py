"""`counterclaim ingest`: files and folders into the graph, with progress, resumable."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from . import render
from .batch import Outcome, not_held, together, understand_all
from .console import say
from .errors import ConflictError, InputError, StoreError
from .ingest import RDF_FORMATS, store_files
from .settings import Settings
from .store import Store
from .tally import Tally

SUFFIXES = {".txt", ".html", ".htm", ".yaml", ".yml", *RDF_FORMATS}

FEW = 8
"""Files up to which one process is as fast: each further one spends seconds on loading the model."""

Workers = Annotated[
    int | None,
    typer.Option(min=1, max=256, help="Processes that read. Default: one per core when files are many."),
]
Resume = Annotated[bool, typer.Option("--resume", help="Skip articles whose text the graph holds already.")]
Replace = Annotated[bool, typer.Option("--replace", help="Also replace what a person made of the same text.")]


def find_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files of `paths`, folders searched for what can be read, in order of name."""
    found: list[Path] = []
    for path in paths:
        inside = (
            sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        )
        found += inside
    if not found:
        raise InputError(f"no file to read in {', '.join(map(str, paths))}")
    return found


def ingest_files(
    files: Sequence[Path],
    settings: Settings,
    store: Store,
    console: Console,
    workers: int | None,
    resume: bool,
    replace: bool,
) -> None:
    """Store files, several at a time, and report on each; InputError at the end when any was refused.

    An interrupt, or a database that goes away, leaves every file stored whole or not at all; both say how to
    go on.
    """
    if resume:
        every, files = len(files), not_held(files, store)
        say(f"{every - len(files)} of {every} files are in the graph already")
    workers = workers or (1 if len(files) <= FEW else os.cpu_count() or 1)
    tally = Tally(len(files))
    gc.freeze()  # What is loaded by now stays: the collector need not look through it for every file.
    try:
        with closing(understand_all(files, settings, workers)) as outcomes:
            for some in together(_progress(outcomes, len(files))):
                _store(some, store, console, tally, replace)
                if not sys.stderr.isatty() and tally.done < tally.total and tally.due():
                    say(tally.line())
    except KeyboardInterrupt:
        _tell_how_to_go_on(tally.done, len(files))
        sys.exit(130)
    except StoreError:
        _tell_how_to_go_on(tally.done, len(files))
        raise
    if tally.total > 1:
        say(tally.summary())
    if tally.refused:
        raise InputError(_refused(tally.refused, len(files)))


def _tell_how_to_go_on(done: int, total: int) -> None:
    say(
        f"interrupted: {done} of {total} files are dealt with; "
        "the same command with --resume goes on from here"
    )


def _refused(failed: int, total: int) -> str:
    if failed < total:
        return f"{failed} of {total} files were refused (see above); the others are stored"
    return f"{'the file was' if total == 1 else 'all files were'} refused (see above); nothing is stored"


def _store(
    files: Sequence[tuple[Path, Outcome]], store: Store, console: Console, tally: Tally, replace: bool
) -> None:
    """Store files, report on each in their order, and count them."""
    understood = [(path, outcome) for path, outcome in files if not isinstance(outcome, InputError)]
    stored = store_files(understood, store, replace=replace)
    for path, outcome in files:
        became = outcome if isinstance(outcome, InputError) else next(stored)[1]
        if isinstance(became, InputError | StoreError):
            # What is wrong with a file names it; what the graph or the database refuses does not.
            named = isinstance(became, StoreError | ConflictError)
            say(f"{path}: {became}" if named else str(became), style="red")
            tally.refuse()
            continue
        tally.store(became)
        for report in became:
            render.report(console, report)
            for note in report.notes:
                say(note)


def _progress(outcomes: Iterator[tuple[Path, Outcome]], total: int) -> Iterator[tuple[Path, Outcome]]:
    """Show a bar with rate and remaining time while iterating, for people who watch many files."""
    columns = (
        TextColumn("{task.percentage:>3.0f}%"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=Console(stderr=True), disable=total < 2 or not sys.stderr.isatty()
    ) as bar:
        yield from bar.track(outcomes, total=total)


class _Rate(ProgressColumn):
    """Files per minute."""

    def render(self, task: Task) -> Text:
        """Return the rate so far, or a question mark before the first file is done."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed * 60:.0f}/min" if speed else "?/min")
