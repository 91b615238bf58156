"""`counterclaim actors`, `judgements`, `review`, `accept` …: what a person decides and what waits."""

from collections.abc import Sized
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from . import judge, render
from .cli_store import opened
from .console import output
from .judgements import told
from .review import Review, review

actors = typer.Typer(help="Merge and split actors by judgement.", no_args_is_help=True)
judgements = typer.Typer(help="List judgements, and take them back.", no_args_is_help=True)

Reason = Annotated[str, typer.Option(help="Why; it stays with the judgement.")]
By = Annotated[str, typer.Option(help="Who judges.")]


@actors.command("merge")
def merge_command(
    into: Annotated[str, typer.Argument(help="Id of the actor that stays.")],
    actor: Annotated[str, typer.Argument(help="Id of the actor that is the same.")],
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge that two actors are one; what documents say stays, and `judgements undo` takes it back."""
    with opened() as (_, store):
        done = judge.merge(store, into, actor, reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


@actors.command("split")
def split_command(
    actor: Annotated[str, typer.Argument(help="Id of the actor that documents name.")],
    into: Annotated[str, typer.Option("--as", help="Id of the actor that is meant, new or not.")],
    name: Annotated[str, typer.Option(help="Its name, if it is new.")] = "",
    document: Annotated[
        list[str] | None, typer.Option(help="Id of a document that means it; `ingest` prints it.")
    ] = None,
    statement: Annotated[
        list[str] | None, typer.Option(help="Id of a statement that means it; see `actor --json`.")
    ] = None,
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge that some documents or statements mean another actor than the one they name."""
    with opened() as (_, store):
        done = judge.split(
            store, actor, into, name=name, documents=document or (), statements=statement or (),
            reason=reason, by=by,
        )  # fmt: skip
    print(f"judgement {done.id}: {told(done)}")


@actors.command("judgements")
@judgements.command("list")
def judgements_command() -> None:
    """List all judgements."""
    with opened() as (_, store):
        found = judge.judgements(store)
    table = Table("judgement", "kind", "what", "reason", "by")
    for standing in found:
        made = standing.judgement
        what = told(made) + (" (waits: not all of it is in the graph)" if standing.waits else "")
        table.add_row(*map(escape, (made.id, made.kind, what, made.reason, made.by)))
    output().print(table if found else "No judgements.")


@judgements.command("undo")
def undo_command(judgement: Annotated[str, typer.Argument(help="Id.")]) -> None:
    """Take a judgement back: the graph is as if it had not been made."""
    with opened() as (_, store):
        done = judge.undo(store, judgement)
    print(f"undone {done.id}: {told(done)}")


def link_command(
    statement: Annotated[str, typer.Argument(help="Id of a statement whose claim is unknown.")],
    claim: Annotated[str, typer.Argument(help="Id of the claim that it means; leave out for none.")] = "",
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge which claim a denial means that does not say so, or that it means none of the graph."""
    with opened() as (_, store):
        done = judge.link(store, statement, claim, reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


def accept_command(
    statement: Annotated[str, typer.Argument(help="Id of a statement that is recorded rightly.")],
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge that a statement is recorded rightly; `review` shows it no more."""
    with opened() as (_, store):
        done = judge.accept(store, statement, reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


def reject_command(
    statement: Annotated[str, typer.Argument(help="Id of a statement that is recorded wrongly.")],
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge that a statement is recorded wrongly: it stays to be seen, and counts nowhere."""
    with opened() as (_, store):
        done = judge.reject(store, statement, reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


def review_command(
    limit: Annotated[int, typer.Option(min=1, max=500, help="At most so many of each.")] = 25,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """What needs a person: denials without a claim, unsure records, actors that may be the same."""
    with opened() as (settings, store):
        found = review(store, settings, limit)
    print(found.model_dump_json(indent=2)) if as_json else _print(found, limit)


def _print(found: Review, limit: int) -> None:
    console = output()
    console.print(f"Denials whose claim is unknown: {_count(found.denials, limit)}", style="bold")
    for denial in found.denials:
        said = denial.statement
        console.print(
            f"{said.id} {escape(render.speakers(said))} {said.unlinked}: “{escape(said.exact)}”"
            f" ({escape(render.source(said))})"
        )
        for candidate in denial.candidates:
            claimants = ", ".join(candidate.claimants)
            why = "; ".join(candidate.why)
            console.print(
                f"  {candidate.claim} {candidate.score:.2f} {escape(candidate.text)} · {escape(claimants)}"
                f"{', ' + candidate.first if candidate.first else ''} · {escape(why)}"
            )
    console.print(f"Denials linked to a claim by rule: {_count(found.linked, limit)}", style="bold")
    if found.linked:
        console.print(render.statements(found.linked))
    console.print(f"Statements that the reader was unsure of: {_count(found.unsure, limit)}", style="bold")
    if found.unsure:
        console.print(render.statements(found.unsure))
    console.print(f"Actors that may be the same: {_count(found.alike, limit)}", style="bold")
    for pair in found.alike:
        names = f"{pair.one.id} ({pair.one.name}) and {pair.other.id} ({pair.other.name})"
        console.print(f"  {escape(names)}: {pair.why}")


def _count(found: Sized, limit: int) -> str:
    """Return how many there are; where the limit cuts them, nobody counted the rest."""
    return f"{len(found)} or more; see others with --limit" if len(found) == limit else str(len(found))
