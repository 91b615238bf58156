"""Dates as the graph knows them: a year, a month or a day, perhaps with a clock."""

from datetime import date


def days_between(earlier: str | None, later: str | None) -> int | None:
    """Return the days from one date to another, None unless both are known to the day."""
    try:
        return (date.fromisoformat((later or "")[:10]) - date.fromisoformat((earlier or "")[:10])).days
    except ValueError:
        return None
