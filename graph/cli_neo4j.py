"""`counterclaim neo4j`: start, stop and look at the local Neo4j."""

import sys
import webbrowser
from http import HTTPStatus
from pathlib import Path
from typing import Annotated
from urllib.request import urlopen

import typer

from .browser import address, saved
from .cli_store import given_settings
from .engine import Connection, LocalEngine
from .files import write_file
from .store import local_engine

app = typer.Typer(help="The local Neo4j: no Docker and no Java to install.", no_args_is_help=True)

NOT_RUNNING = 3  # the exit status that init scripts give for "not running"


def _engine() -> LocalEngine:
    return local_engine(given_settings())


def _running(engine: LocalEngine) -> Connection:
    """Return the running engine's connection, or exit with status 3."""
    connection = engine.status()
    if connection is None:
        typer.echo(f"Neo4j is not running in {engine.home}. Start it: counterclaim neo4j start")
        raise typer.Exit(NOT_RUNNING)
    return connection


@app.command()
def start() -> None:
    """Start Neo4j, or attach to the one that runs, and print how to reach it."""
    engine = _engine()
    connection = engine.start()
    typer.echo(f"uri       {connection.uri}")
    typer.echo(f"user      {connection.user}")
    typer.echo(f"password  in {engine.password_file}")
    typer.echo(f"browser   {connection.browser_url}")
    typer.echo(f"memory    {_memory(engine)}")


def _memory(engine: LocalEngine) -> str:
    """Tell with what the running engine was started, and how it gets what the settings ask for."""
    has = engine.running_memory()
    if has == engine.memory:
        return str(has)
    asked = f"the settings ask for {engine.memory}; it has that after `counterclaim neo4j stop` and a start"
    return f"{has or 'as an earlier release gave it'} ({asked})"


@app.command()
def stop() -> None:
    """Stop Neo4j; the data stay."""
    engine = _engine()
    stopped = engine.stop()
    typer.echo(f"Neo4j {'stopped' if stopped else 'was not running'} in {engine.home}")


@app.command()
def status() -> None:
    """Say whether Neo4j runs: exit status 0 if it does, 3 if not."""
    engine = _engine()
    connection = _running(engine)
    typer.echo(f"Neo4j runs (pid {connection.pid}) at {connection.uri} with its data {engine.home}")
    typer.echo(f"memory: {_memory(engine)}")


@app.command()
def browser(
    show: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open it or not; by default where a person reads.")
    ] = None,
    service: Annotated[
        str, typer.Option(help="Where `counterclaim serve` answers; the guide comes from there.")
    ] = "http://localhost:8000",
) -> None:
    """Open the Neo4j Browser with the guide to this graph, and print its address and the login."""
    connection = _running(_engine())
    guide = f"{service.rstrip('/')}/neo4j/guide.html"
    served = _answers(guide)
    url = address(connection.browser_url, connection.uri, connection.user, guide if served else None)
    typer.echo(f"browser   {url}")
    typer.echo(f"user      {connection.user}")
    typer.echo(f"password  {connection.password}")
    if not served:
        typer.echo(f"guide     none: nothing answers at {service}; run `counterclaim serve`, then this again")
    if show or (show is None and sys.stdout.isatty()):
        webbrowser.open(url)


@app.command()
def queries(
    output: Annotated[Path, typer.Option("--output", "-o", help="Where to write it.")] = Path(
        "counterclaim-queries.zip"
    ),
) -> None:
    """Write the queries as a zip; dropped on the Neo4j Browser, it becomes saved queries."""
    write_file(output, saved())
    typer.echo(f"{output}: drop it on the Neo4j Browser; the queries then stand under its star")


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=2) as response:
            return response.status == HTTPStatus.OK
    except (OSError, ValueError):
        return False


@app.command()
def logs(
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, help="How many lines.")] = 50,
) -> None:
    """Print the last lines that Neo4j logged since it was started."""
    engine = _engine()
    typer.echo(engine.tail(lines) or f"Nothing is logged yet in {engine.log_file}")
