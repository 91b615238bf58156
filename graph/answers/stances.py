"""Where actors stand: single stances, and one actor's positions."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named

Leaning = Literal["supports", "rejects", "demands", "accepts_if", "mixed"]


class Stance(BaseModel):
    """Where one actor stands on a term, plan or claim, in one statement of its own."""

    actor_id: str
    actor: str
    stance: str = Field(
        description="supports, rejects, demands, accepts_if; of a shift on a claim also asserts, denies.",
        examples=["demands"],
    )
    target: str = Field(description="The term or plan itself, or the claim about it.")
    target_id: str = Field(examples=["28-point-plan:ukraine-armed-forces"])
    target_kind: str = Field(description="Term, Plan, PlanVersion or Claim.", examples=["Term"])
    condition: str | None = None
    qualification: str | None = Field(default=None, description="Words that narrow the stance.")
    words: str = Field(description="The words, verbatim: the document's text[start:end].")
    mode: str = Field(description="direct: the speaker's own words; indirect: the reporter's; mixed: both.")
    document: str = Field(description="Title of the document.")
    document_id: str
    start: int
    end: int
    published: str | None = None
    said: str | None = Field(default=None, description="When it was said, if the words tell.")
    statement: str


class Position(BaseModel):
    """Where one actor stands on one term, plan or claim, over time."""

    target: Named
    kind: str = Field(description="Term, Plan, PlanVersion or Claim.", examples=["Term"])
    stance: Leaning = Field(description="The stance of all its statements; mixed when they differ.")
    latest: str | None = Field(description="Publication of the latest of them.")
    stances: list[Stance] = Field(description="Oldest first.")
