"""The words of a document that give a value: found for certain, or left out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ...answers import Given, GivenBy, Quote, Row
from ...answers.common import span_of
from ...quantities.days import without
from ...quantities.numbers import numbers
from ...store import Store
from ...words import spots
from .finding import MOST, Finding

_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_LEAST = 2
"""Words of the provision that a sentence must hold to be about it, unless a statement on it stands there."""


def quoted(store: Store, finding: Finding) -> list[Given]:
    """Return the values of a finding, the first documents of each with the words that give it."""
    if finding.term is None:
        return []
    firsts = {document.id for given in finding.values for document in given.documents[:MOST]}
    found = store.read("words_about_term", term=finding.term.id, documents=sorted(firsts))
    rows = {row["id"]: row for row in found}
    (term,) = store.read("term", term=finding.term.id)
    names = _names(store, finding)

    def with_words(document: GivenBy, given: Given) -> GivenBy:
        if (row := rows.get(document.id)) is None:
            return document
        return document.model_copy(update={"quote": _quote(row, term, finding.what or "", given, names)})

    return [
        given.model_copy(update={"documents": [with_words(document, given) for document in given.documents]})
        for given in finding.values
    ]


def _names(store: Store, finding: Finding) -> dict[str, list[str]]:
    if finding.what != "binds":
        return {}
    ids = sorted({id_ for given in finding.values for id_ in given.value.split(", ")})
    return {row["id"]: row["names"] for row in store.read("actors_meant", actors=ids)}


def _quote(row: Row, term: Row, property_: str, given: Given, names: dict[str, list[str]]) -> Quote | None:
    """Return the sentence that gives the value and is about the provision, or the provision itself."""
    text = row["text"]
    for at in spots(text, term["text"]):
        end = at + len(term["text"])
        if property_ in ("binds", "number") or _holds(text[at:end], property_, given, names):
            return Quote(words=text[at:end], start=at, end=end)
    marked = [span_of(span) for span in row["named"]] + [(start, end) for start, end in row["said"]]
    wanted = _content(f"{term['name']} {term['text']}")
    best: tuple[int, int] = (0, _LEAST - 1)
    found: Quote | None = None
    for start, end in _sentences(text):
        words = text[start:end]
        touched = sum(a < end and start < b for a, b in marked)
        score = (min(touched, 1), len(wanted & _content(words)))
        if score > best and _holds(words, property_, given, names):
            best, found = score, Quote(words=words, start=start, end=end)
    return found


def _holds(words: str, property_: str, given: Given, names: dict[str, list[str]]) -> bool:
    """Say whether words give the value."""
    if property_ == "binds":
        return all(
            any(spots(words, name, whole=True) for name in names.get(id_, ()))
            for id_ in given.value.split(", ")
        )
    if property_ == "amount" and re.fullmatch(r"-?[\d.]+", given.value):
        return any(number == Decimal(given.value) for _, _, number in numbers(without(words)))
    return property_ != "number" and bool(spots(words, given.value))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*_END.finditer(text), None]:
        end = gap.start() if gap else len(text)
        # Closing quotation marks belong to the sentence before them.
        end += len(gap[0]) - len(gap[0].lstrip("\"'”’)]")) if gap else 0
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


@cache
def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()))
