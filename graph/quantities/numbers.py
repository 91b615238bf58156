"""Numbers in figures and in words: '480,000', '45 billion', 'thirty-five'. Others read them by this."""

import re
from decimal import Decimal

SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
"""Small numbers as words, from one on."""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_ONES = "|".join(SMALL[:9])
_SMALL = "|".join(sorted(("zero", *SMALL), key=len, reverse=True))
_HUNDREDTHS = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_ONES})\b)?|(?:{_SMALL})\b)"
_IN_WORDS = (
    rf"(?:half\san?(?=\s(?:{_SCALE})\b)|(?:an?|{_HUNDREDTHS})\shundred\sand\s{_HUNDREDTHS}(?!\s(?:{_SCALE})\b)"
    rf"|{_HUNDREDTHS}(?:\sand\sa\shalf\b)?)"
)
FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
BARE = rf"(?:(?:{FIGURES})|{_IN_WORDS}|an?(?=\s(?:{_SCALE})\b))(?:\s?(?:{_SCALE})\b)*(?![\w]|[.,]\d)"
"""Pattern of a number, after anything; it has no groups."""
NUMBER = rf"(?<![\w.,-]){BARE}"
"""Pattern of a number that begins there. Ordinals ('15th') are none."""
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_SHORT = {"m": 10**6}
"""Scales that are letters of other things too: only where a currency stands before the number."""
_PART = re.compile(rf"{FIGURES}|[a-z]+", re.IGNORECASE)


def value(words: str) -> Decimal:
    """Return the value of words that `NUMBER` matches, or of such with 'm' for million."""
    total: Decimal | None = None
    for part in _PART.findall(words.casefold()):
        if (scale := _SCALES.get(part) or _SHORT.get(part)) is not None:
            total = (Decimal(1) if total is None else total) * scale
        elif part not in ("a", "an", "and"):
            total = (total or Decimal(0)) + _single(part)
    return Decimal(1) if total is None else total


def numbers(text: str) -> list[tuple[int, int, Decimal]]:
    """Return where numbers stand, and their values."""
    return [(m.start(), m.end(), value(m[0])) for m in _NUMBER.finditer(text)]


def is_number(word: str) -> bool:
    """Say whether a word alone, in small letters, is a number or a part of one."""
    return word[0].isdigit() or word in ("zero", *SMALL, *_TENS) or word in _SCALES or word in _SHORT


def figure(number: Decimal) -> str:
    """Return a number in figures, the same for equal numbers: 45000000000, 2.5."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _single(part: str) -> Decimal:
    if part == "half":
        return Decimal("0.5")
    if part in _TENS:
        return Decimal(10 * (_TENS.index(part) + 2))
    if part == "zero":
        return Decimal(0)
    if part in SMALL:
        return Decimal(SMALL.index(part) + 1)
    return Decimal(part.replace(",", ""))
