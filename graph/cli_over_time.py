"""`counterclaim changes`, `shifts`, `retractions`: what moved, with the words before and after."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from . import ask, render
from .answers import (
    CellChange,
    CellState,
    Changes,
    Consistency,
    DisputeChange,
    Evidence,
    Footing,
    Shift,
    Stance,
)
from .citing import quoted
from .cli_positions import Actor, AsOf, Json, Limit, Plan
from .cli_store import opened
from .console import output, print_json, say, tell_more

Claim = Annotated[str | None, typer.Option(help="Id of a claim.")]
Since = Annotated[str | None, typer.Option(help="Moved by words published then or later, 2025-11-21.")]
Until = Annotated[str | None, typer.Option(help="Moved by words published then or before, 2025-11.")]


def changes_command(
    start: Annotated[str, typer.Option("--from", help="The earlier moment, 2025-11-21.")],
    end: Annotated[str, typer.Option("--to", help="The later moment, 2025-11-24.")],
    plan: Annotated[
        str | None, typer.Option(help="Id of a plan: its board too, and disputes about it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """What changed between two moments in disputes, and on the board of a plan, by what was published."""
    with opened() as (_, store):
        found = ask.changes(store, start, end, plan=plan)
    if as_json:
        print_json(found)
        return
    if not found.disputes and not found.board:
        print("Nothing changed.")
    if found.disputes:
        output().print(_disputes(found))
    if found.board:
        output().print(_board(found))
    if found.more:
        say("Not all claims were compared; ask for less time or one plan.")


def _disputes(found: Changes) -> Table:
    title = f"Disputes, {found.start} to {found.end}"
    table = Table("claim", "was", "is", "by these words", title=title, title_justify="left", show_lines=True)
    for change in found.disputes:
        table.add_row(escape(change.claim.name), change.before, change.after, escape("\n".join(_why(change))))
    return table


def _why(change: DisputeChange) -> Iterable[str]:
    yield from map(_cited, change.added)
    yield from (f"taken back: {_cited(each)}" for each in change.removed)
    yield from map(_cited, change.retractions)


def _cited(said: Evidence) -> str:
    acts = ", ".join(sorted({deed.act for deed in said.acts}))
    return f"{render.speakers(said)} {acts}: {quoted(said.exact)} ({render.source(said)})"


def _board(found: Changes) -> Table:
    title = f"Board, {found.start} to {found.end}"
    table = Table("term", "actor", "was", "is", "words", title=title, title_justify="left")
    last = ""
    for change in found.board:
        if change.term.id != last and last:
            table.add_section()
        name = _term(change) if change.term.id != last else ""
        last = change.term.id
        was, now = _state(change.before), _state(change.after)
        table.add_row(*map(escape, (name, change.actor.name, was, now, "\n".join(_words(change)))))
    return table


def _term(change: CellChange) -> str:
    return f"{change.term.name} ({change.draft.name})" if change.draft else change.term.name


def _state(state: CellState | None) -> str:
    if state is None:
        return "–"
    status = f"stale: {state.step}" if state.status == "stale" else state.status
    return f"{state.own or 'on a claim'}, {status}"


def _words(change: CellChange) -> list[str]:
    """Return the new words of a cell, else all: it changed because the draft did."""
    new = [stance for stance in change.stances if stance.statement in change.new]
    return [quoted(stance.words) for stance in new or change.stances]


def shifts_command(
    actor: Actor = None,
    plan: Plan = None,
    term: Annotated[
        str | None, typer.Option(help="Id of a term, with what it became in other drafts.")
    ] = None,
    claim: Claim = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    scores: Annotated[bool, typer.Option("--scores", help="How consistent each actor is, instead.")] = False,
    limit: Limit = 100,
    as_json: Json = False,
) -> None:
    """Who shifted on a term or a claim: both quotes. With --scores, who kept to what it had said."""
    with opened() as (_, store):
        if scores:
            found = ask.consistency(store, actor=actor, plan=plan, as_of=as_of or until, limit=limit)
        else:
            found = ask.shifts(
                store, actor=actor, plan=plan, term=term, claim=claim, since=since, until=until, as_of=as_of,
                limit=limit,
            )  # fmt: skip
    if as_json:
        print_json(found)
    elif not found.items:
        print("Nobody shifted." if not scores else "No actor spoke of one thing on two days.")
    else:
        output().print(_table(found.items))
        tell_more(found.next, limit)


def _table(items: Iterable[Shift | Consistency]) -> Table:
    moved = [item for item in items if isinstance(item, Shift)]
    return _shifts(moved) if moved else _scores(item for item in items if isinstance(item, Consistency))


def _shifts(found: Iterable[Shift]) -> Table:
    table = Table("actor", "on", "before", "after", show_lines=True)
    for shift in found:
        names = dict.fromkeys(target.name for target in (*shift.before.targets, *shift.after.targets))
        table.add_row(
            escape(shift.actor.name), escape("\n".join(names)), _footing(shift.before), _footing(shift.after)
        )
    return table


def _footing(footing: Footing) -> str:
    lines = [f"[bold]{', '.join(footing.acts)}[/], {footing.day}"]
    return "\n".join([*lines, *(escape(_sentence(stance)) for stance in footing.words)])


def _sentence(stance: Stance) -> str:
    return f"{quoted(stance.words)} ({stance.document}, {stance.start}–{stance.end})"


def _scores(found: Iterable[Consistency]) -> Table:
    table = Table("actor", "days compared", "shifted", "kept to it")
    for one in found:
        table.add_row(escape(one.actor.name), str(one.compared), str(one.shifted), f"{one.score:.0%}")
    return table


def retractions_command(
    actor: Actor = None,
    plan: Plan = None,
    claim: Claim = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    limit: Limit = 100,
    as_json: Json = False,
) -> None:
    """Who took back what: the retraction, and the words taken back."""
    with opened() as (_, store):
        found = ask.retractions(
            store, actor=actor, plan=plan, claim=claim, since=since, until=until, as_of=as_of, limit=limit
        )
    if as_json:
        print_json(found)
        return
    if not found.items:
        print("Nobody took anything back.")
        return
    table = Table("actor", "claim", "taken back by", "what it had said", show_lines=True)
    for each in found.items:
        of = "\n".join(map(_cited, each.of))
        table.add_row(*map(escape, (each.actor.name, each.claim.name, _cited(each.retraction), of)))
    output().print(table)
