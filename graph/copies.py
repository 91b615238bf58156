"""Which texts are copies of which: a wire report and those who print it. Pure text, no graph.

Of two texts, the share of the shorter one's runs of words that stand in the other as well (containment of
shingles) tells a copy, even one with an own ending, from two reports on the same event. A longer text that
only holds a shorter one somewhere is none, nor are two reports that have nothing in common but quotes.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

WORDS = 4
"""Words in a run."""
LEAST = 0.6
"""Share of runs from which a text counts as a copy."""
SHORT = 30
"""A text of fewer runs is no copy: short notices are alike by themselves."""

OWN = 0.5
"""Share of its own runs that the longer text must have from the other, unless it begins with it."""
PROSE = 15
"""Runs outside quotation marks, from which these are compared as well."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|„[^“”]*[“”]")


@dataclass(frozen=True)
class Printed:
    """A document as it was printed: text, when, by whom, and whom it names."""

    id: str
    title: str
    text: str
    published: str | None = None
    outlets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The text without its headline, which each outlet writes for itself."""
        return self.text.removeprefix(self.title)

    @cached_property
    def runs(self) -> frozenset[int]:
        """The runs of words of the body."""
        return frozenset(_runs(self.body))

    @cached_property
    def prose(self) -> frozenset[int]:
        """The runs of words of the body that stand outside quotation marks."""
        return frozenset(run for part in _QUOTED.split(self.body) for run in _runs(part))

    def beginning(self, size: int) -> frozenset[int]:
        """The runs of words of the body's first part."""
        return frozenset(_runs(self.body)[:size])


@dataclass(frozen=True)
class CopyOf:
    """A document that is a copy of another, and which share of the runs of words they have in common."""

    copy: str
    original: str
    share: float


def copies(documents: Iterable[Printed]) -> dict[str, CopyOf]:
    """Return, by id, the documents that are copies of an earlier one among them.

    Each is held only against documents that are no copies themselves and share a run with it, so many
    copies of one report cost no more than so many reports.
    """
    found: dict[str, CopyOf] = {}
    originals: dict[str, Printed] = {}
    holding: dict[int, list[str]] = {}
    for document in oldest_first(documents):
        near = _nearest(document, originals, holding) if len(document.runs) >= SHORT else None
        if near:
            found[document.id] = CopyOf(document.id, near[0], round(near[1], 2))
            continue
        originals[document.id] = document
        for run in document.runs:
            holding.setdefault(run, []).append(document.id)
    return found


def oldest_first(documents: Iterable[Printed]) -> list[Printed]:
    """Return documents in the order of publication; of one day's, those that name another's outlet later."""
    known = list(documents)
    outlets: dict[str, set[str]] = {}
    for each in known:
        outlets.setdefault(_day(each), set()).update(each.outlets)
    return sorted(known, key=lambda d: (_day(d), _credits(d, outlets[_day(d)]), d.published or "", d.id))


def same_words(words: str, text: str) -> bool:
    """Return whether words stand in a text, whatever the signs and blanks between them."""
    part, whole = (" ".join(_WORD.findall(each.lower())) for each in (words, text))
    return bool(part) and f" {part} " in f" {whole} "


def _day(document: Printed) -> str:
    return (document.published or "9")[:10]


def _credits(document: Printed, outlets: set[str]) -> bool:
    return bool((outlets - {*document.outlets}) & {*document.names})


def _runs(text: str) -> list[int]:
    words = _WORD.findall(text.lower())
    return [crc32(" ".join(words[i : i + WORDS]).encode()) for i in range(len(words) - WORDS + 1)]


def _nearest(
    mine: Printed, originals: dict[str, Printed], holding: dict[int, list[str]]
) -> tuple[str, float] | None:
    """Return the document that this may be a copy of: it shares most, and the share of the shorter one's."""
    shared = Counter(id_ for run in mine.runs for id_ in holding.get(run, ()))
    shares = [
        (share, id_)
        for id_, n in shared.items()
        if len(originals[id_].runs) >= SHORT
        and (share := n / min(len(mine.runs), len(originals[id_].runs))) >= LEAST
        and _not_by_quotes_alone(mine, originals[id_])
        and (n >= OWN * len(mine.runs) or _begins_with(mine, originals[id_]))
    ]
    best = max(shares, key=lambda each: (each[0], each[1]), default=None)
    return (best[1], best[0]) if best else None


def _begins_with(mine: Printed, original: Printed) -> bool:
    beginning = mine.beginning(len(original.runs))
    return len(beginning & original.runs) >= LEAST * len(beginning)


def _not_by_quotes_alone(mine: Printed, original: Printed) -> bool:
    """Two reports on one speech have its quotes in common, and no prose of their own."""
    size = min(len(mine.prose), len(original.prose))
    return size < PROSE or len(mine.prose & original.prose) >= OWN * size
