"""Who agrees with whom."""

from pydantic import BaseModel, Field

from .common import Named, Speaker


class Concept(Named):
    """A claim, term or plan."""

    kind: str = Field(description="Claim, Term, Plan or PlanVersion.", examples=["Claim"])


class Common(Concept):
    """A claim, term or plan on which two actors agree or disagree."""

    same: bool = Field(description="True where they agree, false where they disagree.")


class Relation(BaseModel):
    """How one actor stands to another."""

    actor: Speaker
    agreements: int = Field(
        description="Claims that both assert or both deny; claims, terms and plans that both want, both "
        "reject or both accept under a condition."
    )
    conflicts: int = Field(
        description="Claims that one denies and the other asserts, whole or in part; what one wants and "
        "the other rejects."
    )
    on: list[Common]
