"""How a claim comes to the reader: who said it, who passed it on."""

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Source


class Chain(BaseModel):
    """One way from a speaker of the claim to a document."""

    statement: str = Field(description="Id of the statement that asserts the claim.")
    hops: list[Speaker] = Field(description="The speaker, then who passed it on, outward.")
    document: Source
    anonymous: bool = Field(description="No hop has a name.")
    certainty: str = Field(description="The least on the way: plain, hedged or rumoured.", examples=["plain"])
    inference: bool = Field(description="True for the writer's own conclusion.")


class Chains(BaseModel):
    """All ways of one claim."""

    claim: Named
    anonymous_only: bool = Field(description="No named speaker on any way.")
    first_speakers: int = Field(
        description="How many different actors say it first; ten reports of one speaker are one origin."
    )
    outlets: int = Field(description="How many different actors publish it, as far as documents name theirs.")
    chains: list[Chain] = Field(
        description="Of the claim, its parts, and larger claims that hold it; oldest first."
    )
