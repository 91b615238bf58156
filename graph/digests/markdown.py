"""A digest as Markdown (GFM): sentences with their citations, notes at the end."""

import re

from ..answers import Citation, Digest, Sentence
from ..citing import day, outlet, quoted
from .notes import Note, Notes, figures, title, told, where

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")


def markdown(digest: Digest, base: str | None = None) -> str:
    """Return the digest; `base` is the address of a service whose page shows the words."""
    notes = Notes(digest, base)
    lines = [f"# {_plain(title(digest))}", "", _plain(figures(digest))]
    for section in digest.sections:
        lines += ["", f"## {section.title}", ""]
        for sentence in section.sentences:
            lines.append(f"- {_sentence(sentence, notes)}")
            lines += [f"  - {_sentence(detail, notes)}" for detail in sentence.details]
        if not section.sentences:
            lines.append("None.")
    if footnotes := [_note(note) for note in notes]:
        lines += ["", "## Sources", "", *footnotes]
    return "\n".join(lines) + "\n"


def _sentence(sentence: Sentence, notes: Notes) -> str:
    return told(sentence, _plain, lambda citation: _cited(citation, notes))


def _cited(citation: Citation, notes: Notes) -> str:
    words = f"{_plain(quoted(citation.quote))} " if citation.quote else ""
    return f"{words}({_plain(where(citation))})[^{notes.of(citation).number}]"


def _note(note: Note) -> str:
    document = note.citation.document
    line = f"{_plain(outlet(document))}, {_plain(document.title)}, {day(document.published)}"
    words = f": {_plain(quoted(note.citation.quote))}" if note.citation.quote else ""
    link = f" [↗](<{_address(note.href)}>)" if note.href else ""
    return f"[^{note.number}]: {line}{words}{link}"


def _plain(text: str) -> str:
    """Return text on one line that Markdown takes as it stands."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _address(href: str) -> str:
    """Return an address that ends where it ends."""
    return re.sub(r"[\s<>\\]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), href)
