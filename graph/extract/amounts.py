"""Amounts of money, people and time in a provision."""

import re
from decimal import Decimal

_SCALE = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "bn": 10**9,
}
_SIGN = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "S$": "SGD",
    "A$": "AUD",
    "C$": "CAD",
}
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_MONEY = re.compile(
    rf"(?P<sign>(?:US|S|A|C)?\$|[€£¥])\s?{_NUMBER}"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|bn|m)\b)?"
)
_SHARE = re.compile(rf"{_NUMBER}\s?(?:%|per ?cent\b)")
_COUNT = re.compile(
    rf"(?<![\w.,$€£¥-]){_NUMBER}(?:\s(?P<scale>thousand|million|billion|trillion))?"
    r"\s(?P<unit>[a-z]{3,}(?:es|s|nel|le|ts)?)\b"
)


def amount_in(text: str) -> tuple[Decimal, str] | None:
    """Return the first amount with its unit: money first, then shares, then counted things."""
    if found := _MONEY.search(text):
        return _value(found["number"], found["scale"]), _SIGN[found["sign"]]
    if found := _SHARE.search(text):
        return _value(found["number"], None), "percent"
    if found := _COUNT.search(text):
        return _value(found["number"], found["scale"]), found["unit"]
    return None


def _value(number: str, scale: str | None) -> Decimal:
    return Decimal(number.replace(",", "")) * _SCALE.get(scale or "", 1)
