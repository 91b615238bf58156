"""What a fact checker's rating does to the claim: by its words, else by its place on a scale."""

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import Literal, NamedTuple, cast

from ..extract.lexicon import data

Act = Literal["asserts", "denies", "questions"]
Effect = Literal["asserts", "asserts, in the main", "questions", "denies, in the main", "denies", "nothing"]

WORST, BEST = 1.0, 5.0
"""What schema.org takes for worstRating and bestRating where they are not given."""


class Verdict(NamedTuple):
    """The act on the claim, if the rating tells one; `why` it tells none, or what is odd about it."""

    act: Act | None
    in_the_main: bool = False
    why: str = ""


class Scale(NamedTuple):
    """The numbers of a rating, as far as they are numbers."""

    value: float | None
    worst: float = WORST
    best: float = BEST

    def effect(self) -> Effect | None:
        """Return what the value says on its scale; nothing where it lies outside, as 0 and -1 often do."""
        if (
            self.value is None
            or not (isfinite(self.value) and isfinite(self.worst) and isfinite(self.best))
            or not self.worst <= self.value <= self.best
        ):
            return None
        if self.worst == self.best:
            return None
        share = (self.value - self.worst) / (self.best - self.worst)
        if share in (0, 1):
            return "asserts" if share else "denies"
        if share <= 0.25:
            return "denies, in the main"
        return "asserts, in the main" if share >= 0.75 else "questions"


def verdict(words: str | None, scale: Scale, own: Mapping[str, Effect]) -> Verdict:
    """Return what a rating does to its claim.

    `own` are ratings as the user reads them. Known words count more than the number, which many leave at 1;
    where both are known and one denies what the other asserts, neither counts.
    """
    folded = fold(words or "")
    read: dict[str, Effect] = {fold(rating): effect for rating, effect in own.items()}
    if folded in read:
        return _verdict(read[folded])
    said, counted = _known().get(folded), scale.effect()
    if said and counted and {said.split(",")[0], counted.split(",")[0]} == {"asserts", "denies"}:
        return Verdict(None, why=f"the rating {words!r} and its number {scale.value:g} contradict each other")
    effect: Effect | None = said or counted
    if effect is not None:
        return _verdict(effect)
    shown = repr(words) if words else "without words" if scale.value is None else f"{scale.value:g}"
    return Verdict(None, why=f"the rating {shown} tells neither true nor false; a mapping may (`ratings:`)")


def fold(words: str) -> str:
    """Return a rating as it is compared: without case, outer quotes and final stop."""
    return " ".join(words.split()).strip(" .!\"'“”„").casefold()


def _verdict(effect: Effect) -> Verdict:
    act, _, main = effect.partition(",")
    if act == "nothing":
        return Verdict(None, why="the mapping says that this rating tells nothing of the claim")
    return Verdict(cast(Act, act), bool(main))


@cache
def _known() -> dict[str, Effect]:
    table = cast(dict[Effect, list[list[str]]], data("ratings.yaml"))
    return {fold(word): effect for effect, lists in table.items() for words in lists for word in words}
