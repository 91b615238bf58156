"""Surnames that the parser is told are names: of 'Trump accused Poe' it makes a trump that was accused."""

import re
from collections.abc import Callable, Iterable

from spacy.language import Language
from spacy.tokens import Doc

from .actors.names import actor_words, is_calendar

NAME = "bush"
"""A name that the model knows as one wherever it stands."""
_TWO = re.compile(r"\b([A-Z][\w'’-]+) ([A-Z][a-z][\w'’-]+)\b")


def surnames_in(text: str) -> frozenset[str]:
    """Return the surnames of those whom a text calls by a common first name: 'Merz' of 'Friedrich Merz'."""
    first = actor_words("men") | actor_words("women")
    return frozenset(two[2] for two in _TWO.finditer(text) if two[1].lower() in first)


def mistaken(doc: Doc, names: frozenset[str]) -> bool:
    """Say whether the parser takes one of these names for something else."""
    return any(token.text in names and token.tag_ not in ("NNP", "NNPS") for token in doc)


def parser(pipeline: Language, names: Iterable[str]) -> Callable[[str], Doc]:
    """Return what parses a text, and again where it takes one of these names for something else."""
    known = frozenset(name for name in names if not is_calendar(name))

    def parse(text: str) -> Doc:
        doc = pipeline(text)
        return pipeline(_with_names(pipeline.make_doc(text), known)) if mistaken(doc, known) else doc

    return parse


def _with_names(doc: Doc, names: frozenset[str]) -> Doc:
    """Let the model see the same well-known name for each of these."""
    for token in doc:
        if token.text in names:
            token.norm_ = NAME
    return doc
