"""`counterclaim pack` and `verify`: the evidence on one claim as a file, and whether such a file holds."""

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from .cli_store import opened
from .console import say, tell
from .packs import Verification, make_pack, verify_pack

SHOWN = 20
"""Failures of one kind that are printed; --json gives all."""


@contextmanager
def progress(what: str) -> Generator[Callable[[int, int], None]]:
    """Yield a function that shows on standard error how many of how many are done, where a person looks."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def pack_command(
    claim: Annotated[str, typer.Argument(help="Id of the claim.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The zip to write.")],
) -> None:
    """Write all that bears on a claim, texts included, as a zip that `verify` checks anywhere."""
    with opened() as (settings, store), progress("documents") as told:
        manifest = make_pack(store, settings.base_iri, claim, output, told)
    say(f"{output}: {len(manifest.documents)} documents, {len(manifest.statements)} statements on the claim")
    print(f"seal {manifest.seal}")


def verify_command(
    pack: Annotated[Path, typer.Argument(help="The zip.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Check an evidence pack without a database: hashes, quotes, ids, shapes, the answer."""
    with progress("documents") as told:
        found = verify_pack(pack, told)
    if as_json:
        print(json.dumps({"verified": found.verified, **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        _print(found)
    if not found.verified:
        raise typer.Exit(1)


def _print(found: Verification) -> None:
    tell(f"claim {found.claim}, packed by {found.made_by}")
    for check in found.checks:
        failed = len(check.failures)
        tell(f"{'FAILED' if failed else 'ok':<6}  {check.checked:>6}  {check.what}")
        for failure in check.failures[:SHOWN]:
            tell(f"          {failure}")
        if failed > SHOWN:
            tell(f"          and {failed - SHOWN} more")
    for note in found.notes:
        tell(f"note: {note}")
    tell(f"{'verified' if found.verified else 'NOT VERIFIED'}, seal {found.seal}")
