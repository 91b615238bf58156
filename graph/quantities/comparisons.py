"""Comparisons in words: 'no more than 30 a year', 'between 10 and 20', 'before 1 May 2033'."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from . import days
from .bounds import Bound, Bounds
from .numbers import BARE, NUMBER, value
from .units import OTHER_RATE, Unit
from .words import either, listed, operators, table

_FLAGS = re.IGNORECASE
_SIGN = r"(?:(?P<sign>(?:US)?\$|[€£¥])\s?)?"


class Comparison(NamedTuple):
    """A comparison where it stands; `bounds` None where the words leave open what is compared with what."""

    start: int
    end: int
    bounds: Bounds | None
    unit: bool
    """Whether the words name the unit."""


def comparisons(text: str, unit: Unit) -> list[Comparison]:
    """Return the comparisons with numbers in a unit, in order; numbers of other units are none."""
    plain = days.without(text)
    found: list[Comparison] = []
    for match in _ranges(unit).finditer(plain):
        found.append(_range(match, unit, plain[: match.start()]))
        plain = plain[: match.start()] + "\x00" * len(match[0]) + plain[match.end() :]
    for match in _singles(unit).finditer(plain):
        if not OTHER_RATE.match(plain, match.end()) and _may_be(match["sign"], unit):
            found.append(_single(match, plain, unit))
    return sorted(found)


def of_days(text: str) -> list[Comparison]:
    """Return the comparisons with dates; those without a year, or a day, leave open which is meant."""
    found: list[Comparison] = []
    for day in days.days(text):
        head = text[: day.start]
        before = re.search(
            rf"\b({either(operators('before') | operators('before_a_day'))})\s+$", head, _FLAGS
        )
        operator = _operator(before, operators("before") | operators("before_a_day"))
        start = before.start() if before else day.start
        exact = day.exact
        bounds = None
        if exact is not None and operator is not None:
            bounds = _turned(Bound(operator, Decimal(exact.toordinal()), day=True), text[:start])
        found.append(Comparison(start, day.end, bounds, unit=True))
    return found


@cache
def _singles(unit: Unit) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<before>{either(operators('before'))})\s+)?(?:a total of\s+|only\s+|the\s+)?{_SIGN}"
        rf"(?P<number>{NUMBER}){unit.after()}(?:,?\s+(?P<after>{either(operators('after'))})\b)?",
        _FLAGS,
    )


@cache
def _ranges(unit: Unit) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<from>between|from)\s+)?{_SIGN}(?P<low>{NUMBER})(?:\s?[-–]\s?|\s(?:to|and)\s)"
        rf"(?P<high>{BARE}){unit.after()}",
        _FLAGS,
    )


def _range(match: re.Match[str], unit: Unit, head: str) -> Comparison:
    low, high = (unit.measured(value(match[end]), match["noun"]) for end in ("low", "high"))
    together = match["from"] is None and re.search(r"\sand\s", match[0]) is not None
    changed = (match["from"] or "").lower() == "from"
    open_ = together or changed or low > high or not _may_be(match["sign"], unit) or _negated(head)
    bounds = None if open_ else Bounds((Bound(">=", low), Bound("<=", high)))
    return Comparison(match.start(), match.end(), bounds, _named(match, unit))


def _single(match: re.Match[str], text: str, unit: Unit) -> Comparison:
    before = _operator(match, operators("before"), "before")
    after = _operator(match, operators("after"), "after")
    number = unit.measured(value(match["number"]), match["noun"])
    head = text[: match.start()]
    near = re.search(rf"\b(?:{either(listed('about'))}|by)\s+$", head, _FLAGS)
    bounds = None
    if not near and not (before and after):
        bounds = _turned(Bound(before or after or "=", number), head)
    return Comparison(match.start(), match.end(), bounds, _named(match, unit))


def _turned(bound: Bound, head: str) -> Bounds | None:
    """Return the comparison, or its opposite after 'not', 'did not fall' and the like."""
    bounds = Bounds((bound,))
    return bounds.opposite() if _negated(head) else bounds


def _negated(head: str) -> bool:
    nots = rf"(?:\b(?:{either(listed('nots'))})|n['’]t)\s+(?:[a-z]+\s+){{0,2}}$"
    return re.search(nots, head, _FLAGS) is not None


def _operator(match: re.Match[str] | None, table_: dict[str, str], group: str | int = 1) -> str | None:
    if match is None or match[group] is None:
        return None
    return table_[" ".join(match[group].lower().split())]


def _may_be(sign: str | None, unit: Unit) -> bool:
    return sign is None or table("signs")[sign.upper()] == unit.noun


def _named(match: re.Match[str], unit: Unit) -> bool:
    return bool(match["noun"] or match["sign"] or (unit.rate and not unit.noun and match["rate"]))
