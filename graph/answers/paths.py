"""How two things hang together."""

from pydantic import BaseModel, Field

from .common import Named


class PathEdge(BaseModel):
    """An edge of the graph from one step to the next."""

    type: str = Field(examples=["SPOKEN_BY"])
    forward: bool = Field(description="Whether it points to the next step, or from it.")


class Step(Named):
    """One node on the way; of a statement, `name` holds its words."""

    kind: str = Field(examples=["Claim"])
    edge: PathEdge | None = Field(default=None, description="Leads to the next step; null on the last.")


class Path(BaseModel):
    """One of the shortest ways between two actors, claims, terms or plans: the first one by ids."""

    steps: list[Step]
