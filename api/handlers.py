"""What is raised becomes a problem: one handler per kind of error."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.routing import Match

from graph.errors import CounterclaimError, DateError, QueryTimeoutError, UnknownFilterError

from .params import MEANT
from .problems import Fault, of_error, of_faults, of_status


def on_domain_error(request: Request, error: Exception) -> JSONResponse:
    """Handle CounterclaimError; where a query took too long, tell which filters would help."""
    if type(error) is QueryTimeoutError and (filters := _filters(request)):
        advice = f"The query ran past its time limit; ask for less: give {' or '.join(filters)}."
        return of_error(request.scope, error, advice)
    return of_error(request.scope, error, faults=_pointed(request, error))


def _pointed(request: Request, error: Exception) -> list[Fault] | None:
    """Return which parameters of the query an error is about, if it tells."""
    told: dict[str, str] = {}
    if isinstance(error, UnknownFilterError):
        told = {name: detail for name, detail in error.faults.items() if name in request.query_params}
    if isinstance(error, DateError):
        told = {name: str(error) for name, value in request.query_params.items() if value == error.given}
    return [Fault(pointer=f"/query/{_escape(name)}", detail=detail) for name, detail in told.items()] or None


def _filters(request: Request) -> list[str]:
    """Return the filters that the route takes, that narrow most and that are not given."""
    route = request.scope.get("route")
    known = (
        {each.alias for each in get_flat_params(route.dependant)}
        if isinstance(route, APIRoute)
        else set[str]()
    )
    return [name for name in NARROWING if name in known and name not in request.query_params]


def on_http_error(request: Request, error: Exception) -> JSONResponse:
    """Handle the errors that Starlette and our routes raise as HTTP statuses."""
    assert isinstance(error, HTTPException)
    detail, headers = error.detail, dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = "Nothing is at this address; /docs lists all that there is."
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_allowed(request))
        detail = f"{request.method} is not possible here; {headers['Allow']} are."
    return of_status(request.scope, error.status_code, detail, headers)


def _allowed(request: Request) -> list[str]:
    """Return the methods that the address takes, by whichever of its routes."""
    scope = {
        k: v for k, v in request.scope.items() if k not in ("fastapi", "route", "endpoint", "path_params")
    }

    def takes(method: str) -> bool:
        routes = request.app.router.routes
        return any(route.matches({**scope, "method": method})[0] is Match.FULL for route in routes)

    methods = [method for method in ("GET", "POST", "PUT", "PATCH", "DELETE") if takes(method)]
    return ["GET", "HEAD", *methods[1:]] if methods[:1] == ["GET"] else methods


def on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    """Handle parameters that do not match their declaration."""
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(pointer="/" + "/".join(_escape(part) for part in each["loc"]), detail=_words(each))
        for each in error.errors()
    ]
    return of_faults(request.scope, faults)


def _words(fault: dict[str, Any]) -> str:
    meant = MEANT.get(fault.get("ctx", {}).get("pattern"))
    return f"{fault['input']!r} is not {meant}" if meant else fault["msg"]


NARROWING = ("claim", "term", "plan", "actor", "document", "publisher", "topic")
"""Filters by a key, those that leave least first."""

HANDLERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    CounterclaimError: on_domain_error,
    HTTPException: on_http_error,
    RequestValidationError: on_invalid_request,
}


def _escape(part: object) -> str:
    """Return one step of a JSON pointer (RFC 6901)."""
    return str(part).replace("~", "~0").replace("/", "~1")
