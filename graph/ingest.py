"""From a file to the graph: read, annotate, check, write; one door for every kind of input."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest
from pathlib import Path

from pydantic import ValidationError

from .agreed import agreed
from .errors import InputError, ReadError, StoreError, UnavailableError
from .judgements import Judgement
from .light import Index, Triple
from .models import Annotation, Omission
from .ontology import CC
from .project import project
from .rdf import from_rdf, judgements_from_rdf
from .rdf import triples as triples_of
from .read import RawArticle, read_article, require_article
from .read.annotation import load_annotation
from .read.rdf import load_triples
from .readers import read_with
from .settings import Settings
from .store import Store
from .subgraph import Subgraph
from .validate import (
    require_identity,
    require_valid,
    require_valid_subgraphs,
    require_verbatim,
)
from .write import Written, rehearse_documents, write_documents

ANNOTATIONS = {".yaml", ".yml"}
_DOCUMENT = str(CC.Document)
RDF_FORMATS = {".ttl": "turtle", ".jsonld": "json-ld", ".nt": "nt", ".trig": "trig", ".rdf": "xml"}


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
    annotation: Annotation | None = None
    """What it was read as; RDF is read as none."""
    judgements: tuple[Judgement, ...] = ()
    """Those that stand beside the documents of the file; its first document carries them, or where there is
    none, an empty one."""


Stored = tuple[Path, list[Report] | InputError | StoreError]
"""A file and what became of it."""


def ingest(path: Path, settings: Settings, store: Store, *, replace: bool = False) -> list[Report]:
    """Store what a file says and return a report per document; all of it or, with InputError, nothing."""
    return store_documents(path, understand(path, settings), store, replace=replace)


def store_documents(
    path: Path, documents: Sequence[Understood], store: Store, *, replace: bool = False
) -> list[Report]:
    """Store the documents of a file and its judgements, all or none.

    Return a report per document, and one more on the judgements if there are any.
    """
    return _reports(path, documents, write_understood(store, documents, replace=replace))


def store_files(
    files: Sequence[tuple[Path, Sequence[Understood]]], store: Store, *, replace: bool = False
) -> Iterator[Stored]:
    """Store several files, each whole or not at all; yield for each its reports, or why it was refused.

    They are stored at once; only if one of them is refused, by us or by the database, one by one.
    UnavailableError while the database is away: then those that were not yielded yet are not stored.
    """
    try:
        every = [document for _, given in files for document in given]
        written = iter(write_understood(store, every, replace=replace))
    except UnavailableError:
        raise
    except (InputError, StoreError):
        yield from (_stored(path, documents, store, replace) for path, documents in files)
        return
    for path, documents in files:
        yield path, _reports(path, documents, list(islice(written, len(_stated(documents)))))


def _stored(path: Path, documents: Sequence[Understood], store: Store, replace: bool) -> Stored:
    try:
        return path, store_documents(path, documents, store, replace=replace)
    except UnavailableError:
        raise
    except (InputError, StoreError) as error:
        return path, error


def _reports(path: Path, documents: Sequence[Understood], written: Sequence[Written]) -> list[Report]:
    reports = [_report(path, *pair) for pair in zip(_stated(documents), written, strict=True)]
    if judged := _judged(documents):
        reports.append(Report(str(path), "What persons judged", None, {"Judgement": len(judged)}))
    return reports


def write_understood(
    store: Store, documents: Sequence[Understood], *, replace: bool = False
) -> list[Written]:
    """Store documents and their judgements, all or none; return what became of each document that states.

    ConflictError where what a person made would be replaced unasked (`trust`).
    """
    subgraphs = [each.subgraph for each in _stated(documents)]
    return write_documents(store, subgraphs, _judged(documents), replace=replace)


def rehearse_understood(store: Store, documents: Sequence[Understood], *, replace: bool = False) -> None:
    """Raise what `write_understood` would raise; store nothing."""
    subgraphs = [each.subgraph for each in _stated(documents)]
    rehearse_documents(store, subgraphs, _judged(documents), replace=replace)


def _stated(documents: Sequence[Understood]) -> list[Understood]:
    return [document for document in documents if document.subgraph.nodes]


def _judged(documents: Sequence[Understood]) -> list[Judgement]:
    return [judgement for document in documents for judgement in document.judgements]


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
        format_ = RDF_FORMATS[suffix]
        return understand_rdf(load_triples(path, format_), str(path), settings)
    if suffix in ANNOTATIONS:
        return [understand_annotation(load_annotation(path), str(path), settings)]
    return [understand_article(read_article(path), str(path), settings)]


def understand_article(raw: RawArticle, name: str, settings: Settings) -> Understood:
    """Return what the reader of the settings understands of an article, checked."""
    annotation, notes = read_with(raw, settings)
    understood = understand_annotation(annotation, name, settings)
    lines = tuple(raw.line_of(omission.span.start) for omission in annotation.omissions)
    dropped = tuple(zip_longest(raw.dropped, raw.dropped_at))
    return replace(understood, dropped=dropped, lines=lines, notes=notes)


def understand_annotation(annotation: Annotation, name: str, settings: Settings) -> Understood:
    """Return a checked annotation as it would be stored; ShapeError if the shapes refuse it."""
    subgraph = project(annotation)
    require_valid_subgraphs([subgraph], settings.base_iri, name)
    return Understood(subgraph, annotation.omissions, annotation=annotation)


def understand_rdf(triples: Iterable[Triple], name: str, settings: Settings) -> list[Understood]:
    """Return the checked documents that RDF holds, and its judgements."""
    given = Index(triples)
    require_valid(seen := agreed(given), name)
    judged = tuple(judgements_from_rdf(given))
    only_judged = judged and _DOCUMENT not in given.members
    subgraphs = [] if only_judged else from_rdf(given)
    for subgraph in subgraphs:
        require_verbatim(subgraph, name)
        require_identity(subgraph, name)
    # What the documents state must be valid by itself too, not only the file around them.
    stated = dict.fromkeys(triples_of(subgraphs, settings.base_iri, judged))
    if stated.keys() != seen.triples.keys():
        require_valid(agreed(Index(stated)), name)
    first, *others = (Understood(subgraph) for subgraph in subgraphs or [Subgraph()])
    return [replace(first, judgements=judged), *others]


def _report(path: Path, understood: Understood, written: Written | None) -> Report:
    subgraph = understood.subgraph
    labels = ("Statement", "Claim", "Actor", "Term")
    counts = {label: len(subgraph.labelled(label)) for label in labels}
    title = str(subgraph.document.properties["title"])
    left_out = understood.omissions, understood.dropped, understood.lines
    return Report(str(path), title, written, counts, *left_out, understood.notes)
