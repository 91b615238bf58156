"""How long each named query that reads takes by the bare driver, and how that grows with the graph.

    python benchmarks/queries.py [--documents 110 11000 111000 …] [--rounds 5] [--home FOLDER]

For each size, a synthetic corpus, about nine statements a document, is loaded in bulk into a Neo4j of its
own, and the fictional negotiation of examples/strait is written into it; in a temporary folder or in FOLDER,
which keeps them for the next run. 111,000 documents, a million statements, take eight minutes on two cores.
Queries get the parameters with which the questions below ask them; of several askings the slowest counts.
What no question asks is run as its own example says. The figure is the median of the rounds, of fewer where
one takes over five seconds.
"""

import argparse
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any, LiteralString, cast

from corpus import hold
from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j import Query as TimedQuery
from neo4j.exceptions import DriverError, Neo4jError
from questions import ACTOR, DATES, PLAN, STRAIT, questions
from service import Recorder

from graph import ask, queries
from graph.errors import CounterclaimError
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store, connection, local_engine, open_store
from graph.write import write_documents

Times = dict[str, float]
SLOWEST = 300.0
"""Seconds after which a query is given up; it is then told as nan."""
PATIENCE = 5.0
"""Seconds for the rounds of one query, of which there is one in any case."""


def main() -> None:
    """Print a table: a row per query, a column per size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[110])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    place = nullcontext(str(options.home)) if options.home else tempfile.TemporaryDirectory()
    with place as home:
        _print({size: _of_size(Path(home), size, options.rounds) for size in sorted(options.documents)})


def _of_size(home: Path, documents: int, rounds: int) -> Times:
    hold(home / str(documents), documents)
    try:
        with open_store(Settings(query_timeout=SLOWEST)) as store, _driver() as driver:
            write_documents(store, [project(load_annotation(path)) for path in sorted(STRAIT.glob("*.yaml"))])
            return _measure(store, driver, rounds)
    finally:
        local_engine(Settings()).stop()


def _driver() -> Driver:
    uri, user, password = connection(Settings())
    return GraphDatabase.driver(
        uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
    )


def _measure(store: Store, driver: Driver, rounds: int) -> Times:
    asked = {**_examples(driver), **_asked(store, driver)}
    with driver.session(database="neo4j", default_access_mode=READ_ACCESS) as session:

        def run(name: str, params: dict[str, Any]) -> float:
            start = time.perf_counter()
            query = TimedQuery(queries.load()[name].text, timeout=SLOWEST)
            session.run(query, params).data()
            return time.perf_counter() - start

        times: Times = {}
        for name, calls in sorted(asked.items()):
            try:
                firsts = [run(name, params) for params in calls]  # plans them, and finds the slowest
                slowest = calls[firsts.index(max(firsts))]
                again = max(1, min(rounds, int(PATIENCE / max(firsts))))
                times[name] = statistics.median(run(name, slowest) for _ in range(again))
            except (DriverError, Neo4jError) as error:
                print(f"{name}: {error}", file=sys.stderr, flush=True)
                times[name] = float("nan")
        return times


def _asked(store: Store, driver: Driver) -> dict[str, list[dict[str, Any]]]:
    recorder = Recorder(driver, timeout=SLOWEST)
    recorder.asked = []
    for name, question in _lists(store).items() | questions(store).items():
        try:
            question(recorder)
        except CounterclaimError as error:
            print(f"{name}: {error}", file=sys.stderr)
    calls: dict[str, list[dict[str, Any]]] = {}
    for name, params in recorder.asked:
        if params not in calls.setdefault(name, []):
            calls[name].append(params)
    return calls


def _examples(driver: Driver) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for name, query in queries.load().items():
        if query.reads:
            pairs = ", ".join(f"{param}: {value}" for param, value in query.params.items())
            text = cast(LiteralString, f"RETURN {{{pairs}}} AS params")
            found[name] = [driver.execute_query(text).records[0]["params"]]
    return found


def _lists(store: Store) -> dict[str, Callable[[Store], Any]]:
    popular = "ada-bardan"
    claim = ask.disputes(store, limit=1).items[0].id
    term = ask.terms(store, limit=1).items[0].id
    document = ask.documents(store, limit=1).items[0].id
    return {
        "disputes": lambda s: ask.disputes(s),
        "disputes, actor": lambda s: ask.disputes(s, actor=popular),
        "disputes, text": lambda s: ask.disputes(s, text="grain"),
        "claim": lambda s: ask.claim(s, claim),
        "actors": lambda s: ask.actors(s),
        "actor": lambda s: ask.actor(s, popular),
        "relations": lambda s: ask.relations(s, popular, "opponents"),
        "positions": lambda s: ask.positions(s, popular),
        "terms": lambda s: ask.terms(s),
        "term": lambda s: ask.term(s, term),
        "plans": lambda s: ask.plans(s),
        "plan": lambda s: ask.plan(s, PLAN),
        "documents": lambda s: ask.documents(s),
        "document": lambda s: ask.document(s, document),
        "copies": lambda s: ask.copies_of(s, document),
        "search": lambda s: ask.search(s, "grain"),
        "timeline": lambda s: ask.timeline(s),
        "timeline, actor": lambda s: ask.timeline(s, actor=popular),
        "path": lambda s: ask.path(s, ACTOR, popular),
        "judgements": lambda s: ask.judgements(s),
        "network": lambda s: ask.network(s, "conflict", plan=PLAN),
        "changes": lambda s: ask.changes(s, *DATES),
    }


def _print(sizes: dict[int, Times]) -> None:
    last = max(sizes)
    print(f"{'query':28}" + "".join(f"{size:>12}" for size in sizes) + "   ms; growth")
    for name in sorted(sizes[last], key=lambda name: (not math.isnan(sizes[last][name]), -sizes[last][name])):
        times = [sizes[size][name] for size in sizes]
        figures = "".join(f"{1000 * each:12.2f}" for each in times)
        print(f"{name:28}{figures}   x {times[-1] / times[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
