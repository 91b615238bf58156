"""Values in a text: numbers, in figures or words, and dates; and whether two texts differ in one alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from ..extract.times.dates import MONTHS
from ..quantities.days import Day, days
from ..quantities.numbers import BARE, FIGURES, is_number, value
from ..quantities.words import table
from .tokens import TOKEN, Token, is_function, same_word, stem

_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_TIMES = frozenset((*_MINUTES, *_MONTHS_IN))
# What is numbered, not counted: another number is another thing that is meant.
_NUMBERED = re.compile(
    r"\b(?:article|annex|section|paragraph|para|clause|chapter|part|point|item|rule|schedule|appendix|protocol|title|"
    r"table|resolution|decision|directive|regulation|treaty|law|act|version|draft|phase|stage|number)s?\s*$",
    re.I,
)

_SIGN = "|".join(map(re.escape, sorted(table("signs"), key=len, reverse=True)))
_NUMBER = re.compile(
    rf"(?P<sign>(?<!\w)(?:{_SIGN})|[$€£¥])?\s?(?P<number>(?<![\w.,]){BARE}|(?<![\w.,]){FIGURES}(?=\s?m\b))"
    r"(?P<short>\s?m\b)?(?P<share>\s?%|\sper ?cent\b)?",
    re.I,
)
_COUNTED = re.compile(r"\s(?:people|[a-z]+s)\b", re.I)
"""What 'm' as a million may stand before."""


@dataclass(frozen=True)
class Value:
    """A value in a text: its words, what it is worth, and the unit that stands within the words."""

    words: str
    worth: Decimal | str
    unit: str
    start: int
    end: int


@dataclass(frozen=True)
class Change:
    """The one value in which two texts differ."""

    old: Value
    new: Value
    unit: str | None


def values(text: str) -> list[Value]:
    """Return dates and numbers of a text, in order."""
    # Drafts write months in capitals: 'they may 12 times' has none.
    dates = (day for day in days(text) if (day.year or day.day) and (day.day or 1) in range(1, 32))
    found = [_date(text, day) for day in dates if not text[day.start : day.end].islower()]
    taken = [(value.start, value.end) for value in found]
    for match in _NUMBER.finditer(text):
        free = not any(match.start() < end and start < match.end() for start, end in taken)
        if free and not _NUMBERED.search(text, max(0, match.start() - 20), match.start()):
            found.append(_number(match))
    return sorted(found, key=lambda value: value.start)


def change(old: str, new: str) -> Change | None:
    """Return the one value in which two texts differ, None if they differ elsewhere or in more.

    The unit after a number belongs to it: 90 days and three months are one value each.
    """
    one, other = _masked(old), _masked(new)
    if len(one) != len(other):
        return None
    # Two places at most may differ, the value and its unit; what differs more is not looked at further.
    differing = (i for i, (a, b) in enumerate(zip(one, other, strict=True)) if not _same(a, b))
    places = list(islice(differing, 3))
    if not 0 < len(places) < 3:
        return None
    first, *rest = places
    before, after = one[first], other[first]
    if not (isinstance(before, Value) and isinstance(after, Value)) or not _comparable(before, after):
        return None
    units = one[first + 1 : first + 2], other[first + 1 : first + 2]
    if rest and (rest != [first + 1] or not _units(*units[0], *units[1])):
        return None
    if rest:
        if _as_long(before, *units[0]) == _as_long(after, *units[1]):
            return None
        return Change(_with(before, old, units[0][0]), _with(after, new, units[1][0]), None)
    return Change(before, after, before.unit or _unit_after(one, first))


def nearness(found: Change) -> float:
    """Return how near two numbers are, 0 to 1; of dates nothing is told."""
    worths = [abs(v.worth) for v in (found.old, found.new) if isinstance(v.worth, Decimal)]
    return float(min(worths) / max(worths)) if len(worths) == 2 else 0.0


def is_value(word: str) -> bool:
    """Say whether a word alone, in small letters, is a number or a part of a date."""
    return is_number(word) or word in MONTHS


def _date(text: str, day: Day) -> Value:
    iso = f"{day.year or '-'}-{day.month:02}" + (f"-{day.day:02}" if day.day else "")
    return Value(text[day.start : day.end], iso, "date", day.start, day.end)


def _number(match: re.Match[str]) -> Value:
    short = match["short"] or ""
    # 'm' is a million of money or of what is counted; '5 m of cable' and '5m long' are metres.
    counted = short.casefold() == "m" and _COUNTED.match(match.string, match.end())
    metres = bool(short) and not match["sign"] and not counted
    worth = value(match["number"] if metres else f"{match['number']} {short}")
    unit = table("signs").get((match["sign"] or "").upper(), "metres" if metres else "")
    unit = "per cent" if match["share"] else unit
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return Value(match[0].strip(), worth, unit, start, match.end())


@lru_cache(maxsize=4096)
def _masked(text: str) -> tuple[Token | Value, ...]:
    """Return the tokens of a text, each value one of them."""
    parts: list[Token | Value] = []
    at = 0
    for each in values(text):
        parts += [Token(m[0], m.start() + at) for m in TOKEN.finditer(text[at : each.start])]
        parts.append(each)
        at = each.end
    parts += [Token(m[0], m.start() + at) for m in TOKEN.finditer(text[at:])]
    while parts and isinstance(parts[-1], Token) and parts[-1].text in ".;,":
        parts.pop()
    return tuple(parts)


def _same(one: Token | Value, other: Token | Value) -> bool:
    if isinstance(one, Value) or isinstance(other, Value):
        return isinstance(one, Value) and isinstance(other, Value) and _plain(one) == _plain(other)
    return same_word(one.text, other.text)


def _plain(value: Value) -> tuple[Decimal | str, str, str]:
    """Figures for words are another wording, not another value: then it is no change of a value."""
    return value.worth, value.unit, " ".join(value.words.lower().split())


def _comparable(one: Value, other: Value) -> bool:
    return one.worth != other.worth and (one.unit == "date") == (other.unit == "date")


def _units(one: Token | Value, other: Token | Value) -> bool:
    """Say whether two words after a number are its unit: one noun in two numbers, or two spans of time."""
    if isinstance(one, Value) or isinstance(other, Value):
        return False
    stems = {stem(one.text), stem(other.text)}
    return len(stems) == 1 or stems <= _TIMES


def _as_long(value: Value, unit: Token | Value) -> tuple[str, Decimal] | Token | Value:
    """Return how long so many units of time are, as far as they are of one length; else the unit."""
    name = stem(unit.text) if isinstance(unit, Token) else ""
    for base, lengths in (("minutes", _MINUTES), ("months", _MONTHS_IN)):
        if name in lengths and isinstance(value.worth, Decimal):
            return base, value.worth * lengths[name]
    return unit


def _with(value: Value, text: str, unit: Token | Value) -> Value:
    """Return a value with the unit that follows it."""
    assert isinstance(unit, Token)
    end = unit.start + len(unit.text)
    return Value(text[value.start : end], value.worth, value.unit, value.start, end)


def _unit_after(parts: Sequence[Token | Value], at: int) -> str | None:
    """Return what a number counts: 'soldiers', 'visits a year'."""
    after = [part.text for part in parts[at + 1 : at + 4] if isinstance(part, Token)]
    if not after or not after[0][0].isalpha() or is_function(stem(after[0])):
        return None
    per = len(after) == 3 and after[1].lower() in ("a", "per", "each") and stem(after[2]) in _TIMES
    return " ".join(after) if per else after[0]
