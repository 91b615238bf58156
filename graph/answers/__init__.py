"""Answers from the graph, as typed values: the shapes that the API returns and the CLI prints."""

from .actors import ActorAnswer, ActorSummary, Alike, RoleAnswer
from .claims import ClaimAnswer, Dispute, Part
from .common import Named, Page, Row, Speaker
from .documents import DocumentAnswer, DocumentSummary
from .evidence import Deed, Evidence, Source
from .judgements import Standing
from .search import Hit
from .terms import Contradiction, Given, GivenBy, Stance, TermAnswer, TermSummary

__all__ = [
    "ActorAnswer",
    "ActorSummary",
    "Alike",
    "ClaimAnswer",
    "Contradiction",
    "Deed",
    "Dispute",
    "DocumentAnswer",
    "DocumentSummary",
    "Evidence",
    "Given",
    "GivenBy",
    "Hit",
    "Named",
    "Page",
    "Part",
    "RoleAnswer",
    "Row",
    "Source",
    "Speaker",
    "Stance",
    "Standing",
    "TermAnswer",
    "TermSummary",
]
