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

from .cli_ingest import Replace
from .cli_store import given_settings, opened
from .coded import Kind, Options, Refused
from .coded.gazetteerfile import GazetteerFile
from .coded.kinds import KINDS, kind_of
from .coded.mapping import load_mapping
from .coded.run import Entered, Event, Stored, Tally, import_file
from .console import say
from .errors import InputError
from .settings import Settings
from .store import Store

_HELP = "What they are, where their names do not tell: " + "; ".join(
    f"{kind.name}: {kind.summary}" for kind in KINDS.values()
)
Files = Annotated[list[Path], typer.Argument(help="Files; of brat also folders.")]
As = Annotated[str | None, typer.Option("--as", metavar="KIND", help=_HELP)]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help="YAML: what columns or types mean.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check and report; store nothing.")]
GazetteerPath = Annotated[
    Path | None,
    typer.Option("--gazetteer", help="Of ftm: file to write. Default: COUNTERCLAIM_GAZETTEER."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line: what became of what; the sums.")]


def import_command(
    files: Files,
    kind: As = None,
    mapping: MappingFile = None,
    gazetteer: GazetteerPath = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    replace: Replace = False,
) -> None:
    """Store what other people coded, and tell of each row that is not taken why.

    Each document is stored whole or not at all; the same again changes nothing. Exit code 2 if a document
    or a file was refused as a whole; rows refused of a document that is taken are told, and no failure.
    """
    kinds = [(path, kind_of(path, kind)) for path in files]
    if missing := next((path for path in files if not path.exists()), None):
        raise InputError(f"{missing}: no such file")
    options = Options(load_mapping(mapping) if mapping else {}, given_settings())
    entries = None if dry_run else _gazetteer(kinds, gazetteer, options.settings)
    stored = not dry_run and any(what.gives == "documents" for _, what in kinds)
    tallies = [Tally() for _ in files]
    with opened() if stored else nullcontext((options.settings, None)) as (_, store):
        try:
            for (path, what), tally in zip(kinds, tallies, strict=True):
                events = import_file(path, what, options, store, entries, replace=replace)
                _import(path, events, tally, as_json)
        except KeyboardInterrupt:
            _interrupted(tallies, store)
    if entries is not None:
        entries.write()
        if entries.path != options.settings.gazetteer:
            say(f"articles know these actors with COUNTERCLAIM_GAZETTEER={entries.path}")
    if any(tally.whole or tally.nothing for tally in tallies):
        raise InputError("some was refused as a whole (see above); what else was taken stays")


def _gazetteer(
    kinds: Sequence[tuple[Path, Kind]], path: Path | None, settings: Settings
) -> GazetteerFile | None:
    """Return the gazetteer file to write, if any of the files gives entries of one."""
    path = path or settings.gazetteer
    given = next((file for file, kind in kinds if kind.gives == "entries"), None)
    if given is None:
        return None
    if path is None:
        raise InputError(f"{given}: its actors go into a gazetteer: name the file to write by --gazetteer")
    return GazetteerFile(path)


def _import(path: Path, events: Iterator[Event], tally: Tally, as_json: bool) -> None:
    with _progress() as bar:
        task = bar.add_task(path.name, total=None, rows=0, documents=0)
        for event in events:
            tally.add(event)
            bar.update(task, rows=tally.read, documents=sum(tally.documents.values()))
            _tell_json(path, event) if as_json else _tell(path, event)
    print(json.dumps({"file": str(path), **tally.summary()}) if as_json else f"{path}: {tally}", flush=True)


def _tell(path: Path, event: Event) -> None:
    if isinstance(event, Stored | Entered):
        return
    word, style = ("refused", "red") if isinstance(event, Refused) else ("note", "yellow")
    where = f"{path}, {event.where}" if event.where else str(path)
    say(f"{word}: {where}: {event.why}", style=style)


def _tell_json(path: Path, event: Event) -> None:
    what = "refused" if isinstance(event, Refused) else type(event).__name__.lower()
    print(json.dumps({"file": str(path), "event": what, **vars(event)}, ensure_ascii=False))


def _interrupted(tallies: Sequence[Tally], store: Store | None) -> None:
    done = sum(sum(tally.documents.values()) for tally in tallies)
    what = "checked" if store is None else "stored, each of them whole"
    say(f"interrupted: {done} documents were {what}; the same command goes over them again, unchanged")
    sys.exit(130)


def _progress() -> Progress:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}: {task.fields[rows]} rows, {task.fields[documents]} documents"),
    )
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)
