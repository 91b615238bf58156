"""The one door for reading: bytes or a file become a `RawArticle`."""

import re
from pathlib import Path

from ..errors import ReadError
from .clean import RawArticle, clean_text
from .html import read_html
from .text import decode, load

__all__ = ["RawArticle", "read_article"]

MOST = 1_000_000
"""Characters of main text: about two minutes of reading for the rules, and more than any article has."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
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
