"""Silence: who is bound or spoken of and says nothing; how long a claim waited for its denial."""

from pydantic import BaseModel, Field

from .common import Named, Page, Speaker
from .evidence import Evidence, Source


class Bound(BaseModel):
    """An actor that a provision binds, and for which nobody ever spoke of it."""

    actor: Speaker
    term: Named
    text: str = Field(description="The provision, in the words of the draft.")
    since: str | None = Field(
        description="Date of the first draft in which it, or what it came from, bound the actor."
    )
    document: Source = Field(description="Where the provision binds the actor.")


class Unanswered(BaseModel):
    """A claim about an actor, by somebody else, of which nobody spoke for the actor."""

    actor: Speaker
    claim: Named
    since: str | None = Field(description="Publication of the first statement that asserts it.")
    statements: int = Field(description="Live statements of others that assert it.")
    documents: int
    first: list[Evidence] = Field(description="Those of the first document, with their words.")
    denied_by: list[Speaker] = Field(
        description="Who denied it all the same, and does not speak for the actor."
    )


class Denial(BaseModel):
    """How long a claim waited for its first denial."""

    claim: Named
    days: int | None = Field(
        description="From the first assertion to the first denial by somebody else; negative where the "
        "denial came first, null where a date is not known to the day.",
        examples=[2],
    )
    asserted: list[Evidence] = Field(description="The assertions in the first document that has any.")
    denied: list[Evidence] = Field(description="The denials in the first document that has any by others.")


class Silence(BaseModel):
    """All three, one page of each."""

    bound: Page[Bound] = Field(description="Empty where no plan is asked for.")
    unanswered: Page[Unanswered]
    denials: Page[Denial]
