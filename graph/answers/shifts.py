"""How positions move: shifts, retractions, and how consistent each actor is."""

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Evidence
from .stances import Stance


class Footing(BaseModel):
    """What one actor did to one thing on one day."""

    day: str = Field(description="When it was said, else published.", examples=["2025-11-21"])
    acts: list[str] = Field(description="Each once, in order of the alphabet.", examples=[["rejects"]])
    targets: list[Named] = Field(description="The claim; or the provision, which may be of another draft.")
    words: list[Stance] = Field(
        description="Every statement of the day, but what only repeats earlier words."
    )


class Shift(BaseModel):
    """An actor did otherwise to one thing than on the day before on which it spoke of it."""

    actor: Speaker
    kind: str = Field(description="Term or Claim.", examples=["Term"])
    before: Footing
    after: Footing
    published: str = Field(description="First publication of the second piece.")


class Retraction(BaseModel):
    """An actor took back what it had said."""

    actor: Speaker
    claim: Named
    published: str | None = Field(description="Publication of the retraction.")
    retraction: Evidence
    of: list[Evidence] = Field(
        description="Its own earlier words, oldest first; empty if the graph has none."
    )


class Consistency(BaseModel):
    """How often an actor kept to what it had said."""

    actor: Speaker
    compared: int = Field(description="Pairs of neighbouring days on which it spoke of one thing.")
    shifted: int = Field(description="Those between which it shifted.")
    score: float = Field(description="The share without a shift, 0 to 1.")
