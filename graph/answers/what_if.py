"""What another value of a provision would change for those who set conditions on it."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Evidence


class Effect(BaseModel):
    """What the change does to one recorded condition or demand."""

    actor: Speaker
    effect: Literal["loses", "gains", "undecided"] = Field(
        description="loses or gains a reason to object; undecided: the condition is not on the value."
    )
    words: str = Field(description="The condition, or the claim that is demanded, as it is recorded.")
    read: str | None = Field(
        description="How the words were read; null where they say nothing of the value.",
        examples=["≥ 500000"],
    )
    day: str | None = Field(description="When it was said, or else published.")
    statement: Evidence


class Replaced(BaseModel):
    """A condition or demand that counts no more, for the actor took another stance later."""

    actor: Speaker
    words: str = Field(description="The condition, or the claim that is demanded, as it is recorded.")
    read: str | None = Field(description="How the words were read; null where they say nothing of the value.")
    day: str | None = Field(description="When it was said, or else published.")
    statement: Evidence
    later: Evidence = Field(description="The later stance, the first of the actor's latest day.")


class WhatIf(BaseModel):
    """A change of a value, and whose recorded conditions it meets or breaks."""

    term: Named
    property: Literal["amount", "deadline"]
    old: str = Field(examples=["480000"])
    new: str = Field(examples=["520000"])
    unit: str | None = Field(examples=["soldiers"])
    effects: list[Effect] = Field(description="By actor, then oldest first.")
    undecided: list[Effect] = Field(description="Conditions that speak of something else than the value.")
    replaced: list[Replaced] = Field(
        description="What an actor's later stance replaced: no effect, told so that nobody misses it."
    )
