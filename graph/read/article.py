"""The one door for reading: bytes or a file become a `RawArticle`."""

import re
from pathlib import Path

from .clean import RawArticle, clean_text
from .html import read_html
from .text import decode, load

__all__ = ["RawArticle", "read_article"]

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_article(source: Path | str | bytes, name: str | None = None) -> RawArticle:
    """Read plain text or HTML from a path or from bytes; `name` is what the source is called."""
    data, name = load(source, name)
    text = decode(data, name)
    if _HTML.match(text[:4000]):
        return read_html(text, name)
    return clean_text(text, name)
