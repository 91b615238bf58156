"""What changed between two moments."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named
from .evidence import Evidence
from .plans import Status
from .stances import Leaning, Stance

DisputeState = Literal["unknown", "undisputed", "disputed", "unclaimed", "unasserted"]


class DisputeChange(BaseModel):
    """One claim whose dispute stands otherwise than before."""

    claim: Named
    before: DisputeState = Field(
        description="unknown: nobody had asserted or denied it yet; unasserted: no live statement is left; "
        "the others as in /disputes."
    )
    after: DisputeState
    added: list[Evidence] = Field(description="Live assertions and denials that were not there before.")
    removed: list[Evidence] = Field(description="Those that their own speakers took back since.")
    retractions: list[Evidence] = Field(description="The words that took them back.")


class CellState(BaseModel):
    """How a cell of the board stood at one moment."""

    stance: Leaning = Field(description="Of all stances, also of those on claims about the term.")
    own: Leaning | None = Field(description="Of those on the term itself; null if there are none.")
    status: Status
    step: str | None = Field(default=None, description="How the term first changed, of a stale stance.")


class CellChange(BaseModel):
    """One cell of the board that came, went, or whose stance or status differs."""

    term: Named
    draft: Named | None = Field(
        default=None, description="The draft it is of; null for a term of the plan itself."
    )
    actor: Named
    before: CellState | None = Field(description="Null where there was no stance.")
    after: CellState | None = Field(description="Null where there is none any more.")
    stances: list[Stance] = Field(description="All in the cell at the later moment, else at the earlier.")
    new: list[str] = Field(description="Ids of the statements that were not there before.")


class Changes(BaseModel):
    """What changed between two moments, each seen as published by then."""

    start: str
    end: str
    plan: Named | None = Field(
        default=None, description="Of which the board is, and that the claims are about."
    )
    disputes: list[DisputeChange] = Field(description="Claims spoken of latest first.")
    board: list[CellChange] = Field(description="In the order of the board; empty without a plan.")
    more: bool = Field(
        default=False,
        description="More claims were spoken of than were compared; ask for less time or one plan.",
    )
