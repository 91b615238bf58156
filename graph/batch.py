"""Many files: understood by several processes, handed over in their order, few in memory at a time."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from time import monotonic
from typing import TypeVar

from .errors import InputError
from .ingest import ANNOTATIONS, RDF_FORMATS, Understood, understand
from .project import document_id
from .read import read_article
from .settings import Settings
from .store import Store

T = TypeVar("T")

AHEAD = 2
"""Files per process that are read ahead of the one that is stored: no more are in memory."""

TOGETHER = 64
"""Documents that are stored in one transaction: fewer round trips and fewer flushes to disk."""

PATIENCE = 2.0
"""Seconds after which files that are read are stored, however few they are."""

Outcome = list[Understood] | InputError
"""The documents of a file, or why it was refused."""


def understand_all(
    paths: Sequence[Path], settings: Settings, workers: int = 1
) -> Generator[tuple[Path, Outcome]]:
    """Yield each file with its checked documents or its refusal, in the order of `paths`.

    With more than one worker the files are read in as many processes, each of which loads the
    language model once. Closing the iterator stops them.
    """
    if workers == 1 or len(paths) < 2:
        yield from _in_turn(paths, settings)
        return
    # Fresh processes: a fork would share the driver's sockets and threads with this one.
    pool = ProcessPoolExecutor(min(workers, len(paths)), get_context("spawn"), begin)
    try:
        waiting = iter(paths)
        ahead: deque[tuple[Path, Future[Outcome]]] = deque()
        for path in islice(waiting, workers * AHEAD):
            ahead.append((path, pool.submit(_outcome, path, settings)))
        while ahead:
            path, future = ahead.popleft()
            yield path, result(future)
            for following in islice(waiting, 1):
                ahead.append((following, pool.submit(_outcome, following, settings)))
    finally:
        pool.shutdown(cancel_futures=True)


def _in_turn(paths: Sequence[Path], settings: Settings) -> Generator[tuple[Path, Outcome]]:
    """Yield files as they are wanted; RDF is read by a thread while the file before it is stored."""
    ahead: Future[Outcome] | None = None
    with ThreadPoolExecutor(1) as reader:
        for number, path in enumerate(paths, 1):
            outcome = ahead.result() if ahead else _outcome(path, settings)
            # Not other files: their reader may cost money, and nobody may want them once this one is stored.
            rdf = number < len(paths) and paths[number].suffix.lower() in RDF_FORMATS
            ahead = reader.submit(_outcome, paths[number], settings) if rdf else None
            yield path, outcome


def result(future: Future[T]) -> T:
    """Return what a process made; InputError if one was ended from outside, as for want of memory."""
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise InputError(
            "a process that reads files was ended, perhaps for want of memory; what was stored stays, and "
            "the same command goes on, with fewer processes by --workers"
        ) from error


def together(
    outcomes: Iterable[tuple[Path, Outcome]], most: int = TOGETHER, patience: float = PATIENCE
) -> Generator[list[tuple[Path, Outcome]]]:
    """Yield files in lists to be stored at once: the first alone, then ever more, up to `most` documents.

    A list is given up as it is after `patience` seconds: a slow reader is not waited for.
    """
    held: list[tuple[Path, Outcome]] = []
    wanted, since, documents = 1, monotonic(), 0
    for path, outcome in outcomes:
        held.append((path, outcome))
        documents += 1 if isinstance(outcome, InputError) else len(outcome)
        if documents >= wanted or monotonic() - since >= patience:
            yield held
            held, wanted, since, documents = [], min(2 * wanted, most), monotonic(), 0
    if held:
        yield held


def not_held(paths: Sequence[Path], store: Store) -> list[Path]:
    """Return the files without the articles whose text the graph holds already, read by whomever.

    Annotations and RDF stay: their text may be held while what they say of it has changed.
    """
    rest: list[Path] = []
    for path in paths:
        if path.suffix.lower() in ANNOTATIONS | RDF_FORMATS.keys() or not _held(path, store):
            rest.append(path)
    return rest


def _held(path: Path, store: Store) -> bool:
    try:
        text = read_article(path).text
    except InputError:
        return False  # reading it will say why
    return bool(store.read("document", document=document_id(text)))


def _outcome(path: Path, settings: Settings) -> Outcome:
    try:
        return understand(path, settings)
    except InputError as error:
        return error


def begin() -> None:
    """Leave Ctrl-C to the process that stores, which ends the others; end with it if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    if parent := parent_process():
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)  # Nobody waits for what is being read.
