"""Turtle, TriG and N-Triples by Oxigraph's parser, many times as fast as rdflib's, into an rdflib graph.

What it refuses, or reads as more than RDF 1.1, is left to rdflib, whose errors name the line.
"""

from functools import lru_cache

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

_FORMATS = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nt": ox.RdfFormat.N_TRIPLES}
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_DIRECTED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString"


def quickly(text: str, format_: str) -> Graph | None:
    """Return all triples of a text as one graph; None when this cannot, or should not, read it."""
    if format_ not in _FORMATS:
        return None
    graph = Graph()
    try:
        for quad in ox.parse(text, format=_FORMATS[format_], rename_blank_nodes=True):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    except (SyntaxError, ValueError, TypeError):
        return None
    return graph


@lru_cache(maxsize=4096)
def _term(term: object) -> Node:
    """Return a term of rdflib; TypeError for one that RDF 1.1 does not have."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        kind = term.datatype.value
        if kind == _LANGUAGE:
            return Literal(term.value, lang=term.language)
        if kind == _DIRECTED:
            raise TypeError(f"{term} is no term of RDF 1.1")
        if kind != _STRING:
            return Literal(term.value, datatype=URIRef(kind), normalize=False)
        return Literal(term.value)
    raise TypeError(f"{term} is no term of RDF 1.1")
