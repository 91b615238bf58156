"""`counterclaim plans`: the drafts of a plan, side by side, and what a person corrects of that."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from . import ask, judge, render, render_drafts
from .cli_ingest import Replace
from .cli_judge import By, Reason
from .cli_positions import Json, Limit
from .cli_store import opened
from .console import output, print_json, say, tell_more
from .files import write_file
from .ingest import store_documents, understand_annotation
from .judgements import told
from .read.annotation import dump_draft, require_no_hand

app = typer.Typer(help="Drafts of plans: list, compare, align, add.", no_args_is_help=True)

AsOf = Annotated[str | None, typer.Option(help="By what was published then, 2025-11-21.")]


@app.command("list")
def list_command(
    text: Annotated[str | None, typer.Option(help="Letters of the name.")] = None,
    limit: Limit = 25,
    as_json: Json = False,
) -> None:
    """All plans, with how many terms and statements each has."""
    with opened() as (_, store):
        found = ask.plans(store, text=text, limit=limit)
    if as_json:
        print_json(found)
        return
    table = Table("plan", "name", "terms", "statements", "latest")
    for plan in found.items:
        said = f"more than {plan.statements}" if plan.more else str(plan.statements)
        row = (plan.id, plan.name, str(plan.terms), said, plan.latest or "")
        table.add_row(*map(Text, row))
    output().print(table if found.items else "The graph holds no plan.")
    tell_more(found.next, limit)


@app.command("versions")
def versions_command(
    plan: Annotated[str, typer.Argument(help="Id of the plan.")], as_of: AsOf = None, as_json: Json = False
) -> None:
    """The drafts of a plan, what changed from each to the next, and which stances are stale."""
    with opened() as (_, store):
        found = ask.versions(store, plan, as_of=as_of)
    if as_json:
        print_json(found)
        return
    output().print(render_drafts.drafts(found) if found.drafts else "No draft of this plan is known.")
    if found.stances:
        output().print(render_drafts.stances(found.stances))


@app.command("diff")
def diff_command(
    old: Annotated[str, typer.Argument(help="Id of a draft; of a plan: its two newest drafts.")],
    new: Annotated[str | None, typer.Argument(help="Id of a newer draft; else the next.")] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Two drafts side by side: which provision became which, with the words that changed."""
    with opened() as (_, store):
        whole = new is None and bool(store.read("plan", plan=old))
        asked = {"plan": old} if whole else {"old": old, "new": new}
        found = ask.diff(store, **asked, as_of=as_of)
    if as_json:
        print_json(found)
        return
    output().print(render_drafts.diff(found))
    output().print(render_drafts.counted(found.counts))
    if found.stances:
        output().print(render_drafts.stances(found.stances))


@app.command("align")
def align_command(
    old: Annotated[list[str] | None, typer.Option(help="Id of a provision of the older draft.")] = None,
    new: Annotated[list[str] | None, typer.Option(help="Id of a provision of the newer one.")] = None,
    reason: Reason = "",
    by: By = "",
) -> None:
    """Judge which provisions became which: repeat --old and --new; without one of them, dropped or added."""
    with opened() as (_, store):
        done = judge.align(store, old or (), new or (), reason=reason, by=by)
    print(f"judgement {done.id}: {told(done)}")


@app.command("add")
def add_command(
    file: Annotated[Path, typer.Argument(help="The text of the draft: .txt or .html.")],
    plan: Annotated[str, typer.Option(help="Id of the plan, known or new: halm-accord.")],
    draft: Annotated[str, typer.Option(help="Name of the draft: 'second draft'.")],
    plan_name: Annotated[str | None, typer.Option(help="Name of a plan that is new.")] = None,
    dated: Annotated[str | None, typer.Option(help="Date of the draft, 2033-03-21.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Name of who published the text.")] = None,
    to: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the annotation to review; store nothing.")
    ] = None,
    replace: Replace = False,
) -> None:
    """Read the text of a draft, numbered or prose, as provisions, and store them as a draft of a plan."""
    if to is not None:
        require_no_hand(to)
    with opened() as (settings, store):
        # It takes spaCy, which takes a second to load.
        from .plandrafts import read_draft

        found = read_draft(
            file, settings, store, plan=plan, draft=draft, plan_name=plan_name, dated=dated,
            publisher=publisher,
        )  # fmt: skip
        what = f"{found.versions[0].id}: {len(found.terms)} provisions"
        if to is not None:
            write_file(to, dump_draft(found))
            say(f"{to}: {what}")
            return
        understood = [understand_annotation(found, str(file), settings)]
        for report in store_documents(file, understood, store, replace=replace):
            render.report(output(), report)
    print(what)
