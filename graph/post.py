"""One HTTP POST with a limit on time and size; no redirect is followed and no proxy is used."""

import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from .deadline import Deadline
from .errors import InputError, ReadError

MAX_BYTES = 4_000_000
"""Bytes of an answer: some hundred times what an annotation of one piece of an article takes."""


class Unreachable(Exception):  # noqa: N818 - not for the user: the client turns it into an error of ours
    """The request got no whole answer; trying again may help."""


@dataclass(frozen=True)
class Reply:
    """An answer as it came."""

    status: int
    retry_after: str | None
    body: str


def post(url: str, body: bytes, headers: dict[str, str], timeout: float, *, named: str) -> Reply:
    """Return the answer to a POST, all of it within `timeout` seconds; `named` is who gave the address.

    Raises Unreachable (refused, timed out, broken off), ReadError (too large), InputError (no such URL).
    """
    connection, deadline = _connection(url, timeout, named), Deadline(timeout)
    try:
        connection.connect()
        with deadline.over(connection.sock):
            connection.request("POST", _target(url), body, headers)
            with connection.getresponse() as response:
                data = _read(response, named)
    except UnicodeError as error:
        raise InputError(f"{named}: not an address that can be called") from error
    except (OSError, HTTPException) as error:
        late = deadline.expired.is_set() or isinstance(error, TimeoutError)
        raise Unreachable(str(deadline) if late else _reason(error)) from error
    finally:
        connection.close()
    if deadline.expired.is_set():
        raise Unreachable(str(deadline))
    return Reply(response.status, response.headers.get("Retry-After"), data.decode("utf-8", "replace"))


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _connection(url: str, timeout: float, named: str) -> HTTPConnection:
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InputError(f"{named}: {error}") from error
    if parts.scheme == "https":
        return HTTPSConnection(host, port, timeout=timeout, context=ssl.create_default_context())
    return HTTPConnection(host, port, timeout=timeout)


def _read(response: HTTPResponse, named: str) -> bytes:
    data = response.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadError(f"{named}: the answer is larger than {MAX_BYTES:,} bytes; is this the right address?")
    # Given a size, read() is silent about an answer that is shorter than it was announced.
    if response.length:
        raise ConnectionError("the connection was closed in the middle of the answer")
    return data


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
