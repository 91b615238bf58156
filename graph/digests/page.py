"""A digest as one HTML file: no script, nothing from elsewhere, fit to print."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from ..answers import Citation, Digest, Section, Sentence
from ..citing import day, outlet, quoted
from .notes import Note, Notes, figures, title, told, where

STYLE = files("graph").joinpath("data", "digest.css").read_text(encoding="utf-8")

POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy under which the page is served: its own style and nothing else."""


def page(digest: Digest, base: str | None = None) -> str:
    """Return the digest; `base` is the address of a service whose page shows the words."""
    notes = Notes(digest, base)
    sections = "".join(_section(section, notes) for section in digest.sections)
    sources = "".join(_note(note) for note in notes)
    footnotes = f'<section id="sources"><h2>Sources</h2>\n<ol>\n{sources}</ol></section>\n' if sources else ""
    name = escape(f"{title(digest)}, {figures(digest)}")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{escape(title(digest))}</h1>\n<p class="figures">{escape(figures(digest))}</p>\n'
        f"{sections}{footnotes}</main>\n</body>\n</html>\n"
    )


def _section(section: Section, notes: Notes) -> str:
    items = "".join(_item(sentence, notes) for sentence in section.sentences)
    body = f"<ul>\n{items}</ul>" if items else '<p class="none">None.</p>'
    return f'<section id="{section.id}"><h2>{escape(section.title)}</h2>\n{body}</section>\n'


def _item(sentence: Sentence, notes: Notes) -> str:
    details = "".join(_item(detail, notes) for detail in sentence.details)
    inner = f"\n<ul>\n{details}</ul>\n" if details else ""
    return f"<li>{_sentence(sentence, notes)}{inner}</li>\n"


def _sentence(sentence: Sentence, notes: Notes) -> str:
    return told(sentence, _plain, lambda citation: _cited(citation, notes))


def _cited(citation: Citation, notes: Notes) -> str:
    number = notes.of(citation).number
    words = f"<q>{_plain(quoted(citation.quote))}</q> " if citation.quote else ""
    mark = f'<sup><a href="#note-{number}" aria-label="Source {number}">{number}</a></sup>'
    return f'{words}<span class="where">({_plain(where(citation))})</span>{mark}'


def _note(note: Note) -> str:
    document = note.citation.document
    name = f"<cite>{_plain(document.title)}</cite>"
    if note.href:
        name = f'<a href="{escape(note.href)}">{name}</a>'
    words = f": {_plain(quoted(note.citation.quote))}" if note.citation.quote else ""
    line = f"{_plain(outlet(document))}, {name}, {day(document.published)}{words}"
    return f'<li id="note-{note.number}">{line}</li>\n'


def _plain(text: str) -> str:
    return escape(" ".join(text.split()))
