"""Turtle, TriG and N-Triples by Oxigraph's parser, many times as fast as rdflib's, into plain triples.

What it refuses, or reads as more than RDF 1.1, is left to rdflib, whose errors name the line.
"""

import pyoxigraph as ox

from ..light import Term, Triple

_FORMATS = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG, "nt": ox.RdfFormat.N_TRIPLES}
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_DIRECTED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString"


def quickly(text: str, format_: str) -> list[Triple] | None:
    """Return all triples of a text; None when this cannot, or should not, read it."""
    if format_ not in _FORMATS:
        return None
    quads = ox.parse(text, format=_FORMATS[format_], rename_blank_nodes=True)
    try:
        return [(_named(quad.subject), _named(quad.predicate), _term(quad.object)) for quad in quads]
    except (SyntaxError, ValueError, TypeError):
        return None


def _named(term: object) -> str:
    """Return an IRI or a blank node; TypeError for what RDF 1.1 does not have there."""
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    raise TypeError(f"{term} is no term of RDF 1.1")


def _term(term: object) -> Term:
    """Return a term; TypeError for one that RDF 1.1 does not have."""
    if not isinstance(term, ox.Literal):
        return _named(term)
    kind = term.datatype.value
    if kind == _DIRECTED:
        raise TypeError(f"{term} is no term of RDF 1.1")
    if kind == _LANGUAGE:
        return term.value, "", term.language or ""
    return term.value, "" if kind == _STRING else kind, ""
