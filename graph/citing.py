"""Where words stand, as it is told, and as an address that leads there."""

from datetime import date
from urllib.parse import quote

from .answers import Citation, Evidence, Source

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def quoted(words: str) -> str:
    """Return words on one line, in quotation marks."""
    return f"“{' '.join(words.split())}”"


def told(words: Evidence) -> str:
    """Return who said it, through whom, and where and when it stands."""
    names = " ← ".join([", ".join(s.name for s in words.speakers), *(hop.name for hop in words.chain)])
    return ", ".join(part for part in (names, place(words.document)) if part)


def place(document: Source) -> str:
    """Return outlet and date of a document, as far as they are known."""
    parts = (outlet(document), (document.published or "")[:10])
    return ", ".join(part for part in parts if part)


def outlet(document: Source) -> str:
    """Return who published a document, as far as that is known, else what it is called."""
    return document.publisher or document.source or document.title


def address(words: Evidence, base: str | None) -> str | None:
    """Return the address of the words: on the page of the service at `base`, else that of the document."""
    return at(words.document, words.start, words.end, base)


def cited_at(cited: Citation, base: str | None) -> str | None:
    """Return the address of a citation, as `address` does."""
    if cited.start is None or cited.end is None:
        return web(cited.document.url)
    return at(cited.document, cited.start, cited.end, base)


def at(document: Source, start: int, end: int, base: str | None) -> str | None:
    """Return the address of a stretch of a document's text, as `address` does."""
    if base is None:
        return web(document.url)
    return f"{base.rstrip('/')}/#/documents/{quote(document.id, safe='')}?at={start}-{end}"


def day(published: str | None) -> str:
    """Return a date in words, as precise as it is known."""
    if not published:
        return "no date"
    parts = published[:10].split("-")
    if len(parts) == 3:
        found = date.fromisoformat(published[:10])
        return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
    return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else parts[0]


def web(url: str | None) -> str | None:
    """Return an address of the web; other kinds, which a document may give as well, are no links."""
    return url if url and url.startswith(("http://", "https://")) else None
