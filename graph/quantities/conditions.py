"""Conditions on a value, and values that claims set: read in full or not at all."""

import re
from collections.abc import Iterable
from itertools import pairwise

from .bounds import Bounds
from .comparisons import Comparison, comparisons, of_days
from .units import Unit
from .words import either, listed, singular

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|but))?\s*", re.IGNORECASE)
_END = re.compile(r"[\s.,;!?\"'”’)]*")


def condition(words: str, unit: Unit | None, own: Iterable[str], *, unless: bool = False) -> Bounds | None:
    """Return what a condition asks of the value of a provision; None if it speaks of anything else.

    `unit` None: the value is a date. `own`: words of the provision, which may name what is compared.
    `unless`: the condition must not hold.
    """
    found = of_days(words) if unit is None else comparisons(words, unit)
    if not found or not _nothing_else(words, found, own):
        return None
    read = _together(found)
    return read.opposite() if read and unless else read


def set_by(claim: str, unit: Unit | None) -> Bounds | None:
    """Return what value a claim sets; None unless one value is there, in this unit by name.

    None as well where the number tells how much more or less, or a part, or nobody may reach it.
    """
    found = of_days(claim) if unit is None else comparisons(claim, unit)
    named = [each for each in found if each.unit] if unit is not None and unit.words else found
    if len(named) != 1 or (unit is not None and _relative(claim, named[0])):
        return None
    return named[0].bounds


def _relative(claim: str, found: Comparison) -> bool:
    head, tail = claim[: found.start], claim[found.end :]
    part, change, than, none = (either(listed(name)) for name in ("parts", "changes", "than", "none"))
    alone = found.bounds is not None and found.bounds.all[0].operator == "="
    return bool(
        re.search(rf"\b(?:{part})\s+$|\b(?:{none})\b", head, re.IGNORECASE)
        or (alone and re.search(rf"\b(?:{change})\s+$", head, re.IGNORECASE))
        or re.match(rf"\s+(?:{than})\b", tail, re.IGNORECASE)
    )


def _nothing_else(words: str, found: list[Comparison], own: Iterable[str]) -> bool:
    """Say whether a condition holds comparisons and words of the provision, and nothing more."""
    allowed = {singular(word) for word in listed("allowed")} | {singular(word) for word in own}
    head = words[: found[0].start]
    if any(singular(word) not in allowed for word in _WORD.findall(head)) or re.search(r"\d", head):
        return False
    between = (words[a.end : b.start] for a, b in pairwise(found))
    return all(_JOINED.fullmatch(gap) for gap in between) and bool(_END.fullmatch(words[found[-1].end :]))


def _together(found: list[Comparison]) -> Bounds | None:
    parts = [each.bounds for each in found]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return Bounds(tuple(bound for part in known for bound in part.all))
