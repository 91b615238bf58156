"""`counterclaim backup`, `restore` and `migrate`: the graph kept safe, and brought to a new release."""

import os
from pathlib import Path
from typing import Annotated

import typer

from .backups import Manifest, back_up, check, restore
from .cli_pack import progress
from .cli_store import opened
from .console import say
from .migrations import migrate

BACKUP = Annotated[Path, typer.Argument(help="The backup.")]


def backup_command(output: Annotated[Path, typer.Argument(help="The zip to write.")]) -> None:
    """Write the whole graph, judgements included, as a zip that `restore` brings back."""
    with opened(any_schema=True) as (settings, store), progress("documents") as told:
        manifest = back_up(store, settings.base_iri, output, told)
    say(f"{output}: {_counts(manifest)}, seal {manifest.seal}")


def restore_command(
    backup: BACKUP,
    only_check: Annotated[
        bool,
        typer.Option("--check", help="Only check that the file is as it was written."),
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on after an interrupt.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=256, help="Processes that read. Default: one per core.")
    ] = None,
) -> None:
    """Bring a backup into an empty graph, and compare the graph with it in the end."""
    if only_check:
        say(f"{backup}: as it was written; {_counts(check(backup))}")
        return
    with opened() as (settings, store), progress("documents") as told:
        manifest = restore(
            store, settings, backup, workers=workers or os.cpu_count() or 1, resume=resume, progress=told
        )
    say(f"{backup}: restored, and compared with the graph; {_counts(manifest)}")


def migrate_command() -> None:
    """Bring a graph that an older release wrote to the schema of this one, and mend indexes."""
    with opened(any_schema=True) as (_, store), progress("documents") as told:
        for step in migrate(store, told):
            say(f"done: {step.does}")
        say(f"the graph is of schema {store.schema()}, which is this release's")


def _counts(manifest: Manifest) -> str:
    return f"{_number(manifest.documents, 'document')} and {_number(manifest.judgements, 'judgement')}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
