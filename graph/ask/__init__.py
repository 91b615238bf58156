"""Asking the graph: one function per question, each on named queries from `cypher/`."""

from .actors import actor, actors
from .board import board
from .claims import claim, disputes
from .documents import document, documents
from .evidence import evidence, statement
from .plans import plan, plans
from .search import search
from .terms import contradictions, stances, term, terms
from .timeline import timeline

__all__ = [
    "actor",
    "actors",
    "board",
    "claim",
    "contradictions",
    "disputes",
    "document",
    "documents",
    "evidence",
    "plan",
    "plans",
    "search",
    "stances",
    "statement",
    "term",
    "terms",
    "timeline",
]
