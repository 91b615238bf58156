"""What happens to every request: id, safe headers, last resort, bounds on address and body, HEAD."""

import re
import uuid

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.files import full

from .logs import REQUEST_ID
from .problems import of_error, of_status

MAX_URL = 8 * 1024
MAX_JSON = 200_000
"""Bytes of a body that is no document: it is parsed before anybody asks for a key, while others wait."""
MAX_SPARQL = 1_300_000
"""Bytes of a body that is a query: 100,000 characters take up to 1,200,000 in a form."""

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
# Swagger UI writes styles into its elements and draws with data: images.
_DOCS_CSP = f"{_CSP}; img-src 'self' data:; style-src 'self' 'unsafe-inline'"
_SAFE = {
    "Content-Security-Policy": _CSP,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class RequestId:
    """Takes the client's X-Request-ID if it is sane, else makes one, and sends it back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with an id."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        given = Headers(scope=scope).get("X-Request-ID", "")
        id_ = given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = id_

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Request-ID"] = id_
            await send(message)

        token = REQUEST_ID.set(id_)
        try:
            await self.app(scope, receive, send_with_id)
        finally:
            REQUEST_ID.reset(token)


class SafeHeaders:
    """Tells browsers to load nothing from elsewhere and to guess no content types."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with the headers."""
        docs = scope["type"] == "http" and scope["path"] == "/docs"

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if docs:
                    headers["Content-Security-Policy"] = _DOCS_CSP
                for name, value in _SAFE.items():
                    headers.setdefault(name, value)  # a page that we make may be held more tightly
            await send(message)

        await self.app(scope, receive, send_safely)


class LastResort:
    """Answers with a problem, and logs, when anything unforeseen is raised."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, whatever happens."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = False

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Exception as error:
            disk = full(error, "a file") if isinstance(error, OSError) else None
            response = of_error(scope, disk or error)
            if started:  # Half an answer is out; the server must break the connection.
                raise
            await response(scope, receive, send)


class UrlLimit:
    """Refuses addresses longer than MAX_URL bytes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse."""
        if scope["type"] == "http":
            path = scope.get("raw_path") or scope["path"].encode()
            if len(path) + len(scope["query_string"]) > MAX_URL:
                detail = f"The address is longer than {MAX_URL} bytes."
                return await of_status(scope, 414, detail)(scope, receive, send)
        return await self.app(scope, receive, send)


class BodyLimit:
    """Refuses documents longer than `most` bytes, queries than MAX_SPARQL, other bodies than MAX_JSON.

    Their length may be told beforehand or not.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        most = {"/documents": self.most, "/sparql": MAX_SPARQL}.get(scope["path"], MAX_JSON)
        most = min(self.most, most)
        detail = f"The body is longer than {most} bytes."
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > most:
            return await of_status(scope, 413, detail)(scope, receive, send)
        read = 0

        async def receive_some() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413, detail)
            return message

        return await self.app(scope, receive_some, send)


class HeadAsGet:
    """Answers HEAD as GET without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or serve without the body."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return await self.app(scope, receive, send)

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
            elif not message.get("more_body", False):
                await send({"type": "http.response.body", "body": b""})

        scope.setdefault("state", {})["head"] = True
        return await self.app({**scope, "method": "GET"}, receive, send_head)
