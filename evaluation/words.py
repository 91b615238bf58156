"""Words of texts and spans: what is compared, without quotation marks and punctuation."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from graph.models import Span

_WORD = re.compile(r"\w+(?:[-'’]\w+|(?<=\d)[.,]\d+)*")
_STOP = frozenset(
    ("a", "an", "the", "of", "to", "and", "or", "that", "this", "in", "on", "at", "for", "by", "with", "from",
     "as", "it", "its", "is", "are", "was", "were", "be", "been", "had", "has", "have", "would", "will")
)  # fmt: skip


class Words:
    """The words of one document, by position."""

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def of(self, span: Span | None) -> frozenset[int]:
        """Return where the words that `span` touches begin; its own start if it touches none (':')."""
        if span is None:
            return frozenset()
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return frozenset(self.starts[first:last]) or frozenset({span.start})


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the intersection of two sets of words over their union: 0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0


def bag(text: str, *, content_only: bool = False) -> Counter[str]:
    """Return the words of `text` in lower case and without "'s", each with its count."""
    words = [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text)]
    return Counter(w for w in words if not content_only or w not in _STOP)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return F1 over two bags of words, as Rajpurkar et al. 2016 (SQuAD) compare answers."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
