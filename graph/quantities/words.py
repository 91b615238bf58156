"""The word lists of `graph/data/quantities.yaml`, and patterns made of them."""

import re
from functools import cache
from typing import Any

from ..extract.lexicon import data


def table(name: str) -> Any:
    """Return one part of the file."""
    return data("quantities.yaml")[name]


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of words."""
    return frozenset(table(name))


@cache
def operators(name: str) -> dict[str, str]:
    """Return the operator that each phrase of a table stands for."""
    return {phrase: operator for operator, phrases in table(name).items() for phrase in phrases}


def either(phrases: "dict[str, str] | frozenset[str]") -> str:
    """Return a pattern for any of the phrases, the longest first."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)


def singular(word: str) -> str:
    """Return a noun without the letters of a plural, in lower case, for comparisons only."""
    word = word.casefold()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
