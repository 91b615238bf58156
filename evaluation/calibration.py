"""Whether confidence means what it says: how many statements of each confidence are right."""

from collections.abc import Iterable
from typing import NamedTuple

from .match import Comparison, acts
from .spans import same_speakers


class Bin(NamedTuple):
    """The statements found with a confidence in [low, low + 0.1)."""

    low: float
    statements: int
    confidence: float
    matched: float
    right: float


class Sure(NamedTuple):
    """A found statement's confidence, whether it is in the gold, and whether speaker and act are right."""

    confidence: float
    matched: bool
    right: bool


def confidences(comparison: Comparison) -> list[Sure]:
    """Return each found statement's confidence beside whether it was right."""
    matched = {pair.found.id: pair for pair in comparison.matched}
    return [
        Sure(
            s.confidence,
            (pair := matched.get(s.id)) is not None,
            pair is not None and same_speakers(comparison, pair) and acts(pair.gold) == acts(pair.found),
        )
        for s in comparison.found.statements
    ]


def bins(found: Iterable[Sure]) -> list[Bin]:
    """Return the means by tenth of confidence, the lowest first; 1.0 belongs to the tenth below."""
    tenths: dict[int, list[Sure]] = {}
    for sure in found:
        tenths.setdefault(min(int(sure.confidence * 10 + 1e-9), 9), []).append(sure)
    return [
        Bin(
            tenth / 10,
            len(group),
            sum(s.confidence for s in group) / len(group),
            sum(s.matched for s in group) / len(group),
            sum(s.right for s in group) / len(group),
        )
        for tenth, group in sorted(tenths.items())
    ]
