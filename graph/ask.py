"""Asking the graph: one function per question, each on named queries from `cypher/`."""

import base64
import json
import re
from collections.abc import Sequence
from typing import cast

from .answers import (
    ActorAnswer,
    ActorSummary,
    ClaimAnswer,
    Contradiction,
    Dispute,
    DocumentAnswer,
    DocumentSummary,
    Evidence,
    Hit,
    Page,
    Part,
    Row,
    Stance,
    TermAnswer,
    TermSummary,
)
from .errors import InputError, NotFoundError
from .project import straight
from .store import Store

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def disputes(
    store: Store,
    *,
    status: str | None = "disputed",
    actor: str | None = None,
    text: str | None = None,
    term: str | None = None,
    plan: str | None = None,
    since: str | None = None,
    until: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Dispute]:
    """Return who disputes which claim, latest first; `status` None means every claim."""
    date, id_ = _decode(after, 2)
    _require_dates(since, until)
    text = straight(text) if text else None
    rows = _filtered(
        store, "who_disputes", status=status, actor=_meant(store, actor), text=text, term=term, plan=plan,
        since=since, until=until, after_date=date, after_id=id_, limit=limit + 1,
    )  # fmt: skip
    return Page[Dispute](items=_disputes(store, rows[:limit]), next=_next(rows, limit, "latest", "id"))


def claim(store: Store, id_: str) -> ClaimAnswer:
    """Return one claim, whole or part, with both camps and all else that is said of it."""
    row = _one(_filtered(store, "who_disputes", claim=id_, limit=1), "claim", id_)
    others = _ordered(store, store.read("claim_statements", claim=id_))
    return ClaimAnswer(**_disputes(store, [row])[0].model_dump(), others=others)


def evidence(store: Store, statements: Sequence[str]) -> dict[str, Evidence]:
    """Return statements by id, with words, speakers, chain and document."""
    rows = store.read("evidence", statements=sorted(set(statements)))
    return {row["id"]: Evidence.model_validate(row) for row in rows}


