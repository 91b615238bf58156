"""What full-text search found."""

from pydantic import BaseModel, Field


class Hit(BaseModel):
    """One thing that full-text search found."""

    id: str
    kind: str
    text: str
    score: float
    document: str | None = Field(default=None, description="Of a statement: where it stands.")
