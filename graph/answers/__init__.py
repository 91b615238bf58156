"""Answers from the graph, as typed values: the shapes that the API returns and the CLI prints."""

from .actors import ActorAnswer, ActorSummary, Alike, RoleAnswer
from .chains import Chain, Chains
from .claims import ClaimAnswer, Dispute, Part
from .common import Named, Page, Row, Speaker
from .contradictions import Contradiction, ContradictionKind, Given, GivenBy, Quote
from .documents import DocumentAnswer, DocumentSummary, Mention
from .evidence import Deed, Evidence, Source
from .judgements import Standing
from .networks import (
    BackboneAnswer,
    BackboneStep,
    Camp,
    Division,
    Network,
    NetworkEdge,
    NetworkNode,
    Polarisation,
    Series,
    Slice,
    SliceEdge,
)
from .paths import Path, PathEdge, Step
from .plans import Board, BoardActor, BoardTerm, Cell, PlanAnswer, PlanSummary
from .queries import NamedQuery
from .relations import Common, Concept, Relation
from .search import Hit
from .stances import Position, Stance
from .terms import TermAnswer, TermSummary
from .timeline import Moment
from .versions import (
    DraftStep,
    DraftSummary,
    Fate,
    Followed,
    PlanDiff,
    PlanVersions,
    ProvisionPair,
    ProvisionText,
    Stated,
    Stretch,
)
from .what_if import Effect, WhatIf

__all__ = [
    "ActorAnswer",
    "ActorSummary",
    "Alike",
    "BackboneAnswer",
    "BackboneStep",
    "Board",
    "BoardActor",
    "BoardTerm",
    "Camp",
    "Cell",
    "Chain",
    "Chains",
    "ClaimAnswer",
    "Common",
    "Concept",
    "Contradiction",
    "ContradictionKind",
    "Deed",
    "Dispute",
    "Division",
    "DocumentAnswer",
    "DocumentSummary",
    "DraftStep",
    "DraftSummary",
    "Effect",
    "Evidence",
    "Fate",
    "Followed",
    "Given",
    "GivenBy",
    "Hit",
    "Mention",
    "Moment",
    "Named",
    "NamedQuery",
    "Network",
    "NetworkEdge",
    "NetworkNode",
    "Page",
    "Part",
    "Path",
    "PathEdge",
    "PlanAnswer",
    "PlanDiff",
    "PlanSummary",
    "PlanVersions",
    "Polarisation",
    "Position",
    "ProvisionPair",
    "ProvisionText",
    "Quote",
    "Relation",
    "RoleAnswer",
    "Row",
    "Series",
    "Slice",
    "SliceEdge",
    "Source",
    "Speaker",
    "Stance",
    "Standing",
    "Stated",
    "Step",
    "Stretch",
    "TermAnswer",
    "TermSummary",
    "WhatIf",
]
