"""Lists as CSV (RFC 4180): a row per item, a column per field; made from the JSON of any list."""

import csv
import io
import json
import re
from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin

from pydantic import BaseModel
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.networktables import safe

DEPTH = 3
"""How deep objects in objects become columns of their own: `document.publisher`."""


class Tables:
    """Turns the JSON of a list into CSV where that is the chosen form."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, and rewrite the answer once it is whole; a page of a list is small."""
        start: Message = {}
        body = bytearray()

        async def send_table(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _wanted(scope, message):
                start = message
            elif message["type"] == "http.response.body" and start:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _send(scope, start, bytes(body), send)
            else:
                await send(message)

        await self.app(scope, receive, send_table)


def _wanted(scope: Scope, message: Message) -> bool:
    state = scope.get("state", {})
    kind = Headers(raw=message["headers"]).get("content-type", "")
    return state.get("form") == "csv" and message["status"] == 200 and kind.startswith("application/json")


async def _send(scope: Scope, start: Message, body: bytes, send: Send) -> None:
    text = table(scope["state"]["table"], json.loads(body)["items"]).encode()
    headers = MutableHeaders(raw=start["headers"])
    headers["Content-Type"] = "text/csv; charset=utf-8; header=present"
    headers["Content-Length"] = str(len(text))
    name = scope["path"].strip("/").rpartition("/")[2]
    headers["Content-Disposition"] = f'attachment; filename="{re.sub("[^a-z]+", "-", name)}.csv"'
    await send(start)
    await send({"type": "http.response.body", "body": text})


def table(model: type[BaseModel], items: Iterable[dict[str, Any]]) -> str:
    """Return items as CSV, with the columns of their model, also when there are none."""
    names = list(_columns(model))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_cell(_value(item, name)) for name in names] for item in items)
    return out.getvalue()


def _columns(model: type[BaseModel], depth: int = DEPTH) -> Iterable[str]:
    for name, field in model.model_fields.items():
        inner = _model(field.annotation) if depth > 1 else None
        if inner is None:
            yield name
        else:
            yield from (f"{name}.{rest}" for rest in _columns(inner, depth - 1))


def _model(annotation: Any) -> type[BaseModel] | None:
    """Return the model of a field that holds one object, or perhaps none."""
    held = [each for each in _options(annotation) if each is not type(None)]
    only: Any = held[0] if len(held) == 1 else None
    return only if isinstance(only, type) and issubclass(only, BaseModel) else None


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _value(item: Any, name: str) -> Any:
    for step in name.split("."):
        item = cast(dict[str, Any], item).get(step) if isinstance(item, dict) else None
    return item


def _cell(value: Any) -> str | int | float:
    """Return what stands in one cell; a text that a spreadsheet would run as a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    return safe(value if isinstance(value, str) else _joined(value))


def _joined(value: Any) -> str:
    items = cast(list[Any], value) if isinstance(value, list) else None
    if items is not None and all(isinstance(item, str) for item in items):
        return "; ".join(items)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
