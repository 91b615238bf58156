"""What the service logs: a line per request and per failure, as text or as JSON, with the id of the request."""

import json
import logging
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.settings import Settings

REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request that is served, in its task and in the threads that work for it."""

log = logging.getLogger("api.access")


class Lines(logging.Formatter):
    """One line of text per record, with the request's id; a trace follows on lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the text."""
        id_ = REQUEST_ID.get()
        text = super().format(record)
        return f"{record.levelname.lower()}: {text}" + (f" [{id_}]" if id_ and id_ not in text else "")


class JsonLines(logging.Formatter):
    """One JSON object per record, on one line whatever the record holds."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the JSON; what a caller gives as extra={'told': …} becomes fields of its own."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": REQUEST_ID.get(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps({k: v for k, v in line.items() if v is not None}, ensure_ascii=False)


def config(settings: Settings) -> dict[str, Any]:
    """Return the logging of the server process, as `logging.config.dictConfig` takes it."""
    formatter = JsonLines if settings.log_format == "json" else Lines
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": formatter}},
        "handlers": {
            "lines": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stderr"}
        },
        "root": {"handlers": ["lines"], "level": settings.log_level.upper()},
        # The driver tells every retry; what matters of it reaches us as an error.
        "loggers": {"neo4j": {"level": "ERROR"}},
    }


class Access:
    """Logs each request when it is answered: who asked what, how it ended, how long it took."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve and log."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        began, status, size = time.perf_counter(), 500, 0

        async def send_counted(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        # As it came, percent-encoded: no letter of a path can end a line of the log.
        path = (scope.get("raw_path") or b"").decode("ascii", "replace")
        told = {"method": scope["method"], "path": path, "client": (scope.get("client") or [None])[0]}
        try:
            await self.app(scope, receive, send_counted)
        finally:
            ms = round((time.perf_counter() - began) * 1000, 1)
            told |= {"query": scope["query_string"].decode("ascii", "replace"), "status": status}
            told |= {"ms": ms, "bytes": size}
            log.info("%s %s %s %s ms", scope["method"], path, status, ms, extra={"told": told})
