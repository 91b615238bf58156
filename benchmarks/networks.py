"""Networks from a large table of statements, against plain networkx in the same run.

    python benchmarks/networks.py [--documents N] [--repeat N]

The table is that of the synthetic corpus, about eight statements a document; no database takes part. The
plain way walks, for each concept, over all pairs of those who speak of it, and adds to the weight of an
edge of a networkx graph. Both must give the same network. Ratios are of one turn; the median, with the
lowest and highest.
"""

import argparse
import statistics
import time
from collections import Counter, defaultdict
from itertools import combinations
from typing import Any

import networkx as nx
from scipy import sparse

from graph.ask.deeds import Doing
from graph.ask.spoken import row_of
from graph.generate import generate
from graph.models import ACTS
from graph.networks import Row, counted, distinct, one_mode
from graph.networks.options import Duplicates, Kind

TAKEN = ("asserts", "denies", "supports", "rejects", "demands", "accepts_if")


def table(documents: int) -> list[Row]:
    """Return the rows of the synthetic corpus."""
    rows: list[Row] = []
    for number, annotation in enumerate(generate(documents)):
        claims = {claim.id: claim.text for claim in annotation.claims}
        for statement in annotation.statements:
            for act in (act for act in ACTS if act in TAKEN):
                for target in getattr(statement, act):
                    kind = "Claim" if target in claims else "Term"
                    name = claims.get(target, target)
                    at = annotation.document.published
                    for speaker in statement.speakers:
                        who, what = (speaker, "", ""), (kind, name)
                        doing = Doing(what, name, act, who, f"{number}.{statement.id}", "", at, str(number))
                        rows.append(row_of(doing))
    return rows


def plain(rows: list[Row], kind: Kind) -> "nx.Graph[str]":
    """Return the network as a program writes it that knows networkx alone."""
    said: dict[str, dict[str, Counter[bool]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        said[row.concept][row.actor][row.positive] += 1
    graph: nx.Graph[str] = nx.Graph()
    for spoken in said.values():
        for one, other in combinations(spoken, 2):
            a, b = spoken[one], spoken[other]
            same, crossed = a[True] * b[True] + a[False] * b[False], a[True] * b[False] + a[False] * b[True]
            weight = {"congruence": same, "conflict": crossed, "subtract": same - crossed}[kind]
            if weight:
                before: Any = graph.get_edge_data(one, other, {"weight": 0})
                graph.add_edge(one, other, weight=before["weight"] + weight)
    return graph


def main() -> None:
    """Print the table of times and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=7000)
    parser.add_argument("--repeat", type=int, default=3, help="turns")
    options = parser.parse_args()
    rows = table(options.documents)
    print(f"{options.documents} documents, {len(rows)} rows, {len({r.actor for r in rows})} actors, "
          f"{len({r.concept for r in rows})} concepts")  # fmt: skip
    kinds: tuple[Kind, ...] = ("congruence", "conflict", "subtract")
    ways: tuple[Duplicates, ...] = ("include", "document", "acrossrange")
    for duplicates in ways:
        for kind in kinds:
            _turns(rows, kind, duplicates, options.repeat)


def _turns(rows: list[Row], kind: Kind, duplicates: Duplicates, repeat: int) -> None:
    ours, theirs = list[float](), list[float]()
    for _ in range(repeat):
        start = time.perf_counter()
        kept = distinct(rows, duplicates)
        middle = time.perf_counter()
        counts = counted(row[:3] for row in kept)
        matrix = one_mode(counts, kind)
        ours.append(time.perf_counter() - middle)
        start_plain = time.perf_counter()
        graph = plain(kept, kind)
        theirs.append(time.perf_counter() - start_plain)
        shared = middle - start
    _same(counts, matrix, graph)
    ratios = [b / a for a, b in zip(ours, theirs, strict=True)]
    print(
        f"{kind:11} {duplicates:12} ours {statistics.median(ours):6.2f} s,"
        f" networkx {statistics.median(theirs):7.2f} s:"
        f" {statistics.median(ratios):5.1f} times ({min(ratios):.1f}–{max(ratios):.1f});"
        f" duplicates {shared:.2f} s; {sparse.triu(matrix, k=1).nnz} edges"
    )


def _same(counts: Any, matrix: Any, graph: "nx.Graph[str]") -> None:
    at = sparse.coo_array(sparse.triu(matrix, k=1))
    found = {
        frozenset((counts.actors[i], counts.actors[j])): w
        for i, j, w in zip(*at.coords, at.data, strict=True)
    }
    expected = {frozenset((a, b)): w for a, b, w in graph.edges(data="weight") if w}
    assert found == expected, "the two ways differ"


if __name__ == "__main__":
    main()
