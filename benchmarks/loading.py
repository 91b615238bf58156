"""What it costs to take a Turtle file into Neo4j: ours against rdflib-neo4j 1.0, the same file, one engine.

    pip install rdflib-neo4j==1.0
    python benchmarks/loading.py [--documents 200] [--rounds 3]

A synthetic corpus is written and exported as Turtle. Both contenders then take the file into the emptied
database, in turn; the first round warms the engine and is not counted. Ours reads, checks every quote and
shape, and writes nodes and edges that its questions can be asked of. rdflib-neo4j parses with rdflib and
stores each triple as it is, checking nothing, in batches of 5,000, the default.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from neo4j import GraphDatabase
from rdflib import Graph

from graph.export import export
from graph.generate import generate
from graph.ingest import ingest
from graph.project import project
from graph.settings import Settings
from graph.store import Store, local_engine, open_store
from graph.write import write_documents

BASE = "https://counterclaim.example/id/"


def main() -> None:
    """Print seconds and triples per second for each, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        engine = local_engine(Settings())
        held = engine.start()
        auth = (held.user, held.password)
        try:
            with open_store(Settings()) as store, GraphDatabase.driver(held.uri, auth=auth) as driver:
                file, triples = _file(store, Path(home), options.documents)

                def wipe() -> None:
                    driver.execute_query("MATCH (n) DETACH DELETE n")

                contenders: dict[str, Callable[[], None]] = {
                    "ours": lambda: _ours(file, store),
                    "rdflib-neo4j": lambda: _rdflib_neo4j(file, held.uri, auth),
                }
                _print(_measured(contenders, wipe, options.rounds), triples)
        finally:
            engine.stop()


def _file(store: Store, home: Path, documents: int) -> tuple[Path, int]:
    subgraphs = [project(annotation) for annotation in generate(documents, 1)]
    for at in range(0, documents, 64):
        write_documents(store, subgraphs[at : at + 64])
    file = home / "graph.ttl"
    file.write_text(export(store, BASE, "ttl"), encoding="utf-8")
    return file, len(export(store, BASE, "nt").splitlines())


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


def _ours(file: Path, store: Store) -> None:
    ingest(file, Settings(), store)


def _rdflib_neo4j(file: Path, uri: str, auth: tuple[str, str]) -> None:
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
