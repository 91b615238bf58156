"""Where the command line writes: answers to standard output, everything else to standard error."""

import json
import re
import sys
from collections.abc import Iterable
from io import BufferedWriter, RawIOBase, TextIOWrapper

from pydantic import BaseModel
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

_CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))
"""What would move the cursor, rename the window or type for whoever reads: all but tab and line end."""


class _Plain(Console):
    """A console that colours by itself, and lets no name or quote do so."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render as ever, without control characters of the text."""
        for part in super().render(renderable, options):
            yield part if part.control else Segment(part.text.translate(_CONTROL), part.style)


def write_whole() -> None:
    """Let standard output take all or fail: without a buffer it drops what a full disk refuses."""
    raw, was = sys.stdout.buffer, sys.stdout
    if isinstance(raw, RawIOBase):
        sys.stdout = TextIOWrapper(BufferedWriter(raw), was.encoding, was.errors, line_buffering=True)


def output() -> Console:
    """Return a console on standard output that does not cut lines when that is a file or a pipe."""
    # No emoji codes: ':gun:' in a quote is what was said, and ids hold colons.
    if sys.stdout.isatty():
        return _Plain(emoji=False)
    return _Plain(width=120, force_terminal=False, emoji=False)


def tell(text: str, end: str = "\n") -> None:
    """Print text for people, exactly as it is but for control characters, which a terminal would obey."""
    print(text.translate(_CONTROL), end=end, flush=True)


def json_of(answer: BaseModel) -> str:
    """Return an answer as JSON for programs."""
    return json.dumps(answer.model_dump(mode="json"), indent=2, ensure_ascii=False)


def print_json(answer: BaseModel) -> None:
    """Print an answer as JSON for programs."""
    # JSON escapes those below 32 by itself; the others a terminal would obey.
    print(re.sub(r"[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", json_of(answer)))


def tell_more(next_: str | None, limit: int, also: str = "") -> None:
    """Say that a list goes on after its first page; `also` is another way to see the rest."""
    if next_:
        say(f"There are more than {limit}; see them with --limit, up to 500{also}.")


def say(message: str, style: str = "") -> None:
    """Print to standard error, exactly as it is."""
    console = _Plain(stderr=True, emoji=False, soft_wrap=True)
    console.print(message, style=style, markup=False, highlight=False)
