"""Aligning two drafts: every provision of both once, with what became of it.

First what is certain: the same text, a text that differs in one value. Then one for one by likeness; then
what is left over joins a pair whose provision it is a part of. What is left then was dropped or added.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from .likeness import Likeness
from .pairing import paired
from .provision import Alignment, Pair, Provision
from .tokens import key
from .values import change, nearness

ALIKE = 0.45
"""Provisions that are less alike are not one."""
_OWN = 0.08
"""Of the whole, what each of two parts must have alone; of more, less each."""
_TAKEN = 0.45
"""Of a part, what the whole must have."""

_TIE = 0.01
"""Where words alone leave it open, their order decides, or the nearer value."""

Group = tuple[list[Provision], list[Provision]]


def align(old: Sequence[Provision], new: Sequence[Provision], judged: Iterable[Alignment] = ()) -> list[Pair]:
    """Return what each provision of `old` is in `new`, in the order of the newer draft, the dropped last.

    `judged` are provisions that a person put together: they stay so, the others are aligned around them.
    """
    work = _Work(old, new)
    work.judge(judged)
    work.equal()
    work.amounts()
    work.likely()
    work.join()
    work.rest()
    places = {p.id: n for n, p in enumerate(new)} | {p.id: n + len(new) for n, p in enumerate(old)}
    return sorted(work.pairs, key=lambda pair: places[(pair.new or pair.old)[0]])


class _Work:
    """The provisions that have no pair yet, and the pairs so far."""

    def __init__(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        self.old, self.new = list(old), list(new)
        self.like = Likeness([*old, *new])
        self.drafts = tuple(old), tuple(new)
        # Of a draft known in part, what is missing may only be unknown.
        self.whole = min(1.0, len(new) / (len(old) or 1)), min(1.0, len(old) / (len(new) or 1))
        self.pairs: list[Pair] = []
        self.groups: list[Group] = []

    def judge(self, judged: Iterable[Alignment]) -> None:
        """Put together what a person put together, as far as all of it is of these drafts and still free."""
        for made in judged:
            older, newer = (
                [p for p in self.old if p.id in made.older],
                [p for p in self.new if p.id in made.newer],
            )
            if (len(older), len(newer)) == (len(made.older), len(made.newer)) and (older or newer):
                self._settle(older, newer, confidence=1.0, judgement=made.judgement)

    def equal(self) -> None:
        """Pair provisions with the same text, in order where several have it."""
        same: dict[str, list[Provision]] = {}
        for one in reversed(self.new):
            same.setdefault(key(one.text), []).append(one)
        for one in list(self.old):
            if twins := same.get(key(one.text)):
                self._settle([one], [twins.pop()], confidence=1.0)

    def amounts(self) -> None:
        """Pair provisions that differ in one value alone."""
        for one, other in self._best(self._as_amount):
            self._settle([one], [other], confidence=0.98)

    def _as_amount(self, one: Provision, other: Provision) -> float:
        """Return how well a pair fits that differs in a value; of many alike the values that are near."""
        if (found := change(one.text, other.text)) is None:
            return 0
        return 1 + self.like.score(one, other) + _TIE * nearness(found)

    def likely(self) -> None:
        """Put together, one for one, what is most alike in all."""
        for one, other in self._best(
            lambda a, b: self.like.score(a, b) + _TIE * self.like.order(a, b), ALIKE
        ):
            self.groups.append(([one], [other]))
            self.old.remove(one)
            self.new.remove(other)

    def join(self) -> None:
        """Find splits and mergers: what is left over is a part of one provision, or of a pair's."""
        for side in (0, 1):
            wholes, parts = (self.old, self.new) if side == 0 else (self.new, self.old)
            for whole in list(wholes):
                self._divide(whole, parts, side)
            for part in list(parts):
                if group := self._home(part, side):
                    group[1 - side].append(part)
                    parts.remove(part)

    def rest(self) -> None:
        """Settle what was put together; all else was dropped or added."""
        for older, newer in self.groups:
            self._settle(older, newer, confidence=self._sure(older, newer))
        for one in list(self.old):
            self._settle([one], [], confidence=self._alone(one, self.drafts[1]) * self.whole[0])
        for one in list(self.new):
            self._settle([], [one], confidence=self._alone(one, self.drafts[0]) * self.whole[1])

    def _best(
        self, score: Callable[[Provision, Provision], float], least: float = 0.0
    ) -> list[tuple[Provision, Provision]]:
        """Return the pairs of free provisions, each in one at most, whose scores make the largest sum."""
        if not self.old or not self.new:
            return []
        # It takes a quarter of a second to load, which no command without drafts should pay.
        from scipy.optimize import linear_sum_assignment

        scores = np.array([[score(a, b) for b in self.new] for a in self.old])
        scores[scores <= least] = 0
        rows, columns = linear_sum_assignment(scores, maximize=True)
        chosen = [(r, c) for r, c in zip(rows.tolist(), columns.tolist(), strict=True) if scores[r, c] > 0]
        return [(self.old[r], self.new[c]) for r, c in chosen]

    def _divide(self, whole: Provision, parts: list[Provision], side: int) -> None:
        """Begin a group of a free provision and the free ones that are parts of it, if there are several."""
        found = [part for part in parts if self._taken(part, whole) >= _TAKEN]
        found = [part for part in found if self._own(whole, part, [o for o in found if o != part])]
        if len(found) < 2:
            return
        (self.old if side == 0 else self.new).remove(whole)
        for part in found:
            parts.remove(part)
        self.groups.append(([whole], found) if side == 0 else (found, [whole]))

    def _home(self, part: Provision, side: int) -> Group | None:
        """Return the group with the provision that this one is a part of; each part has words of its own."""
        fits: list[tuple[float, Group]] = []
        for group in self.groups:
            (whole, *more), others = group[side], group[1 - side]
            if more or self._taken(part, whole) < _TAKEN:
                continue
            every = [part, *others]
            if all(self._own(whole, one, [o for o in every if o != one]) for one in every):
                fits.append((self.like.weight(self.like.words(part) & self.like.words(whole)), group))
        return max(fits, key=lambda fit: fit[0])[1] if fits else None

    def _taken(self, part: Provision, whole: Provision) -> float:
        return self.like.share(self.like.words(whole), self.like.words(part))

    def _own(self, whole: Provision, part: Provision, others: list[Provision]) -> bool:
        """Say whether a part has enough words of the whole that no other part has."""
        told = self.like.words(part) & self.like.words(whole)
        for other in others:
            told = told - self.like.words(other)
        return self.like.share(told, self.like.words(whole)) >= 2 * _OWN / (len(others) + 1)

    def _sure(self, older: list[Provision], newer: list[Provision]) -> float:
        """Return how sure a group is: from a half, where its provisions are just alike enough, up."""
        if len(older) == len(newer):
            likely = self.like.score(older[0], newer[0])
            return min(0.95, 0.5 + (likely - ALIKE) / (1 - ALIKE) / 2)
        (whole,), parts = (older, newer) if len(older) == 1 else (newer, older)
        told = sum((self.like.words(part) for part in parts), Counter[str]())
        return min(0.95, 0.5 + self.like.share(told, self.like.words(whole)) / 2)

    def _alone(self, one: Provision, others: Sequence[Provision]) -> float:
        return 1 - max((self.like.text(one, other) for other in others), default=0)

    def _settle(
        self,
        older: list[Provision],
        newer: list[Provision],
        *,
        confidence: float,
        judgement: str | None = None,
    ) -> None:
        # A pair tells its provisions in the order of their draft, however they were found.
        before, after = self.drafts
        told = [p for p in before if p in older], [p for p in after if p in newer]
        self.pairs.append(paired(*told, confidence, judgement=judgement))
        self.old = [p for p in self.old if p not in older]
        self.new = [p for p in self.new if p not in newer]
