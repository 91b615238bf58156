"""Where words stand in a text: verbatim, but for the shape of quotes, dashes and hard spaces.

Readers that give words (a person's draft, a model's answer) get offsets here. What is found is always
the text's own characters; what is not found is never replaced by something like it.
"""

import re
from difflib import SequenceMatcher

from .models import Span
from .read.text import shadow

_DASHES = str.maketrans({"\u2013": "-", "\u2014": "-", "\u2015": "-", "\u201a": "'", "\u201b": "'"})
_LEAST = 12
"""Characters that two texts must share for one to be shown as near the other."""


class WordsError(ValueError):
    """Words that do not stand in a text, or stand there more than once."""


def plain(text: str) -> str:
    """Return a copy of the same length with plain quotes, dashes and spaces."""
    return shadow(text).translate(_DASHES)


def span_at(text: str, start: int, length: int) -> Span:
    """Return a stretch of the text as a span."""
    return Span(start=start, end=start + length, exact=text[start : start + length])


def spots(text: str, words: str, *, whole: bool = False) -> list[int]:
    """Return all offsets of words in a text; `whole` leaves out those inside a longer word."""
    if not words:
        return []
    look, found = plain(text), re.finditer(f"(?={re.escape(plain(words))})", plain(text))
    places = [match.start() for match in found]
    return [at for at in places if not whole or _whole(look, at, at + len(words))]


def only(text: str, words: str, after: str | None = None) -> Span:
    """Return the one place of words, or the first at or after the one place of `after`.

    Raises WordsError when they are not there, or when it is not said which of several is meant.
    """
    begin = only(text, after).start if after else 0
    places = [at for at in spots(text, words) if at >= begin]
    if not places:
        raise WordsError(f"{words!r} is not in the article")
    if len(places) > 1 and not after:
        raise WordsError(f"{words!r} stands twice in the article; say `after` which words")
    return span_at(text, places[0], len(words))


def nearest(text: str, words: str, to: Span) -> Span:
    """Return the place of whole words that is nearest to a span, outside of it where possible."""
    places = spots(text, words, whole=True)
    size = len(words)
    outside = [at for at in places if at + size <= to.start or at >= to.end] or places
    if not outside:
        raise WordsError(f"{words!r} is not in the article")
    return span_at(text, min(outside, key=lambda at: (max(to.start - at - size, at - to.end), at)), size)


def resembling(text: str, words: str) -> Span | None:
    """Return the longest stretch of a text that words share with it: only to show, never to use."""
    a, b = plain(words[:400]), plain(text)
    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return span_at(text, match.b, match.size) if match.size >= _LEAST else None


def _whole(text: str, start: int, end: int) -> bool:
    left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not left and not right
