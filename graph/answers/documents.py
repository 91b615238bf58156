"""Documents, in a list and alone."""

from pydantic import Field

from .common import Named, Span
from .evidence import Evidence, Source


class DocumentSummary(Source):
    """One document in a list."""

    author: str | None = None
    statements: int


class Mention(Named):
    """An actor, term, plan or event that a document names, and where."""

    kind: str = Field(examples=["Person"])
    spans: list[Span] = Field(description="In the order of the text.")


class DocumentAnswer(Source):
    """One document with its text and what it reports, in the order of the text."""

    author: str | None = None
    language: str
    sha256: str
    text: str
    mentions: list[Mention] = Field(description="By where each is named first.")
    statements: list[Evidence]
    more: bool = Field(default=False, description="There are more statements; /export?document= holds all.")
