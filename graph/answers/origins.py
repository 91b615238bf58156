"""Where claims come from: first speakers, outlets, copies, independent origins."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Evidence

Hop = Literal["named", "anonymous", "rumoured"]


class Copy(BaseModel):
    """A document that prints another's text."""

    document: Named
    original: Named
    share: float = Field(
        description="Of the shorter text's runs of four words, the share that stands in both.",
        examples=[0.93],
    )


class Origin(BaseModel):
    """One side that says it first, however many speak for it and however many print it."""

    side: list[Speaker] = Field(
        description="The organisation or state that its speakers are with, or the speaker; more than one "
        "where somebody is with several."
    )
    speakers: list[Speaker] = Field(description="Who speaks first, not who passes it on.")
    outlets: list[Named] = Field(description="Who publishes it.")
    statements: int
    first: Evidence = Field(description="The oldest of its statements.")


class Origins(BaseModel):
    """Where one claim comes from."""

    id: str
    claim: str
    statements: int = Field(description="Live statements that assert it, itself or by a larger claim.")
    documents: int
    first_speakers: list[Speaker]
    outlets: list[Named]
    independent_origins: int = Field(description="First speakers, those of one side counted once.")
    anonymous_only: bool = Field(description="On each way some hop has no named speaker.")
    weakest_hop: Hop | None = Field(
        description="The weakest link of the best way: named, anonymous or rumoured; the claim is worth no "
        "more. Null where nobody asserts it."
    )
    origins: list[Origin] = Field(description="Oldest first.")
    copies: list[Copy] = Field(description="Documents among its own that copy another of them.")
