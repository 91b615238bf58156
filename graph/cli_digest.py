"""`counterclaim digest`: what is new since a date, every sentence with its citation."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from . import ask
from .answers import Digest
from .cli_store import opened
from .console import json_of, print_json, say, tell
from .digests.markdown import markdown
from .digests.page import page
from .errors import InputError
from .files import write_file

_FORMS: dict[str, Callable[[Digest, str | None], str]] = {
    ".md": markdown, ".html": page, ".json": lambda digest, _: json_of(digest) + "\n",
}  # fmt: skip


def digest_command(
    since: Annotated[str, typer.Option(help="Published then or later, 2025-11-21.")],
    until: Annotated[str | None, typer.Option(help="As published by then, 2025-11-28.")] = None,
    plan: Annotated[str | None, typer.Option(help="Id of a plan. Default: all there is.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="NAME.md, .html or .json. Default: print Markdown.")
    ] = None,
    base: Annotated[
        str | None, typer.Option(help="Address of a service, http://…, whose page the citations lead to.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """What is new: drafts, claims, denials, shifts, retractions, contradictions, and who is silent."""
    if output is not None and output.suffix not in _FORMS:
        raise InputError(f"{output}: give a name that ends with .md, .html or .json")
    with opened() as (_, store):
        found = ask.digest(store, since, until=until, plan=plan)
    if output is not None:
        write_file(output, _FORMS[output.suffix](found, base))
        say(f"{output}: {sum(len(section.sentences) for section in found.sections)} sentences")
    elif as_json:
        print_json(found)
    else:
        tell(markdown(found, base), end="")
