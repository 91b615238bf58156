"""RDF of the vocabularies that ours is aligned with (oa, prov, cito, schema), as far as it makes annotations.

A Web Annotation is a row: its target's words are what is said, the actor to whom it is attributed says it,
and by a property of CiTO it does something to a claim. A text must be in the file or beside it: nothing is
fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS
from rdflib.term import Node

from ..errors import ReadError
from ..models import Act, ActorKind, Document
from ..ontology import CC
from ..read.rdf import load_rdf
from . import Item, Noted, Options, Refused, RowError, Taken
from .draft import Draft, checked_line
from .selectors import OA, span_of
from .used import Used, short

CITO = Namespace("http://purl.org/spar/cito/")
FORMATS = {
    ".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".jsonld": "json-ld", ".json": "json-ld", ".rdf": "xml",
    ".xml": "xml",
}  # fmt: skip
MOST_TEXT = 4_000_000
"""Bytes of a text beside the file."""

ACTS: dict[URIRef, Act] = {
    CITO.agreesWith: "asserts",
    CITO.confirms: "asserts",
    CITO.disputes: "denies",
    CITO.refutes: "denies",
    CITO.retracts: "retracts",
    CITO.supports: "supports",
    CITO.disagreesWith: "rejects",
}
"""What a statement does, by the property of CiTO that ours is aligned with."""

_SCHEMA = (Namespace("https://schema.org/"), Namespace("http://schema.org/"))
_CNT = Namespace("http://www.w3.org/2011/content#")
_WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?)?)?")
_NAME = re.compile(r"[\w][\w.-]*")


def _schema(*names: str) -> tuple[URIRef, ...]:
    return tuple(namespace[name] for name in names for namespace in _SCHEMA)


_TEXT = (*_schema("text", "articleBody"), RDF.value, _CNT.chars)
_NAMES = (FOAF.name, *_schema("name"), SKOS.prefLabel, RDFS.label)
_TITLES = (DCTERMS.title, *_schema("headline", "name"), RDFS.label)
_SENTENCES = (*_schema("text"), RDF.value, *_schema("name"), SKOS.prefLabel, RDFS.label)
_SPEAKERS = (PROV.wasAttributedTo, *_schema("author"))
_KINDS: dict[Node, ActorKind] = {
    FOAF.Person: "Person", PROV.Person: "Person", ORG.Organization: "Organization",
    FOAF.Organization: "Organization", PROV.Organization: "Organization", FOAF.Group: "Collective",
    **dict.fromkeys(_schema("Person"), "Person"),
    **dict.fromkeys(_schema("Organization", "GovernmentOrganization"), "Organization"),
    **dict.fromkeys(_schema("NewsMediaOrganization", "PoliticalParty"), "Organization"),
    **dict.fromkeys(_schema("Country"), "State"),
}  # fmt: skip


def read(path: Path, options: Options) -> Iterator[Item]:
    """Yield a document per annotated text of an RDF file; ReadError if it cannot be read, or has none."""
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        raise ReadError(f"{path}: its name does not tell which RDF it is; known are {', '.join(FORMATS)}")
    graph = load_rdf(path, format_)
    if (None, RDF.type, CC.Document) in graph:
        raise ReadError(f"{path}: an export of our own; store it with `counterclaim ingest`")
    used = Used(graph)
    rows = sorted({*graph.subjects(RDF.type, OA.Annotation), *graph.subjects(OA.hasTarget)}, key=str)
    if not rows:
        raise ReadError(f"{path}: holds no oa:Annotation, and nothing else that is understood here")
    sources = dict[Node, list[_Row]]()
    for row in rows:
        try:
            found = _row(used, row)
        except RowError as error:
            yield Refused(_where(row), str(error))
        else:
            sources.setdefault(found.source, []).append(found)
    for source, of_source in sources.items():
        yield from _document(used, path, options, source, of_source)
    for pattern, number in used.unused():
        yield Noted(f"{number} {'triple' if number == 1 else 'triples'}", f"not mapped: {pattern}")


@dataclass(frozen=True)
class _Row:
    """One annotation: what it is about, and where its words are."""

    node: Node
    target: Node
    source: Node


def _where(node: Node) -> str:
    return f"<{node}>" if isinstance(node, URIRef) else f"_:{node}"


def _row(used: Used, row: Node) -> _Row:
    used.types(row)
    targets = used.objects(row, OA.hasTarget)
    if len(targets) != 1:
        raise RowError(f"it has {len(targets)} targets (oa:hasTarget); one is understood")
    used.types(targets[0])
    source = used.value(targets[0], OA.hasSource)
    if source is None:
        raise RowError("its target names no source with words (oa:hasSource)")
    return _Row(row, targets[0], source)


def _document(used: Used, path: Path, options: Options, source: Node, rows: list[_Row]) -> Iterator[Item]:
    try:
        text = _text(used, source, path)
        published = _published(used, source)
        draft = Draft(text, options.settings, published)
    except RowError as error:
        yield Refused(_where(source), str(error), len(rows))
        return
    taken = 0
    for row in rows:
        try:
            yield from _stated(used, draft, row)
            taken += 1
        except RowError as error:
            yield Refused(_where(row.node), str(error))
    if not taken:
        return
    try:
        document, notes = _described(used, draft, source, path, published)
        annotation = draft.annotation(document, "rdf")
    except (RowError, ValidationError) as error:
        yield Refused(_where(source), " ".join(str(error).split())[:300], taken)
        return
    yield from (Noted(_where(source), note) for note in notes)
    yield Taken(annotation, taken, _where(source))


def _text(used: Used, source: Node, path: Path) -> str:
    """Return the text of a source: in the file, or in one of its name beside the file."""
    text = used.text(source, *_TEXT)
    if text is not None:
        return text
    name = str(source).rstrip("/").rpartition("/")[2].partition("#")[0]
    for beside in (name, f"{name}.txt") if isinstance(source, URIRef) and _NAME.fullmatch(name) else ():
        file = path.parent / beside
        if beside.endswith(".txt") and file.is_file() and not file.is_symlink():
            return _beside(file)
    raise RowError(
        "its text is neither in the file (schema:text, rdf:value) nor beside it, and is never fetched"
    )


def _beside(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_TEXT:
            raise RowError(f"{file.name}: larger than {MOST_TEXT:,} bytes")
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RowError(f"{file.name}: cannot be read: {error}") from error


def _stated(used: Used, draft: Draft, row: _Row) -> Iterator[Noted]:
    """State what an annotation says; RowError if it says nothing that is understood."""
    span = span_of(used, row.target, draft.text)
    deeds = _deeds(used, row.node)
    if not deeds:
        known = ", ".join(short(each) for each in ACTS)
        raise RowError(f"it does nothing to a claim: it has none of {known}, and no schema:Claim as its body")
    speakers = _speakers(used, draft, row.node, [claim for _, claim in deeds])
    first = True
    for act, claim in deeds:
        try:
            draft.state(act, draft.claim(_sentence(used, claim)), speakers, span)
        except RowError as error:
            if first:
                raise
            yield Noted(_where(row.node), f"only in part: {error}")
        first = False


def _deeds(used: Used, row: Node) -> list[tuple[Act, Node]]:
    found: list[tuple[Act, Node]] = [
        (act, claim) for property_, act in ACTS.items() for claim in used.objects(row, property_)
    ]
    if not found and any(_is_claim(used.graph, body) for body in used.graph.objects(row, OA.hasBody)):
        claims = [body for body in used.objects(row, OA.hasBody) if _is_claim(used.graph, body)]
        found = [("asserts", claim) for claim in claims]
    return found


def _is_claim(graph: Graph, node: Node) -> bool:
    return any((node, RDF.type, each) in graph for each in _schema("Claim"))


def _sentence(used: Used, claim: Node) -> str:
    if isinstance(claim, Literal):
        return str(claim)
    used.types(claim)
    sentence = used.text(claim, *_SENTENCES)
    if sentence is None:
        raise RowError(f"the claim {_where(claim)} has no text in the file (schema:text)")
    return sentence


def _speakers(used: Used, draft: Draft, row: Node, claims: list[Node]) -> tuple[str, ...]:
    """Return who says it: to whom the annotation is attributed, else the author of the one claim it makes."""
    nodes = used.objects(row, *_SPEAKERS)
    if not nodes and len(claims) == 1:
        nodes = used.objects(claims[0], *_SPEAKERS)
    if not nodes:
        raise RowError("nothing tells who says it (prov:wasAttributedTo)")
    return tuple(_actor(used, draft, node) for node in nodes)


def _actor(used: Used, draft: Draft, node: Node, default: ActorKind | None = None) -> str:
    if isinstance(node, Literal):
        return draft.actors.named(str(node), default, "say who it is by an rdf:type")
    name = used.text(node, *_NAMES)
    if name is None:
        raise RowError(f"the actor {_where(node)} has no name in the file (foaf:name, schema:name)")
    kinds: set[ActorKind] = {_KINDS[each] for each in used.types(node) if each in _KINDS}
    if len(kinds) > 1:
        raise RowError(f"{name!r} is of more than one kind: {', '.join(sorted(kinds))}")
    return draft.actors.named(
        name, next(iter(kinds), None) or default, "say who it is by an rdf:type such as foaf:Person"
    )


def _published(used: Used, source: Node) -> str | None:
    told = used.text(source, DCTERMS.issued, *_schema("datePublished"), DCTERMS.date)
    if told is not None and not _WHEN.fullmatch(told):
        raise RowError(f"{told!r} is not a date")
    return told


def _described(
    used: Used, draft: Draft, source: Node, path: Path, published: str | None
) -> tuple[Document, list[str]]:
    notes, publisher = list[str](), None
    used.types(source)
    node = used.value(source, DCTERMS.publisher, *_schema("publisher"))
    if node is not None:
        try:
            publisher = _actor(used, draft, node, "Organization")
        except RowError as error:
            notes.append(f"its publisher is left out: {error}")
    title = checked_line("title", used.text(source, *_TITLES))
    author = used.text(source, *_schema("author"), DCTERMS.creator)
    url = str(source) if isinstance(source, URIRef) and re.match(r"https?://\S+$", str(source)) else None
    document = Document(
        title=title or next(line.strip() for line in draft.text.splitlines() if line.strip())[:200],
        text=draft.text, publisher=publisher, published=published, source=path.name,
        author=checked_line("author", author),
        url=used.text(source, *_schema("url")) or url,
        language=used.text(source, DCTERMS.language, *_schema("inLanguage")) or "en",
    )  # fmt: skip
    return document, notes
