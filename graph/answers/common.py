"""What answers share: names, speakers, pages."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from ..models import ActorKind

T = TypeVar("T")

Row = dict[str, Any]
"""A row of a query."""


def _offsets(given: Any) -> Any:
    """Return the offsets of an RFC 5147 fragment ('char=12,20'), as the graph keeps them."""
    return given.removeprefix("char=").split(",") if isinstance(given, str) else given


def span_of(fragment: str) -> tuple[int, int]:
    """Return the offsets of an RFC 5147 fragment, 'char=12,20'."""
    start, end = fragment.removeprefix("char=").split(",")
    return int(start), int(end)


Span = Annotated[
    tuple[int, int],
    BeforeValidator(_offsets),
    Field(description="Offsets of the first code point and of the one after the last.", examples=[[12, 20]]),
]


class Named(BaseModel):
    """Something by id and name."""

    id: str
    name: str


class Speaker(Named):
    """Who spoke, and what kind of actor that is."""

    kind: ActorKind


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str | None = Field(default=None, description="Cursor of the next page; null on the last.")
