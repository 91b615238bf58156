"""What of a text stands in other texts too, word by word: the word-level difference of two drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from .tokens import Token, tokens


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; joined, the pieces are the text."""

    text: str
    changed: bool


def pieces(text: str, others: Iterable[str]) -> list[Piece]:
    """Return a text in stretches that one of the others has as well, and stretches that none has."""
    here = tokens(text)
    words = [token.text.casefold() for token in here]
    common: set[int] = set()
    for other in others:
        there = [token.text.casefold() for token in tokens(other)]
        for block in SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks():
            common.update(range(block.a, block.a + block.size))
    return _stretches(text, here, common)


def _stretches(text: str, here: list[Token], common: set[int]) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    for place, token in enumerate(here):
        changed = place not in common
        last = place + 1 == len(here)
        if last or (place + 1 not in common) != changed:
            # The space between two stretches goes to what is the same, so that no mark ends in one.
            stop = token.start + len(token.text)
            end = len(text) if last else stop if changed else here[place + 1].start
            found.append(Piece(text[at:end], changed))
            at = end
    return found or ([Piece(text, True)] if text else [])
