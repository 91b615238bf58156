"""From a corpus to a folder of files for the importer: by several processes, in bounded memory, resumable."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TextIO

from ..batch import begin, result
from ..errors import ConflictError, InputError
from ..files import flush, write_file
from ..schema import UNFINISHED
from ..sealing import VERSION
from ..settings import Settings
from ..subgraph import Node
from . import seen
from .chunks import MERGED, SEEN, Made, kept, lines_of, make_chunk, stem
from .corpus import Corpus
from .parts import require_no_cycle
from .rows import Table, header, node_row, row
from .runs import Merge, merged
from .sharing import alone, edge_table, every, merge_nodes, node_rows, once, shared_edge, shortcut_rows

MANIFEST = "corpus.json"
COMPLETE = "complete.json"
KEPT: dict[str, Merge] = {"retracted": once, "judged": every}
"""What stays as lines, for the database to be finished with."""

REVISION = Node("Revision", "graph", {"schema": UNFINISHED})
"""What tells all others that the graph is not finished."""

Tell = Callable[[Made, bool], None]
"""Told of each chunk, and whether an earlier run had made it."""


@dataclass(frozen=True)
class Prepared:
    """What a folder holds."""

    documents: int
    statements: int
    refused: list[str]


def prepare(
    corpus: Corpus,
    folder: Path,
    settings: Settings,
    workers: int = 1,
    tell: Tell = lambda _made, _kept: None,
    chunk: int | None = None,
) -> Prepared:
    """Fill a folder with what the importer needs; what an earlier run made of the same corpus is kept.

    InputError when the folder holds another corpus; ConflictError when documents contradict each other:
    then nothing can be loaded.
    """
    chunk = chunk or corpus.together
    _claim(folder, corpus, settings, chunk)
    all_made = sorted(_chunks(corpus, folder, settings, workers, tell, chunk), key=lambda made: made.number)
    conflicts = sorted({conflict for made in all_made for conflict in made.conflicts})
    if conflicts:
        raise ConflictError("\n".join([*conflicts[:20], "nothing can be loaded before this is mended"]))
    if sum(made.documents for made in all_made) != seen.count(folder / SEEN):
        raise ConflictError(f"files were changed while {folder} was filled; give another folder")
    numbers = [made.number for made in all_made]
    tables = {tuple(table) for made in all_made for table in made.tables}
    held = Prepared(
        sum(made.documents for made in all_made),
        sum(made.statements for made in all_made),
        [told for made in all_made for told in made.refused],
    )
    joined = _join(folder, numbers)
    tables |= joined.keys()
    for table in sorted(tables):
        (folder / f"{stem(table)}.header").write_text(header(table), encoding="utf-8")
    complete = {
        "documents": held.documents, "statements": held.statements, "tables": sorted(tables),
        "longest": max(*joined.values(), *(made.longest for made in all_made)),
    }  # fmt: skip
    flush(
        *folder.glob("*.header"),
        *folder.glob(f"*-{MERGED}.csv"),
        *(folder / f"{each}.lines" for each in KEPT),
    )
    write_file(folder / COMPLETE, json.dumps(complete, indent=1) + "\n")
    return held


def _claim(folder: Path, corpus: Corpus, settings: Settings, chunk: int) -> None:
    """Make the folder this corpus's; InputError when it is another's."""
    manifest = {"corpus": corpus.name, "chunk": chunk, "reader": settings.reader, "release": VERSION}
    path = folder / MANIFEST
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists():
            held = json.loads(path.read_text(encoding="utf-8"))
            if held != manifest:
                raise InputError(f"{folder} holds files of another corpus ({held}); give another folder")
        elif any(folder.iterdir()):
            raise InputError(f"{folder} is not empty; give a new folder")
        path.write_text(json.dumps(manifest), encoding="utf-8")
        (folder / COMPLETE).unlink(missing_ok=True)
        seen.start(folder / SEEN)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from error


def _chunks(
    corpus: Corpus, folder: Path, settings: Settings, workers: int, tell: Tell, size: int
) -> Iterator[Made]:
    parts = {number: corpus.chunk(first, size) for number, first in enumerate(range(0, len(corpus), size))}
    good = kept(folder, parts)
    for made in good.values():
        tell(made, True)
        yield made
    missing = [(number, part) for number, part in parts.items() if number not in good]
    for made in _made(missing, folder, settings, workers):
        tell(made, False)
        yield made


def _made(
    missing: list[tuple[int, Corpus]], folder: Path, settings: Settings, workers: int
) -> Iterator[Made]:
    if workers == 1 or len(missing) < 2:
        yield from (make_chunk(folder, number, part, settings) for number, part in missing)
        return
    pool = ProcessPoolExecutor(min(workers, len(missing)), get_context("spawn"), begin)
    try:
        waiting = iter(missing)
        ahead: deque[Future[Made]] = deque()
        for number, part in islice(waiting, workers + 1):
            ahead.append(pool.submit(make_chunk, folder, number, part, settings))
        while ahead:
            yield result(ahead.popleft())
            for number, part in islice(waiting, 1):
                ahead.append(pool.submit(make_chunk, folder, number, part, settings))
    finally:
        pool.shutdown(cancel_futures=True)


def _join(folder: Path, numbers: list[int]) -> dict[Table, int]:
    """Merge what the chunks share into tables; return these, each with the bytes of its longest row.

    ConflictError when documents contradict each other.
    """

    def runs(kind: str) -> list[Path]:
        return [lines_of(folder, kind, number) for number in numbers]

    with merged(runs("statements"), alone, folder) as lines:
        deque(lines, maxlen=0)
    tables = dict[Table, int]()
    with merged(runs("nodes"), merge_nodes, folder) as lines:
        tables |= _put(folder, node_rows(lines))
    with merged(runs("edges"), once, folder) as lines:
        tables |= _put(folder, _edge_rows(lines))
    with merged(runs("deeds"), every, folder) as lines:
        tables |= _put(folder, shortcut_rows(lines))
    tables |= _put(folder, [(("node", "Revision"), node_row(REVISION))])
    for kind, merge in KEPT.items():
        _keep(folder / f"{kind}.lines", runs(kind), merge, folder)
    return tables


def _edge_rows(lines: Iterable[str]) -> Iterator[tuple[Table, str]]:
    """Yield the rows of edges between shared nodes; ConflictError when a claim is a part of itself."""
    wholes: list[tuple[str, str]] = []
    for text in lines:
        name, start, start_id, end, end_id = shared_edge(text)
        if (name, start) == ("partOf", "Claim"):
            wholes.append((start_id, end_id))
        yield edge_table(name, start, end), row(start_id, end_id)
    require_no_cycle(wholes)


def _put(folder: Path, rows: Iterable[tuple[Table, str]]) -> dict[Table, int]:
    files, longest = dict[Table, TextIO](), dict[Table, int]()
    with ExitStack() as stack:
        for table, text in rows:
            if table not in files:
                path = folder / f"{stem(table)}-{MERGED}.csv"
                files[table] = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            files[table].write(text)
            longest[table] = max(longest.get(table, 0), len(text.encode()))
    return longest


def _keep(path: Path, runs: list[Path], merge: Merge, folder: Path) -> None:
    with merged(runs, merge, folder) as lines, path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(lines)
