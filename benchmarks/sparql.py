"""SPARQL on pyoxigraph, as the product asks it, against rdflib's own engine: same triples, same queries.

    python benchmarks/sparql.py [--documents 30 …] [--repeat 5] [--patience 60]

A synthetic corpus becomes RDF as exports have it, without a database. Both engines load the same triples;
each query is asked of one and then of the other, in one run. Ours includes all that stands between: a process
per query, its socket, the answer as JSON; rdflib's is `Graph.query` in this process, its rows taken. Figures
are medians, and their ratio: how many times as long rdflib takes. Beyond the patience nothing is repeated.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rdflib import Graph

from graph.exporting.blocks import Names
from graph.generate import generate
from graph.project import project
from graph.rdf import to_rdf
from graph.sparql import Query, read_query
from graph.sparql.fill import Changes
from graph.sparql.process import Holder

BASE = "https://counterclaim.example/id/"
PAGE = Path(__file__).resolve().parent.parent / "docs" / "sparql.md"
SIMPLE = {
    "count all triples": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "names of persons": "SELECT ?a ?name WHERE { ?a a cc:Person ; cc:name ?name }",
    "words of denials": (
        "SELECT ?who ?words ?text WHERE "
        "{ ?s cc:denies/cc:text ?text ; cc:exact ?words ; cc:spokenBy/cc:name ?who }"
    ),
    "statements per actor": (
        "SELECT ?a (COUNT(?s) AS ?n) WHERE { ?s cc:spokenBy ?a } GROUP BY ?a ORDER BY DESC(?n) ?a LIMIT 20"
    ),
    "words in claims": (
        'SELECT ?c ?t WHERE { ?c a cc:Claim ; cc:text ?t FILTER (CONTAINS(LCASE(?t), "bridge")) } ORDER BY ?c'
    ),
}


def main() -> None:
    """Print a table per size of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[30])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--patience", type=float, default=60.0, help="seconds")
    options = parser.parse_args()
    for documents in options.documents:
        _measure(documents, options.repeat, options.patience)


def _measure(documents: int, repeat: int, patience: float) -> None:
    text = _triples(documents)
    began = time.perf_counter()
    graph = Graph().parse(data=text, format="nt")
    theirs = time.perf_counter() - began
    for prefix, iri in Names(BASE).prefixes.items():
        graph.bind(prefix, iri, replace=True)
    holder = Holder()
    try:
        began = time.perf_counter()
        holder.load(_changes(text))
        ours = time.perf_counter() - began
        print(f"\n{documents} documents, {len(graph):,} triples; seconds are medians of {repeat}")
        print(f"{'':44} {'pyoxigraph':>10} {'rdflib':>10} {'ratio':>8} {'rows':>8}")
        print(f"{'loading':44} {ours:10.3f} {theirs:10.3f} {theirs / ours:8.1f}")
        for name, query in _queries().items():
            _compare(name, read_query(query), holder, graph, repeat, patience)
    finally:
        holder.end()


def _triples(documents: int) -> str:
    """Return the corpus as N-Triples."""
    graph = to_rdf([project(each) for each in generate(documents=documents)], BASE)
    return graph.serialize(format="nt")


def _changes(text: str) -> Changes:
    file = tempfile.TemporaryFile()  # noqa: SIM115
    name = f"{BASE}document/all"
    quads = text.replace(" .\n", f" <{name}> .\n")
    file.write(json.dumps({"remove": []}).encode() + b"\n" + (text + quads).encode())
    file.flush()
    file.seek(0)
    return Changes(file, {}, 0)


def _queries() -> dict[str, str]:
    """Return simple queries and those of the documentation, which join and follow paths."""
    parts = PAGE.read_text(encoding="utf-8").split("\n## ")[1:]
    worked = {part.split("\n")[0]: part.split("```sparql\n")[1].split("```")[0] for part in parts}
    return SIMPLE | worked


def _compare(name: str, query: Query, holder: Holder, graph: Graph, repeat: int, patience: float) -> None:
    request = {
        "query": query.text, "form": "json", "prefixes": Names(BASE).prefixes,
        "default_graphs": None, "named_graphs": None, "seconds": 600, "memory": 4_000_000_000, "most": 10**9,
    }  # fmt: skip

    def of_ours() -> int:
        return len(json.loads(holder.ask(request))["results"]["bindings"])

    def of_theirs() -> int:
        return len(list(graph.query(query.text)))

    (fast, rows), (slow, others) = _median(of_ours, repeat, patience), _median(of_theirs, repeat, patience)
    same = "" if rows == others else f"  rdflib finds {others}"
    print(f"{name:44} {fast:10.4f} {slow:10.4f} {slow / fast:8.1f} {rows:8}{same}", flush=True)


def _median(ask: Callable[[], int], repeat: int, patience: float) -> tuple[float, int]:
    taken, rows = list[float](), 0
    while len(taken) < repeat and sum(taken) < patience:
        began = time.perf_counter()
        rows = ask()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken), rows


if __name__ == "__main__":
    main()
