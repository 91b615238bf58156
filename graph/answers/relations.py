"""Who agrees with whom: single actors, and the network of all."""

from typing import Literal

from pydantic import BaseModel, Field

from ..models import ActorKind
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


class NetworkNode(Named):
    """One actor of a network."""

    kind: ActorKind
    statements: int = Field(description="Claims, denials and stances of the actor within the filters.")


class NetworkEdge(BaseModel):
    """Two actors that agree, or disagree."""

    source: str = Field(description="Id of the actor that comes first by id.")
    target: str = Field(description="Id of the other.")
    weight: int = Field(description="On how many claims, terms and plans.")
    on: list[Concept]


class Network(BaseModel):
    """Actors joined by the number of concepts on which they agree, or disagree."""

    kind: Literal["congruence", "conflict"]
    nodes: list[NetworkNode]
    edges: list[NetworkEdge]
    since: str | None = None
    until: str | None = None
