"""Full text."""

import re

from ..answers import Hit, Page
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
    rows = filtered(store, "search", text=words, kind=kind, skip=offset, limit=limit + 1)
    items = [Hit.model_validate(row) for row in rows[:limit]]
    return Page[Hit](items=items, next=encode("search", str(offset + limit)) if len(rows) > limit else None)
