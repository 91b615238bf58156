"""When something was said: only what the text and the date of publication settle."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = rf"(?P<day>{'|'.join(_DAYS)})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_BRACKET = re.compile(rf"\b{_DAY},? \((?:{_MONTH} )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?\)", re.I)
_FULL = re.compile(
    rf"\b{_MONTH} (?P<number>\d{{1,2}})\b(?:,? (?P<year>\d{{4}}))?|"
    rf"\b(?P<number2>\d{{1,2}}) (?P<month2>{'|'.join(MONTHS)})\b"
    r"(?:,? (?P<year2>\d{4}))?",
    re.I,
)
_ONLY_MONTH = re.compile(rf"\bin {_MONTH}(?: (?P<year>\d{{4}}))?\b", re.I)


class Calendar:
    """Resolves 'on Friday' against the article's own date and its dates in brackets."""

    def __init__(self, text: str, published: str | None) -> None:
        self.today = date.fromisoformat(published[:10]) if published and len(published) > 9 else None
        self.bound: dict[str, date] = {}
        for found in _BRACKET.finditer(text):
            day = self._near(found["month"], int(found["number"]), None)
            if (
                day
                and "next " + found["day"].lower()
                not in text[max(0, found.start() - 5) : found.end()].lower()
            ):
                self.bound.setdefault(found["day"].lower(), day)

    def said(self, words: str, before: str | None) -> str | None:
        """Return the date that `words` name; `before` is the date last spoken of."""
        if found := _FULL.search(words):
            day = self._near(
                found["month"] or found["month2"],
                int(found["number"] or found["number2"]),
                found["year"] or found["year2"],
            )
            return day.isoformat() if day else None
        if "same day" in words.lower():
            return before
        if found := re.search(rf"\b(?P<next>next )?{_DAY}\b", words, re.I):
            return None if found["next"] else self._weekday(found["day"].lower())
        if self.today and re.search(r"\byesterday\b", words, re.I):
            return (self.today - timedelta(1)).isoformat()
        if self.today and re.search(r"\btoday\b", words, re.I):
            return self.today.isoformat()
        return self._month(words)

    def _weekday(self, name: str) -> str | None:
        if name in self.bound:
            return self.bound[name].isoformat()
        if self.today is None:
            return None
        back = (self.today.weekday() - _DAYS.index(name)) % 7
        return (self.today - timedelta(back)).isoformat()

    def _month(self, words: str) -> str | None:
        found = _ONLY_MONTH.search(words)
        if not found or not (found["year"] or self.today):
            return None
        month = MONTHS.index(found["month"].lower()) + 1
        if found["year"]:
            return f"{found['year']}-{month:02}"
        assert self.today is not None
        return f"{self.today.year - (month > self.today.month)}-{month:02}"

    def _near(self, month: str | None, number: int, year: str | None) -> date | None:
        """Return the day of that number nearest to publication."""
        if year is None and self.today is None:
            return None
        years = [int(year)] if year else [self.today.year + n for n in (-1, 0, 1)]  # type: ignore[union-attr]
        months = [MONTHS.index(month.lower()) + 1] if month else list(range(1, 13))
        days = [d for y in years for m in months if (d := _date(y, m, number))]
        today = self.today or (days[0] if days else None)
        return min(days, key=lambda d: abs((d - today).days), default=None) if today else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def joined(words: Iterable[str]) -> str:
    """Return words as one line."""
    return " ".join(words)
