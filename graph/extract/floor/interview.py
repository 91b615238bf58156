"""Interviews without labels: a paragraph asks, and those after it answer."""

import re
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from ..actors.cast import Cast
from ..sentences import in_quotes, written
from .persona import guest

_SAYS_SO = re.compile(
    r"\b(?:interview(?:ed)?|conversation|q\s?&\s?a|questions|(?:spoke|speaks|talks|talked) (?:to|with))\b",
    re.I,
)
HELD = re.compile(r"\b(?:interview(?:ed)?|conversation|q\s?&\s?a)\b", re.I)
"""Words that say that a text was spoken before it was published."""
_LONG = 400


@dataclass
class Interview:
    """An interview whose questions stand in paragraphs of their own."""

    guest: str
    questions: frozenset[int]
    cast: Cast
    answering: bool = False

    @classmethod
    def of(cls, docs: list[Doc], cast: Cast) -> "Interview | None":
        """Return the interview that a text says it is, if it is with one person; else None."""
        asked = [d for d in docs[1:] if _asks(d)]
        if len(asked) < 2:
            return None
        first = asked[0].user_data["base"]
        before = [d for d in docs if d.user_data["base"] < first]
        who = guest(docs, first, cast)
        if who is None or not any(_SAYS_SO.search(written(d)) for d in before):
            return None
        return cls(who, frozenset(d.user_data["base"] for d in asked), cast)

    def kind(self, doc: Doc) -> Literal["turn", "question"] | None:
        """Return what a paragraph is, told in reading order; one that names the guest is the narrator's."""
        if doc.user_data["base"] in self.questions:
            self.answering = True
            return "question"
        named = any((m := self.cast.at(t)) is not None and m.of == self.guest for t in doc)
        self.answering = self.answering and not named
        return "turn" if self.answering else None


def _asks(doc: Doc) -> bool:
    text = written(doc).rstrip()
    return text.endswith("?") and len(text) < _LONG and not any(in_quotes(t) for t in doc)
