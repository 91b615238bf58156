"""The main text of an HTML page and what the page says about itself; no network."""

import re
from dataclasses import replace
from typing import Any, cast

import trafilatura
from trafilatura import load_html
from trafilatura import metadata as page

from ..errors import ReadError
from .clean import RawArticle, clean_text
from .dates import as_when
from .numbering import number_items


def read_html(html: str, name: str) -> RawArticle:
    """Take the main text out of `html`; the page's own metadata win over guesses from the text."""
    body = trafilatura.extract(
        _numbered(html), include_comments=False, include_tables=False, favor_recall=True
    )
    if not body or not body.strip():
        raise ReadError(f"{name}: no article text found in this HTML page")
    meta = cast("Any", page.extract_metadata(html))
    title = _line(getattr(meta, "title", None))
    # An item with a number needs no bullet.
    paragraphs = [
        re.sub(r"^- (?=(?:\d{1,6}\. |[A-Za-z]\) ))", "", line) for line in body.split("\n") if line.strip()
    ]
    if title and paragraphs[0].strip() != title:
        paragraphs.insert(0, title)
    # What trafilatura hands over is no stretch of the page: its offsets would mean nothing.
    article = replace(clean_text("\n\n".join(paragraphs), name), origins=(), dropped_at=())
    return article.with_metadata(
        title=title,
        author=_line(getattr(meta, "author", None)),
        publisher=_line(getattr(meta, "sitename", None)),
        published=as_when(_line(getattr(meta, "date", None))),
        url=_line(getattr(meta, "url", None)),
    )


def _numbered(html: str) -> Any:
    """Return the page with numbers before the items of its ordered lists; one without them as it is."""
    tree = load_html(html) if re.search(r"<ol\b", html, re.I) else None
    if tree is None:
        return html
    number_items(tree)
    return tree


def _line(value: object) -> str | None:
    text = " ".join(str(value).split()) if value else ""
    return text or None
