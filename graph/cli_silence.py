"""`counterclaim silence`: who is bound or spoken of and says nothing; how long claims waited for a denial."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from . import ask
from .answers import Bound, Denial, Unanswered
from .cli_origins import AsOf, cited, names
from .cli_positions import Json, Limit, Plan
from .cli_store import opened
from .console import output, print_json, tell_more


def silence_command(
    plan: Plan = None,
    actor: Annotated[str | None, typer.Option(help="Id of an actor who is silent, or who denies.")] = None,
    as_of: AsOf = None,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """Who says nothing: actors a plan binds, claims nobody answers; and days from claim to denial."""
    with opened() as (_, store):
        found = ask.silence(store, plan=plan, actor=actor, as_of=as_of, limit=limit)
    if as_json:
        print_json(found)
        return
    tables = (
        ("Bound, and silent:", _bound(found.bound.items), found.bound.next),
        ("Claimed of, and silent:", _unanswered(found.unanswered.items), found.unanswered.next),
        ("Days from claim to denial:", _denials(found.denials.items), found.denials.next),
    )
    for title, table, next_ in tables:
        if table.row_count:
            print(title)
            output().print(table)
            tell_more(next_, limit)
    if not any(table.row_count for _, table, _ in tables):
        print("Nobody is silent, as far as the graph knows.")


def _bound(found: list[Bound]) -> Table:
    table = Table("provision", "actor", "bound since", "the provision")
    for each in found:
        table.add_row(*map(escape, (each.term.name, each.actor.name, each.since or "", f"“{each.text}”")))
    return table


def _unanswered(found: list[Unanswered]) -> Table:
    table = Table("actor", "claim", "since", "first words", "denied by")
    for each in found:
        cells = each.actor.name, each.claim.name, each.since or "", cited(each.first), names(each.denied_by)
        table.add_row(*map(escape, cells))
    return table


def _denials(found: list[Denial]) -> Table:
    table = Table("claim", "days", "claimed", "denied")
    for each in found:
        days = "unknown" if each.days is None else str(each.days)
        table.add_row(*map(escape, (each.claim.name, days, cited(each.asserted), cited(each.denied))))
    return table
