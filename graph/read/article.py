"""The one door for reading: bytes or a file become a `RawArticle`."""

import re
from pathlib import Path

from ..errors import ReadError
from .clean import RawArticle, clean_text
from .html import read_html
from .text import decode, load

__all__ = ["RawArticle", "read_article", "require_article"]

MOST = 1_000_000
"""Characters of main text: about two minutes of reading for the rules, and more than any article has."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

MARKUP = frozenset(
    (
        ".md",
        ".markdown",
        ".rst",
        ".adoc",
        ".tex",
        ".rtf",
        ".json",
        ".xml",
        ".csv",
        ".pdf",
        ".doc",
        ".docx",
        ".odt",
    )
)
"""Text with marks in it that nobody said: read as plain text, they would stand in titles and quotes."""


def require_article(path: Path) -> None:
    """Refuse, by a ReadError that says what to do, a path that is no file or a file of another form."""
    if path.is_dir():
        raise ReadError(
            f"{path}: a folder; name one file of it, or store all of them with `counterclaim ingest {path}`"
        )
    if not path.is_file():
        raise ReadError(f"{path}: no such file")
    if path.suffix.lower() in MARKUP:
        raise ReadError(
            f"{path}: {path.suffix} files are not read: their marks are no words of the article; "
            "save it as plain text (.txt) or HTML (.html)"
        )


def read_article(source: Path | str | bytes, name: str | None = None, *, html: bool = False) -> RawArticle:
    """Read plain text or HTML from a path or from bytes; `name` is what the source is called.

    It is HTML if it looks so, or if `html` says so.
    """
    data, name = load(source, name)
    text = decode(data, name)
    raw = read_html(text, name) if html or _HTML.match(text[:4000]) else clean_text(text, name)
    if len(raw.text) > MOST:
        raise ReadError(
            f"{name}: {len(raw.text):,} characters of text, the limit is {MOST:,}; split the file"
        )
    return raw
