"""Claims, and who disputes which part of them."""

from pydantic import BaseModel, Field

from .evidence import Evidence


class Part(BaseModel):
    """One part of a compound claim, and whether a denial reaches it."""

    id: str
    text: str
    status: str = Field(
        description="denied: a denial addresses it; implied: it follows from the denial of a "
        "larger claim, named in implied_from; unanswered: no denial reaches it.",
        examples=["denied"],
    )
    by: list[str] = Field(description="Ids of the denials.")
    implied_from: str | None = Field(default=None, description="Id of the larger claim denied.")


class Dispute(BaseModel):
    """One claim with both camps, part by part."""

    id: str
    claim: str
    status: str = Field(
        description="disputed; unclaimed (denied, yet nobody in the graph claims it); undisputed; "
        "unasserted (neither claimed nor denied, only questioned, retracted or wanted).",
        examples=["disputed"],
    )
    claimed_by: list[str]
    denied_by: list[str]
    anonymous_only: bool = Field(description="No named speaker on any path to the claim.")
    parts: list[Part]
    latest: str | None = Field(description="Publication of the latest statement on it.")
    asserting: list[Evidence]
    denying: list[Evidence]


class ClaimAnswer(Dispute):
    """One claim with both camps and all else that is said of it."""

    others: list[Evidence] = Field(description="Who questions, retracts, supports, rejects or demands it.")
