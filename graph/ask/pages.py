"""Pages: cursors, and the row that must be there."""

import base64
import json
from collections.abc import Callable, Sequence
from math import inf
from typing import TypeVar, cast

from pydantic import BaseModel

from ..answers import Page, Row
from ..errors import InputError, NotFoundError

T = TypeVar("T", bound=BaseModel)
Item = TypeVar("Item")


def one(rows: list[Row], what: str, id_: str) -> Row:
    """Return the first row; NotFoundError when there is none."""
    if not rows:
        raise NotFoundError(f"the graph holds no {what} {id_!r}")
    return rows[0]


def next_cursor(rows: list[Row], limit: int, of: str, *keys: str) -> str | None:
    """Return the cursor after the last row of a page, if the query found a row beyond it."""
    return encode(of, *(rows[limit - 1][key] for key in keys)) if len(rows) > limit else None


def paged(
    items: Sequence[Item],
    key: Callable[[Item], tuple[str, str]],
    after: str | None,
    limit: int,
    of: str,
    *,
    falling: bool = False,
) -> tuple[list[Item], str | None]:
    """Return one page of a whole list, sorted by `key`, and the cursor of the next page, if there is one.

    The cursor is the key of the last item, so that no item comes twice though the list grew meanwhile.
    """
    last = decode(after, of, 2)
    ordered = sorted(items, key=key, reverse=falling)
    if after is not None:
        place = (last[0] or "", last[1] or "")
        ordered = [x for x in ordered if (key(x) < place if falling else key(x) > place)]
    more = len(ordered) > limit
    return ordered[:limit], encode(of, *key(ordered[limit - 1])) if more else None


def whole(read: Callable[[str | None], Page[T]], most: float = inf) -> list[T]:
    """Return the items of all pages of a list; of one that is longer, a little more than `most` of them."""
    page = read(None)
    items = list(page.items)
    while page.next is not None and len(items) <= most:
        page = read(page.next)
        items += page.items
    return items


def filled(read: Callable[[str | None, int], Page[T]], limit: int) -> Page[T]:
    """Return a page of `limit` items where pages may hold fewer though there are more.

    `read` is given a cursor, and how many are wanted still.
    """
    page = read(None, limit)
    items = list(page.items)
    while page.next is not None and len(items) < limit:
        page = read(page.next, limit - len(items))
        items += page.items
    return page.model_copy(update={"items": items})


def encode(of: str, *values: str) -> str:
    """Return the cursor of a list, named by `of`, that stands for the values."""
    return base64.urlsafe_b64encode(json.dumps([of, *values]).encode()).decode().rstrip("=")


def decode(cursor: str | None, of: str, size: int) -> list[str | None]:
    """Return the `size` values of a cursor, or Nones without one; InputError if it is none of the list `of`.

    A cursor of another list would be read as a place in this one, and silently leave things out.
    """
    if cursor is None:
        return [None] * size
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        values = [*cast(list[str | None], json.loads(base64.urlsafe_b64decode(padded)))]
        "".join(map(str, values)).encode()  # half of a surrogate pair is no text
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError(f"{cursor!r} is not a cursor of this list") from error
    if [type(value) for value in values] != [str] * (size + 1) or values[0] != of:
        raise InputError(f"{cursor!r} is not a cursor of this list")
    return values[1:]
