"""Pages of other origins that may read, and with a key write."""

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from .problems import of_status

OPEN = "/neo4j/"
"""What stands here is open to the Neo4j Browser, wherever that is; it says so itself."""


class Pages(CORSMiddleware):
    """Lets pages of these origins in; never with what a browser adds by itself, such as cookies."""

    def __init__(self, app: ASGIApp, origins: Iterable[str]) -> None:
        super().__init__(
            app,
            allow_origins=tuple(origins),
            allow_methods=("GET", "HEAD", "POST", "DELETE"),
            allow_headers=("Authorization", "Content-Type", "If-None-Match", "X-Request-ID"),
            expose_headers=("Content-Disposition", "ETag", "Link", "Location", "X-Request-ID"),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve; tell as a problem what is refused before it is asked."""
        if scope["type"] == "http" and scope["path"].startswith(OPEN):
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        before = scope.get("method") == "OPTIONS" and "origin" in headers
        if before and "access-control-request-method" in headers:
            answer = self.preflight_response(request_headers=headers)
            if answer.status_code >= 400:
                detail = f"{bytes(answer.body).decode()}; COUNTERCLAIM_CORS_ORIGINS names those that may ask."
                return await of_status(scope, answer.status_code, detail, {"Vary": "Origin"})(
                    scope, receive, send
                )
        return await super().__call__(scope, receive, send)
