"""The word lists of `graph/data/provisions.yaml`."""

from functools import cache

from ..lexicon import data


@cache
def listed(name: str) -> frozenset[str]:
    """Return the list `name`."""
    return frozenset(data("provisions.yaml")[name])
