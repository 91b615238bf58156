"""Errors as RFC 9457 problems: the one table from domain errors to HTTP, and what OpenAPI says."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.types import Scope

from graph.engine import EngineError
from graph.errors import (
    CounterclaimError,
    InputError,
    NotFoundError,
    QueryTimeoutError,
    StoreError,
    UnavailableError,
)

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    pointer: str = Field(description="Where: /query/NAME or /path/NAME.", examples=["/query/limit"])
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
    errors: list[Fault] | None = Field(default=None, description="Of a 422: each fault.")


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

# The first class in an error's method resolution order that stands here decides.
_KINDS: dict[type[Exception], _Kind] = {
    InputError: _Kind(HTTPStatus.BAD_REQUEST, "bad-input", "Bad input"),
    NotFoundError: _Kind(HTTPStatus.NOT_FOUND, "not-found", "Not found"),
    UnavailableError: _UNAVAILABLE,
    EngineError: _UNAVAILABLE,
    QueryTimeoutError: _Kind(
        HTTPStatus.GATEWAY_TIMEOUT,
        "query-timeout",
        "Query timeout",
        "The query ran past its time limit; ask for less, by a filter or a smaller limit.",
    ),
    StoreError: _Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "store", "Database failure", _FAULT),
    Exception: _Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", "Internal error", _FAULT),
}


def of_error(scope: Scope, error: Exception) -> JSONResponse:
    """Return the problem of any error that is not HTTP's own; log it if it is a 5xx."""
    kind = next(_KINDS[class_] for class_ in type(error).__mro__ if class_ in _KINDS)
    if kind.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        trace = kind.status == HTTPStatus.INTERNAL_SERVER_ERROR
        place = (scope["method"], scope["path"], _request_id(scope))
        log.error("%s %s (request %s): %s", *place, error, exc_info=error if trace else None)
    detail = kind.detail or str(error)
    return _response(scope, kind.status, detail, kind.slug, kind.title, kind.headers)


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


def on_domain_error(request: Request, error: Exception) -> JSONResponse:
    """Handle CounterclaimError."""
    return of_error(request.scope, error)


def on_http_error(request: Request, error: Exception) -> JSONResponse:
    """Handle the errors that Starlette and our routes raise as HTTP statuses."""
    assert isinstance(error, HTTPException)
    detail, headers = error.detail, dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = "Nothing is at this address; /docs lists all that there is."
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.method} is not possible here; the service is read only."
        headers["Allow"] = "GET, HEAD"
    return of_status(request.scope, error.status_code, detail, headers)


def on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    """Handle parameters that do not match their declaration."""
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(pointer="/" + "/".join(_escape(part) for part in each["loc"]), detail=each["msg"])
        for each in error.errors()
    ]
    return of_faults(request.scope, faults)


HANDLERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    CounterclaimError: on_domain_error,
    HTTPException: on_http_error,
    RequestValidationError: on_invalid_request,
}


_EXAMPLES = {
    400: "'zzz' is not a cursor of this list",
    401: "This key is unknown or revoked; send one as Authorization: Bearer KEY.",
    403: "This key may not write.",
    404: "the graph holds no actor 'nobody'",
    406: "No format suits Accept: 'text/html'; offered are text/turtle.",
    422: "/query/limit: Input should be less than or equal to 500",
}


def responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI descriptions of the problems that a route may answer with."""
    return {status: _description(HTTPStatus(status)) for status in statuses}


def _description(status: HTTPStatus) -> dict[str, Any]:
    kinds = (kind for kind in (*_KINDS.values(), _INVALID) if kind.status == status)
    kind = next(kinds, _Kind(status, "", status.phrase))
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


def _escape(part: object) -> str:
    """Return one step of a JSON pointer (RFC 6901)."""
    return str(part).replace("~", "~0").replace("/", "~1")
