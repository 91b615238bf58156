"""A model's words against the article: they stand there, or what they carry is refused."""

import re
from typing import Any, NamedTuple

from ..models import Span
from ..words import WordsError, nearest, only, plain, resembling, span_at, spots
from .chunks import Chunk

_TO_A_PROGRAM = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:all|any|your|the|previous|prior|above|"
    r"earlier|preceding|system)\b[^.\n]{0,30}\b(?:instructions?|prompts?)\b"
    r"|\bsystem prompt\b|\b(?:language|AI) models?\b[^.\n]{0,40}\b(?:must|should|please|reading this)\b"
    r"|\byou are (?:now )?an? (?:AI|assistant|language model|chatbot)\b|\bas an AI\b"
    r"|\b(?:output|return|respond|reply|answer)\b[^.\n]{0,30}\bJSON\b"
    r"|<\|[a-z_]+\|>|\[/?INST\]|^\s*(?:system|assistant)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_STEM = 4
"""Letters by which two forms of a word are taken for one ('approved', 'approve')."""
_SHARE = 0.5
"""Part of a sentence's longer words that must be the article's: at least 0.57 in the hand-made examples."""


class Refusal(NamedTuple):
    """What a model said and the article does not bear out; `span` is what comes near it."""

    reason: str
    span: Span | None = None


class Refused(ValueError):  # noqa: N818 - a finding, not a failure
    """Raised on the first thing of an item that does not hold."""

    def __init__(self, reason: str, span: Span | None = None) -> None:
        super().__init__(reason)
        self.refusal = Refusal(reason, span)


def spans_of(fields: dict[str, Any], chunk: Chunk) -> dict[str, Span | None]:
    """Return span, cue and speaker_span with offsets in the document; Refused if one is not there."""
    text, words = chunk.text, str(fields["words"]).strip()
    try:
        span = only(text, words, fields["context"] or None)
    except WordsError as error:
        raise Refused(str(error), _near(chunk, words, fields["who"], fields["cue"])) from error
    if (context := fields["context"]) and span.end > only(text, context).start + len(context):
        raise Refused(f"{words!r} is not within {context!r}", _moved(span, chunk))
    if _TO_A_PROGRAM.search(_paragraph(text, span)):
        raise Refused("the passage speaks to a reading program, not to readers", _moved(span, chunk))
    found: dict[str, Span | None] = {"span": _moved(span, chunk)}
    for short, name in (("cue", "cue"), ("who", "speaker_span")):
        found[name] = _beside(fields[short], span, chunk) if fields[short] else None
    return found


def _beside(words: str, span: Span, chunk: Chunk) -> Span:
    try:
        return _moved(nearest(chunk.text, words, span), chunk)
    except WordsError as error:
        raise Refused(str(error), _moved(span, chunk)) from error


def verbatim(words: str, text: str) -> str:
    """Return words as the text has them; Refused if it has not."""
    places = spots(text, words)
    if not places:
        raise Refused(f"{words!r} is not in the article", resembling(text, words))
    return text[places[0] : places[0] + len(words)]


def provision(words: str, chunk: Chunk) -> Span:
    """Return the first place of a term's words, as offsets in the document; Refused if there is none."""
    places = spots(chunk.text, words)
    if not places:
        raise Refused(f"{words!r} is not in the article", _near(chunk, words))
    span = span_at(chunk.text, places[0], len(words))
    if _TO_A_PROGRAM.search(_paragraph(chunk.text, span)):
        raise Refused("the passage speaks to a reading program, not to readers", _moved(span, chunk))
    return _moved(span, chunk)


def borne_out(sentence: str, text: str, names: str) -> None:
    """Raise Refused unless a model's sentence is made of the article: all names and numbers, most words."""
    known = f"{plain(text)} {plain(names)}".casefold()
    numbers, words = set(_NUMBER.findall(known)), set(_WORD.findall(known))
    for number in _NUMBER.findall(sentence):
        if number not in numbers:
            raise Refused(f"{sentence!r}: the number {number} is not in the article")
    given = _WORD.findall(plain(sentence))
    for name in given[1:]:
        if name[0].isupper() and name.casefold() not in words:
            raise Refused(f"{sentence!r}: the name {name} is not in the article")
    stems = {word[:_STEM] for word in words}
    longer = [word.casefold() for word in given if len(word) >= _STEM]
    shared = sum(word[:_STEM] in stems for word in longer)
    if longer and shared < _SHARE * len(longer):
        raise Refused(f"{sentence!r}: too few of its words are in the article")


def _near(chunk: Chunk, *tried: str | None) -> Span | None:
    """Return the stretch that most resembles the first of these words that resemble anything."""
    for words in filter(None, tried):
        if (span := resembling(chunk.text, words)) is not None:
            return _moved(span, chunk)
        if words is not tried[0] and (places := spots(chunk.text, words, whole=True)):
            return _moved(span_at(chunk.text, places[0], len(words)), chunk)
    return None


def _moved(span: Span, chunk: Chunk) -> Span:
    return Span(start=span.start + chunk.start, end=span.end + chunk.start, exact=span.exact)


def _paragraph(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]
