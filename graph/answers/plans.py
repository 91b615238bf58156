"""Plans, and the board of who stands where on their terms."""

from typing import Literal

from pydantic import BaseModel, Field

from .common import Named, Speaker
from .evidence import Evidence
from .stances import Leaning, Stance
from .terms import TermSummary

Status = Literal["current", "carried", "stale"]


class PlanSummary(Named):
    """One plan in a list."""

    terms: int
    statements: int = Field(
        description="That bear on the plan, a draft, a term, or a claim about one of these."
    )
    more: bool = Field(description="Whether there are more statements than that: counting stops there.")
    latest: str | None = Field(description="Publication of the latest of them; null where there are more.")


class PlanAnswer(Named):
    """One plan with its terms, the stances on the plan itself, and what is said of it."""

    terms: list[TermSummary]
    stances: list[Stance]
    statements: list[Evidence] = Field(description="On the plan itself or its drafts, oldest first.")
    more: bool = Field(
        default=False, description="There are more statements; /timeline?plan= pages through all."
    )


class BoardTerm(Named):
    """One row of a board."""

    text: str
    draft: Named | None = Field(
        default=None, description="The draft it is of; null for a term of the plan itself."
    )
    topic: str | None = None
    number: str | None = None
    amount: float | None = None
    unit: str | None = None

    @property
    def in_draft(self) -> str:
        """The name, and the draft: two drafts have terms of the same name."""
        return f"{self.name} ({self.draft.name})" if self.draft else self.name


class BoardActor(Speaker):
    """One column of a board."""

    statements: int = Field(description="Statements of the actor on this board.")


class Cell(BaseModel):
    """Where one actor stands on one term."""

    term: str = Field(description="Id.")
    actor: str = Field(description="Id.")
    stance: Leaning = Field(
        description="The stance of all its statements, also of those on claims about the term; mixed when "
        "they differ."
    )
    own: Leaning | None = Field(
        description="The stance of those on the term itself, null if there are none: whoever demands what a "
        "claim about it says may well reject the term."
    )
    status: Status = Field(
        description="current: the term is of the newest draft; carried: the newest draft has it unchanged; "
        "stale: it was changed, split, merged or dropped since."
    )
    step: str | None = Field(
        default=None, description="How it first changed, of a stale one.", examples=["amount"]
    )
    statements: int
    direct: int = Field(description="How many of them are in the actor's own words.")
    latest: str | None = Field(description="Publication of the latest of them.")
    days_old: int | None = Field(description="Days from then to the newest of the board; null if not known.")
    stances: list[Stance] = Field(description="Oldest first.")

    @property
    def own_stances(self) -> list[Stance]:
        """Those on the term itself."""
        return [stance for stance in self.stances if stance.target_kind == "Term"]


class Board(BaseModel):
    """Terms of a plan against actors."""

    plan: Named
    newest: str | None = Field(
        description="Latest publication of all stances on the plan's terms by then; the other filters "
        "do not move it, so that a stance is as old in a part of the board as in the whole."
    )
    terms: list[BoardTerm] = Field(description="In the plan's order: by number, then by id.")
    actors: list[BoardActor] = Field(description="Those with the most statements first.")
    cells: list[Cell] = Field(description="Only where the actor takes a stance; by term, then by actor.")
