"""Which documents were given already: a file that all processes share, so that none is loaded twice."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from ..errors import ConflictError
from ..subgraph import Subgraph

_TABLE = """CREATE TABLE IF NOT EXISTS documents
(id TEXT PRIMARY KEY, chunk INTEGER, content BLOB, source TEXT) WITHOUT ROWID"""
_CLAIM = """INSERT INTO documents VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
SET content = excluded.content, source = excluded.source WHERE chunk = excluded.chunk"""

Given = tuple[str, Subgraph]
"""Where a document comes from, and what it states."""


def start(path: Path) -> None:
    """Make the file."""
    with closing(_opened(path)) as held, held:
        held.execute(_TABLE)


def count(path: Path) -> int:
    """Return how many documents there are."""
    with closing(_opened(path)) as held:
        return held.execute("SELECT count(*) FROM documents").fetchone()[0]


def forget(path: Path, chunks: Iterable[int]) -> None:
    """Forget the documents of chunks that are to be made anew of other files."""
    with closing(_opened(path)) as held, held:
        held.executemany("DELETE FROM documents WHERE chunk = ?", [(chunk,) for chunk in chunks])


def new_ones(path: Path, chunk: int, given: Sequence[Given]) -> tuple[list[Given], list[ConflictError]]:
    """Return the documents that no other chunk has, once each, and an error for each that differs."""
    mine: dict[str, tuple[bytes, Given]] = {}
    errors: list[ConflictError] = []
    for source, subgraph in given:
        content = _content(subgraph)
        known = mine.setdefault(subgraph.document.id, (content, (source, subgraph)))
        if known[0] != content:
            errors.append(_differing(known[1][0], source))
    with closing(_opened(path)) as held, held:
        held.execute("BEGIN IMMEDIATE")
        held.executemany(
            _CLAIM, [(id_, chunk, content, source) for id_, (content, (source, _)) in mine.items()]
        )
        for id_, (content, (source, _)) in list(mine.items()):
            row = held.execute("SELECT chunk, content, source FROM documents WHERE id = ?", (id_,)).fetchone()
            if row[0] != chunk:
                del mine[id_]
                if row[1] != content:
                    errors.append(_differing(row[2], source))
    return [each for _, each in mine.values()], errors


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=600)


def _content(subgraph: Subgraph) -> bytes:
    """Return 16 bytes that are the same for equal subgraphs."""
    told = sorted(
        repr((node.label, node.id, sorted(node.properties.items()))) for node in subgraph.nodes.values()
    )
    told += sorted(repr((*edge.key, sorted(edge.properties.items()))) for edge in subgraph.edges.values())
    return hashlib.sha256("\n".join(told).encode()).digest()[:16]


def _differing(one: str, other: str) -> ConflictError:
    first, second = sorted((one, other))
    return ConflictError(
        f"{first} and {second} give the same text and say different things of it; leave one of them out "
        "(ingest would let the later replace the earlier, unless a person made that)"
    )
