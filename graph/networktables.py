"""Networks as tables (RFC 4180): edges, matrix, the statements beneath, windows of time."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from .answers import Network, Series
from .errors import InputError

CELLS = 4_000_000
"""Most cells of a matrix."""

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")


def cell(value: object) -> object:
    """Return what stands in one cell; a text that a spreadsheet would run as a formula gets an apostrophe."""
    if value is None:
        return ""
    return safe(value) if isinstance(value, str) else value


def safe(text: str) -> str:
    """Return a text as a cell; one that a spreadsheet would run as a formula gets an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV under their head."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([cell(each) for each in head])
    writer.writerows([cell(each) for each in row] for row in rows)
    return text.getvalue()


def edges_csv(network: Network) -> str:
    """Return the edges: source, target, weight, and on what, by id."""
    rows = (
        (edge.source, edge.target, edge.weight, " ".join(on.id for on in edge.on or ()))
        for edge in network.edges
    )
    return table(("source", "target", "weight", "on"), rows)


def matrix_csv(network: Network) -> str:
    """Return the matrix by names, with an id where two are named alike; actors against concepts, or alike.

    InputError when it would have more than CELLS cells.
    """
    named = Counter(node.name for node in network.nodes)
    label = {n.id: n.name if named[n.name] == 1 else f"{n.name} [{n.id}]" for n in network.nodes}
    concepts = [n.id for n in network.nodes if n.kind in ("Claim", "Term", "Plan", "PlanVersion")]
    actors = [n.id for n in network.nodes if n.id not in set(concepts)]
    rows, columns = (actors, concepts) if network.mode == "twomode" else (list(label), list(label))
    if len(rows) * len(columns) > CELLS:
        raise InputError(f"a matrix of {len(rows)} times {len(columns)} is too large; take the edges")
    weights = {(edge.source, edge.target): edge.weight for edge in network.edges}
    if network.mode != "twomode":
        weights |= {(target, source): weight for (source, target), weight in weights.items()}
    return table(
        ("", *(label[id_] for id_ in columns)),
        ((label[row], *(weights.get((row, column), 0) for column in columns)) for row in rows),
    )


def series_csv(series: Series) -> str:
    """Return the edges of all windows: first, middle and last day, source, target, weight."""
    return table(
        ("start", "middle", "end", "source", "target", "weight"),
        (
            (each.start, each.middle, each.end, edge.source, edge.target, edge.weight)
            for each in series.slices
            for edge in each.edges
        ),
    )


STATEMENTS = (
    "statement", "published", "said", "actor_id", "actor", "actor_kind", "act", "sign",
    "target_kind", "target_id", "target", "words", "start", "end", "mode", "certainty", "condition",
    "qualification", "confidence", "review", "document", "title", "url", "author", "publisher",
)  # fmt: skip
"""The columns of the table of statements: the event list of a discourse network."""


def statements_csv(rows: Iterable[dict[str, Any]]) -> str:
    """Return the statements beneath a network, a row for each actor and what it acts on."""
    return table(STATEMENTS, ([row.get(name) for name in STATEMENTS] for row in rows))
