"""How fast documents are written, one by one and several in a transaction.

    python benchmarks/writing.py [--documents N] [--together 1 8 64] [--rounds R]

Synthetic documents of about nine statements each are written into a Neo4j of its own, in a temporary folder.
All ways of writing take turns on one engine, each with documents of its own out of the same corpus, so that
the graph grows under all of them alike. The first round warms the engine and is not counted. Reading and
checking of files is left out.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from graph.generate import generate
from graph.project import project
from graph.settings import Settings
from graph.store import Store, open_store
from graph.subgraph import Subgraph
from graph.write import write_documents


def main() -> None:
    """Print documents per second for each way, and the ratio to writing one by one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=192, help="of each way and round")
    parser.add_argument(
        "--together", type=int, nargs="+", default=[1, 8, 64], help="documents in a transaction"
    )
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        try:
            with open_store(Settings()) as store:
                rates = _measured(store, options.documents, options.together, options.rounds)
        finally:
            script = Path(sys.executable).with_name("counterclaim")
            subprocess.run([script, "neo4j", "stop"], check=True, stdout=subprocess.DEVNULL)
    first = statistics.median(rates[options.together[0]])
    print(f"{'together':>8} {'documents/s':>12} {'lowest':>8} {'highest':>8} {'ratio':>6}")
    for together, found in rates.items():
        middle = statistics.median(found)
        print(f"{together:8} {middle:12.1f} {min(found):8.1f} {max(found):8.1f} {middle / first:6.2f}")


def _measured(store: Store, documents: int, ways: list[int], rounds: int) -> dict[int, list[float]]:
    corpus = _corpus(documents)
    rates: dict[int, list[float]] = {way: [] for way in ways}
    for number in range(rounds):
        for way in ways:
            subgraphs = next(corpus)
            began = time.perf_counter()
            for at in range(0, documents, way):
                write_documents(store, subgraphs[at : at + way])
            if number > 0:
                rates[way].append(documents / (time.perf_counter() - began))
    return rates


def _corpus(documents: int) -> Iterator[list[Subgraph]]:
    first = 0
    while True:
        yield [project(annotation) for annotation in generate(documents, seed=1, first=first)]
        first += documents


if __name__ == "__main__":
    main()
