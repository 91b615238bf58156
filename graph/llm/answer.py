"""A model's answer as data: the JSON object in it, and the items that have the right form."""

import json
from typing import Any, NamedTuple, cast

from pydantic import ValidationError

from .schema import KINDS, with_slugs

MOST_STARTS = 50
"""Braces that are tried as the beginning of the object: prose has few."""


class Item(NamedTuple):
    """One item of an answer, in the form of its model."""

    kind: str
    fields: dict[str, Any]


class Malformed(NamedTuple):
    """One item of an answer that has not the right form."""

    kind: str
    raw: object
    reason: str


def find_object(content: str) -> dict[str, Any] | None:
    """Return the first JSON object in a text that has one of our lists, whatever stands around it."""
    decoder, at = json.JSONDecoder(), content.find("{")
    for _ in range(MOST_STARTS):
        if at < 0:
            return None
        try:
            found: Any = decoder.raw_decode(content, at)[0]
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and set(cast("dict[str, Any]", found)) & set(KINDS):
            return cast("dict[str, Any]", found)
        at = content.find("{", at + 1)
    return None


def items(data: dict[str, Any]) -> tuple[list[Item], list[Malformed]]:
    """Return the items of an answer, and those whose form is wrong with the reason."""
    good, bad = list[Item](), list[Malformed]()
    for kind, model in KINDS.items():
        listed = data.get(kind)
        for raw in cast("list[Any]", listed) if isinstance(listed, list) else []:
            try:
                good.append(Item(kind, model.model_validate(with_slugs(raw)).model_dump()))
            except RecursionError:
                bad.append(Malformed(kind, None, f"{kind}: nested too deeply"))
            except ValidationError as error:
                first = error.errors(include_url=False, include_input=False)[0]
                where = ".".join(map(str, first["loc"]))
                bad.append(Malformed(kind, raw, f"{kind}: {where}: {first['msg']}"))
    return good, bad
