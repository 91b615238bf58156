"""Documents, in a list and alone."""

from .evidence import Evidence, Source


class DocumentSummary(Source):
    """One document in a list."""

    author: str | None = None
    statements: int


class DocumentAnswer(Source):
    """One document with its text and what it reports, in the order of the text."""

    author: str | None = None
    language: str
    sha256: str
    text: str
    statements: list[Evidence]
