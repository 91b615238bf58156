"""Amounts in a provision: money, shares, people, things, distances, time. A range has no single amount."""

import re
from decimal import Decimal
from typing import NamedTuple

from ...quantities.numbers import BARE, FIGURES, SMALL, value
from ...quantities.words import table
from .wordlists import listed

_ALIKE = {"km": "km", "kilometre": "km", "kilometer": "km", "metre": "metres", "meter": "metres"}
_PLAIN = (
    "old|older|new|newer|big|small|large|larger|further|more|extra|spare|young|used|modern|heavy|light|empty|"
    "metric"
)
_ROUND = r"(?:thousand|million|billion|trillion)"
_NUMBER = rf"(?P<number>{FIGURES})"
_ANY = rf"(?P<number>{BARE})"
_START = r"(?<![\w.,$€£¥-])"
_TIME = r"(?:hour|day|week|month|year)"
_TO = rf"(?:(?P<low>{FIGURES})\s?(?:to|-|–|and)\s?)?"
_MONEY = re.compile(
    rf"(?P<sign>(?:US|S|A|C)?\$|[€£¥])\s?{_NUMBER}(?:[\s-]?(?P<scale>{_ROUND}|bn|m)\b)?(?P<unit>)"
)
_SHARE = re.compile(rf"{_START}{_TO}{_NUMBER}\s?(?P<unit>%|per ?cent\b)")
_HALF = re.compile(r"\b(?:by|to|in) (?:nearly |about |roughly |almost )?half\b|\bhalf (?:of|the|its|their)\b")
_DEGREES = re.compile(rf"{_START}{_NUMBER}\s?(?P<unit>°\s?C|°|C\b|degrees?(?: Celsius)?)")
_LENGTH = re.compile(
    rf"{_START}{_TO}{_ANY}[\s-]?(?P<unit>km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|nautical miles)\b"
)
_COUNT = re.compile(
    rf"{_START}(?<!per )(?:{_TO}){_NUMBER}(?:\s(?P<scale>{_ROUND}))?\s(?:"
    rf"(?:[a-z]+(?:ed|al|ary|ing|ive)|(?P<kind>[A-Z]\w+)|long-range|border|{_PLAIN}) )?"
    r"(?:(?<=ing )[A-Z]\w+ )?(?P<unit>(?:cubic |square )?[a-z]{3,}|[A-Z][a-z]+(?:ans|elis|qis))\b"
)
_SPAN = re.compile(rf"{_START}{_TO}{_ANY}[\s-](?:working |calendar )?(?P<unit>{_TIME}s?)\b(?:'|’)?")
_BARE = re.compile(
    rf"\b(?:to|at|of|than|to only|only|have|most|least) (?:about |some |around |just |only )?{_NUMBER}"
    rf"(?:\s(?P<scale>{_ROUND}))?(?P<unit>)(?![\w.,]*\w|\s*(?:%|per ?cent))"
)
_NAMES = re.compile(
    r"\b(?:articles?|points?|clauses?|paragraphs?|sections?|items?|annex|chapter|phase)\s$", re.I
)
_CLOCK = re.compile(r"\b(?:(?:[01]?\d|2[0-4])[:.][0-5]\d (?:hours?|local|[ap]\.?m)|0\d[0-5]\d hours)\b")
_WORDED = re.compile(
    rf"(?<![\w-])(?P<number>{'|'.join(SMALL[1:])})\s(?:(?:[a-z]+(?:al|ary|ed)|{_PLAIN}) )?"
    r"(?P<unit>[a-z]{3,}[a-rt-z] [a-z]{2,}s|[a-z]{2,}s|people|men)\b"
)
"""A number in words of what is counted; the last that is sought."""


class Amount(NamedTuple):
    """A quantity; `value` is None for a range, `unit` is '' where the text gives none."""

    value: Decimal | None
    unit: str
    words: str


def amount_in(text: str) -> Amount | None:
    """Return the amount that a provision sets, or None.

    Money goes before shares, shares before counted things, and time comes last. 'from 19,000 to 6,104' sets
    the second; a year is no amount.
    """
    for pattern in (_MONEY, _SHARE, _DEGREES, _LENGTH, _COUNT, _BARE, _SPAN, _WORDED):
        for found in _best(list(pattern.finditer(text)), text):
            if amount := _amount(found, pattern, text):
                return amount
    found = _HALF.search(text)
    return Amount(Decimal(50), "per cent", "half") if found else None


def _amount(found: re.Match[str], pattern: re.Pattern[str], text: str) -> Amount | None:
    part = found.groupdict()
    unit = _unit(part, pattern)
    clock = any(c.start() < found.end() and found.start() < c.end() for c in _CLOCK.finditer(text))
    if clock or _NAMES.search(text[: found.start()]):
        return None  # 'Article 9 obliges each party', 'at 07:00 hours'
    if unit is None or _is_year(part["number"], text[: found.start()], unit):
        return None
    if pattern is _BARE and not _is_large(part):
        return None
    first = next(n for n in ("sign", "low", "number") if part.get(n))
    words = text[found.start(first) : found.end()].rstrip("'’ ")
    number = None if part.get("low") else value(f"{part['number']} {part.get('scale') or ''}")
    return Amount(number, unit, words)


def _best(found: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """Put what a change ends at ('from 9 to 6') before what it starts from."""
    return sorted(found, key=lambda m: bool(re.search(r"\bfrom (?:some |about |the )?$", text[: m.start()])))


def _unit(part: dict[str, str | None], pattern: re.Pattern[str]) -> str | None:
    """Return the unit, '' where the text has none, None where the word is no unit."""
    unit = (part.get("unit") or "").strip()
    if pattern is _MONEY:
        return table("signs")[part["sign"] or "$"]
    if pattern is _SHARE:
        return "per cent"
    if pattern is _DEGREES:
        return "degrees"
    if pattern is _LENGTH:
        return _ALIKE.get(unit.removesuffix("s"), unit)
    if pattern is _COUNT:
        if (kind := part.get("kind")) and kind.endswith("s") and unit.endswith(("ing", "ed")):
            return kind  # '250 Palestinians serving life'
        if unit in listed("no_units") or re.fullmatch(rf"{_TIME}s?", unit):
            return None
        return unit
    if pattern is _WORDED and (unit.split()[-1] in listed("uncounted") or re.search(rf"{_TIME}s?$", unit)):
        return None
    if pattern is _SPAN:
        return unit if unit.endswith("s") or part["number"] in ("one", "1") else f"{unit}s"
    return unit


def _is_large(part: dict[str, str | None]) -> bool:
    number = part["number"] or ""
    return bool(part.get("scale")) or "," in number


def _is_year(number: str | None, before: str, unit: str | None) -> bool:
    plain = bool(number and re.fullmatch(r"(?:1[89]|20|21)\d\d", number))
    dated = re.search(r"\b(?:by|in|until|till|since|from|after|before|of|to|end|and)\s$", before)
    return plain and bool(dated) and unit in ("", None, *listed("no_units"))
