"""Dates as bylines write them."""

import re

_MONTHS = {
    m: n
    for n, m in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_NAME = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_TIME = r"(?:(?:[T,]|\s+at)?\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?(?![0-9]))?"
WHEN = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)[0-9][0-9])[-/.](?P<number>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})",
        rf"\b{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)[0-9][0-9])",
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_NAME},? (?P<year>(?:19|20)[0-9][0-9])",
    )
)

_DATELINE = re.compile(
    r"^[A-Z][A-Z'’. /-]{2,40}(?:, [A-Z][\w. ]{2,25})?[,(] ?(?P<date>[\w ,.]{5,20}?(?:19|20)[0-9][0-9])\)?"
    r"(?: \([^()\n]{2,30}\))? ?[-\u2013\u2014]{1,2}\s"
)


def find_when(line: str) -> tuple[str, int, int] | None:
    """Return the first full date in `line` as ISO 8601 with its place, or nothing."""
    for pattern in WHEN:
        if (found := pattern.search(line)) and (when := _iso(found)):
            return when, found.start(), found.end()
    return None


def dateline_when(paragraphs: list[str]) -> str | None:
    """Return the full date of a dateline such as 'LONDON, 15 October 2018 - ...', or nothing."""
    for paragraph in paragraphs:
        if found := _DATELINE.match(paragraph):
            return as_when(found["date"])
    return None


def as_when(line: str | None) -> str | None:
    """Return the date that `line` holds as ISO 8601, or nothing."""
    found = find_when(line) if line else None
    return found[0] if found else None


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    month = int(part["number"]) if part.get("number") else _MONTHS[part["month"].lower()[:3]]
    day = int(part["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = f"{part['year']}-{month:02}-{day:02}"
    if part["hour"] and int(part["hour"]) < 24 and int(part["minute"]) < 60:
        return f"{date}T{int(part['hour']):02}:{part['minute']}:00"
    return date
