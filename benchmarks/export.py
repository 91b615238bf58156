"""What a Turtle file of the graph costs: ours, rdflib's serialiser, and neosemantics, on the same graph.

    python benchmarks/export.py [--documents 200 2400] [--neosemantics]

A synthetic corpus is put into a Neo4j of its own, in a temporary folder: its nodes and edges are created as
they would be written, but in bulk, since writing is not what is measured. Each contender then runs in a
process of its own, whose highest memory is told (VmHWM, on Linux; Neo4j's, of 1 GB heap, is not in it): ours
from the graph to the file; rdflib serialising as Turtle the triples of our N-Triples, once it has them in
memory; neosemantics (5.1.0.0, the newest at Maven Central; with --neosemantics its jar goes into the engine)
by its procedure n10s.rdf.export.cypher over every node with its edges: its HTTP endpoint answers 404 on Neo4j
5.26. Its triples are those of the property graph, so their number differs; they are counted, not written.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from neo4j import Driver, GraphDatabase
from rdflib import Graph

from graph.engine import config
from graph.engine.jars import fetch
from graph.export import exported
from graph.generate import generate
from graph.ontology import load
from graph.project import project
from graph.settings import Settings
from graph.store import connection, local_engine, open_store
from graph.subgraph import Node, Ref, Subgraph

JAR = "org/neo4j/neosemantics/5.1.0.0/neosemantics-5.1.0.0.jar"
CONF = "dbms.security.procedures.unrestricted=n10s.*\n"
BASE = "https://counterclaim.example/id/"
ALL = "MATCH (n) WHERE NOT n:_GraphConfig AND NOT n:Revision OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m"
CHUNK = 5000


def main() -> None:
    """Print a table per size of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2400])
    parser.add_argument("--neosemantics", action="store_true")
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(_measured(options.run, options.file)))
        return
    with tempfile.TemporaryDirectory() as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        engine = local_engine(Settings())
        if options.neosemantics:
            _install(Path(home) / "neo4j" / "plugins")
        held = engine.start()
        try:
            with GraphDatabase.driver(held.uri, auth=(held.user, held.password)) as driver:
                _prepare(driver, neosemantics=options.neosemantics)
                written = 0
                for documents in sorted(options.documents):
                    _fill(driver, written, documents)
                    written = documents
                    _compare(Path(home), documents, neosemantics=options.neosemantics)
        finally:
            engine.stop()


def _install(plugins: Path) -> None:
    plugins.mkdir(parents=True)
    with (plugins / "neosemantics.jar").open("wb") as out:
        for part in fetch(JAR):
            out.write(part)
    config.CONF += CONF


def _prepare(driver: Driver, *, neosemantics: bool) -> None:
    with open_store(Settings()):
        pass  # makes the schema
    if neosemantics:
        driver.execute_query("CREATE CONSTRAINT FOR (r:Resource) REQUIRE r.uri IS UNIQUE")
        driver.execute_query("CALL n10s.graphconfig.init({handleVocabUris: 'IGNORE'})")


def _fill(driver: Driver, first: int, documents: int) -> None:
    start = time.perf_counter()
    subgraphs = [project(annotation) for annotation in generate(documents - first, 1, first)]
    nodes: dict[Ref, Node] = {}
    for subgraph in subgraphs:
        nodes.update(subgraph.nodes)
    for label, some in groupby(sorted(nodes.values(), key=lambda n: (n.label, n.id)), lambda n: n.label):
        query = f"UNWIND $rows AS row MERGE (n:{load().key(label)} {{id: row.id}}) SET n:{label}, n += row"
        _put(driver, query, ({**n.properties, "id": n.id} for n in some))
    for (name, start_, end), some in groupby(
        sorted(_edges(subgraphs), key=lambda e: e[0]), lambda edge: edge[0]
    ):
        query = (
            f"UNWIND $rows AS row MATCH (a:{start_} {{id: row.a}}) MATCH (b:{end} {{id: row.b}}) "
            f"MERGE (a)-[r:{name}]->(b) SET r += row.p"
        )
        _put(driver, query, ({"a": a, "b": b, "p": p} for _, a, b, p in some))
    print(f"\n{documents} documents; filled in {time.perf_counter() - start:.0f} s", flush=True)


def _edges(subgraphs: list[Subgraph]) -> Iterable[tuple[tuple[str, str, str], str, str, dict[str, Any]]]:
    found = {edge.key: edge for subgraph in subgraphs for edge in subgraph.edges.values()}
    for (name, start, end), edge in found.items():
        properties = {k: list(v) if isinstance(v, tuple) else v for k, v in edge.properties.items()}
        yield (load().edges[name].type, start[0], end[0]), start[1], end[1], properties


def _put(driver: Driver, query: Any, rows: Iterable[dict[str, Any]]) -> None:
    held = list(rows)
    for n in range(0, len(held), CHUNK):
        driver.execute_query(query, rows=held[n : n + CHUNK], database_="neo4j")


def _compare(home: Path, documents: int, *, neosemantics: bool) -> None:
    ours = 0.0
    for name in ["ours-nt", "ours-ttl"] + (["neosemantics"] if neosemantics else []) + ["rdflib"]:
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
