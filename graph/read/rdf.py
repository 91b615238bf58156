"""RDF files: Turtle, TriG, N-Triples, JSON-LD and RDF/XML, never fetching anything they refer to."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import rdflib
from rdflib import Dataset, Graph

from ..errors import ReadError
from ..light import Triple, graph_of, triples_of
from ..ontology import source
from .quickly import quickly
from .xml import require_plain

CONTEXT_IRI = "https://w3id.org/counterclaim/context.jsonld"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
MAX_BYTES = 200_000_000
QUADS = ("trig", "json-ld")
"""Formats that may hold named graphs."""


def load_triples(path: Path, format_: str) -> Sequence[Triple]:
    """Return all triples of an RDF file; ReadError says where it does not parse."""
    if path.stat().st_size > MAX_BYTES:
        raise ReadError(f"{path}: larger than {MAX_BYTES:,} bytes")
    return parse_triples(path.read_bytes(), format_, str(path))


def parse_triples(data: bytes, format_: str, name: str) -> Sequence[Triple]:
    """Return all triples of RDF bytes; ReadError says where they do not parse."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: not UTF-8 at byte {error.start}") from error
    if format_ == "json-ld":
        text = _local_contexts(text, name)
    if format_ == "xml":
        require_plain(data, name)
    found = quickly(text, format_)
    if found is not None:
        return found
    found = list(triples_of(_thoroughly(text, format_, name)))
    # Of the two parsers only rdflib lets it pass.
    if any(isinstance(value, tuple) and _SURROGATE.search(value[0]) for _, _, value in found):
        raise ReadError(f"{name}: a literal holds half of a surrogate pair, which is no text")
    return found


def load_rdf(path: Path, format_: str) -> Graph:
    """Return what `load_triples` does as one graph of rdflib."""
    return graph_of(load_triples(path, format_))


def parse_rdf(data: bytes, format_: str, name: str) -> Graph:
    """Return what `parse_triples` does as one graph of rdflib."""
    return graph_of(parse_triples(data, format_, name))


def _thoroughly(text: str, format_: str, name: str) -> Graph:
    """Return all triples of a text by rdflib, or its reason to refuse it."""
    dataset, graph = Dataset(default_union=True), Graph()
    # rdflib would rewrite times and numbers ('Z' to '+00:00'); what was said stays as it was.
    normalize, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        (dataset if format_ in QUADS else graph).parse(data=text, format=format_)
    # rdflib's parsers share no base class for "this does not parse".
    except Exception as error:
        reason = " ".join(str(error).split())[:300]
        raise ReadError(f"{name}: not valid {format_}: {reason}") from error
    finally:
        rdflib.NORMALIZE_LITERALS = normalize
    for subject, predicate, object_ in dataset.triples((None, None, None)):
        graph.add((subject, predicate, object_))
    return graph


def _local_contexts(text: str, name: str) -> str:
    """Put our own context in place of its IRI, and refuse any other remote context."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{name}: not valid JSON: {error}") from error
    if not isinstance(data, dict | list):
        raise ReadError(f"{name}: not valid JSON-LD: it is neither an object nor a list")
    try:
        return json.dumps(_resolved(data, name))
    except RecursionError as error:
        raise ReadError(f"{name}: not valid JSON-LD: nested too deeply") from error


def _resolved(data: Any, name: str) -> Any:
    if isinstance(data, list):
        return [_resolved(item, name) for item in cast(list[Any], data)]
    if not isinstance(data, dict):
        return data
    if "@import" in data:
        raise ReadError(f"{name}: imports the context {data['@import']}; contexts are never fetched")
    return {
        key: _context(value, name) if key == "@context" else _resolved(value, name)
        for key, value in cast(dict[str, Any], data).items()
    }


def _context(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return [_context(item, name) for item in cast(list[Any], value)]
    if value == CONTEXT_IRI:
        return json.loads(source("context.jsonld"))["@context"]
    if isinstance(value, str):
        raise ReadError(f"{name}: refers to the context {value}; contexts are never fetched")
    # A context may hold others for some of its terms, or import one.
    return _resolved(value, name) if isinstance(value, dict) else value
