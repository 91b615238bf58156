"""`counterclaim import`: what other people coded, into the graph, with a report of what was not taken."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from .cli_store import given_settings, opened
from .coded import Noted, Options, Refused
from .coded.kinds import KINDS, kind_of
from .coded.mapping import load_mapping
from .coded.run import Stored, Tally, import_file
from .console import say
from .errors import InputError
from .store import Store

Files = Annotated[list[Path], typer.Argument(help="Files; brat also takes folders.")]
As = Annotated[str | None, typer.Option("--as", metavar="KIND", help=f"One of {', '.join(KINDS)}.")]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help="YAML: what its columns or types mean.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check and report; store nothing.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line: events, then a summary.")]


def import_command(
    files: Files, kind: As = None, mapping: MappingFile = None, dry_run: DryRun = False, as_json: Json = False
) -> None:
    """Store what other people coded; say of each row that is not taken why.

    Each document is stored whole or not at all; running it again changes nothing. Exit code 2 when a
    document or a file was refused as a whole; refused rows of a document that is taken are only told.
    """
    _fail_on_missing(files)
    kinds = [(path, kind_of(path, kind)) for path in files]
    options = Options(load_mapping(mapping) if mapping else {}, given_settings())
    tallies = [Tally() for _ in files]
    with nullcontext((options.settings, None)) if dry_run else opened() as (_, store):
        try:
            for (path, what), tally in zip(kinds, tallies, strict=True):
                _import(path, import_file(path, what, options, store), tally, as_json)
        except KeyboardInterrupt:
            _interrupted(tallies, store)
    if whole := sum(tally.whole or tally.nothing for tally in tallies):
        raise InputError(f"{whole} refused as a whole (see above); what else was taken is stored")


def _fail_on_missing(files: Sequence[Path]) -> None:
    for path in files:
        if not path.exists():
            raise InputError(f"{path}: no such file")


def _import(path: Path, events: Iterator[Stored | Refused | Noted], tally: Tally, as_json: bool) -> None:
    with _progress() as bar:
        task = bar.add_task(path.name, total=None, rows=0, documents=0)
        for event in events:
            tally.add(event)
            bar.update(task, rows=tally.read, documents=sum(tally.documents.values()))
            _tell_json(path, event) if as_json else _tell(path, event)
    summary = tally.summary()
    print(json.dumps({"file": str(path), **summary}) if as_json else f"{path}: {tally}")


def _tell(path: Path, event: Stored | Refused | Noted) -> None:
    if isinstance(event, Stored):
        return
    word, style = ("refused", "red") if isinstance(event, Refused) else ("note", "yellow")
    where = f"{path}, {event.where}" if event.where else str(path)
    say(f"{word}: {where}: {event.why}", style=style)


def _tell_json(path: Path, event: Stored | Refused | Noted) -> None:
    name = type(event).__name__.lower()
    kind = "refused" if name.startswith("refused") else name
    print(json.dumps({"file": str(path), "event": kind, **vars(event)}, ensure_ascii=False))


def _interrupted(tallies: Sequence[Tally], store: Store | None) -> None:
    stored = sum(sum(tally.documents.values()) for tally in tallies)
    what = "checked" if store is None else "stored, each of them whole"
    say(f"interrupted: {stored} documents were {what}; the same command goes over them again, unchanged")
    sys.exit(130)


def _progress() -> Progress:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}: {task.fields[rows]} rows, {task.fields[documents]} documents"),
    )
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)
