"""Filters that name nothing: an empty answer to a mistyped id would read as "nobody says so"."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import BaseModel

from ..answers import Page
from ..errors import UnknownFilterError
from ..store import Store
from .filters import filtered

P = ParamSpec("P")
T = TypeVar("T", bound=BaseModel)

KINDS = {
    "actor": "Actor",
    "publisher": "Actor",
    "plan": "Plan",
    "draft": "PlanVersion",
    "term": "Term",
    "claim": "Claim",
    "document": "Document",
    "statement": "Statement",
}
"""What each filter by an id names."""

_NAMED = ("Actor", "Plan", "Term")
"""Kinds whose ids are made of names: what is like them can be found. All other ids are hashes."""

NEAREST = 3


def naming(
    question: Callable[Concatenate[Store, P], Page[T]],
) -> Callable[Concatenate[Store, P], Page[T]]:
    """Let a question raise UnknownFilterError where its answer is empty and a filter names nothing."""

    @wraps(question)
    def asked(store: Store, *args: P.args, **filters: P.kwargs) -> Page[T]:
        found = question(store, *args, **filters)
        if not found.items and found.next is None:
            as_of = filters.get("as_of")
            require_named(store, str(as_of) if as_of else None, **{name: filters.get(name) for name in KINDS})
            require_topic(store, filters.get("topic"))
        return found

    return asked


def require_named(store: Store, as_of: str | None = None, /, **filters: object) -> None:
    """Raise UnknownFilterError unless the graph holds what each filter that is given names, merged or not.

    As of a moment, it holds what a document published by then mentions.
    """
    asked = [{"filter": name, "kind": KINDS[name], "id": id_} for name, id_ in filters.items() if id_]
    if not asked:
        return
    rows = store.read("unknown_ids", asked=asked, as_of=as_of)
    if rows:
        raise UnknownFilterError({row["filter"]: _told(store, as_of, **row) for row in rows})


def require_topic(store: Store, topic: object) -> None:
    """Raise UnknownFilterError if a topic is given and no term of the graph is about it."""
    if topic is None:
        return
    known = [row["topic"] for row in store.read("topics")]
    if topic not in known:
        told = f"no term of the graph is about {topic!r}"
        raise UnknownFilterError({"topic": f"{told}; topics are {', '.join(known)}" if known else told})


def _told(store: Store, as_of: str | None, filter: str, kind: str, id: str) -> str:
    what = "draft" if kind == "PlanVersion" else kind.lower()
    named = f"{what} {id!r}" + ("" if what == filter else f" ({filter})")
    if as_of:
        return f"nothing published by {as_of} mentions {named}"
    near = "; ".join(_nearest(store, kind, id)) if kind in _NAMED else ""
    return f"the graph holds no {named}; nearest: {near}" if near else f"the graph holds no {named}"


def _nearest(store: Store, kind: str, id_: str) -> list[str]:
    """Return what is named like an id, by any of its names, a letter or two apart."""
    words = re.findall(r"[^\W_]{3,}", id_.lower())[:10]
    if not words:
        return []
    text = " ".join(f"{word} {word}~" for word in words)
    rows = filtered(store, "search", text=text, kind=kind, skip=0, limit=NEAREST)
    return [f"{row['id']} ({row['text']})" for row in rows]
