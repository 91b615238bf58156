"""Answers from the graph, as typed values: the shapes that the API returns and the CLI prints."""

from .actors import ActorAnswer, ActorSummary, Alike, RoleAnswer
from .chains import Chain, Chains
from .changes import CellChange, CellState, Changes, DisputeChange
from .claims import ClaimAnswer, Dispute, Part
from .common import Named, Page, Row, Speaker
from .contradictions import Contradiction, ContradictionKind, Given, GivenBy, Quote
from .digest import Citation, Digest, Piece, Section, Sentence
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
from .origins import Copy, Origin, Origins
from .overreach import Overreach
from .paths import Path, PathEdge, Step
from .plans import Board, BoardActor, BoardTerm, Cell, PlanAnswer, PlanSummary
from .queries import NamedQuery
from .relations import Common, Concept, Relation
from .search import Hit
from .shifts import Consistency, Footing, Retraction, Shift
from .silence import Bound, Denial, Silence, Unanswered
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
from .what_if import Effect, Replaced, WhatIf

__all__ = [
    "ActorAnswer",
    "ActorSummary",
    "Alike",
    "BackboneAnswer",
    "BackboneStep",
    "Board",
    "BoardActor",
    "BoardTerm",
    "Bound",
    "Camp",
    "Cell",
    "CellChange",
    "CellState",
    "Chain",
    "Chains",
    "Changes",
    "Citation",
    "ClaimAnswer",
    "Common",
    "Concept",
    "Consistency",
    "Contradiction",
    "ContradictionKind",
    "Copy",
    "Deed",
    "Denial",
    "Digest",
    "Dispute",
    "DisputeChange",
    "Division",
    "DocumentAnswer",
    "DocumentSummary",
    "DraftStep",
    "DraftSummary",
    "Effect",
    "Evidence",
    "Fate",
    "Followed",
    "Footing",
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
    "Origin",
    "Origins",
    "Overreach",
    "Page",
    "Part",
    "Path",
    "PathEdge",
    "Piece",
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
    "Replaced",
    "Retraction",
    "RoleAnswer",
    "Row",
    "Section",
    "Sentence",
    "Series",
    "Shift",
    "Silence",
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
    "Unanswered",
    "WhatIf",
]
