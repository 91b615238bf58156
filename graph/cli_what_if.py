"""`counterclaim what-if`: whom another value of a provision would please or displease."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from . import ask, render
from .answers import Effect, WhatIf
from .citing import quoted
from .cli_positions import Json
from .cli_store import opened
from .console import output, print_json, tell


def what_if_command(
    term: Annotated[str, typer.Argument(help="Id of the provision.")],
    value: Annotated[str, typer.Argument(help="The other value: a number, or a day 2033-05-15.")],
    unit: Annotated[str | None, typer.Option(help="Its unit; without it, that of the provision.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="As published by then, 2025-11.")] = None,
    as_json: Json = False,
) -> None:
    """Who would gain or lose a reason to object, from recorded conditions and demands alone."""
    with opened() as (_, store):
        found = ask.what_if(store, term, value, unit=unit, as_of=as_of)
    if as_json:
        print_json(found)
    elif found.effects or found.undecided:
        output().print(_table(found))
    else:
        print("No recorded condition or demand is met or broken by this change.")
    if found.replaced and not as_json:
        tell(_gone(found))


def _gone(found: WhatIf) -> str:
    """Return what counts no more: without it, nobody knows why an answer is empty."""
    number = len(found.replaced)
    told = f"{number} recorded condition{'s' * (number > 1)} or demand{'s' * (number > 1)}"
    lines = [f"{told} no longer counted: the same actor took another stance later (see --as-of)."]
    for each in found.replaced:
        lines.append(f"  {each.actor.name}: “{each.words}” ({render.source(each.statement)})")
        lines.append(f"    since then: {quoted(each.later.exact)} ({render.source(each.later)})")
    return "\n".join(lines)


def _table(found: WhatIf) -> Table:
    change = f"{found.term.name}: {found.old} → {found.new} {found.unit or ''}".rstrip()
    table = Table("actor", "effect", "condition", "read as", "words", title=escape(change), show_lines=True)
    for effect in (*found.effects, *found.undecided):
        table.add_row(*map(escape, _row(effect)))
    return table


def _row(effect: Effect) -> tuple[str, ...]:
    said = effect.statement
    told = effect.effect if effect.effect == "undecided" else f"{effect.effect} a reason to object"
    words = f"{quoted(said.exact)} ({render.source(said)})"
    return (effect.actor.name, told, effect.words, effect.read or "not on the value", words)
