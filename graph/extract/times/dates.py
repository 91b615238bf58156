"""When something was said or takes place: only what the text and the date of publication settle.

A date is as precise as the words are: 'on Friday' is a day, 'in March' a month, 'in 2015' a year, and
'this week' is nothing that ISO 8601 can say. A weekday counts back from publication, or on from it for what
is still to come.
"""

import re
from datetime import date, timedelta

from ...quantities.numbers import SMALL

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?= [0-9])"
_DAY = rf"(?P<day>{'|'.join(DAYS)})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|{_SHORT})"
_BRACKET = re.compile(rf"\b{_DAY},? \((?:{_MONTH} )?(?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)?\)", re.I)
_FULL = re.compile(
    rf"\b{_MONTH} (?P<number>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>[0-9]{{4}})\b)?|"
    rf"\b(?P<number2>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{'|'.join(MONTHS)}|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?:,? (?P<year2>[0-9]{4})\b)?",
    re.I,
)
_ISO = re.compile(r"\b((?:19|20)[0-9][0-9])-([0-9][0-9])-([0-9][0-9])\b")
_ONLY_MONTH = re.compile(
    rf"\b(?:in|of|since|during)(?: early| mid| late)? {_MONTH}(?:,? (?P<year>[0-9]{{4}}))?\b", re.I
)
_ONLY_YEAR = re.compile(r"\bin ((?:19|20)[0-9][0-9])\b")
_COUNT = rf"(?P<count>[0-9]{{1,3}}|an?|{'|'.join(SMALL)})"
_AGO = re.compile(rf"\b{_COUNT} (?P<unit>day|week|month|year)s? ago\b", re.I)
_SHIFT = re.compile(
    rf"\b(?P<about>almost |about |some )?{_COUNT} days? (?P<way>earlier|later|before|after)\b", re.I
)
_SAME = re.compile(
    r"\bsame (?:day|morning|afternoon|evening|night)\b|\bthat (?:very )?(?:day|morning|evening)\b"
)
_LAST = re.compile(r"\b(?P<which>last|this) (?P<unit>month|year)\b", re.I)
# What these words come before is a limit or another thing's date, not when something was said.
_NOT_WHEN = re.compile(
    r"\b(?:by|until|till|before|since|for|after|from|between|through)(?: the)?\s(?:early |late )?$", re.I
)


