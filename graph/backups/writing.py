"""From the graph to a backup: a zip of TriG files and their hashes, the same bytes for the same graph."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..errors import InputError
from ..exporting.blocks import Names
from ..exporting.formats import document_graphs, judgement_graphs
from ..exporting.pages import Source
from ..exporting.turtle import Turtle
from ..files import put_in_place
from ..ontology import load
from ..schema import require_known
from ..sealing import NAME, File, Ontology, Product, listed
from ..steady import steadily
from ..store import Store
from .manifest import Manifest

PER_FILE = 50
"""Documents in one file: what is brought back in one transaction."""

JUDGEMENTS = "judgements.trig"

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


def back_up(store: Store, base: str, path: Path, progress: Progress | None = None) -> Manifest:
    """Write all documents and judgements to a path, whole or not at all, from one state of the graph.

    MovedError while others write without pause; SchemaError where the graph holds more than this release
    knows, or is imported and not finished; InputError when the file cannot be written, or when the graph is
    empty and the file there already: it may hold what was lost.
    """
    require_known(store.schema())
    source = Source(store, Names(base))
    with put_in_place(path) as part, part.open("wb") as file:
        manifest = steadily(store, file, lambda: _write(source, base, file, progress))
        if not manifest.files and path.exists():
            raise InputError(f"{path}: stays as it was, for the graph is empty; give another name")
        return manifest


def files_of(source: Source) -> Iterator[tuple[str, bytes, int]]:
    """Yield each file of a backup: its name, its bytes, how many documents or judgements it holds."""
    writer = Turtle(source.names.prefixes)
    graphs = document_graphs(writer, source)
    number = 0
    while some := list(islice(graphs, PER_FILE)):
        yield f"documents/{number:08}.trig", _text(writer, some), len(some)
        number += 1
    if judged := list(judgement_graphs(writer, source)):
        yield JUDGEMENTS, _text(writer, judged), len(judged)


def _text(writer: Turtle, graphs: list[str]) -> bytes:
    return (writer.head() + "".join(graphs)).encode()


def _write(source: Source, base: str, file: BinaryIO, progress: Progress | None) -> Manifest:
    files, documents, judgements = dict[str, File](), 0, 0
    total = source.store.read("count_held")[0]["documents"]
    with ZipFile(file, "w", ZIP_DEFLATED) as zip_:
        try:
            for name, data, count in files_of(source):
                files[name] = listed(data)
                if name == JUDGEMENTS:
                    judgements += count
                else:
                    documents += count
                zip_.writestr(_entry(name), data)
                if progress:
                    progress(documents, total)
        finally:
            source.close()
        manifest = Manifest(
            product=Product(),
            ontology=Ontology(version=load().version),
            base_iri=base,
            documents=documents,
            judgements=judgements,
            files=files,
        ).sealed()
        zip_.writestr(_entry(NAME), manifest.encoded())
    return manifest


def _entry(name: str) -> ZipInfo:
    """Return an entry that tells neither when nor on what system it was made."""
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
    return entry
