"""What documents give as the value of one provision: whether two of them cannot be the same."""

import re
from decimal import Decimal
from typing import NamedTuple

from .numbers import numbers
from .units import Unit, money
from .words import either, listed, singular, table

_SCALE = re.compile(r"^(?:thousand|million|billion|bn|trillion)s?\b(?: of)?\s*", re.IGNORECASE)
_SIGN = re.compile(r"(US\$|[$€£¥])\s?$", re.IGNORECASE)
_TO = re.compile(r"(?:^|\s)(?:[-–]|to|and)\s?[$€£¥]?$|^[-–][$€£¥]?$", re.IGNORECASE)
_NEARLY = Decimal("0.1")

Span = tuple[Decimal, Decimal]


class Amount(NamedTuple):
    """A value as far as its words tell: from the least to the most that it can be, in a unit."""

    least: Decimal
    most: Decimal
    unit: Unit


def amount(number: Decimal, unit: str | None) -> Amount:
    """Return a number with its unit; '0.5' in 'million tonnes' is 500,000 tonnes."""
    words = (unit or "").strip()
    if scaled := _SCALE.match(words):
        number *= numbers(f"1 {scaled[0].split()[0]}")[0][2]
        words = words[scaled.end() :]
    return Amount(number, number, Unit(words))


def amount_in(words: str) -> Amount | None:
    """Return the value that words give; None unless it is one number, or a range of two."""
    found = numbers(words)
    if not 0 < len(found) <= 2 or re.search(r"\d|\bfrom\b", _outside(words, found)):
        return None
    start, end, number = found[-1]
    sign = _SIGN.search(words[: found[0][0]])
    unit = table("signs")[sign[1].upper()] if sign else _unit(words[end:])
    last = amount(number, unit)
    if len(found) == 2:
        first = amount(found[0][2], unit)
        between = _TO.search(words[found[0][1] : start])
        return Amount(first.least, last.most, last.unit) if between and first.least <= last.most else None
    if re.search(rf"\b(?:{either(listed('about'))})\s+(?:US)?[$€£¥]?\s?$", words[:start], re.IGNORECASE):
        return Amount(number - number * _NEARLY, number + number * _NEARLY, last.unit)
    return last


def cannot_be_one(one: Amount, other: Amount) -> bool:
    """Say whether two values differ for sure, as far as their units can be compared.

    Where one has no unit, or nouns are no measures ('soldiers', 'troops'), the numbers tell. Three months are
    between 84 and 93 days; what dollars are in euros, and tonnes in boats, nobody can tell from words.
    """
    by_year = _rates(one.unit.rate, other.unit.rate)
    if by_year is None:
        return False
    (kind, mine), (another, theirs) = (_measured(*each) for each in zip((one, other), by_year, strict=True))
    if kind == another:
        return _apart(mine, theirs)
    if {kind, another} == {"hour", "month"}:
        hours, months = (mine, theirs) if kind == "hour" else (theirs, mine)
        return _apart(hours, (months[0] * 24 * 28, months[1] * 24 * 31))
    if {kind, another} == {"share", ""}:
        # A quarter is 25 per cent: a number alone may be either.
        return (
            _apart(one[:2], other[:2])
            and _apart(mine, _times(theirs, 100))
            and _apart(_times(mine, 100), theirs)
        )
    if not kind or not another:
        return _apart(one[:2], other[:2])
    return False


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _times(span: Span, factor: int) -> Span:
    return span[0] * factor, span[1] * factor


def _rates(one: str, other: str) -> tuple[Decimal, Decimal] | None:
    """Return by what to multiply numbers at two rates to compare them: '2 a month' are 24 a year."""
    if one == other or not one or not other:
        return Decimal(1), Decimal(1)
    a, b = (table("times_a_year").get(rate) for rate in (one, other))
    return (Decimal(a), Decimal(b)) if a and b else None


def _measured(given: Amount, rate: Decimal) -> tuple[str, Span]:
    """Return what is measured ('' where anything may be), and the value in the smallest unit of its kind."""
    noun = given.unit.noun
    kind, factor = "share" if given.unit.share else money(noun) or "", rate
    for scale in table("scales"):
        if (size := scale.get(singular(noun))) is not None:
            kind, factor = next(iter(scale)), rate * size
    return kind, (given.least * factor, given.most * factor)


def _unit(after: str) -> str:
    return re.sub(r"^[\s-]+|[\s.,;)]+$", "", after)


def _outside(words: str, found: list[tuple[int, int, Decimal]]) -> str:
    for start, end, _ in found:
        words = words[:start] + " " * (end - start) + words[end:]
    return words
