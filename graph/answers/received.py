"""What became of a document that was handed in."""

from typing import Literal

from pydantic import BaseModel, Field

from ..models import Annotation


class LeftOut(BaseModel):
    """Words of the article that the reader did not understand, or that contradict others."""

    reason: str
    kind: Literal["not understood", "contradiction"]
    exact: str = Field(description="The words: document.text[start:end].")
    start: int
    end: int
    line: int | None = Field(default=None, description="Of what was sent, from 1, where it is known.")


class Dropped(BaseModel):
    """A line that is no part of the article, such as a teaser."""

    exact: str
    line: int | None = Field(default=None, description="Of what was sent, from 1, where it is known.")


class Counts(BaseModel):
    """How much was understood."""

    statements: int
    claims: int
    actors: int
    terms: int


class Understanding(BaseModel):
    """One document: what was understood of it, what not, and what became of it."""

    id: str
    title: str
    outcome: Literal["added", "replaced", "unchanged"] | None = Field(
        description="What the graph did with it; null when nothing was to be stored."
    )
    counts: Counts
    omissions: list[LeftOut]
    dropped: list[Dropped] = Field(description="Lines that are no part of the article, such as teasers.")
    notes: list[str] = Field(description="What the reader reports, such as its cost.")
    annotation: Annotation | None = Field(
        default=None, description="With dry_run: all that was understood; to be corrected and sent again."
    )


class Received(BaseModel):
    """All that one body held."""

    stored: bool
    documents: list[Understanding]
    judgements: int = Field(description="Judgements of persons that stood beside the documents.")
    compared: bool = Field(description="Whether the graph was asked; with dry_run not, if it did not answer.")
    refused: str | None = Field(
        default=None,
        description="With dry_run: why the graph would refuse this; null if it would not, or was not asked.",
    )
