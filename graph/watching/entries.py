"""What every question's entries are made with."""

from collections.abc import Iterable

from ..answers import Evidence
from ..answers.watch import Finding

MOST = 5000
"""Entries of one answer: who asks for more does not want to be told of each change."""

WORDS = 10
"""Statements that are told with an entry."""


def ordered(words: Iterable[Evidence]) -> list[Evidence]:
    """Return statements once each, oldest first, those of unknown date last."""
    once = {each.id: each for each in words}.values()
    return sorted(once, key=lambda x: (x.document.published or "9", x.document.id, x.start, x.id))


def finding(key: str, text: str, words: list[Evidence]) -> Finding:
    """Return an entry with its first words."""
    return Finding(key=key, text=text, words=words[:WORDS], more=max(0, len(words) - WORDS))
