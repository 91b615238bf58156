"""Discourse networks against a plain reference, over random tables, and against cases worked by hand."""

import math
from itertools import product, takewhile
from typing import Any, get_args

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.networks import Counts, Options, Row, counted, distinct, one_mode, two_mode
from graph.networks.options import NORMALISATIONS, Kind
from graph.networks.parts import near

from .conftest import ROOT

ACTORS, CONCEPTS = "ABCD", "pqrs"
DATES = [
    None,
    "2025",
    "2025-01",
    "2024-12-30",
    "2025-01-01",
    "2025-01-05T10:00:00",
    "2025-01-06",
    "2026-01-06",
]
SAID = st.tuples(st.sampled_from(ACTORS), st.sampled_from(CONCEPTS), st.booleans())
ROWS = st.lists(
    st.builds(Row, st.sampled_from(ACTORS), st.sampled_from(CONCEPTS), st.booleans(), st.sampled_from("xy"),
              st.sampled_from("123456789"), st.sampled_from(DATES)),
    max_size=25,
)  # fmt: skip


def times(said: list[tuple[str, str, bool]], actor: str, concept: str, sign: bool) -> int:
    return said.count((actor, concept, sign))


def reference(said: list[tuple[str, str, bool]], kind: str, norm: str) -> "nx.Graph[str]":
    """The definitions of rDNA's Exporter, loop by loop."""
    graph: nx.Graph[str] = nx.Graph()
    actors, concepts = sorted({a for a, _, _ in said}), sorted({c for _, c, _ in said})
    graph.add_nodes_from(actors)
    n = {(a, c, k): times(said, a, c, k) for a in actors for c in concepts for k in (True, False)}
    total = {a: sum(n[a, c, k] for c in concepts for k in (True, False)) for a in actors}
    for a, b in product(actors, actors):
        if a >= b:
            continue
        same = sum(n[a, c, k] * n[b, c, k] for c in concepts for k in (True, False))
        other = sum(n[a, c, k] * n[b, c, not k] for c in concepts for k in (True, False))
        any_ = sum((n[a, c, True] + n[a, c, False]) * (n[b, c, True] + n[b, c, False]) for c in concepts)
        found = {
            "congruence": same, "conflict": other, "subtract": same - other, "ignore": any_,
            "combine": (same > 0) + 2 * (other > 0),
        }  # fmt: skip
        levels = [(n[a, c, k], n[b, c, k]) for c in concepts for k in (True, False)]
        by = {
            "no": 1,
            "average": (total[a] + total[b]) / 2,
            "cosine": math.sqrt(total[a] ** 2) * math.sqrt(total[b] ** 2),
            "jaccard": sum(x if y == 0 else 0 for x, y in levels)
            + sum(y if x == 0 else 0 for x, y in levels)
            + sum(x * y for x, y in levels),
        }[norm]
        if found[kind] and by:
            graph.add_edge(a, b, weight=found[kind] / by)
    return graph


def as_graph(counts: Counts, matrix: Any) -> "nx.Graph[str]":
    dense = matrix.toarray()
    assert np.array_equal(dense, dense.T)
    assert not dense.diagonal().any()
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(counts.actors)
    for i, j in zip(*np.nonzero(np.triu(dense)), strict=True):
        graph.add_edge(counts.actors[i], counts.actors[j], weight=float(dense[i, j]))
    return graph


def assert_same(one: "nx.Graph[str]", other: "nx.Graph[str]") -> None:
    assert set(one) == set(other)
    assert {frozenset(e) for e in one.edges} == {frozenset(e) for e in other.edges}
    for a, b, weight in one.edges(data="weight"):
        assert weight == pytest.approx(other[a][b]["weight"])


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("norm", NORMALISATIONS["onemode"])
@settings(max_examples=25, deadline=None)
@given(said=st.lists(SAID, max_size=30))
def test_one_mode_is_the_reference(kind: Any, norm: Any, said: list[tuple[str, str, bool]]) -> None:
    counts = counted(said)
    assert_same(as_graph(counts, one_mode(counts, kind, norm)), reference(said, kind, norm))
    # A network of concepts is that of actors with the two exchanged.
    turned = [(concept, actor, sign) for actor, concept, sign in said]
    assert_same(
        as_graph(counts.turned(), one_mode(counts.turned(), kind, norm)), reference(turned, kind, norm)
    )


@pytest.mark.parametrize("kind", ["ignore", "subtract", "combine"])
@pytest.mark.parametrize("norm", NORMALISATIONS["twomode"])
@settings(max_examples=25, deadline=None)
@given(said=st.lists(SAID, max_size=30))
def test_two_mode_is_the_reference(kind: Any, norm: Any, said: list[tuple[str, str, bool]]) -> None:
    if kind == "combine":
        norm = "no"
    counts = counted(said)
    found = two_mode(counts, kind, norm).toarray()
    for (i, a), (j, c) in product(enumerate(counts.actors), enumerate(counts.concepts)):
        plus, minus = times(said, a, c, True), times(said, a, c, False)
        weight = {"ignore": plus + minus, "subtract": plus - minus, "combine": (plus > 0) + 2 * (minus > 0)}[
            kind
        ]
        by = {"no": 1, "activity": sum(x[0] == a for x in said), "prominence": sum(x[1] == c for x in said)}[
            norm
        ]
        assert found[i, j] == pytest.approx(weight / by)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, lots=st.randoms())
