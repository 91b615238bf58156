"""Discourse networks, their course in time, their backbone and their camps."""

from typing import Literal

from pydantic import BaseModel, Field

from ..models import ActorKind
from ..networks.backbone import Method
from ..networks.options import Counting, Kind, Mode, Normalisation
from ..networks.windows import Kernel, Unit
from .common import Named
from .relations import Common

NodeKind = ActorKind | Literal["Claim", "Term", "Plan", "PlanVersion"]


class NetworkNode(Named):
    """One actor of a network, or one concept."""

    kind: NodeKind
    statements: int = Field(
        description="Claims, denials and stances of the actor, or on the concept, within the filters."
    )


class NetworkEdge(BaseModel):
    """Two actors that agree, or disagree; two concepts; or an actor and a concept."""

    source: str = Field(
        description="Id of the one that comes first by id; of the actor, in a two-mode network."
    )
    target: str = Field(description="Id of the other; of the concept, in a two-mode network.")
    weight: int | float = Field(
        description="On how many claims, terms and plans, unless other choices are made."
    )
    on: list[Common] | None = Field(
        default=None,
        description="The claims, terms and plans, of concepts the actors; null where it was not asked for, "
        "and in two-mode networks.",
    )


class Choices(BaseModel):
    """How statements became the network."""

    kind: Kind
    mode: Mode = "actors"
    normalisation: Normalisation = "no"
    duplicates: Counting = "concepts"
    since: str | None = None
    until: str | None = None


class Network(Choices):
    """Nodes, and weighted edges between them."""

    nodes: list[NetworkNode]
    edges: list[NetworkEdge]


class SliceEdge(BaseModel):
    """Two nodes in one window."""

    source: str
    target: str
    weight: float


class Slice(BaseModel):
    """The network of one window."""

    start: str = Field(description="First day.", examples=["2025-11-21"])
    middle: str
    end: str = Field(description="Last day.")
    statements: int = Field(description="How many of those that count lie in it.")
    edges: list[SliceEdge]


class Series(Choices):
    """The same network in moving windows of time."""

    window: Unit
    size: int
    kernel: Kernel
    undated: int = Field(description="Statements whose day is not known: they are in no window.")
    nodes: list[NetworkNode] = Field(description="Of all windows.")
    slices: list[Slice]


class BackboneStep(BaseModel):
    """One concept as a nested backbone leaves it out."""

    concept: Named
    loss: float = Field(description="Of what remains then.")
    redundant_loss: float = Field(description="Of all that has been left out by then.")


class BackboneAnswer(Choices):
    """The concepts that carry a network of actors."""

    method: Method
    kept: list[Named]
    redundant: list[Named]
    loss: float = Field(description="Distance of the kept concepts' network from the whole, from 0 to 2.")
    redundant_loss: float
    steps: list[BackboneStep] = Field(description="Of a nested backbone, in the order they were left out.")


class Camp(BaseModel):
    """Actors that agree with each other more than with others."""

    actors: list[Named]


class Division(BaseModel):
    """How polarised a network is, in one window or altogether."""

    start: str | None = None
    middle: str | None = None
    end: str | None = None
    modularity: float = Field(description="From 0, no camps, to 1.")
    within: float = Field(description="Share of congruence that lies within camps.")
    between: float = Field(description="Share of conflict that lies between camps.")
    camps: list[Camp]


class Polarisation(BaseModel):
    """How far actors fall into camps; one division, or one for each window."""

    normalisation: Normalisation
    duplicates: Counting
    since: str | None = None
    until: str | None = None
    divisions: list[Division]
