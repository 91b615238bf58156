"""An article in pieces that a model can take at once, cut between paragraphs where possible."""

import re
from typing import NamedTuple

BYTES_PER_TOKEN = 4
_PARAGRAPH = re.compile(r"[^\n]+\n*")
_SENTENCE = re.compile(r".+?(?:[.!?…][\"'”’)]*\s+|$)", re.DOTALL)


class Chunk(NamedTuple):
    """A stretch of the article, and where it begins."""

    start: int
    text: str


def chunks(text: str, tokens: int) -> list[Chunk]:
    """Return the pieces of a text, each of at most about `tokens` tokens, in order."""
    most, found = tokens * BYTES_PER_TOKEN, list[Chunk]()
    for piece in _pieces(text, most):
        last = found[-1] if found else None
        if last and _size(last.text) + _size(piece.text) <= most:
            found[-1] = Chunk(last.start, last.text + piece.text)
        else:
            found.append(piece)
    return [chunk for chunk in found if chunk.text.strip()]


def halves(chunk: Chunk) -> list[Chunk]:
    """Return a chunk in two, cut where it can be cut nearest to its middle."""
    middle = len(chunk.text) // 2
    pieces = [piece for piece in _pieces(chunk.text, -(-_size(chunk.text) // 2)) if piece.start]
    cut = min((piece.start for piece in pieces), key=lambda at: (abs(at - middle), at), default=0)
    parts = Chunk(chunk.start, chunk.text[:cut]), Chunk(chunk.start + cut, chunk.text[cut:])
    return [part for part in parts if part.text.strip()]


def _pieces(text: str, most: int) -> list[Chunk]:
    found: list[Chunk] = []
    for paragraph in _PARAGRAPH.finditer(text):
        if _size(paragraph[0]) <= most:
            found.append(Chunk(paragraph.start(), paragraph[0]))
            continue
        for sentence in _SENTENCE.finditer(paragraph[0]):
            found += _cut(Chunk(paragraph.start() + sentence.start(), sentence[0]), most)
    return found


def _cut(piece: Chunk, most: int) -> list[Chunk]:
    """Cut what has no full stop, at the characters that are sure to fit."""
    step = max(1, most // 4) if _size(piece.text) > most else len(piece.text)
    return [
        Chunk(piece.start + at, piece.text[at : at + step]) for at in range(0, len(piece.text), step or 1)
    ]


def _size(text: str) -> int:
    return len(text.encode())
