"""What the graph holds as N-Quads, and what of it changed since it was written last."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from ..exporting.blocks import Names, shared
from ..exporting.pages import Source
from ..exporting.turtle import lines
from ..store import Store

Progress = Callable[[int], None]
"""Told how many graphs were read."""


@dataclass(frozen=True)
class Known:
    """A named graph as it was written last."""

    digest: bytes
    triples: int


@dataclass
class Changes:
    """A file for the holder, and the graphs that it holds once that is loaded."""

    file: IO[bytes]
    known: dict[str, Known]
    removed: int
    """Triples that go."""


def changes(store: Store, base: str, known: dict[str, Known], told: Progress | None = None) -> Changes:
    """Return what to load so that the holder has what the graph has: only documents that changed.

    Each triple is given twice: for the graph of its document, and for the default graph.
    """
    found = dict[str, Known]()
    quads = TemporaryFile()  # noqa: SIM115
    for iri, text in _graphs(store, base):
        data = text.encode()
        found[iri] = Known(hashlib.sha256(data).digest(), data.count(b"\n"))
        if found[iri] != known.get(iri):
            quads.write(data)
            quads.write(_quads(text, iri).encode())
        if told:
            told(len(found))
    gone = [iri for iri, was in known.items() if found.get(iri) != was]
    return Changes(_joined(gone, quads), found, sum(known[iri].triples for iri in gone))


def _joined(gone: list[str], quads: IO[bytes]) -> IO[bytes]:
    """Return one file: first what goes, which is known last, then what comes."""
    file = TemporaryFile()  # noqa: SIM115
    file.write(json.dumps({"remove": sorted(gone)}).encode() + b"\n")
    quads.seek(0)
    with quads:
        while chunk := quads.read(1 << 20):
            file.write(chunk)
    file.flush()
    os.lseek(file.fileno(), 0, os.SEEK_SET)
    return file


def _graphs(store: Store, base: str) -> Iterator[tuple[str, str]]:
    """Yield the IRI and the triples of each named graph: one per document, as in TriG, and per judgement."""
    source = Source(store, Names(base))
    written = lines(source.names.prefixes)
    for held in source.documents():
        stated = [shared(source.names, ref, [facts]) for ref, facts in held.states]
        blocks = [*held.own, *held.statements, *stated]
        yield held.iri, "".join(map(written, blocks))
    for judged in source.judgements():
        yield judged.iri, "".join(map(written, judged.blocks))


def _quads(triples: str, graph: str) -> str:
    """Return N-Triples as quads of one graph; a line of ours ends with ' .' and holds no other line's end."""
    return triples.replace(" .\n", f" <{graph}> .\n")
