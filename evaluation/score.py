"""A score: how much of the gold was found, and how much of what was found is gold."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Self


@dataclass(frozen=True)
class Score:
    """Counts behind precision and recall; they add up over articles (micro average).

    `recalled` counts gold that was found and `precise` what was found rightly: the same number but
    for B-cubed. `matched` counts the statements that were found at all, so that a property of
    statements can be judged apart from finding them.
    """

    gold: float = 0
    found: float = 0
    recalled: float = 0
    precise: float = 0
    matched: float = 0

    @classmethod
    def of(cls, gold: float, found: float, both: float, matched: float = 0) -> Self:
        """Return the score of things that are found whole or not at all."""
        return cls(gold, found, both, both, matched)

    def __add__(self, other: "Score") -> "Score":
        return Score(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right; 1 where there was nothing to find."""
        return self.precise / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found; 1 where there was nothing to find."""
        return self.recalled / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def accuracy(self) -> float | None:
        """Return the share of matched statements for which this is right; None where it is not counted."""
        return self.recalled / self.matched if self.matched else None

    def as_dict(self) -> dict[str, float]:
        """Return what a program wants to read, rounded to four places."""
        values = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        if self.accuracy is not None:
            values["accuracy"] = self.accuracy
        counts = {"gold": self.gold, "found": self.found, "right": self.recalled}
        return {name: round(value, 4) for name, value in (values | counts).items()}


Scores = dict[str, Score]
"""Scores by name, in the order in which they are reported."""


def total(parts: Iterable[Scores]) -> Scores:
    """Return the sum of several articles' scores."""
    sums: Scores = {}
    for part in parts:
        for name, score in part.items():
            sums[name] = sums.get(name, Score()) + score
    return sums
