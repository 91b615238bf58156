"""Dates as data give them, in the forms of the model: as precise as they are, never guessed."""

import re
from datetime import date, datetime

_ISO = re.compile(
    r"(?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)"
    r"(?:[T ](?P<time>\d{2}:\d{2})(?P<seconds>:\d{2})?(?:\.\d+)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)


def when(value: str, formats: tuple[str, ...] = ()) -> str | None:
    """Return a date as ISO 8601, or nothing if it is none of this form.

    `formats` are those of strptime that the user names, such as '%d.%m.%Y': without one, a day and a month
    in numbers that are not ISO's stay unknown.
    """
    for format_ in formats:
        try:
            found = datetime.strptime(value.strip(), format_)
        except ValueError:
            continue
        return _as_precise(found, format_)
    match = _ISO.fullmatch(value.strip())
    if match is None or not _real(match["day"], match["time"]):
        return None
    if not match["time"]:
        return match["day"]
    if len(match["day"]) < 10:
        return None
    zone = match["zone"] or ""
    zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) > 1 else zone
    return f"{match['day']}T{match['time']}{match['seconds'] or ':00'}{zone}"


def _as_precise(found: datetime, format_: str) -> str:
    if any(part in format_ for part in ("%H", "%I", "%T", "%X", "%c")):
        return found.isoformat(timespec="seconds")
    day = found.date().isoformat()
    if any(part in format_ for part in ("%d", "%j", "%x", "%D", "%F")):
        return day
    return day[:7] if any(part in format_ for part in ("%m", "%b", "%B")) else day[:4]


def _real(day: str, time: str | None) -> bool:
    year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
    try:
        date(year, month, of_month)
        return time is None or bool(datetime.strptime(time, "%H:%M"))
    except ValueError:
        return False
