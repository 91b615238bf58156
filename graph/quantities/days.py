"""Dates in words, as far as they are given: '1 May 2033', 'May 1', 'the end of May'."""

import re
from datetime import date
from typing import NamedTuple

from ..extract.times.dates import MONTHS

_MONTH = "|".join(MONTHS)
_NUMBER = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<{0}>(?:1[89]|20|21)\d\d)\b)?"
_WRITTEN = re.compile(
    r"\b(?P<iso>(?:1[89]|20|21)\d\d-\d\d-\d\d)\b"
    rf"|\b{_NUMBER.format('d1')}(?:\sof)?\s(?P<m1>{_MONTH})\b{_YEAR.format('y1')}"
    rf"|\b(?P<m2>{_MONTH})\s{_NUMBER.format('d2')}\b{_YEAR.format('y2')}"
    rf"|\b(?P<m3>{_MONTH})\b{_YEAR.format('y3')}",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A date where it stands; what is not given is None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def exact(self) -> date | None:
        """The date, if it is given to the day and there is such a day."""
        try:
            return date(self.year or 0, self.month, self.day or 0)
        except ValueError:
            return None

    def differs(self, other: "Day") -> bool:
        """Say whether both cannot be the same, as far as both are given."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return any(a is not None and b is not None and a != b for a, b in pairs)


def days(text: str) -> list[Day]:
    """Return the dates of a text in its order. 'may' in small letters and without a number is no month."""
    return [day for found in _WRITTEN.finditer(text) if (day := _day(found)) is not None]


def without(text: str) -> str:
    """Return a text of the same length in which dates are blank."""
    for day in days(text):
        text = text[: day.start] + "\x00" * (day.end - day.start) + text[day.end :]
    return text


def _day(found: re.Match[str]) -> Day | None:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return Day(found.start(), found.end(), year, month, day)
    for number in "123":
        if name := found[f"m{number}"]:
            if number == "3" and name.islower():
                return None
            day = int(found[f"d{number}"]) if number != "3" else None
            year = found[f"y{number}"]
            return Day(
                found.start(), found.end(), int(year) if year else None,
                MONTHS.index(name.lower()) + 1, day,
            )  # fmt: skip
    return None
