"""What changed as lines of text."""

from collections.abc import Iterator

from ..answers.watch import Change, Finding, Report
from ..citing import place, quoted, told

_SHOWN = 3
"""Statements that an entry is followed by."""


def lines(report: Report) -> Iterator[str]:
    """Return what changed: + what came, - what went, with the words; an empty line after each question."""
    for change in report.changes:
        yield f"{change.title}{' (asked for the first time)' if change.first else ''}"
        yield from _lines(change)
        yield ""


def _lines(change: Change) -> Iterator[str]:
    for sign, found in (("+", change.added), ("-", change.removed)):
        for each in found:
            yield f"  {sign} {each.text}"
            yield from _words(each)


def _words(found: Finding) -> Iterator[str]:
    for words in found.words[:_SHOWN]:
        yield f"      {quoted(words.exact)} ({told(words)})"
    for cited in found.quotes[:_SHOWN]:
        yield f"      {quoted(cited.quote or '…')} ({place(cited.document)})"
    left = len(found.words) - _SHOWN + found.more
    if left > 0:
        yield f"      and {left} more"
