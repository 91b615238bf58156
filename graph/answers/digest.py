"""A digest: what is new within a period, in sentences that each end in the words that prove them."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Source

SectionId = Literal[
    "drafts", "new_claims", "new_denials", "shifts", "retractions", "contradictions", "silences"
]


class Citation(BaseModel):
    """Words of a document, verbatim."""

    document: Source
    quote: str | None = Field(
        description="document.text[start:end]; null where no words of the document say it for certain."
    )
    start: int | None = None
    end: int | None = None
    statement: str | None = Field(default=None, description="Id, where the words are a statement's.")


class Piece(BaseModel):
    """A part of a sentence, and what proves it."""

    text: str
    citations: list[Citation] = Field(min_length=1)


class Sentence(BaseModel):
    """One thing to tell; it ends in a citation."""

    pieces: list[Piece] = Field(min_length=1)
    actor: Speaker | None = None
    claim: Named | None = None
    term: Named | None = None
    version: str | None = Field(default=None, description="Id of a draft.")
    kind: str | None = Field(
        default=None, description="Of a contradiction its kind, of a provision what became of it."
    )
    finding: str | None = Field(default=None, description="Dismiss it by this id.")
    details: list["Sentence"] = []


class Section(BaseModel):
    """Sentences of one sort."""

    id: SectionId
    title: str
    sentences: list[Sentence]


class Digest(BaseModel):
    """What is new within a period."""

    plan: Named | None = Field(description="All is about it; null for all there is.")
    since: str
    until: str | None = Field(description="As given, else the newest publication.")
    documents: int = Field(description="Published within the period.")
    outlets: int = Field(description="Who published them, as far as they name theirs.")
    sections: list[Section] = Field(description="All of them, also those without a sentence.")