def actors(
    store: Store,
    *,
    kind: str | None = None,
    text: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[ActorSummary]:
    """Return actors in order of id; `text` looks in names, aliases and misspellings."""
    (id_,) = _decode(after, 1)
    rows = _filtered(store, "actors", kind=kind, text=text, after_id=id_, limit=limit + 1)
    items = [ActorSummary.model_validate(row) for row in rows[:limit]]
    return Page[ActorSummary](items=items, next=_next(rows, limit, "id"))


def actor(store: Store, id_: str) -> ActorAnswer:
    """Return one actor with all that it claims, denies and wants; NotFoundError if unknown.

    The id of an actor that is merged into another gives that other one.
    """
    row = _one(store.read("actor", actor=id_), "actor", id_)
    roles = [role for n, role in enumerate(row["roles"]) if role not in row["roles"][:n]]
    said = _ordered(store, store.read("actor_statements", actor=row["id"], limit=500))
    return ActorAnswer.model_validate({**row, "roles": roles, "statements": said})


def _meant(store: Store, id_: str | None) -> str | None:
    """Return the actor that the id stands for by judgement."""
    rows = store.read("actor_meant", actor=id_) if id_ else []
    return rows[0]["id"] if rows else id_


def terms(
    store: Store,
    *,
    plan: str | None = None,
    topic: str | None = None,
    text: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[TermSummary]:
    """Return terms in order of id."""
    (id_,) = _decode(after, 1)
    rows = _filtered(store, "terms", plan=plan, topic=topic, text=text, after_id=id_, limit=limit + 1)
    items = [TermSummary.model_validate(row) for row in rows[:limit]]
    return Page[TermSummary](items=items, next=_next(rows, limit, "id"))


def term(store: Store, id_: str) -> TermAnswer:
    """Return one term, who stands where on it, and all that is said of it."""
    row = _one(store.read("term", term=id_), "term", id_)
    stances = [Stance.model_validate(r) for r in store.read("stances", term=id_)]
    said = _ordered(store, store.read("term_statements", term=id_, limit=500))
    return TermAnswer.model_validate({**row, "stances": stances, "statements": said})


def contradictions(
    store: Store,
    *,
    term: str | None = None,
    plan: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Contradiction]:
    """Return the provisions to which different values are given, in order of id."""
    id_, property_ = _decode(after, 2)
    rows = _filtered(
        store, "contradicting_values", term=term, plan=plan, after_id=id_, after_property=property_,
        limit=limit + 1,
    )  # fmt: skip
    items = [Contradiction.model_validate(row) for row in rows[:limit]]
    return Page[Contradiction](items=items, next=_next(rows, limit, "id", "property"))


def documents(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    publisher: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[DocumentSummary]:
    """Return documents, newest first; those of unknown date come last."""
    date, id_ = _decode(after, 2)
    _require_dates(since, until)
    rows = _filtered(store, "documents", since=since, until=until,
        publisher=_meant(store, publisher), after_date=date, after_id=id_, limit=limit + 1,
    )  # fmt: skip
    items = [DocumentSummary.model_validate(row) for row in rows[:limit]]
    return Page[DocumentSummary](items=items, next=_next(rows, limit, "latest", "id"))


def document(store: Store, id_: str) -> DocumentAnswer:
    """Return one document with its text and statements in the order of the text."""
    row = _one(store.read("document", document=id_), "document", id_)
    said = _ordered(store, store.read("document_statements", document=id_, limit=1000))
    return DocumentAnswer.model_validate({**row, "statements": said})


def search(
    store: Store,
    text: str,
    *,
    kind: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Hit]:
    """Return claims, statements, actors and terms that hold the words, best first."""
    words = " ".join(re.findall(r"\w+", text)).lower()
    if not words:
        raise InputError(f"nothing to search for in {text!r}: give at least one word")
    (skip,) = _decode(after, 1)
    if not re.fullmatch(r"[0-9]{1,6}", skip or "0"):
        raise InputError(f"{after!r} is not a cursor of this list")
    offset = int(skip or 0)
    rows = _filtered(store, "search", text=words, kind=kind, skip=offset, limit=limit + 1)
    items = [Hit.model_validate(row) for row in rows[:limit]]
    return Page[Hit](items=items, next=_encode(str(offset + limit)) if len(rows) > limit else None)


def _require_dates(*dates: str | None) -> None:
    for date in dates:
        if date is not None and not _DATE.fullmatch(date):
            raise InputError(f"{date!r} is not a date: give 2025, 2025-11 or 2025-11-21")


def _filtered(store: Store, name: str, **filters: str | int | None) -> list[Row]:
    """Run a query whose filters are one map; what is None is left out of it."""
    given = {key: value for key, value in filters.items() if value is not None}
    return store.read(name, filter=given)


def _disputes(store: Store, rows: list[Row]) -> list[Dispute]:
    ids = [id_ for row in rows for id_ in (*row["asserting"], *row["denying"])]
    found = evidence(store, ids)
    return [_dispute(row, found) for row in rows]


def _dispute(row: Row, found: dict[str, Evidence]) -> Dispute:
    sides = {
        side: [found[id_] for id_ in dict.fromkeys(row[side]) if id_ in found]
        for side in ("asserting", "denying")
    }
    parts = [Part.model_validate({**p, "implied_from": p["from"]}) for p in row["parts"]]
    return Dispute.model_validate({**row, **sides, "parts": parts, "latest": row["latest"] or None})


def _ordered(store: Store, rows: list[Row]) -> list[Evidence]:
    """Return the evidence of statements in the order of rows, each statement once."""
    ids = list(dict.fromkeys(row["statement"] for row in rows))
    found = evidence(store, ids)
    return [found[id_] for id_ in ids if id_ in found]


def _one(rows: list[Row], what: str, id_: str) -> Row:
    if not rows:
        raise NotFoundError(f"the graph holds no {what} {id_!r}")
    return rows[0]


def _next(rows: list[Row], limit: int, *keys: str) -> str | None:
    """Return the cursor after the last row of a page, if the query found a row beyond it."""
    return _encode(*(rows[limit - 1][key] for key in keys)) if len(rows) > limit else None


def _encode(*values: str) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _decode(cursor: str | None, size: int) -> list[str | None]:
    if cursor is None:
        return [None] * size
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = [*cast(list[str | None], json.loads(base64.urlsafe_b64decode(padded)))]
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError(f"{cursor!r} is not a cursor of this list") from error
    if [type(value) for value in values] != [str] * size:
        raise InputError(f"{cursor!r} is not a cursor of this list")
    return values
