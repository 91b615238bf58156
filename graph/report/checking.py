"""From a file, a pack or the graph to a report of what is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rdflib import OWL, Graph

from ..agreed import agreed
from ..contents import read_documents
from ..errors import AnnotationError, InputError, ReadError
from ..exporting.blocks import Names
from ..exporting.pages import Source
from ..exporting.turtle import ntriples
from ..ingest import ANNOTATIONS, RDF_FORMATS, understand
from ..light import Index, graph_of
from ..ontology import CC
from ..packs.archive import Archive
from ..project import project
from ..rdf import from_rdf, to_rdf
from ..read.annotation import decode_annotation, faults
from ..read.rdf import MAX_BYTES, parse_triples
from ..settings import Settings
from ..store import Store
from ..subgraph import Subgraph
from .findings import Finding, Place, of_shapes, of_words
from .jsonlines import json_lines_of
from .lines import Lines, lines_of

_WITH_LINES = {"turtle": lines_of, "trig": lines_of, "nt": lines_of, "json-ld": json_lines_of}

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


@dataclass
class Report:
    """What was checked under one name, and what was found."""

    name: str
    documents: int = 0
    triples: int = 0
    findings: list[Finding] = field(default_factory=list[Finding])

    def add(self, found: list[tuple[Finding, Place]], lines: Lines | None = None) -> None:
        """Take findings, in order, each with its line where that is known."""
        placed = {
            replace(finding, line=lines.of(place.focus, place.path, place.value) if lines else None)
            for finding, place in found
        }
        order = sorted(placed, key=lambda f: (f.shape, f.property, f.line or 0, f.focus, f.value, f.message))
        self.findings += order


def check_file(path: Path, settings: Settings) -> Iterator[Report]:
    """Yield a report of a file, or of each RDF file in a pack; ReadError when it cannot be read."""
    suffix = path.suffix.lower()
    if suffix == ".zip":
        yield from _pack(path)
    elif suffix in RDF_FORMATS:
        yield of_rdf(_read(path), RDF_FORMATS[suffix], str(path))
    elif suffix in ANNOTATIONS:
        yield _annotation(_read(path), str(path), settings)
    else:
        found = understand(path, settings)
        yield Report(str(path), documents=len(found))


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise ReadError(f"{path}: no such file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(f"{path}: larger than {MAX_BYTES:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error


def of_rdf(data: bytes, format_: str, name: str) -> Report:
    """Return a report of RDF; ReadError when it does not parse."""
    given = Index(parse_triples(data, format_, name))
    report = Report(name, len(given.members.get(str(CC.Document), ())), len(given.triples))
    found = of_shapes(graph_of(agreed(given).triples))
    if not found and report.documents and str(OWL.Ontology) not in given.members:
        found = _of_documents(given, name)
    placing = _WITH_LINES.get(format_)
    report.add(found, placing(data.decode()) if found and placing else None)
    return report


def _of_documents(given: Index, name: str) -> list[tuple[Finding, Place]]:
    try:
        return [each for subgraph in from_rdf(given) for each in of_words(subgraph, name)]
    except InputError as error:
        return [(Finding("documents", "", "", "", str(error)), Place(None))]


def _annotation(data: bytes, name: str, settings: Settings) -> Report:
    report = Report(name, documents=1)
    if wrong := faults(data, name):
        report.findings += [Finding("annotation", path, "", "", why, line) for line, path, why in wrong]
        return report
    try:
        subgraph = project(decode_annotation(data, name))
    except AnnotationError as error:
        report.findings.append(Finding("annotation", "", "", "", str(error)))
        return report
    graph = to_rdf([subgraph], settings.base_iri)
    report.triples = len(graph)
    report.add(of_shapes(graph))
    return report


def _pack(path: Path) -> Iterator[Report]:
    archive = Archive(path)
    try:
        for name in archive.names:
            if name.endswith(".ttl"):
                yield of_rdf(archive.read(name) or b"", "turtle", f"{path}!{name}")
        if archive.faults:
            yield Report(str(path), findings=[Finding("archive", "", "", "", why) for why in archive.faults])
    finally:
        archive.close()


def check_graph(store: Store, base: str, told: Progress | None = None) -> Report:
    """Return a report of all that the graph holds, which is read and checked document by document."""
    report = Report("the graph")
    total = len(store.read("document_ids"))
    for subgraph in read_documents(store):
        report.documents += 1
        _of_stored(subgraph, base, report)
        if told:
            told(report.documents, total)
    source = Source(store, Names(base))
    for judged in source.judgements():
        graph = Graph().parse(data="".join(ntriples(source.names.prefixes, judged.blocks)), format="nt")
        report.triples += len(graph)
        report.add(of_shapes(graph))
    return report


def _of_stored(subgraph: Subgraph, base: str, report: Report) -> None:
    graph = to_rdf([subgraph], base)
    report.triples += len(graph)
    report.add(of_shapes(graph) or of_words(subgraph, f"document {subgraph.document.id}"))
