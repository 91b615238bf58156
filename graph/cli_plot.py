"""`counterclaim plot`: boards, networks and timelines as SVG or PNG."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import ask
from .answers import Moment
from .cli_store import opened
from .errors import InputError
from .files import write_file
from .networks import Options
from .networks.options import Counting, Kind, Mode, Normalisation
from .store import Store

if TYPE_CHECKING:
    from matplotlib.figure import Figure

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)

MOMENTS = 5_000
"""Most moments on a timeline."""

To = Annotated[Path, typer.Option("--output", "-o", help="File to write: .svg or .png")]
Plan = Annotated[str | None, typer.Option(help="Id of a plan.")]
Actor = Annotated[str | None, typer.Option(help="Id of an actor.")]
Topic = Annotated[str | None, typer.Option(help="What the terms are about.")]
Since = Annotated[str | None, typer.Option(help="Then or later, 2025-11-21.")]
Until = Annotated[str | None, typer.Option(help="Then or before, 2025-11.")]


@app.command("board")
def board_command(
    plan: Annotated[str, typer.Argument(help="Id of the plan.")],
    to: To, topic: Topic = None, actor: Actor = None, since: Since = None, until: Until = None,
    as_of: Annotated[str | None, typer.Option(help="The graph as published by then, 2025-11.")] = None,
) -> None:  # fmt: skip
    """Who stands where on each term of a plan."""
    _require(to)
    from .plots import draw_board

    with opened() as (_, store):
        found = ask.board(store, plan, topic=topic, actor=actor, since=since, until=until, as_of=as_of)
    _write(to, draw_board(found, topic=topic, since=since, until=until or as_of))


@app.command("network")
def network_command(
    kind: Annotated[Kind, typer.Argument(help="Who says the same; who contradicts whom; both together.")],
    to: To, plan: Plan = None, topic: Topic = None, actor: Actor = None, since: Since = None,
    until: Until = None,
    mode: Annotated[Mode, typer.Option(help="What is joined.")] = "actors",
    duplicates: Annotated[Counting, typer.Option(help="As of `counterclaim network`.")] = "concepts",
    normalisation: Annotated[Normalisation, typer.Option(help="As of `counterclaim network`.")] = "no",
    organisations: Annotated[bool, typer.Option("--organisations", help="Whom they were with.")] = False,
    minimum: Annotated[float, typer.Option(min=0, help="Least weight of an edge.")] = 0.0,
) -> None:  # fmt: skip
    """Who agrees with whom, or contradicts whom; of a large network the strongest ties."""
    _require(to)
    from .plots import draw_network

    options = Options(
        kind=kind, mode=mode, duplicates=duplicates, normalisation=normalisation,
        organisations=organisations, on=duplicates == "concepts",
    )  # fmt: skip
    with opened() as (_, store):
        found = ask.network(
            store,
            kind,
            options,
            plan=plan,
            topic=topic,
            actor=actor,
            since=since,
            until=until,
            minimum=minimum,
        )
    _write(to, draw_network(found, plan=plan, topic=topic, actor=actor))


@app.command("timeline")
def timeline_command(
    to: To, actor: Actor = None, plan: Plan = None,
    term: Annotated[str | None, typer.Option(help="Id of a term.")] = None,
    claim: Annotated[str | None, typer.Option(help="Id of a claim, with its parts.")] = None,
    since: Since = None, until: Until = None,
) -> None:  # fmt: skip
    """Who said what when."""
    _require(to)
    from .plots import draw_timeline

    filters = {"actor": actor, "plan": plan, "term": term, "claim": claim}
    with opened() as (_, store):
        moments = _moments(store, filters, since, until)
    _write(to, draw_timeline(moments, since=since, until=until, **filters))


def _moments(
    store: Store, filters: dict[str, str | None], since: str | None, until: str | None
) -> list[Moment]:
    found: list[Moment] = []
    after: str | None = None
    while len(found) < MOMENTS:
        page = ask.timeline(
            store, actor=filters["actor"], plan=filters["plan"], term=filters["term"],
            claim=filters["claim"], since=since, until=until, after=after, limit=500,
        )  # fmt: skip
        found += page.items
        after = page.next
        if after is None:
            return found
    raise InputError(f"more than {MOMENTS} moments; ask for those of one actor, plan or claim, or less time")


def _require(to: Path) -> None:
    if to.suffix not in (".svg", ".png"):
        raise InputError(f"{to}: give a name that ends with .svg or .png")


def _write(to: Path, drawn: "Figure") -> None:
    from .plots import picture

    write_file(to, picture(drawn, "svg" if to.suffix == ".svg" else "png"))
