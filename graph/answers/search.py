"""What full-text search found."""

from pydantic import BaseModel, Field


class Hit(BaseModel):
    """One thing that full-text search found."""

    id: str
    kind: str
    text: str
    score: float = Field(description="Comparable among all but documents, which come last.")
    document: str | None = Field(
        default=None,
        description="Of a statement: id of the document in which it stands; of a document: its id.",
    )
    start: int | None = Field(
        default=None, description="Of a statement: where its words stand in the document."
    )
    end: int | None = None
