"""What is checked of one document in a pack: its RDF against its text, its ids, the shapes."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from rdflib import XSD

from ..errors import InputError, ReadError
from ..light import Index, Term, Triple
from ..project import CONTEXT, EDGES, claim_id, digest, document_id, statement_id
from ..rdf import from_rdf, triples
from ..read.rdf import parse_triples
from ..subgraph import Node, Ref, Subgraph
from ..validate import violations
from .report import Check

_DECIMAL = str(XSD.decimal)
ACTS = {edge: str(act) for act, edge in EDGES.items()}
_FRAGMENT = re.compile(r"char=(\d+),(\d+)")


@dataclass
class Checks:
    """The checks that documents are put to."""

    texts: Check = field(
        default_factory=lambda: Check("texts", "texts have the hash that their document's id is")
    )
    quotes: Check = field(default_factory=lambda: Check("quotes", "quotes stand in the text at their place"))
    ids: Check = field(default_factory=lambda: Check("ids", "ids are those of what they name"))
    shapes: Check = field(default_factory=lambda: Check("shapes", "RDF files satisfy the shapes"))


def check_document(id_: str, rdf: bytes, text: bytes | None, base: str, checks: Checks) -> Subgraph | None:
    """Check one document and return what it states; None when its RDF cannot be read."""
    name = f"documents/{id_}.ttl"
    given = check_shapes(rdf, name, checks.shapes)
    if given is None:
        return None
    try:
        subgraphs = from_rdf(given)
    except (InputError, ValueError, KeyError) as error:
        checks.shapes.failures.append(f"{name}: {error}")
        return None
    if len(subgraphs) != 1:
        checks.ids.failures.append(f"{name}: holds {len(subgraphs)} documents")
        return None
    others = _plain(given.triples) ^ _plain(triples(subgraphs, base))
    checks.ids.require(
        not others, f"{name}: {len(others)} triples are not those of the document, as {_told(others)}"
    )
    _check_text(id_, subgraphs[0], text, checks)
    _check_quotes(subgraphs[0], name, checks.quotes)
    _check_ids(id_, subgraphs[0], name, checks.ids)
    return subgraphs[0]


def check_shapes(rdf: bytes, name: str, check: Check) -> Index | None:
    """Return what an RDF file holds, or None when it does not parse or breaks the shapes, which is noted."""
    check.checked += 1
    try:
        given = Index(parse_triples(rdf, "turtle", name))
    except ReadError as error:
        check.failures.append(str(error))
        return None
    found = violations(given)
    check.failures += [f"{name}: {violation}" for violation in found]
    return None if found else given


def _check_text(id_: str, subgraph: Subgraph, text: bytes | None, checks: Checks) -> None:
    name = f"texts/{id_}.txt"
    stated = str(subgraph.document.properties["text"]).encode()
    sha256 = hashlib.sha256(stated).hexdigest()
    checks.texts.require(
        text is None or text == stated, f"{name}: not the text that documents/{id_}.ttl gives"
    )
    checks.ids.require(
        subgraph.document.properties["sha256"] == sha256,
        f"documents/{id_}.ttl: sha256 is not that of the text",
    )


def _check_quotes(subgraph: Subgraph, name: str, check: Check) -> None:
    text = str(subgraph.document.properties["text"])
    for node in subgraph.labelled("Statement"):
        given = node.properties
        start, end = int(str(given["start"])), int(str(given["end"]))
        where = f"{name}: statement {node.id}"
        found = text[start:end]
        check.require(
            found == given["exact"],
            f"{where}: {given['exact']!r} is not what the text has at {start}-{end}: {found!r}",
        )
        around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        for side, words in zip(("prefix", "suffix"), around, strict=True):
            check.require(given.get(side, "") == words, f"{where}: {side} is not what the text has there")
        for side in ("qualification", "condition"):
            if side in given:
                check.require(str(given[side]) in text, f"{where}: {side} does not stand in the text")
        _check_cue(node, text, where, check)
    for edge in subgraph.out(subgraph.document.ref, "mentions"):
        spans = edge.properties.get("spans", ())
        for span in spans if isinstance(spans, tuple) else ():
            check.require(
                bool(_words(span, text)), f"{name}: mention of {edge.end[1]}: {span} is not in the text"
            )


def _check_cue(node: Node, text: str, where: str, check: Check) -> None:
    if "cueSpan" in node.properties:
        found = _words(str(node.properties["cueSpan"]), text)
        check.require(found == node.properties.get("cue"), f"{where}: the cue is not what the text has there")
    if "speakerSpan" in node.properties:
        span = str(node.properties["speakerSpan"])
        check.require(bool(_words(span, text)), f"{where}: speakerSpan {span} is not in the text")


def _words(fragment: str, text: str) -> str:
    """Return the words that a fragment names; '' when the text has none there."""
    found = _FRAGMENT.fullmatch(fragment)
    return text[int(found[1]) : int(found[2])] if found and int(found[2]) <= len(text) else ""


def _check_ids(id_: str, subgraph: Subgraph, name: str, check: Check) -> None:
    text = str(subgraph.document.properties["text"])
    check.require(subgraph.document.id == id_ == document_id(text), f"{name}: the id is not that of its text")
    for claim in subgraph.labelled("Claim"):
        meant = claim_id(str(claim.properties["text"]))
        check.require(claim.id == meant, f"{name}: claim {claim.id}: the id is not that of its sentence")
    for node in subgraph.labelled("Extraction"):
        told = (node.properties.get(key, "") for key in ("reader", "version", "settings"))
        check.require(node.id == digest(*map(str, told)), f"{name}: extraction {node.id}: not its id")
    for node in subgraph.labelled("Statement"):
        meant = _statement_id(subgraph, node)
        wrong = f"{name}: statement {node.id}: the id is not that of its words, speakers and acts, {meant}"
        check.require(node.id == meant, wrong)


def _statement_id(subgraph: Subgraph, node: Node) -> str:
    edges = list(subgraph.out(node.ref))
    targets: list[tuple[str, Ref]] = [(ACTS[e.name], e.end) for e in edges if e.name in ACTS]
    speakers = [e.end[1] for e in edges if e.name == "spokenBy"]
    refers_to = [e.end[1] for e in edges if e.name == "refersTo"]
    unlinked = node.properties.get("unlinked")
    words = f"char={node.properties['start']},{node.properties['end']}"
    return statement_id(
        subgraph.document.id, words, speakers, targets, str(unlinked) if unlinked else None, refers_to
    )


def _plain(triples: Iterable[Triple]) -> set[tuple[str, str, str]]:
    """Return triples as text, decimals by their value: Turtle writes 1 as 1.0."""
    return {(f"<{s}>", f"<{p}>", _object(o)) for s, p, o in triples}


def _object(term: Term) -> str:
    if isinstance(term, str):
        return f"<{term}>"
    text, datatype, language = term
    if datatype == _DECIMAL:
        return f"{Decimal(text).normalize():f}"
    return f'"{text}"^^<{datatype}>@{language}'


def _told(triples: set[tuple[str, str, str]]) -> str:
    return " ".join(min(triples))[:200] if triples else ""
