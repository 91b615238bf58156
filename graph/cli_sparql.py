"""`counterclaim sparql`: a query over what documents state."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from .cli_store import given_settings, opened
from .console import output
from .errors import InputError
from .exporting.blocks import Names
from .sparql import Endpoint, Query, read_query

Form = Literal["table", "json", "csv", "tsv", "xml", "ttl", "nt"]


def sparql_command(
    query: Annotated[str | None, typer.Argument(help="SPARQL; cc:, actor:, claim: … are known.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", help="Read it from a file; - for input.")
    ] = None,
    form: Annotated[Form | None, typer.Option("--format", help="Default: table, or ttl for graphs.")] = None,
) -> None:
    """Ask in SPARQL 1.1 what documents state: one named graph per document, by default all together."""
    text = _text(query, file)
    asked = read_query(text, Names(given_settings().base_iri).prefixes)
    chosen = _form(asked, form)
    with opened() as (settings, store), Progress(console=_errors(), transient=True, disable=_quiet()) as bar:
        task = bar.add_task("reading the graph", total=None)
        with Endpoint(
            settings.base_iri, settings.query_timeout, lambda n: bar.update(task, completed=n)
        ) as door:
            data = door.answer(store, asked, "json" if chosen == "table" else chosen)
    if chosen == "table":
        _print(json.loads(data))
    else:
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")


def _errors() -> Console:
    return Console(stderr=True)


def _quiet() -> bool:
    return not _errors().is_terminal


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise InputError("give a query, or a file that holds one by -f")
    if query is not None:
        return query
    try:
        return sys.stdin.read() if str(file) == "-" else Path(str(file)).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read: {error}") from error


def _form(query: Query, form: Form | None) -> str:
    forms = ["table", *query.forms] if "json" in query.forms else [*query.forms]
    if form and form not in forms:
        raise InputError(f"{query.kind} gives {', '.join(forms)}, not {form}")
    return form or forms[0]


def _print(found: dict[str, Any]) -> None:
    if "boolean" in found:
        print("yes" if found["boolean"] else "no")
        return
    names = found["head"]["vars"]
    table = Table(*map(escape, names))
    for row in found["results"]["bindings"]:
        table.add_row(*(escape(row[name]["value"]) if name in row else "" for name in names))
    output().print(table)
