"""Asking the graph: one function per question, each on named queries from `cypher/`."""

from .actors import actor, actors
from .backbones import backbone
from .board import board
from .chains import chains
from .claims import claim, disputes, disputes_of
from .documents import document, documents
from .events import events
from .evidence import evidence, statement
from .judgements import judgement, judgements, judgements_on
from .lineage import lineage
from .networks import network
from .paths import path
from .plans import plan, plans
from .positions import positions
from .queries import queries, query
from .radar import contradictions
from .relations import relations
from .search import search
from .series import Filters, Span, polarisation, series
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
    "chains",
    "claim",
    "contradictions",
    "diff",
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
    "path",
    "plan",
    "plans",
    "polarisation",
    "positions",
    "queries",
    "query",
    "relations",
    "search",
    "series",
    "stances",
    "statement",
    "term",
    "terms",
    "timeline",
    "versions",
    "what_if",
]
