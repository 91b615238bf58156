"""Moving time windows, with kernels.

As in rDNA: `Exporter.computeTimeWindowMatrices` and `Exporter.computeKernelSmoothedTimeSlices`.
"""

import math
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..errors import InputError
from .rows import Row, day_of, in_time

Unit = Literal["days", "weeks", "months", "years", "events"]
Kernel = Literal["no", "uniform", "triangular", "epanechnikov", "gaussian"]

MOST = 2_000
"""Windows for one answer."""

MOST_ROWS = 20_000_000
"""Rows of all windows together."""

Dated = list[tuple[date, Row]]


@dataclass(frozen=True)
class Window:
    """The rows of one window, each with its weight; all weigh 1 without a kernel."""

    start: date
    middle: date
    end: date
    rows: list[Row]
    weights: list[float]


def windows(
    rows: Sequence[Row], unit: Unit, size: int, kernel: Kernel = "no",
    first: date | None = None, last: date | None = None,
) -> Iterator[Window]:  # fmt: skip
    """Yield the windows that lie wholly between two days: those given, else of the first and last row.

    Each is one unit after the one before. Rows whose day is not known are in none. Without a kernel a
    window holds what lies within round((size - 1) / 2) units of its middle; with one, size is made even
    and rows weigh by how far they are from the middle. A window of events holds size // 2 rows on either
    side of the one in its middle; rDNA draws lots among those of the same day, here their order decides.
    """
    if size < 1:
        raise InputError("a window takes one unit at least")
    found = [(day, row) for row in rows if (day := day_of(row.at))]
    dated = sorted(found, key=lambda each: (each[0], in_time(each[1])))
    if not dated:
        return
    if unit == "events":
        if kernel != "no":
            raise InputError("a window of events takes no kernel")
        yield from _of_events(dated, size)
        return
    reach = math.floor((size - 1) / 2 + 0.5) if kernel == "no" else (size + size % 2) // 2
    first, last = first or dated[0][0], last or dated[-1][0]
    middles = list(_middles(unit, reach, first, last))
    if kernel == "gaussian" and len(middles) * len(dated) > MOST_ROWS:
        raise InputError("too many windows for so many statements; take a larger unit or another kernel")
    for middle in middles:
        start, end = moved(middle, unit, -reach), moved(middle, unit, reach)
        yield _window(dated, (start, middle, end), unit, reach, kernel)


def moved(day: date, unit: Unit, number: int) -> date:
    """Return the day so many units later; the last day of the month where there is no such day in it.

    InputError outside the years 1 to 9999.
    """
    try:
        if unit in ("days", "weeks"):
            return day + timedelta(days=number * (7 if unit == "weeks" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if unit == "years" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError) as error:
        raise InputError(f"{number} {unit} from {day} is out of reach: take a smaller window") from error


def _middles(unit: Unit, reach: int, first: date, last: date) -> Iterator[date]:
    middle, count = moved(first, unit, reach), 0
    while middle <= last and moved(middle, unit, reach) <= last:
        count += 1
        if count > MOST:
            raise InputError(f"more than {MOST} windows; take a larger unit, or less time")
        if moved(middle, unit, -reach) >= first:
            yield middle
        middle = moved(first, unit, reach + count)


def _window(dated: Dated, ends: tuple[date, date, date], unit: Unit, reach: int, kernel: Kernel) -> Window:
    start, middle, end = ends
    inside = dated
    if kernel != "gaussian":
        low, high = bisect_left(dated, start, key=_day), bisect_right(dated, end, key=_day)
        inside = dated[low:high]
    weighed = [(row, weight(day, middle, unit, reach, kernel)) for day, row in inside]
    kept = [(row, value) for row, value in weighed if value > 0]
    return Window(start, middle, end, [row for row, _ in kept], [value for _, value in kept])


def _day(each: tuple[date, Row]) -> date:
    return each[0]


def weight(day: date, middle: date, unit: Unit, reach: int, kernel: Kernel) -> float:
    """Return the weight of a day in a window (`Exporter.zeta`); distances are whole units.

    The triangular kernel is 1 - |u|; rDNA's source forgets the sign of u, so that there what comes after
    the middle weighs more than what lies in it.
    """
    if kernel == "no":
        return 1.0
    distance = _distance(day, middle, unit) / reach
    if kernel == "gaussian":
        return math.exp(-distance * distance / 2) / math.sqrt(2 * math.pi)
    if abs(distance) > 1:
        return 0.0
    if kernel == "uniform":
        return 0.5
    return 1 - abs(distance) if kernel == "triangular" else 0.75 * (1 - distance * distance)


def _distance(day: date, middle: date, unit: Unit) -> int:
    """Return the whole units between two days, without sign."""
    early, late = min(day, middle), max(day, middle)
    if unit in ("days", "weeks"):
        return (late - early).days // (7 if unit == "weeks" else 1)
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    return months // 12 if unit == "years" else months


def _of_events(dated: Dated, size: int) -> Iterator[Window]:
    half = size // 2
    if len(dated) - 2 * half > MOST:
        raise InputError(f"more than {MOST} windows; take windows of days or months, or less time")
    for place in range(half, len(dated) - half):
        inside = dated[place - half : place + half + 1]
        rows = [row for _, row in inside]
        yield Window(inside[0][0], dated[place][0], inside[-1][0], rows, [1.0] * len(rows))
