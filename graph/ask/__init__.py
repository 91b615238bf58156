"""Asking the graph: one function per question, each on named queries from `cypher/`."""

from .actors import actor, actors
from .backbones import backbone
from .board import board
from .chains import chains
from .changes import changes
from .claims import claim, disputes, disputes_of
from .copying import copies_of
from .digest import digest
from .documents import document, documents
from .events import events
from .evidence import evidence, statement
from .judgements import judgement, judgements, judgements_on
from .lineage import lineage
from .networks import network
from .origins import origins, origins_of
from .overreach import overreach
from .paths import path
from .plans import plan, plans
from .positions import positions
from .queries import queries, query
from .radar import contradictions
from .relations import relations
from .search import search
from .series import Filters, Span, polarisation, series
from .shifts import consistency, shifts, shifts_of
from .silence import bound, denials, silence, unanswered
from .statements import statements
from .takings import retractions
from .terms import stances, term, terms
from .timeline import timeline
from .versions import diff, versions
from .what_if import what_if

__all__ = [
    "Filters",
    "Span",
    "actor",
    "actors",
    "backbone",
    "board",
    "bound",
    "chains",
    "changes",
    "claim",
    "consistency",
    "contradictions",
    "copies_of",
    "denials",
    "diff",
    "digest",
    "disputes",
    "disputes_of",
    "document",
    "documents",
    "events",
    "evidence",
    "judgement",
    "judgements",
    "judgements_on",
    "lineage",
    "network",
    "origins",
    "origins_of",
    "overreach",
    "path",
    "plan",
    "plans",
    "polarisation",
    "positions",
    "queries",
    "query",
    "relations",
    "retractions",
    "search",
    "series",
    "shifts",
    "shifts_of",
    "silence",
    "stances",
    "statement",
    "statements",
    "term",
    "terms",
    "timeline",
    "unanswered",
    "versions",
    "what_if",
]
