"""Errors as RFC 9457 problems: the one table from domain errors to HTTP, and what OpenAPI says."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.types import Scope

from graph.engine import EngineError
from graph.errors import (
    AnnotationError,
    BusyError,
    ConflictError,
    DiskError,
    InputError,
    MovedError,
    NotFoundError,
    OverlongError,
    QueryTimeoutError,
    ReadError,
    SchemaError,
    SettingError,
    ShapeError,
    StoreError,
    UnavailableError,
)

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

_PLACE = re.compile(r"body(?::(\d+))?: (.*)")


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    pointer: str = Field(description="Where: /query/NAME, /path/NAME or /body.", examples=["/query/limit"])
    line: int | None = Field(default=None, description="Line of the body, from 1, where it is known.")
    detail: str = Field(examples=["Input should be less than or equal to 500"])


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(
        description="Names the kind of problem and never changes; about:blank says no more than the status.",
        examples=["urn:counterclaim:problem:not-found"],
    )
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["the graph holds no actor 'nobody'"])
    instance: str | None = Field(default=None, description="Path asked.", examples=["/actors/nobody"])
    request_id: str | None = Field(default=None, description="As in the X-Request-ID header.")
    errors: list[Fault] | None = Field(default=None, description="Each fault, where it has a place.")


@dataclass(frozen=True)
class _Kind:
    """How a domain error is told: a 4xx in its own words, a 5xx in ours: it may hold secrets."""

    status: HTTPStatus
    slug: str
    title: str
    detail: str | None = None
    headers: Mapping[str, str] | None = None


_RETRY = {"Retry-After": "5"}
_AWAY = "The database cannot be reached just now; try again later."
_FAULT = "Something failed inside the service; its log tells more under this request_id."
_UNAVAILABLE = _Kind(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "Unavailable", _AWAY, _RETRY)

_INVALID = _Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-request", "Invalid request")

_UNREADABLE = _Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "unreadable", "Unreadable document")

# The first class in an error's method resolution order that stands here decides.
_KINDS: dict[type[Exception], _Kind] = {
    InputError: _Kind(HTTPStatus.BAD_REQUEST, "bad-input", "Bad input"),
    ReadError: _UNREADABLE,
    AnnotationError: _UNREADABLE,
    ShapeError: _UNREADABLE,
    ConflictError: _Kind(HTTPStatus.CONFLICT, "conflict", "Conflict"),
    NotFoundError: _Kind(HTTPStatus.NOT_FOUND, "not-found", "Not found"),
    UnavailableError: _UNAVAILABLE,
    BusyError: _Kind(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "Unavailable", headers=_RETRY),
    EngineError: _UNAVAILABLE,
    QueryTimeoutError: _Kind(
        HTTPStatus.GATEWAY_TIMEOUT,
        "query-timeout",
        "Query timeout",
        "The query ran past its time limit; ask for less, by a filter or a smaller limit.",
    ),
    # In its own words, which hold advice and nothing of the database.
    OverlongError: _Kind(HTTPStatus.GATEWAY_TIMEOUT, "query-timeout", "Query timeout"),
    MovedError: _Kind(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "Unavailable",
        "The graph was written to each time that it was read; try again later.",
        _RETRY,
    ),
    SchemaError: _Kind(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "unavailable",
        "Unavailable",
        "The graph is of another release than this service, or is being brought to one; nothing was written.",
        _RETRY,
    ),
    StoreError: _Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "store", "Database failure", _FAULT),
    DiskError: _Kind(
        HTTPStatus.INSUFFICIENT_STORAGE,
        "disk-full",
        "Disk full",
        "The service has no room left on its disk for the file that it would make; try again later.",
        _RETRY,
    ),
    # In its own words: who runs the service reads them on its page.
    SettingError: _Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "setting", "Broken setting"),
    Exception: _Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error", _FAULT),
}


def of_error(
    scope: Scope, error: Exception, advice: str | None = None, faults: list[Fault] | None = None
) -> JSONResponse:
    """Return the problem of any error that is not HTTP's own, perhaps with advice; log it if it is a 5xx.

    `faults` are the parameters that it is about, where it tells.
    """
    kind = next(_KINDS[class_] for class_ in type(error).__mro__ if class_ in _KINDS)
    if kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        trace = kind.status == HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(error, SettingError)
        place = (scope["method"], quote(scope["path"]), _request_id(scope))
        log.error("%s %s (request %s): %s", *place, error, exc_info=error if trace else None)
    detail = advice or kind.detail or str(error)
    if kind is _UNREADABLE:
        faults = [_fault(line) for line in detail.splitlines()]
    return _response(scope, kind.status, detail, kind.slug, kind.title, kind.headers, faults)


def _fault(told: str) -> Fault:
    """Return one line of what is wrong with a body, 'body:12: …', as a fault."""
    found = _PLACE.fullmatch(told)
    line, detail = (found[1], found[2]) if found else (None, told)
    return Fault(pointer="/body", line=int(line) if line else None, detail=detail)


def of_status(
    scope: Scope, status: int, detail: str, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return a problem that is no more than its HTTP status and a word of advice."""
    return _response(scope, status, detail, "", HTTPStatus(status).phrase, headers)


