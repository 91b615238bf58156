"""What both forms of a digest share: numbered notes, dates in words, the line of figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..answers import Citation, Digest, Sentence
from ..citing import cited_at, day, outlet


@dataclass(frozen=True)
class Note:
    """A citation with its number."""

    number: int
    citation: Citation
    href: str | None


class Notes:
    """Numbers citations in the order of the text; the same words are one note."""

    def __init__(self, digest: Digest, base: str | None) -> None:
        self._notes: dict[tuple[str, int | None, int | None], Note] = {}
        for sentence in _told(digest):
            for piece in sentence.pieces:
                for each in piece.citations:
                    note = Note(len(self._notes) + 1, each, cited_at(each, base))
                    self._notes.setdefault(_key(each), note)

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes.values())

    def of(self, citation: Citation) -> Note:
        """Return the note of a citation."""
        return self._notes[_key(citation)]


def _told(digest: Digest) -> Iterator[Sentence]:
    for section in digest.sections:
        for sentence in section.sentences:
            yield sentence
            yield from sentence.details


def _key(citation: Citation) -> tuple[str, int | None, int | None]:
    return (citation.document.id, citation.start, citation.end)


def told(sentence: Sentence, plain: Callable[[str], str], cited: Callable[[Citation], str]) -> str:
    """Return a sentence: each of its parts as plain text, and then what proves it."""
    pieces = [
        f"{plain(piece.text)}: {' and '.join(map(cited, piece.citations))}" for piece in sentence.pieces
    ]
    return f"{', '.join(pieces)}."


def where(citation: Citation) -> str:
    """Return outlet and date."""
    return f"{outlet(citation.document)}, {day(citation.document.published)}"


def title(digest: Digest) -> str:
    """Return the heading."""
    return f"Digest: {digest.plan.name}" if digest.plan else "Digest"


def figures(digest: Digest) -> str:
    """Return the line under the heading."""
    documents = f"{digest.documents} document{'' if digest.documents == 1 else 's'}"
    outlets = f"{digest.outlets} outlet{'' if digest.outlets == 1 else 's'}"
    until = f" to {day(digest.until)}" if digest.until else ""
    return f"{day(digest.since)}{until} · {documents} · {outlets}"
