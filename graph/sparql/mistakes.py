"""What is wrong with a query, in words: the engine's own list of all that could follow helps nobody."""

import re
from collections.abc import Mapping

from .query import undeclared

_AT = re.compile(r"error at (\d+):(\d+): ")
_LETTERS = re.compile(r"\[(?:'.*?'|[^\]'])*\]", re.DOTALL)
"""A class of letters, as the engine writes it: ['%'], ['A' ..= 'Z' | ':']."""
_FEW = 6
"""As many things that may follow are told; more are no help."""


def mistake(told: str, query: str, prefixes: Mapping[str, str]) -> str:
    """Return the place in a query that is wrong and why, from what the engine told of it."""
    at = _AT.match(told)
    if at is None:
        return told
    place = f"line {at[1]}, column {at[2]}"
    if unknown := undeclared(query, prefixes):
        names = ", ".join(f"{prefix}:" for prefix in unknown)
        known = ", ".join(f"{prefix}:" for prefix in sorted(prefixes))
        return f"{place}: not declared: {names}; declare it by PREFIX, or use what is known: {known}"
    possible = told[at.end() :].removeprefix("expected ").removeprefix("one of ")
    items = [item.strip() for item in _LETTERS.sub("", possible).split(", ") if item.strip()]
    reasons = [item for item in items if " " in item and not item.startswith('"')]
    if reasons:
        return f"{place}: {'; '.join(reasons)}"
    if 0 < len(items) <= _FEW:
        return f"{place}: expected {' or '.join(items)}"
    return f"{place}: the query is wrong or breaks off here"
