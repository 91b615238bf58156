"""What was said, published and done, in order of time."""

from typing import Literal

from pydantic import BaseModel, Field

from .evidence import Evidence


class Moment(BaseModel):
    """One thing in time."""

    at: str = Field(
        description="A year, month, day or time, as precisely as is known.", examples=["2025-11-21"]
    )
    clock: Literal["said", "published", "happened"] = Field(
        description="What `at` is: when it was said; where that is not known, when it was published; "
        "of an event, when it happened."
    )
    kind: Literal["statement", "document", "event"]
    id: str
    title: str = Field(description="The title or name; of a statement, its words.")
    evidence: Evidence | None = Field(default=None, description="Of a statement.")
    answers: list[str] = Field(
        default=[],
        description="Of a denial: ids of the statements that assert what it denies, or a larger claim or a "
        "part of it, whenever they were made.",
    )
