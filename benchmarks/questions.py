"""How long the questions that need time take, and how much of that is the queries themselves.

    python benchmarks/questions.py [--documents 110 1100 11000] [--rounds 5]

The fictional negotiation of examples/strait and a synthetic corpus, about nine statements a document, are
written into a Neo4j of their own, in a temporary folder. Each question is asked in turn, then the queries
that it ran, with the same parameters, by the bare driver; the first round warms both and is not counted.
Questions of one plan, claim or actor are of the small negotiation in the large graph; `all` is of everything.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase
from service import Recorder, fill, run_bare

from graph import ask
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store, connection, open_store
from graph.write import write_documents

STRAIT = Path(__file__).resolve().parent.parent / "examples" / "strait" / "annotations"
PLAN, ACTOR = "halm-accord", "pavel-dorn"
DATES = "2033-03-26", "2033-04-20"


def main() -> None:
    """Print a table per size of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1100])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        uri, user, password = connection(Settings())
        with GraphDatabase.driver(
            uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
        ) as driver:
            try:
                with open_store(Settings()) as store:
                    write_documents(
                        store, [project(load_annotation(p)) for p in sorted(STRAIT.glob("*.yaml"))]
                    )
                    written = 0
                    for documents in sorted(options.documents):
                        fill(store, written, documents)
                        written = documents
                        _measure(store, driver, options.rounds)
            finally:
                script = Path(sys.executable).with_name("counterclaim")
                subprocess.run([script, "neo4j", "stop"], check=True, stdout=subprocess.DEVNULL)


def questions(store: Store) -> dict[str, Callable[[Store], Any]]:
    """Return the questions that need time, by name."""
    claim = ask.disputes(store, plan=PLAN, limit=1).items[0].id
    old, new = f"{PLAN}:d2", f"{PLAN}:d3"
    return {
        "diff of two drafts": lambda s: ask.diff(s, old, new),
        "versions of a plan": lambda s: ask.versions(s, PLAN),
        "board of a plan": lambda s: ask.board(s, PLAN),
        "changes, a plan": lambda s: ask.changes(s, *DATES, plan=PLAN),
        "shifts, a plan": lambda s: ask.shifts(s, plan=PLAN),
        "shifts, an actor": lambda s: ask.shifts(s, actor=ACTOR),
        "silence, a plan": lambda s: ask.silence(s, plan=PLAN),
        "origins, a claim": lambda s: ask.origins_of(s, claim),
        "origins, a plan": lambda s: ask.origins(s, plan=PLAN),
        "overreach, a plan": lambda s: ask.overreach(s, plan=PLAN),
        "contradictions, a plan": lambda s: ask.contradictions(s, plan=PLAN),
        "what if, a term": lambda s: ask.what_if(s, f"{old}:army-cap", "520000"),
        "digest, a plan": lambda s: ask.digest(s, DATES[0], until=DATES[1], plan=PLAN),
        "shifts, all": lambda s: ask.shifts(s),
        "silence, all": lambda s: ask.silence(s),
        "origins, all": lambda s: ask.origins(s),
        "overreach, all": lambda s: ask.overreach(s),
        "contradictions, all": lambda s: ask.contradictions(s),
    }


def _measure(store: Store, driver: Driver, rounds: int) -> None:
    recorder = Recorder(driver)
    for name, question in questions(store).items():
        recorder.asked = []
        question(recorder)
        asked = list(recorder.asked)
        run_bare(driver, asked)
        whole, queries = list[float](), list[float]()
        for _ in range(rounds):
            whole.append(_time(lambda question=question: question(store)))
            queries.append(_time(lambda asked=asked: run_bare(driver, asked)))
        middle, of_them = statistics.median(whole), statistics.median(queries)
        print(
            f"{name:26} {1000 * middle:9.1f} ms ({1000 * min(whole):.1f} to {1000 * max(whole):.1f})"
            f"  {len(asked):3} queries {1000 * of_them:9.1f} ms  {middle / of_them:5.2f} x",
            flush=True,
        )


def _time(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
