"""What contradicts itself or something else, with the words."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named
from .evidence import Evidence

ContradictionKind = Literal[
    "actor-against-itself", "outlet-against-itself", "two-values", "dated-before", "two-authors"
]


class Quote(BaseModel):
    """Words of a document that are no statement's."""

    words: str = Field(description="Verbatim: the document's text[start:end].")
    start: int
    end: int


class GivenBy(BaseModel):
    """A document that gives a value."""

    id: str
    title: str
    published: str | None = None
    quote: Quote | None = Field(
        default=None,
        description="The words that give it; null where they are not found for certain, and beyond "
        "the first 10 documents.",
    )


class Given(BaseModel):
    """One value of a provision, with the documents that give it, the earliest first."""

    value: str
    unit: str | None = None
    documents: list[GivenBy]


class Contradiction(BaseModel):
    """Two pieces that cannot both be true, or a document that tells of what lies ahead of it."""

    id: str = Field(
        description="Depends on what contradicts what, not on how often it is said. Dismiss it by this id.",
        examples=["0d5ab2d1b6f8c1e4"],
    )
    kind: ContradictionKind = Field(examples=["two-values"])
    since: str | None = Field(description="Publication of the second piece.", examples=["2025-11-23"])
    until: str | None = Field(default=None, description="Publication of the retraction that ended it.")
    actor: Named | None = Field(default=None, description="Who is against itself.")
    claims: list[Named] = Field(
        default=[], description="The claim that is asserted and denied, or the two that do not go together."
    )
    term: Named | None = Field(default=None, description="The provision with two values.")
    property: str | None = Field(
        default=None, description="amount, number, deadline or binds.", examples=["amount"]
    )
    values: list[Given] = Field(default=[], description="Its values, the one that was given first before.")
    published: str | None = Field(default=None, description="Of dated-before: the document's own date.")
    reports: str | None = Field(default=None, description="Of dated-before: the date of what it reports.")
    statements: list[Evidence] = Field(
        default=[], description="The pieces that are statements, oldest first."
    )
    pieces: int = Field(
        description="How many statements, or documents, there are in all; of each side 10 are shown."
    )
    dismissed: str | None = Field(
        default=None, description="Id of the judgement that this is a false alarm; undo it by this id."
    )