def of_faults(scope: Scope, faults: list[Fault]) -> JSONResponse:
    """Return the problem of a request that does not match what the route takes."""
    detail = "; ".join(f"{fault.pointer}: {fault.detail}" for fault in faults)
    kind = _INVALID
    return _response(scope, kind.status, detail, kind.slug, kind.title, faults=faults)


_EXAMPLES = {
    400: "'zzz' is not a cursor of this list",
    401: "This key is unknown or revoked; send one as Authorization: Bearer KEY.",
    403: "This key may not do this: it lacks the scope 'judgements'.",
    413: "The body is longer than 10000000 bytes.",
    414: "The address is longer than 8192 bytes.",
    415: "Content-Type 'image/png' cannot be read; send one of text/plain, text/html.",
    404: "the graph holds no actor 'nobody'",
    409: "it is judged already that d534a60bffc4be64 is accepted (fedcba9876543210); undo that first",
    406: "No format suits Accept: 'text/html'; offered are text/turtle.",
    421: "This is not the service's name; COUNTERCLAIM_HOSTS allows others than this machine's.",
    422: "/query/limit: Input should be less than or equal to 500",
}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI descriptions of the problems that a route may answer with."""
    return {status: _description(HTTPStatus(status)) for status in statuses}


def _description(status: HTTPStatus) -> dict[str, Any]:
    kinds = (kind for kind in _KINDS.values() if kind.status == status)
    kind = _INVALID if status == _INVALID.status else next(kinds, _Kind(status, "", status.phrase))
    example: dict[str, Any] = {
        "type": _type(kind.slug),
        "title": kind.title,
        "status": int(status),
        "detail": kind.detail or _EXAMPLES[status],
        "request_id": "6b6b2691c45546a79af628976af83f55",
    }
    if kind is _INVALID:
        pointer, _, detail = _EXAMPLES[status].partition(": ")
        example["errors"] = [{"pointer": pointer, "detail": detail}]
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": kind.title,
        "headers": {name: {"schema": {"type": "string"}} for name in kind.headers or ()},
        "content": {MEDIA_TYPE: {"schema": schema, "example": example}},
    }


def _response(
    scope: Scope,
    status: int,
    detail: str,
    slug: str,
    title: str,
    headers: Mapping[str, str] | None = None,
    faults: list[Fault] | None = None,
) -> JSONResponse:
    problem = Problem(
        type=_type(slug),
        title=title,
        status=status,
        detail=detail,
        instance=quote(scope["path"]) if status != HTTPStatus.REQUEST_URI_TOO_LONG else None,
        request_id=_request_id(scope),
        errors=faults,
    )
    body = problem.model_dump(exclude_none=True)
    return JSONResponse(body, int(status), dict(headers or {}), MEDIA_TYPE)


def _type(slug: str) -> str:
    return f"urn:counterclaim:problem:{slug}" if slug else "about:blank"


def _request_id(scope: Scope) -> str | None:
    return scope.get("state", {}).get("request_id")
