"""A verdict on what was said, and the words that give it."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ..attribution.contents import Content

Act = Literal["asserts", "denies", "retracts"]


@dataclass(frozen=True)
class Verdict:
    """What is judged: a noun that stands for a claim, those who made it, or what was just said."""

    act: Act
    target: Token | None = None
    speakers: Token | None = None
    such: Token | None = None
    loose: bool = False
    """Whether it says something of its own if nothing is found that it judges."""
    deed: Token | None = None
    """The verb of 'signed nothing of the sort', which no claim that was denied can have meant."""
    same: bool = False
    """Whether the claim that is judged tells of the same deed: 'We never signed that'."""


def words_of(content: Content, verdict: Verdict | None, *, bare: bool) -> tuple[Token, Token]:
    """Return the words of a verdict: 'the claim false' after 'called', 'this view' of 'We do not hold it'."""
    thing = verdict.target if verdict is not None else None
    if thing is not None and thing.pos_ == "NOUN" and _beside(thing, content.first):
        return thing.left_edge, content.last
    if bare and thing is not None and thing.head == content.root and thing.dep_ == "dobj":
        return thing.left_edge, thing.right_edge
    return content.first, content.last


def _beside(thing: Token, first: Token) -> bool:
    """Say whether what a thing is called stands right behind it, or was taken for the end of its clause."""
    between = first.doc[thing.right_edge.i + 1 : first.i]
    return thing.i < first.i and (first in thing.subtree or all(t.text == '"' for t in between))
