"""Answers from the graph, as typed values: the shapes that the API returns and the CLI prints."""

from .actors import ActorAnswer, ActorSummary, Alike, RoleAnswer
from .chains import Chain, Chains
from .claims import ClaimAnswer, Dispute, Part
from .common import Named, Page, Row, Speaker
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
from .silence import Bound, Denial, Silence, Unanswered
from .stances import Position, Stance
from .terms import Contradiction, Given, GivenBy, TermAnswer, TermSummary
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
    "Chain",
    "Chains",
    "ClaimAnswer",
    "Common",
    "Concept",
    "Contradiction",
    "Copy",
    "Deed",
    "Denial",
    "Dispute",
    "Division",
    "DocumentAnswer",
    "DocumentSummary",
    "DraftStep",
    "DraftSummary",
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
    "Origin",
    "Origins",
    "Overreach",
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
    "Relation",
    "RoleAnswer",
    "Row",
    "Series",
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
]
