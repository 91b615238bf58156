"""Bodies that are handed in: their media type, their reading one at a time, and what is told of it."""

import logging
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from anyio import CapacityLimiter, to_thread
from fastapi import HTTPException, Request

from graph.answers.received import Counts, Dropped, LeftOut, Received, Understanding
from graph.engine import EngineError
from graph.errors import InputError, NotFoundError, StoreError
from graph.ingest import Understood, rehearse_understood
from graph.receive import MEDIA_TYPES, Article, understand_bytes
from graph.settings import Settings
from graph.write import Written

from .connection import Asked

log = logging.getLogger(__name__)

WAITING = 8
"""Bodies that may wait for the one that is read: more would time out unread."""

_CHARSETS = ("", "utf-8", "utf8", "us-ascii")


class Reading:
    """Reads bodies in a thread, one at a time: each takes a processor, and the model is loaded once."""

    def __init__(self) -> None:
        self._one = CapacityLimiter(1)

    async def understand(self, data: bytes, media_type: str, settings: Settings) -> list[Understood]:
        """Return the documents of a body; 503 when too many wait already."""
        if self._one.statistics().tasks_waiting >= WAITING:
            raise HTTPException(503, "Too many documents wait to be read.", headers={"Retry-After": "30"})
        return await to_thread.run_sync(
            understand_bytes, data, media_type, settings, limiter=self._one, abandon_on_cancel=True
        )


def media_type_of(request: Request) -> str:
    """Return the media type of a body that can be read; 415 if it cannot."""
    given = request.headers.get("content-type", "")
    media_type, _, rest = given.partition(";")
    media_type = media_type.strip().lower()
    offer = ", ".join(MEDIA_TYPES)
    if media_type not in MEDIA_TYPES:
        raise HTTPException(415, f"Content-Type {given!r} cannot be read; send one of {offer}.")
    parameters = (part.partition("=") for part in rest.split(";"))
    charset = next((v for k, _, v in parameters if k.strip().lower() == "charset"), "")
    if charset.strip(' "').lower() not in _CHARSETS:
        raise HTTPException(415, f"{given!r}: send UTF-8.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HTTPException(415, "Send the body without Content-Encoding.")
    return media_type


def held_against(connection: Asked, found: Sequence[Understood], *, replace: bool) -> tuple[bool, str | None]:
    """Return whether the graph could be asked, and why it would refuse these documents, if it would."""
    try:
        rehearse_understood(connection.store(), found, replace=replace)
    except (InputError, NotFoundError) as error:
        return True, str(error)
    except (StoreError, EngineError) as error:
        log.warning("a preview was not held against the graph: %s", error)
        return False, None
    return True, None


def told(
    found: Sequence[Understood],
    written: Sequence[Written],
    *,
    stored: bool,
    compared: bool = True,
    refused: str | None = None,
) -> Received:
    """Return what to tell of documents: their annotations, or what the graph did with them."""
    judged = sum(len(each.judgements) for each in found)
    stated = [each for each in found if each.subgraph.nodes]
    outcomes = {each.document: each for each in written}
    return Received(
        stored=stored,
        documents=[_told(each, outcomes.get(each.subgraph.document.id)) for each in stated],
        judgements=judged,
        compared=compared,
        refused=refused,
    )


def _told(understood: Understood, written: Written | None) -> Understanding:
    document, labelled = understood.subgraph.document, understood.subgraph.labelled
    return Understanding(
        id=document.id,
        title=str(document.properties["title"]),
        outcome=written.outcome if written else None,
        counts=Counts(
            statements=len(labelled("Statement")), claims=len(labelled("Claim")),
            actors=len(labelled("Actor")), terms=len(labelled("Term")),
        ),
        omissions=[
            LeftOut(
                reason=omission.reason, kind=omission.kind, exact=omission.span.exact,
                start=omission.span.start, end=omission.span.end, line=line,
            )
            for omission, line in zip_longest(understood.omissions, understood.lines)
        ],
        dropped=[Dropped(exact=words, line=line) for words, line in understood.dropped],
        notes=list(understood.notes),
        annotation=None if written else understood.annotation,
    )  # fmt: skip


ARTICLE = """Kestrel says the dam will stay

The Harbour Gazette, 3 March 2031

Foreign minister Ada Kestrel said on Monday that Norvale would not remove the dam.
"""
"""An article of our own, with which the documentation shows how to hand one in."""


def _body(schema: dict[str, Any], example: object) -> dict[str, Any]:
    return {"schema": schema, "examples": {"sample": {"value": example}}}


_TEXT = {"type": "string"}

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "An article, an annotation of one, or an export.",
        "content": {
            **{media_type: {"schema": _TEXT} for media_type in MEDIA_TYPES},
            "text/plain": _body(_TEXT, ARTICLE),
            "text/html": _body(_TEXT, f"<!doctype html><title>Kestrel</title><p>{ARTICLE}</p>"),
            "application/json": _body(
                Article.model_json_schema(),
                {"text": ARTICLE, "url": "https://gazette.example/dam", "published": "2031-03-03"},
            ),
        },
    }
}
"""What OpenAPI says of the body, which the route reads by itself."""
