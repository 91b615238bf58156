"""`counterclaim origins`, `overreach`: where claims come from, and what headlines add."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from . import ask, render
from .answers import Evidence, Named, Origins, Overreach, Page
from .ask.pages import filled
from .citing import quoted
from .cli_positions import Json, Limit, Plan
from .cli_store import opened
from .console import output, print_json, tell, tell_more

AsOf = Annotated[str | None, typer.Option("--as-of", help="As published by then, 2025-11.")]


def origins_command(
    claim: Annotated[str | None, typer.Argument(help="Id of one claim; default: all.")] = None,
    plan: Plan = None,
    term: Annotated[str | None, typer.Option(help="Id of a term the claim is about.")] = None,
    actor: Annotated[str | None, typer.Option(help="Id of a first speaker.")] = None,
    anonymous_only: Annotated[
        bool | None, typer.Option("--anonymous-only/--named", help="From anonymous sources alone, or not.")
    ] = None,
    as_of: AsOf = None,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """Where claims come from: first speakers, outlets, copies, independent origins, the weakest hop."""
    with opened() as (_, store):
        found = (
            Page[Origins](items=[ask.origins_of(store, claim, as_of=as_of)])
            if claim
            else ask.origins(
                store,
                plan=plan,
                term=term,
                actor=actor,
                anonymous_only=anonymous_only,
                as_of=as_of,
                limit=limit,
            )
        )
    if as_json:
        print_json(found.items[0] if claim else found)
    elif not any(each.origins for each in found.items):
        print("No live statement in the graph asserts such a claim.")
    else:
        for each in found.items:
            tell(_summary(each))
            output().print(_origins(each))
        tell_more(found.next, limit)


def _summary(found: Origins) -> str:
    flag = "; anonymous sources only" if found.anonymous_only else ""
    return (
        f"{found.claim} ({found.id})\n{found.independent_origins} origin(s), {len(found.outlets)} outlet(s), "
        f"{len(found.copies)} copies, weakest hop {found.weakest_hop}{flag}"
    )


def _origins(found: Origins) -> Table:
    """Return a row for each origin of a claim."""
    table = Table("side", "first speakers", "outlets", "first words")
    for origin in found.origins:
        table.add_row(
            escape(names(origin.side)),
            escape(names(origin.speakers)),
            escape(names(origin.outlets)),
            escape(cited([origin.first])),
        )
    return table


def overreach_command(
    actor: Annotated[str | None, typer.Option(help="Id of who speaks in the headline, or publishes.")] = None,
    document: Annotated[str | None, typer.Option(help="Id of a document.")] = None,
    plan: Plan = None,
    as_of: AsOf = None,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """Headlines that the body has as the writer's inference only, or not at all."""
    with opened() as (_, store):
        of = {"actor": actor, "document": document, "plan": plan, "as_of": as_of}
        found = filled(lambda after, left: ask.overreach(store, **of, after=after, limit=left), limit)
    if as_json:
        print_json(found)
    elif found.items:
        output().print(_overreach(found.items))
        tell_more(found.next, limit)
    else:
        print("The body bears out every headline that was read.")


def _overreach(found: list[Overreach]) -> Table:
    table = Table("headline", "what it says", "what the body has")
    for each in found:
        deed = each.deed
        body = cited(each.body) or "nothing of it"
        if each.support == "inference":
            body = f"the writer's inference: {body}"
        table.add_row(*map(escape, (cited([each.headline]), f"{deed.act}: {deed.text}", body)))
    return table


def names(speakers: Sequence[Named]) -> str:
    """Return names, joined."""
    return ", ".join(speaker.name for speaker in speakers)


def cited(said: list[Evidence]) -> str:
    """Return the words of statements, each with where it stands."""
    return "\n".join(f"{quoted(each.exact)}\n  {render.source(each)}" for each in said)
