"""Terms of plans."""

from pydantic import Field

from .common import Named
from .evidence import Evidence
from .stances import Stance


class TermSummary(Named):
    """One term in a list."""

    text: str
    topic: str | None = None
    number: str | None = None
    amount: float | None = None
    unit: str | None = None
    draft: Named | None = Field(
        default=None, description="The draft it is of; null for a term of the plan itself."
    )
    binds: list[str]
    statements: int


class TermAnswer(Named):
    """One term with the stances on it and all that is said of it."""

    text: str
    topic: str | None = None
    number: str | None = None
    amount: float | None = None
    unit: str | None = None
    other_values: list[str] = Field(description="Further values that one document gives, in its words.")
    deadline: str | None = Field(default=None, description="By or until when, verbatim.")
    exception: str | None = Field(default=None, description="What it leaves out, verbatim.")
    place: str | None = Field(default=None, description="Where it holds, verbatim.")
    binds: list[Named]
    part_of: list[Named]
    stances: list[Stance]
    statements: list[Evidence]
    more: bool = Field(
        default=False, description="There are more statements; /timeline?term= pages through all."
    )
