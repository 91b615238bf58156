"""Drafts of a plan: what each provision became in another draft, and what that does to stances."""

from typing import Literal

from pydantic import BaseModel, Field

from ..drafts import Relation
from .common import Named
from .stances import Stance

RELATION = (
    "kept: the same text; amount: one value differs and nothing else; reworded: one for one, otherwise; "
    "split: one for several; merged: several for one; dropped, added: nothing in the other draft is it."
)


class DraftSummary(Named):
    """One draft of a plan."""

    dated: str | None = None
    published: str | None = Field(description="First publication of a document that names it or a provision.")
    provisions: int = Field(description="0: the graph knows the draft by its name only; then it is no step.")


class Fate(BaseModel):
    """What a later draft made of a provision, and with it of the stances on it."""

    version: str = Field(description="Id of the later draft.")
    status: Literal["carried", "stale"] = Field(description="carried: every step to that draft is `kept`.")
    step: Relation | None = Field(default=None, description="Of a stale one: the first step that is not.")


class Followed(BaseModel):
    """A stance on a provision of one draft, with what became of it at each later one."""

    term: str = Field(description="Id of the provision that it was taken on.")
    version: str = Field(description="Id of its draft.")
    stance: Stance
    fates: list[Fate]


class Stretch(BaseModel):
    """A stretch of a text; joined, the stretches are the text."""

    text: str
    changed: bool = Field(description="None of the provisions on the other side has these words there.")


class Stated(BaseModel):
    """Where the words of a provision stand; the offsets are known where the document has all of them."""

    document_id: str
    document: str = Field(description="Title.")
    published: str | None = None
    start: int | None = None
    end: int | None = None


class ProvisionText(Named):
    """One provision in the words of its draft, with what the other draft changed of them."""

    number: str | None = None
    text: str = Field(description="Verbatim.")
    words: list[Stretch]
    stated: Stated | None = Field(description="The first document that states it.")


class ProvisionPair(BaseModel):
    """Provisions of the older draft and what they are in the newer; one side is empty if there is none."""

    relation: Relation = Field(description=RELATION)
    confidence: float = Field(description="0 to 1; 1 where the text is the same or a person judged it.")
    old: list[ProvisionText]
    new: list[ProvisionText]
    old_value: str | None = Field(default=None, description="Of `amount`: the words of the value.")
    new_value: str | None = None
    old_amount: float | str | None = Field(default=None, description="The value; a date as ISO.")
    new_amount: float | str | None = None
    unit: str | None = Field(default=None, description="'date' for a date.", examples=["soldiers"])
    judgement: str | None = Field(default=None, description="Id, where a person put them together.")


class DraftStep(BaseModel):
    """From one draft to the next: how many pairs of each relation."""

    old: str = Field(description="Id.")
    new: str = Field(description="Id.")
    counts: dict[Relation, int]


class PlanVersions(BaseModel):
    """The drafts of a plan, oldest first, and the stances on their provisions draft by draft."""

    plan: Named
    drafts: list[DraftSummary]
    steps: list[DraftStep] = Field(description="Between neighbouring drafts that have provisions.")
    stances: list[Followed] = Field(
        description="Who supports, rejects or accepts under a condition a provision of a draft before the "
        "newest, oldest first."
    )


class PlanDiff(BaseModel):
    """Two drafts of a plan, provision by provision."""

    plan: Named
    old: DraftSummary
    new: DraftSummary
    counts: dict[Relation, int]
    pairs: list[ProvisionPair] = Field(description="In the order of the newer draft, the dropped last.")
    stances: list[Followed] = Field(
        description="On provisions of both drafts; those on the older with what the newer did to them."
    )
