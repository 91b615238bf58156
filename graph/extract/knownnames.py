"""Surnames that the parser is told are names: of 'Trump accused Poe' it makes a trump that was accused."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from .actors.names import actor_words, is_calendar
from .lexicon import words

NAME = "bush"
"""A name that the model knows as one wherever it stands."""
_NAMES = re.compile(r"\b(?=([A-Z][\w'’-]+) ([A-Z][a-z][\w'’-]+)(?: ([A-Z][a-z][\w'’-]+))?\b)")


def surnames_in(text: str) -> frozenset[str]:
    """Return the surnames of those whom a text calls by a common first name, or by a title before two names.

    'Merz' of 'Friedrich Merz', 'Streeting' of 'Health Secretary Wes Streeting'.
    """
    first = actor_words("men") | actor_words("women")
    titles = actor_words("honorifics") | words("posts")
    ranks = titles | {"general"}
    found: set[str] = set()
    for one, two, three in _NAMES.findall(text):
        if one.lower() in first:
            found.add(two)
        elif three and one.lower() in titles and two.lower() not in ranks:
            found.add(three)
    return frozenset(name.removesuffix("’s").removesuffix("'s") for name in found if not is_calendar(name))


def corrected(doc: Doc, pipeline: Language, names: frozenset[str]) -> Doc:
    """Return a parsed text, parsed again if one of these names is taken for something else."""
    if not any(token.text in names and token.tag_ not in ("NNP", "NNPS") for token in doc):
        return doc
    again = pipeline.make_doc(doc.text)
    for token in again:
        if token.text in names:
            token.norm_ = NAME
    return pipeline(again)
