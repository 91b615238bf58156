"""What it costs to take Turtle into Neo4j: ours, ours in bulk, and rdflib-neo4j 1.0, with the same files.

    pip install rdflib-neo4j==1.0
    python benchmarks/loading.py [--documents 200] [--rounds 3] [--no-bulk]

A synthetic corpus is written and exported as Turtle, a file for every hundred documents. Each contender then
takes the files, in turn; the first round warms the engine and is not counted. Ours is what the command
`ingest` does once it has started, its reports written to nowhere: it reads, checks every quote and shape, and
writes nodes and edges that its questions can be asked of. rdflib-neo4j parses with rdflib and stores each
triple as it is, checking nothing, in batches of 5,000, the default. These two write into the same running
engine, emptied before; `bulk prepare` and `bulk load` make a database of their own, with the start and the
stop of its engine.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase
from rdflib import Graph
from rich.console import Console

from graph.cli_ingest import ingest_files
from graph.export import export
from graph.generate import generate
from graph.project import project
from graph.settings import Settings
from graph.store import Store, local_engine, open_store
from graph.write import write_documents

BASE = "https://counterclaim.example/id/"
TOGETHER = 100


def main() -> None:
    """Print seconds and triples per second for each, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-bulk", action="store_true", help="leave out ours in bulk")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        engine = local_engine(Settings())
        held = engine.start()
        auth = (held.user, held.password)
        try:
            with open_store(Settings()) as store, GraphDatabase.driver(held.uri, auth=auth) as driver:

                def wipe() -> None:
                    driver.execute_query("MATCH (n) DETACH DELETE n")

                files, triples = _files(store, wipe, Path(home) / "files", options.documents)
                contenders: dict[str, Callable[[], None]] = {
                    "ours": lambda: _ours(files, store),
                    "ours, bulk": lambda: _bulk(files, Path(home) / "bulk"),
                    "rdflib-neo4j": lambda: _rdflib_neo4j(files, held.uri, auth),
                }
                if options.no_bulk:
                    del contenders["ours, bulk"]
                _print(_measured(contenders, wipe, options.rounds), triples)
        finally:
            engine.stop()


def _files(store: Store, wipe: Callable[[], None], folder: Path, documents: int) -> tuple[list[Path], int]:
    folder.mkdir()
    files, triples = list[Path](), 0
    for first in range(0, documents, TOGETHER):
        wipe()
        subgraphs = [project(one) for one in generate(min(TOGETHER, documents - first), 1, first)]
        write_documents(store, subgraphs)
        files.append(folder / f"{first:06}.ttl")
        files[-1].write_text(export(store, BASE, "ttl"), encoding="utf-8")
        triples += len(export(store, BASE, "nt").splitlines())
    return files, triples


def _measured(
    contenders: dict[str, Callable[[], None]], wipe: Callable[[], None], rounds: int
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, run in contenders.items():
            wipe()
            start = time.perf_counter()
            run()
            if number:
                taken[name].append(time.perf_counter() - start)
    return taken


def _ours(files: list[Path], store: Store) -> None:
    with open(os.devnull, "w") as nowhere:
        ingest_files(files, Settings(), store, Console(file=nowhere), None, resume=False, replace=False)


def _bulk(files: list[Path], home: Path) -> None:
    script = str(Path(sys.executable).with_name("counterclaim"))
    environment = os.environ | {"COUNTERCLAIM_HOME": str(home)}
    to = str(home / "prepared")
    for command in (["prepare", str(files[0].parent), "--to", to], ["load", to]):
        subprocess.run([script, "bulk", *command], check=True, env=environment, capture_output=True)
    subprocess.run([script, "neo4j", "stop"], check=True, env=environment, capture_output=True)
    shutil.rmtree(home)


def _rdflib_neo4j(files: list[Path], uri: str, auth: tuple[str, str]) -> None:
    from rdflib_neo4j import (  # pyright: ignore[reportMissingImports]
        HANDLE_VOCAB_URI_STRATEGY,
        Neo4jStore,
        Neo4jStoreConfig,
    )

    data: dict[str, Any] = {"uri": uri, "database": "neo4j", "user": auth[0], "pwd": auth[1]}
    config: Any = Neo4jStoreConfig(
        auth_data=data, handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE, batching=True
    )
    graph = Graph(store=Neo4jStore(config=config))
    for file in files:
        graph.parse(file, format="turtle")
    graph.close(True)


def _print(taken: dict[str, list[float]], triples: int) -> None:
    ours = statistics.median(taken["ours"])
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        print(
            f"{name:13} {triples:8} triples  {middle:7.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"
            f"  {triples / middle:8.0f} triples/s  {middle / ours:5.2f} x of ours"
        )


if __name__ == "__main__":
    main()
