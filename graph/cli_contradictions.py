"""`counterclaim contradictions` and `dismiss`: what contradicts what, and which of it is a false alarm."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from . import ask, judge, render
from .answers import Contradiction, ContradictionKind
from .citing import quoted
from .cli_judge import By, Reason
from .cli_positions import Actor, Json, Limit, Plan
from .cli_store import opened
from .console import output, print_json, tell_more
from .judgements import told


def contradictions_command(
    kind: Annotated[ContradictionKind | None, typer.Option(help="Only of this kind.")] = None,
    plan: Plan = None,
    term: Annotated[str | None, typer.Option(help="Id of a provision.")] = None,
    actor: Actor = None,
    since: Annotated[str | None, typer.Option(help="Second piece published then or later.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="As published by then, 2025-11.")] = None,
    dismissed: Annotated[bool, typer.Option("--dismissed", help="Also what was dismissed.")] = False,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """Who contradicts itself, which values differ, what is dated before what it reports: with both quotes."""
    with opened() as (_, store):
        found = ask.contradictions(
            store, kind=kind, plan=plan, term=term, actor=actor, since=since, as_of=as_of,
            dismissed=dismissed, limit=limit,
        )  # fmt: skip
    if as_json:
        print_json(found)
        return
    if not found.items:
        print("No such contradiction in the graph.")
    _print(output(), found.items)
    tell_more(found.next, limit)


def dismiss_command(
    finding: Annotated[str, typer.Argument(help="Id of the finding; `contradictions` prints it.")],
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge that a finding is a false alarm; it is listed no more, until `judgements undo`."""
    with opened() as (_, store):
        done = judge.dismiss(store, finding, reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


def title(found: Contradiction) -> str:
    """Return what a contradiction is of, in words."""
    if found.kind == "dated-before":
        return f"published {found.published}, reports {found.reports}"
    if found.term:
        return f"{found.term.name} ({found.term.id}), {found.property}"
    claims = " / ".join(claim.name for claim in found.claims)
    return f"{found.actor.name}: {claims}" if found.actor else claims


def _print(console: Console, found: Iterable[Contradiction]) -> None:
    for each in found:
        days = f"since {each.since or 'unknown'}" + (f" until {each.until}" if each.until else "")
        away = f" · dismissed by {each.dismissed}" if each.dismissed else ""
        console.print(
            f"[bold]{each.kind}[/] {escape(title(each))} · {days} · {each.id}{away}", soft_wrap=True
        )
        for said in each.statements:
            acts = ", ".join(sorted({deed.act for deed in said.acts}))
            words = quoted(said.exact)
            console.print(
                f"  {escape(f'{render.speakers(said)} {acts}: {words} ({render.source(said)})')}",
                soft_wrap=True,
            )
        for value in each.values:
            console.print(f"  {escape(f'{value.value} {value.unit or str()}'.strip())}")
            for document in value.documents:
                words = f"{quoted(document.quote.words)} " if document.quote else ""
                console.print(
                    f"    {escape(f'{words}({document.title}, {document.published or str()})')}",
                    soft_wrap=True,
                )
