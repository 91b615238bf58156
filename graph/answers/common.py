"""What answers share: names, speakers, pages."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from ..models import ActorKind

T = TypeVar("T")

Row = dict[str, Any]
"""A row of a query."""


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
