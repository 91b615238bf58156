"""What a Turtle file of the graph costs: ours, rdflib's serialiser, and neosemantics, on the same graph.

    python benchmarks/export.py [--documents 200 2400] [--neosemantics]

A synthetic corpus is loaded in bulk into a Neo4j of its own, in a temporary folder. Each contender runs in a
process of its own, whose highest memory is told (VmHWM, on Linux; Neo4j's, of 1 GB heap, is not in it): ours
from the graph to the file; rdflib serialising as Turtle the triples of our N-Triples, once it has them in
memory; neosemantics (5.1.0.0, the newest at Maven Central; with --neosemantics its jar goes into the engine)
by its procedure n10s.rdf.export.cypher over every node with its edges: its HTTP endpoint answers 404 on Neo4j
5.26. Its triples are those of the property graph, so their number differs; they are counted, not written.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from corpus import hold
from neo4j import Driver, GraphDatabase
from rdflib import Graph

from graph.engine.jars import fetch
from graph.export import exported
from graph.settings import Settings
from graph.store import connection, local_engine, open_store

JAR = "org/neo4j/neosemantics/5.1.0.0/neosemantics-5.1.0.0.jar"
CONF = "dbms.security.procedures.unrestricted=n10s.*\n"
BASE = "https://counterclaim.example/id/"
ALL = "MATCH (n) WHERE NOT n:_GraphConfig AND NOT n:Revision OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"


def main() -> None:
    """Print a table per size of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2400])
    parser.add_argument("--neosemantics", action="store_true")
    parser.add_argument("--no-rdflib", dest="rdflib", action="store_false", help="it needs 1 kB a triple")
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(_measured(options.run, options.file)))
        return
    with tempfile.TemporaryDirectory() as folder:
        for documents in options.documents:
            home = Path(folder) / str(documents)
            hold(home, documents)
            local_engine(Settings()).stop()
            if options.neosemantics:
                _install(home / "neo4j" / "plugins")
            held = local_engine(Settings(), conf=CONF * options.neosemantics).start()
            try:
                with GraphDatabase.driver(held.uri, auth=(held.user, held.password)) as driver:
                    if options.neosemantics:
                        _prepare(driver)
                _compare(home, documents, neosemantics=options.neosemantics, rdflib=options.rdflib)
            finally:
                local_engine(Settings()).stop()


def _install(plugins: Path) -> None:
    plugins.mkdir(parents=True, exist_ok=True)
    with (plugins / "neosemantics.jar").open("wb") as out:
        for part in fetch(JAR):
            out.write(part)


def _prepare(driver: Driver) -> None:
    driver.execute_query("CREATE CONSTRAINT FOR (r:Resource) REQUIRE r.uri IS UNIQUE")
    driver.execute_query("CALL n10s.graphconfig.init({handleVocabUris: 'IGNORE'})")


def _compare(home: Path, documents: int, *, neosemantics: bool, rdflib: bool) -> None:
    ours = 0.0
    others = ["neosemantics"] * neosemantics + ["rdflib"] * rdflib
    for name in ["ours-nt", "ours-ttl", *others]:
        found = _spawn(name, home)
        ours = found["seconds"] if name == "ours-ttl" else ours
        share = f"{found['seconds'] / ours:6.2f} x of ours" if ours else " " * 16
        print(
            f"{documents:7} documents  {name:13} {found['triples']:9} triples  {found['seconds']:7.2f} s"
            f"  {found['triples'] / found['seconds']:9.0f} triples/s  {share}"
            f"  {found['peak_mb']:7.0f} MB  {found.get('note', '')}",
            flush=True,
        )


def _spawn(name: str, home: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, "--run", name, "--file", str(home / "graph.nt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def _measured(name: str, file: Path) -> dict[str, Any]:
    found = RUNS[name](file)
    # Not getrusage: what the parent held when it forked counts there.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return {**found, "peak_mb": int(status.partition("VmHWM:")[2].split()[0]) / 1024}


def _ours(file: Path, format_: str) -> dict[str, Any]:
    settings = Settings()
    with open_store(settings) as store:
        start = time.perf_counter()
        with exported(store, BASE, format_) as graph, file.with_suffix(f".{format_}").open("wb") as out:
            while part := graph.read(1 << 20):
                out.write(part)
        seconds = time.perf_counter() - start
    with file.with_suffix(".nt").open("rb") as lines:
        triples = sum(1 for _ in lines)
    return {"seconds": seconds, "triples": triples}


def _rdflib(file: Path) -> dict[str, Any]:
    start = time.perf_counter()
    graph = Graph().parse(file, format="nt")
    parsed = time.perf_counter()
    graph.serialize(file.with_suffix(".rdflib.ttl"), format="turtle")
    done = time.perf_counter()
    return {
        "seconds": done - parsed,
        "triples": len(graph),
        "note": f"serialising only; {parsed - start:.1f} s more to load",
    }


def _neosemantics(_: Path) -> dict[str, Any]:
    """Take every triple of the procedure, as a client that writes them would, and write none."""
    uri, user, password = connection(Settings())
    with GraphDatabase.driver(uri, auth=(user, password)) as driver, driver.session() as session:
        start = time.perf_counter()
        result = session.run("CALL n10s.rdf.export.cypher($asked, {})", asked=ALL)
        triples = sum(1 for _ in result)
        return {"seconds": time.perf_counter() - start, "triples": triples, "note": "not written"}


RUNS = {
    "ours-nt": lambda file: _ours(file, "nt"),
    "ours-ttl": lambda file: _ours(file, "ttl"),
    "rdflib": _rdflib,
    "neosemantics": _neosemantics,
}

if __name__ == "__main__":
    main()
