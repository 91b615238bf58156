"""`counterclaim export`: the graph, or chosen documents of it, as a file."""

import re
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from .cli_store import opened
from .coded.dna.write import write_dna
from .console import say
from .errors import InputError
from .export import FORMATS, Choice, Layout, exported
from .exporting.blocks import Names
from .exporting.pages import Source
from .files import put_in_place

DEFAULT = "ttl"
DNA = "dna"
KNOWN = (*FORMATS, DNA)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def _date(value: str | None) -> str | None:
    if value is not None and not _DATE.fullmatch(value):
        raise typer.BadParameter(f"{value!r} is no year, month or day: 2025, 2025-11 or 2025-11-21")
    return value


def export_command(
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"{', '.join(KNOWN)}. Default: the suffix of -o, else ttl."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(help="Id of a document; give it again for several.")
    ] = None,
    plan: Annotated[str | None, typer.Option(help="Documents with a statement about this plan.")] = None,
    actor: Annotated[str | None, typer.Option(help="Documents with a statement of this actor.")] = None,
    since: Annotated[
        str | None, typer.Option(callback=_date, help="Published then or later, 2025-11-21.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(callback=_date, help="Published then or before, 2025-11.")
    ] = None,
    layout: Annotated[
        Layout, typer.Option(help="What the named graphs of trig are: documents, or a nanopub per statement.")
    ] = "documents",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Default: print.")] = None,
) -> None:
    """Write the graph, or chosen documents whole, as RDF or a study of DNA; same graph, same bytes."""
    choice = Choice(tuple(document or ()), plan, actor, since, until)
    name = _format(format_, output, layout)
    if name == DNA:
        _export_study(choice, output)
        return
    with opened() as (settings, store), exported(store, settings.base_iri, name, choice, layout) as file:
        if output is not None:
            with put_in_place(output) as part, part.open("wb") as out:
                shutil.copyfileobj(file, out)
        else:
            shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.flush()


def _export_study(choice: Choice, output: Path | None) -> None:
    """Write a study and say what of the graph is not in it."""
    if output is None:
        raise InputError("a study of DNA is a database file: say where with -o study.dna")
    with opened() as (settings, store):
        choice.require_known(store)
        chosen = None if choice.everything else Source(store, Names(settings.base_iri), choice).ids()
        say(f"{output}: {write_dna(store, output, chosen)}")


def _format(given: str | None, output: Path | None, layout: Layout) -> str:
    """Return the format that is asked for, or that the name of the file tells; InputError if none."""
    if given is None and output is None and layout != "documents":
        return "trig"
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    name = given or suffix or DEFAULT
    if name in KNOWN:
        return name
    where = "" if given else f"{output}: "
    raise InputError(f"{where}{name!r} is no format; known are {', '.join(KNOWN)}; say which by --format")
