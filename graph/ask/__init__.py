"""Asking the graph: one function per question, each on named queries from `cypher/`."""

from .actors import actor, actors
from .claims import claim, disputes
from .documents import document, documents
from .evidence import evidence
from .judgements import judgement, judgements, judgements_on
from .search import search
from .terms import contradictions, term, terms

__all__ = [
    "actor",
    "actors",
    "claim",
    "contradictions",
    "disputes",
    "document",
    "documents",
    "evidence",
    "judgement",
    "judgements",
    "judgements_on",
    "search",
    "term",
    "terms",
]
