"""Whether an answer that a client keeps still holds: ETags (RFC 9110) from the revision of the graph.

The tag stands for the address, the form, the state of the graph and the service that answers. It is
weak: the bytes depend on compression too. The revision is read before the answer, so an answer may
be newer than its tag says, never older: a client asks once too often rather than keeping old words.
"""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.settings import Settings
from graph.store import Store

VARY = ("Accept", "Accept-Encoding")


class NotModifiedError(Exception):
    """The client has this answer already."""


def not_modified(_: Request, __: Exception) -> Response:
    """Handle NotModifiedError; the headers are added as to every answer."""
    return Response(status_code=304)


def require_news(request: Request, store: Store) -> None:
    """Tag the answer to come; NotModifiedError if the client shows that it has it already."""
    form = getattr(request.state, "form", None)
    if form is None or hasattr(request.state, "etag"):  # No answer from the graph, or tagged already.
        return
    shown = request.headers.get("if-none-match", "")
    # Who shows no tag may get one a second old: at worst the client asks once more, and keeps nothing stale.
    revision = store.revision() if shown else store.recent_revision()
    told = (request.app.state.fingerprint, revision, request.url.path, request.url.query, form)
    tag = f'W/"{hashlib.sha256(repr(told).encode()).hexdigest()[:32]}"'
    request.state.etag = tag
    if tag.removeprefix("W/") in (each.strip().removeprefix("W/") for each in shown.split(",")):
        raise NotModifiedError


def tell_always(request: Request) -> None:
    """Leave the answer to come without a tag: it depends on files that change without the graph."""
    request.state.etag = None


def fingerprint(settings: Settings) -> str:
    """Return a word for all but the graph that answers depend on: our files and the settings."""
    digest = hashlib.sha256(f"{settings.base_iri} {settings.gazetteer}".encode())
    for package in ("api", "cypher", "graph", "ontology"):
        for data in _ours(files(package)):
            digest.update(data)
    if settings.gazetteer and settings.gazetteer.is_file():
        digest.update(settings.gazetteer.read_bytes())
    return digest.hexdigest()


def _ours(place: Traversable) -> Iterator[bytes]:
    for each in sorted(place.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name not in ("__pycache__", "static"):
            yield from _ours(each)
        elif each.name.endswith((".py", ".cypher", ".ttl", ".yaml")):
            yield each.read_bytes()


class Fresh:
    """Says of every answer how long it holds: until the graph changes, or not at all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve with the headers."""
        known = False

        async def send_dated(message: Message) -> None:
            nonlocal known
            if message["type"] == "http.response.start":
                _date(MutableHeaders(scope=message), message["status"], scope.get("state", {}))
                if known := _any_will_do(scope, message):
                    message = {**message, "status": 304, "headers": _without_body(message["headers"])}
                await send(message)
            elif not known:
                await send(message)
            elif not message.get("more_body", False):
                await send({"type": "http.response.body", "body": b""})

        await self.app(scope, receive, send_dated)


def _any_will_do(scope: Scope, message: Message) -> bool:
    """Return whether the client has some answer and asks for one only if there was none: If-None-Match: *.

    Told when the answer is there, for what does not exist is 404 to it too.
    """
    shown = Headers(scope=scope).get("if-none-match", "").strip() if scope["type"] == "http" else ""
    return shown == "*" and message["status"] == 200 and "etag" in Headers(raw=message["headers"])


def _without_body(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if not name.lower().startswith(b"content-")]


def _date(headers: MutableHeaders, status: int, state: dict[str, object]) -> None:
    tag = state.get("etag")
    if isinstance(tag, str) and status in (200, 304):
        headers["ETag"] = tag
    if "form" in state:
        known = [each.strip() for each in headers.get("vary", "").split(",") if each.strip()]
        headers["Vary"] = ", ".join(dict.fromkeys([*VARY, *known]))
    # 'no-cache' lets a client keep the answer and makes it ask whether it still holds.
    headers.setdefault("Cache-Control", "no-cache" if "etag" in headers else "no-store")
