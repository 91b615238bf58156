"""An attribution as tokens, before it becomes offsets or a statement."""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token

from ..actors.phrases import Voice
from .sources import Source

Kind = Literal["speech", "thought"]


@dataclass
class Found:
    """One attribution as tokens of its paragraph; `content` may go on in later ones."""

    doc: Doc
    word: Token
    cue: tuple[int, ...]
    source: Source | None
    content: list[tuple[Doc, frozenset[int]]]
    kind: Kind
    confidence: float
    direct: bool = False
    roots: list[Token] = field(default_factory=list[Token])
    voice: Voice | None = None
    """Who the source was found to be where a sentence before the cue asked for it."""


def by_word(found: list[Found]) -> dict[Token, Found]:
    """Return attributions by their cue word."""
    return {one.word: one for one in found}