def test_duplicates(rows: list[Row], lots: Any) -> None:
    def equal(row: Row, unit: str, qualified: bool) -> tuple[object, ...]:
        said = (row.actor, row.concept, row.positive if qualified else None)
        length = {"day": 10, "month": 7, "year": 4, "week": 10}.get(unit)
        if unit == "acrossrange":
            return said
        if unit == "document":
            return (*said, row.document)
        if length is None:
            return (*said, row.positive, row.document, row.statement)
        if row.at is None or len(row.at) < length:
            return (*said, "unknown in", row.document)
        import datetime

        day = row.at[:length]
        return (*said, datetime.date.fromisoformat(day).strftime("%G-%V") if unit == "week" else day)

    for unit in ("include", "document", "day", "week", "month", "year", "acrossrange"):
        for qualified in (True, False):
            kept = distinct(rows, unit, qualified=qualified)  # pyright: ignore[reportArgumentType]
            assert len(kept) == len({equal(row, unit, qualified) for row in rows})
            assert set(kept) <= set(rows)
            mixed = lots.sample(rows, len(rows))
            assert distinct(mixed, unit, qualified=qualified) == kept  # pyright: ignore[reportArgumentType]


def test_weeks_and_months_of_other_years_are_others() -> None:
    rows = [
        Row("A", "p", True, "d", str(n), at)
        for n, at in enumerate(("2024-12-30", "2025-01-05", "2026-01-01"))
    ]
    assert len(distinct(rows, "week")) == 2  # Monday and Sunday of the first week of 2025, then that of 2026
    assert len(distinct(rows, "month")) == 3


def test_a_denial_of_a_part_meets_who_asserts_the_whole() -> None:
    kin = {"part": {"whole"}, "whole": {"part"}}
    rows = [
        Row("A", "whole", True, "d", "1"), Row("A", "part", True, "d", "1"),
        Row("B", "part", False, "d", "2"),
        Row("C", "whole", True, "d", "3"), Row("D", "whole", False, "d", "4"),
    ]  # fmt: skip
    counts = counted(row[:3] for row in rows)
    asserted = distinct(near(rows, kin), "include")
    meets = counted((row[:3] for row in asserted), labels=(counts.actors, counts.concepts)).plus
    found = as_graph(counts, one_mode(counts, "conflict", near=meets))
    # One statement of A asserts whole and part: B meets it once, by the part.
    assert {frozenset(e[:2]): e[2] for e in found.edges(data="weight")} == {
        frozenset("AB"): 1, frozenset("BC"): 1, frozenset("AD"): 1, frozenset("CD"): 1,
    }  # fmt: skip
    plain = as_graph(counts, one_mode(counts, "conflict"))
    assert {frozenset(e) for e in plain.edges} == {frozenset("AB"), frozenset("AD"), frozenset("CD")}


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"mode": "twomode", "kind": "conflict"}, "no conflict; it takes subtract, combine, ignore"),
        ({"mode": "twomode", "kind": "ignore", "normalisation": "jaccard"}, "takes no, activity, prominence"),
        ({"normalisation": "activity"}, "one-mode network; it takes no, average, jaccard, cosine"),
        ({"kind": "combine", "normalisation": "average"}, "cannot be normalised"),
    ],
)
def test_what_does_not_go_together_is_refused(choices: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Options(**choices)


def test_nothing_said_is_an_empty_network() -> None:
    counts = counted([])
    for kind, norm in product(get_args(Kind), NORMALISATIONS["onemode"]):
        assert one_mode(counts, kind, norm).shape == (0, 0)
    assert two_mode(counts, "subtract", "activity").shape == (0, 0)


def worked(head: str) -> list[list[str]]:
    """Return the rows of the table of docs/networks.md that has this head."""
    lines = (ROOT / "docs" / "networks.md").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(head)) + 2
    table = takewhile(lambda line: line.startswith("|"), lines[start:])
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_the_worked_example() -> None:
    said = [("A", "p", True), ("A", "p", True), ("A", "q", False), ("B", "p", True), ("B", "q", True)]
    counts = counted([*said, ("C", "p", False), ("C", "q", False)])
    rows = worked("| kind | normalisation |")
    assert len(rows) == 8
    for kind, norm, *weights in rows:
        found = one_mode(counts, kind, norm).toarray()  # pyright: ignore[reportArgumentType]
        assert [found[0, 1], found[0, 2], found[1, 2]] == pytest.approx([float(w) for w in weights], abs=1e-4)
    rows = worked("| two-mode | normalisation |")
    assert len(rows) == 5
    for kind, norm, *weights in rows:
        found = two_mode(counts, kind, norm).toarray()  # pyright: ignore[reportArgumentType]
        ours = [found[0, 0], found[0, 1], found[1, 0], found[2, 0]]
        assert ours == pytest.approx([float(w) for w in weights], abs=1e-4)