class Calendar:
    """Resolves 'on Friday' against the article's own date and its dates in brackets."""

    def __init__(self, text: str, published: str | None) -> None:
        self.today = _day(published)
        self.bound: dict[str, date] = {}
        for found in _BRACKET.finditer(text):
            day = self._near(found["month"], int(found["number"]), None)
            if day and not text[: found.start()].lower().endswith("next "):
                self.bound.setdefault(found["day"].lower(), day)

    def said(self, words: str, before: str | None, here: str | None = None) -> str | None:
        """Return the past date that `words` name.

        `before` is the date last spoken of ('the same day'), `here` that of the paragraph ('a day earlier').
        """
        if found := self._full(words):
            return found
        low = words.lower()
        if _SAME.search(low):
            return before
        shift = _SHIFT.search(words)
        if shift and shift["way"].lower() in ("earlier", "later"):
            return self._shifted(shift, here)
        for found in re.finditer(rf"\b(?P<which>next |last |this )?{_DAY}\b", words, re.I):
            if not _NOT_WHEN.search(words[: found.start()]):
                return self._weekday(found["day"].lower(), (found["which"] or "").strip().lower())
        if self.today and re.search(r"\byesterday\b", low):
            return _moved(self.today, -1)
        if self.today and re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", low):
            return self.today.isoformat()
        return self._ago(words) or self._month(words)

    def takes_place(self, words: str, *, past: bool) -> str | None:
        """Return when an event is: a weekday lies ahead unless the words tell of the past."""
        if found := _BRACKET.search(words):
            day = self._near(found["month"], int(found["number"]), None)
            return day.isoformat() if day else None
        if past:
            return self.said(words, None)
        if found := self._full(words):
            return found
        if self.today and (found := re.search(rf"\b(?P<which>next |this )?{_DAY}\b", words, re.I)):
            ahead = (DAYS.index(found["day"].lower()) - self.today.weekday()) % 7
            if (moved := _moved(self.today, ahead)) is None:
                return None
            day = date.fromisoformat(moved)
            # 'Next Thursday' said on a Monday may mean this week's or the one after.
            sure = (found["which"] or "").lower() != "next " or day.isocalendar()[
                1
            ] != self.today.isocalendar()[1]
            return day.isoformat() if sure else None
        if self.today and re.search(r"\btomorrow\b", words, re.I):
            return _moved(self.today, 1)
        return self._month(words, past=False)

    def _full(self, words: str) -> str | None:
        if (found := _ISO.search(words)) and (day := _date(*(int(g) for g in found.groups()))):
            return day.isoformat()
        for found in _FULL.finditer(words):
            if _NOT_WHEN.search(words[: found.start()]):
                continue
            day = self._near(
                found["month"] or found["month2"],
                int(found["number"] or found["number2"]),
                found["year"] or found["year2"],
            )
            return day.isoformat() if day else None
        return None

    def _weekday(self, name: str, which: str) -> str | None:
        if which == "next":
            return None
        if name in self.bound:
            return self.bound[name].isoformat()
        if self.today is None:
            return None
        back = (self.today.weekday() - DAYS.index(name)) % 7
        if which == "last":
            back = back or 7
            if back <= self.today.weekday():
                return None  # 'last Monday' on a Friday: this week's or that of the week before
        return _moved(self.today, -back)

    def _shifted(self, shift: re.Match[str], before: str | None) -> str | None:
        start = _day(before)
        if start is None or shift["about"]:
            return None
        days = _number(shift["count"]) * (-1 if shift["way"].lower() == "earlier" else 1)
        return _moved(start, days)

    def _ago(self, words: str) -> str | None:
        if self.today is None:
            return None
        if found := _LAST.search(words):
            return self._back(found["unit"].lower(), int(found["which"].lower() == "last"))
        if (found := _AGO.search(words)) is None:
            return None
        count, unit = _number(found["count"]), found["unit"].lower()
        if unit == "day":
            return _moved(self.today, -count)
        if unit == "week":
            near = {(_moved(self.today, -7 * count - off) or "")[:7] for off in (-3, 3)}
            return near.pop() or None if len(near) == 1 else None
        return self._back(unit, count)

    def _back(self, unit: str, count: int) -> str | None:
        """Return the month or year that lies so many before this one."""
        assert self.today is not None
        months = self.today.year * 12 + self.today.month - 1 - count * (12 if unit == "year" else 1)
        year = f"{months // 12:04}" if months >= 12 else None
        return year if year is None or unit == "year" else f"{year}-{months % 12 + 1:02}"

    def _month(self, words: str, *, past: bool = True) -> str | None:
        found = _ONLY_MONTH.search(words)
        if not found or not (found["year"] or self.today):
            year = _ONLY_YEAR.search(words)
            return year[1] if year else None
        month = _month_number(found["month"])
        if found["year"]:
            return f"{found['year']}-{month:02}" if int(found["year"]) else None
        assert self.today is not None
        shift = -(month > self.today.month) if past else (month < self.today.month)
        return f"{self.today.year + shift}-{month:02}"

    def _near(self, month: str | None, number: int, year: str | None) -> date | None:
        """Return the day of that number nearest to publication."""
        if year is None and self.today is None:
            return None
        years = [int(year)] if year else [self.today.year + n for n in (-1, 0, 1)]  # type: ignore[union-attr]
        months = [_month_number(month)] if month else list(range(1, 13))
        days = [d for y in years for m in months if (d := _date(y, m, number))]
        today = self.today or (days[0] if days else None)
        return min(days, key=lambda d: abs((d - today).days), default=None) if today else None


def _month_number(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _number(word: str) -> int:
    low = word.lower()
    return int(low) if low.isdigit() else 1 if low in ("a", "an") else SMALL.index(low) + 1


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat(when[:10]) if when and len(when) > 9 else None
    except ValueError:
        return None


def _moved(day: date, by: int) -> str | None:
    """Return the day that lies so many days after another; nothing beyond the years that there are."""
    try:
        return (day + timedelta(by)).isoformat()
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
