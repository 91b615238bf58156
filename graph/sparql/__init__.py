"""SPARQL over what documents state: read-only, never asking anybody else, ended when it takes too long."""

from .endpoint import Endpoint
from .query import FORMS, GRAPHS, TABLES, Query, read_query

__all__ = ["FORMS", "GRAPHS", "TABLES", "Endpoint", "Query", "read_query"]
