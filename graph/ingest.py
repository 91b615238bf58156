"""From a file to the graph: read, annotate, check, write; one door for every kind of input."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from pydantic import ValidationError

from .errors import ReadError
from .judgements import Judgement
from .models import Annotation, Omission
from .project import project
from .rdf import from_rdf, judgements_from_rdf, to_rdf
from .read import read_article, require_article
from .read.annotation import load_annotation
from .read.rdf import load_rdf
from .readers import read_with
from .settings import Settings
from .store import Store
from .subgraph import Subgraph
from .validate import require_identity, require_valid, require_verbatim
from .write import Written, write_documents

ANNOTATIONS = {".yaml", ".yml"}
RDF_FORMATS = {".ttl": "turtle", ".jsonld": "json-ld", ".nt": "nt", ".trig": "trig"}


Dropped = tuple[str, int | None]
"""A line that is not part of the article, and where it stands in the file, if that is known."""


@dataclass(frozen=True)
class Report:
    """What was understood of one file and what became of it."""

    path: str
    title: str
    written: Written | None
    counts: dict[str, int]
    omissions: tuple[Omission, ...] = ()
    dropped: tuple[Dropped, ...] = field(default=())
    lines: tuple[int | None, ...] = ()
    """The line of the file in which each omission stands, where it is known."""
    notes: tuple[str, ...] = ()
    """What the reader has to report, such as its cost."""


@dataclass(frozen=True)
class Understood:
    """One document as read: its subgraph, and what was left out on the way."""

    subgraph: Subgraph
    omissions: tuple[Omission, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    lines: tuple[int | None, ...] = ()
    notes: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """Those that stand beside the documents of the file; its first document carries them."""


def ingest(path: Path, settings: Settings, store: Store) -> list[Report]:
    """Store what a file says and return a report per document; all of it or, with InputError, nothing."""
    return store_documents(path, understand(path, settings), store)


def store_documents(path: Path, documents: Sequence[Understood], store: Store) -> list[Report]:
    """Store the documents of a file and its judgements, all or none, and return a report per document."""
    judged = [judgement for document in documents for judgement in document.judgements]
    written = write_documents(store, [document.subgraph for document in documents], judged)
    return [_report(path, *pair) for pair in zip(documents, written, strict=True)]


def understand(path: Path, settings: Settings) -> list[Understood]:
    """Return the checked documents of an article, annotation or RDF file."""
    if path.suffix.lower() not in (ANNOTATIONS | RDF_FORMATS.keys()):
        require_article(path)
    elif not path.is_file():
        raise ReadError(f"{path}: no such file")
    try:
        return _understand(path, settings)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        # The reader made something that the model refuses: a fault of ours, told as the file's.
        raise ReadError(f"{path}: the reader cannot read this: {error}") from error


def _understand(path: Path, settings: Settings) -> list[Understood]:
    suffix = path.suffix.lower()
    if suffix in RDF_FORMATS:
        return _understand_rdf(path, RDF_FORMATS[suffix], settings)
    if suffix in ANNOTATIONS:
        return [_understand_annotation(load_annotation(path), str(path), settings)]
    raw = read_article(path)
    annotation, notes = read_with(raw, settings)
    understood = _understand_annotation(annotation, str(path), settings)
    lines = tuple(raw.line_of(omission.span.start) for omission in annotation.omissions)
    dropped = tuple(zip_longest(raw.dropped, raw.dropped_at))
    return [replace(understood, dropped=dropped, lines=lines, notes=notes)]


def _understand_annotation(annotation: Annotation, name: str, settings: Settings) -> Understood:
    subgraph = project(annotation)
    require_valid(to_rdf([subgraph], settings.base_iri), name)
    return Understood(subgraph, annotation.omissions)


def _understand_rdf(path: Path, format_: str, settings: Settings) -> list[Understood]:
    graph = load_rdf(path, format_)
    require_valid(graph, str(path))
    subgraphs = from_rdf(graph)
    for subgraph in subgraphs:
        require_verbatim(subgraph, str(path))
        require_identity(subgraph, str(path))
    # What the documents state must be valid by itself too, not only the file around them.
    judged = tuple(judgements_from_rdf(graph))
    require_valid(to_rdf(subgraphs, settings.base_iri, judged), str(path))
    first, *others = (Understood(subgraph) for subgraph in subgraphs)
    return [replace(first, judgements=judged), *others]


def _report(path: Path, understood: Understood, written: Written | None) -> Report:
    subgraph = understood.subgraph
    labels = ("Statement", "Claim", "Actor", "Term")
    counts = {label: len(subgraph.labelled(label)) for label in labels}
    title = str(subgraph.document.properties["title"])
    left_out = understood.omissions, understood.dropped, understood.lines
    return Report(str(path), title, written, counts, *left_out, understood.notes)
