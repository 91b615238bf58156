"""Where the command line writes: answers to standard output, everything else to standard error."""

import json
import sys
from io import BufferedWriter, RawIOBase, TextIOWrapper

from pydantic import BaseModel
from rich.console import Console


def write_whole() -> None:
    """Let standard output take all or fail: without a buffer it drops what a full disk refuses."""
    raw, was = sys.stdout.buffer, sys.stdout
    if isinstance(raw, RawIOBase):
        sys.stdout = TextIOWrapper(BufferedWriter(raw), was.encoding, was.errors, line_buffering=True)


def output() -> Console:
    """Return a console on standard output that does not cut lines when that is a file or a pipe."""
    # No emoji codes: ':gun:' in a quote is what was said, and ids hold colons.
    if sys.stdout.isatty():
        return Console(emoji=False)
    return Console(width=120, force_terminal=False, emoji=False)


def json_of(answer: BaseModel) -> str:
    """Return an answer as JSON for programs."""
    return json.dumps(answer.model_dump(mode="json"), indent=2, ensure_ascii=False)


def print_json(answer: BaseModel) -> None:
    """Print an answer as JSON for programs."""
    print(json_of(answer))


def tell_more(next_: str | None, limit: int, also: str = "") -> None:
    """Say that a list goes on after its first page; `also` is another way to see the rest."""
    if next_:
        say(f"There are more than {limit}; see them with --limit, up to 500{also}.")


def say(message: str, style: str = "") -> None:
    """Print to standard error, exactly as it is."""
    console = Console(stderr=True, emoji=False, soft_wrap=True)
    console.print(message, style=style, markup=False, highlight=False)
