"""`counterclaim board`, `timeline`, `chains`: who stands where, since when, by whom we know."""

from typing import Annotated, Literal

import typer
from rich.markup import escape
from rich.table import Table

from . import ask, render
from .answers import Board, Cell, Chains, Moment, Stance
from .citing import quoted
from .cli_store import opened
from .console import output, print_json, tell_more

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Limit = Annotated[int, typer.Option(min=1, max=500, help="At most so many.")]
Since = Annotated[str | None, typer.Option(help="Published then or later, 2025-11-21.")]
Until = Annotated[str | None, typer.Option(help="Published then or before, 2025-11.")]
AsOf = Annotated[str | None, typer.Option(help="The graph as published by then, 2025-11.")]
Plan = Annotated[str | None, typer.Option(help="Id of a plan.")]
Actor = Annotated[str | None, typer.Option(help="Id of an actor.")]
Topic = Annotated[str | None, typer.Option(help="What the terms are about.")]

SIGNS = {"supports": "green", "accepts_if": "yellow", "demands": "cyan", "rejects": "red", "mixed": "magenta"}


def board_command(
    plan: Annotated[str, typer.Argument(help="Id of the plan.")],
    topic: Topic = None,
    draft: Annotated[str | None, typer.Option(help="Id of a draft: only its provisions.")] = None,
    actor: Actor = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Who stands where on each term of a plan, how often and how lately, with the words."""
    with opened() as (_, store):
        found = ask.board(
            store, plan, topic=topic, draft=draft, actor=actor, since=since, until=until, as_of=as_of
        )
    if as_json:
        print_json(found)
    elif found.cells:
        output().print(_board(found))
    else:
        print("No actor takes a stance on these terms in its own words.")


def _board(found: Board) -> Table:
    """Return a row for each cell, since more actors than columns fit a terminal."""
    terms = {term.id: term.in_draft for term in found.terms}
    actors = {actor.id: actor.name for actor in found.actors}
    title = f"{found.plan.name}, newest stance {found.newest or 'of unknown date'}"
    table = Table("term", "actor", "stance", "latest", "words", title=escape(title), title_justify="left")
    last = ""
    for cell in found.cells:
        if cell.term != last and last:
            table.add_section()
        table.add_row(
            escape(terms[cell.term]) if cell.term != last else "",
            escape(actors[cell.actor]),
            _stance(cell),
            cell.latest or "",
            escape("\n".join(map(_words, cell.stances))),
        )
        last = cell.term
    return table


def _stance(cell: Cell) -> str:
    """Return the stance on the term itself; a stance on a claim about it is not for or against it."""
    stale = f"\n[dim]stale: {cell.step}[/]" if cell.status == "stale" else ""
    carried = "\n[dim]carried[/]" if cell.status == "carried" else ""
    if not cell.own:
        return f"[dim]on a claim[/]{stale}{carried}"
    number = len({stance.statement for stance in cell.own_stances})
    times = f" ({number}×)" if number > 1 else ""
    style = f"dim {SIGNS[cell.own]}" if stale else SIGNS[cell.own]
    return f"[{style}]{cell.own}[/]{times}{stale}{carried}"


def _words(stance: Stance) -> str:
    words = quoted(stance.words)
    return words if stance.target_kind == "Term" else f"{words}\n  {stance.stance}, on: {stance.target}"


def timeline_command(
    actor: Actor = None,
    plan: Plan = None,
    term: Annotated[str | None, typer.Option(help="Id of a term.")] = None,
    claim: Annotated[str | None, typer.Option(help="Id of a claim, with its parts.")] = None,
    since: Annotated[str | None, typer.Option(help="Then or later, 2025-11-21.")] = None,
    until: Annotated[str | None, typer.Option(help="Then or before, 2025-11.")] = None,
    as_of: AsOf = None,
    order: Annotated[Literal["asc", "desc"], typer.Option(help="Oldest or latest first.")] = "asc",
    limit: Limit = 100,
    as_json: Json = False,
) -> None:
    """What was said, published and done, in order of time."""
    with opened() as (_, store):
        found = ask.timeline(
            store, actor=actor, plan=plan, term=term, claim=claim,
            since=since, until=until, as_of=as_of, order=order, limit=limit,
        )  # fmt: skip
    if as_json:
        print_json(found)
        return
    output().print(_timeline(found.items))
    tell_more(found.next, limit, ", or --since")


def _timeline(found: list[Moment]) -> Table:
    table = Table("when", "clock", "who", "what")
    for moment in found:
        said = moment.evidence
        acts = ", ".join(sorted({deed.act for deed in said.acts})) if said else moment.kind
        who = render.speakers(said) if said else ""
        words = quoted(moment.title) if said else moment.title
        table.add_row(moment.at, moment.clock, *map(escape, (who, f"{acts}: {words}" if acts else words)))
    return table


def chains_command(
    claim: Annotated[str, typer.Argument(help="Id of the claim.")],
    as_of: AsOf = None,
    until: Annotated[str | None, typer.Option(help="The same as --as-of.", hidden=True)] = None,
    as_json: Json = False,
) -> None:
    """By whom a claim comes to us: its speakers, and who passed it on."""
    with opened() as (_, store):
        found = ask.chains(store, claim, as_of=as_of or until)
    if as_json:
        print_json(found)
        return
    if not found.chains:
        print("Nobody in the graph claims it.")
        return
    output().print(_chains(found))
    flag = "; anonymous sources only" if found.anonymous_only else ""
    print(f"first speakers: {found.first_speakers}; outlets: {found.outlets}{flag}")


def _chains(found: Chains) -> Table:
    table = Table("from the speaker outward", "certainty", "document", title=escape(found.claim.name))
    for chain in found.chains:
        names = " ← ".join(hop.name for hop in chain.hops)
        document = chain.document
        where = ", ".join(p for p in (document.publisher or document.title, document.published) if p)
        note = " (the writer's inference)" if chain.inference else ""
        table.add_row(escape(names + note), chain.certainty, escape(where))
    return table
