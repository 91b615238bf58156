"""How fast documents are written, one by one and several in a transaction, beside others that write the same.

    pip install neomodel==7.0.0        # only for --neomodel
    python benchmarks/writing.py [--documents N] [--together 1 8 64] [--rounds R] [--neomodel]

Synthetic documents of about nine statements each are written into a Neo4j of its own, in a temporary folder.
All ways of writing take turns on one engine, each with documents of its own out of the same corpus, so that
the graph grows under all of them alike. The first round warms the engine and is not counted. Reading and
checking of files is left out. What the others leave undone: benchmarks/other_writers.py.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator

from neo4j import GraphDatabase
from other_writers import Write, neomodel, unwind

from graph.generate import generate
from graph.project import project
from graph.settings import Settings
from graph.store import local_engine, open_store
from graph.subgraph import Subgraph
from graph.write import write_documents

Way = tuple[str, int]
"""Who writes, and how many documents in a transaction."""


def main() -> None:
    """Print documents per second for each way, and the ratio to writing one by one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=192, help="of each way and round")
    parser.add_argument(
        "--together", type=int, nargs="+", default=[1, 8, 64], help="documents in a transaction"
    )
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--neomodel", action="store_true", help="neomodel too, which takes its time")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        engine = local_engine(Settings())
        try:
            held = engine.start()
            auth = held.user, held.password
            with open_store(Settings()) as store, GraphDatabase.driver(held.uri, auth=auth) as driver:
                writers: dict[str, Write] = {
                    "ours": lambda subgraphs: write_documents(store, subgraphs),
                    "bare UNWIND": unwind(driver),
                }
                if options.neomodel:
                    writers["neomodel"] = neomodel(held.uri, *auth)
                rates = _measured(writers, options.documents, options.together, options.rounds)
        finally:
            engine.stop()
    _print(rates)


def _measured(
    writers: dict[str, Write], documents: int, together: list[int], rounds: int
) -> dict[Way, list[float]]:
    corpus = _corpus(documents)
    rates: dict[Way, list[float]] = {(name, many): [] for many in together for name in writers}
    for number in range(rounds):
        for name, many in rates:
            subgraphs = next(corpus)
            began = time.perf_counter()
            for at in range(0, documents, many):
                writers[name](subgraphs[at : at + many])
            if number > 0:
                rates[name, many].append(documents / (time.perf_counter() - began))
    return rates


def _corpus(documents: int) -> Iterator[list[Subgraph]]:
    first = 0
    while True:
        yield [project(annotation) for annotation in generate(documents, seed=1, first=first)]
        first += documents


def _print(rates: dict[Way, list[float]]) -> None:
    ours = {many: statistics.median(found) for (name, many), found in rates.items() if name == "ours"}
    one = next(iter(ours.values()))
    print(f"{'':12} together  documents/s   lowest  highest  of one  of ours")
    for (name, many), found in rates.items():
        middle = statistics.median(found)
        print(
            f"{name:12} {many:8} {middle:12.1f} {min(found):8.1f} {max(found):8.1f} {middle / one:7.2f}"
            f" {middle / ours[many]:8.2f}"
        )


if __name__ == "__main__":
    main()
