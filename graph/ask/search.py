"""Full text."""

import re

from ..answers import Hit, Page, Row
from ..errors import InputError
from ..store import Store
from .filters import filtered
from .pages import decode, encode


def search(
    store: Store,
    text: str,
    *,
    kind: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Hit]:
    """Return claims, statements, actors, terms and, after them, documents that hold the words, best first."""
    words = " ".join(re.findall(r"\w+", text)).lower()
    if not words:
        raise InputError(f"nothing to search for in {text!r}: give at least one word")
    (skip,) = decode(after, "search", 1)
    if not re.fullmatch(r"[0-9]{1,6}", skip or "0"):
        raise InputError(f"{after!r} is not a cursor of this list")
    offset = int(skip or 0)
    rows = _found(store, words, kind, offset, limit + 1)
    items = [Hit.model_validate(row) for row in rows[:limit]]
    return Page[Hit](items=items, next=encode("search", str(offset + limit)) if len(rows) > limit else None)


def _found(store: Store, words: str, kind: str | None, skip: int, limit: int) -> list[Row]:
    rows = filtered(store, "search", text=words, kind=kind, skip=skip, limit=limit)
    if len(rows) == limit or kind not in (None, "Document"):
        return rows
    held = skip + len(rows)
    if skip and not rows:  # The page begins among the documents.
        held = filtered(store, "search_held", text=words, kind=kind)[0]["held"]
    return rows + filtered(
        store, "search_documents", text=words, skip=max(0, skip - held), limit=limit - len(rows)
    )
