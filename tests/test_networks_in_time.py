"""Windows, kernels, backbones and camps: against plain counting, all divisions, and cases worked by hand."""

import math
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from graph.errors import InputError
from graph.networks import Row, counted, one_mode
from graph.networks.backbone import backbone, normalised_spectrum
from graph.networks.camps import camps
from graph.networks.windows import moved, weight, windows

DAY = date(2025, 1, 1)


def row(day: int, statement: int) -> Row:
    return Row("A", "p", True, "d", f"{statement:03}", (DAY + timedelta(days=day)).isoformat())


@settings(max_examples=60, deadline=None)
@given(days=st.lists(st.integers(0, 40), min_size=1, max_size=20), size=st.integers(1, 9))
def test_windows_of_days(days: list[int], size: int) -> None:
    rows = [row(day, n) for n, day in enumerate(days)]
    found = list(windows(rows, "days", size))
    reach = math.floor((size - 1) / 2 + 0.5)
    assert len(found) == max(max(days) - min(days) - 2 * reach + 1, 0)
    for n, window in enumerate(found):
        middle = DAY + timedelta(days=min(days) + reach + n)
        assert window.middle == middle
        near = [r for r in rows if abs((date.fromisoformat(r.at or "") - middle).days) <= reach]
        assert sorted(window.rows) == sorted(near)
        assert set(window.weights) <= {1.0}


def test_windows_of_events_and_of_what_has_no_day() -> None:
    rows = [row(n // 2, n) for n in range(6)] + [Row("A", "p", True, "d", "9", "2025")]
    found = list(windows(rows, "events", 3))
    assert [[r.statement for r in w.rows] for w in found] == [
        ["000", "001", "002"], ["001", "002", "003"], ["002", "003", "004"], ["003", "004", "005"],
    ]  # fmt: skip
    with pytest.raises(InputError, match="no kernel"):
        list(windows(rows, "events", 3, "uniform"))
    assert list(windows([rows[-1]], "days", 3)) == []


@pytest.mark.parametrize(
    ("kernel", "far", "expected"),
    [
        ("uniform", 2, 0.5), ("uniform", 5, 0), ("triangular", 0, 1), ("triangular", 1, 0.75),
        ("epanechnikov", 2, 0.75 * 0.75), ("epanechnikov", 4, 0),
        ("gaussian", 0, 0.39894), ("gaussian", 4, 0.24197),
    ],
)  # fmt: skip
def test_kernels(kernel: Any, far: int, expected: float) -> None:
    for day in (DAY - timedelta(days=far), DAY + timedelta(days=far)):  # either side weighs the same
        assert weight(day, DAY, "days", 4, kernel) == pytest.approx(expected, abs=1e-5)


def test_months_end_where_they_end() -> None:
    assert moved(date(2025, 1, 31), "months", 1) == date(2025, 2, 28)
    assert moved(date(2024, 2, 29), "years", 1) == date(2025, 2, 28)
    assert moved(date(2025, 1, 1), "weeks", -1) == date(2024, 12, 25)
    with pytest.raises(InputError, match="out of reach"):
        moved(date(2025, 1, 1), "years", 9000)


def test_too_many_windows_are_refused() -> None:
    with pytest.raises(InputError, match="windows"):
        list(windows([row(0, 1), row(9000, 2)], "days", 1))


def modularity(agree: Any, oppose: Any, division: tuple[int, ...]) -> float:
    """As Gómez, Jensen and Arenas (2009) define it, term by term."""
    mass = agree.sum() + oppose.sum()
    total = 0.0
    for i, j in product(range(len(division)), repeat=2):
        if division[i] == division[j] and mass:
            for weights, sign in ((agree, 1), (oppose, -1)):
                expected = weights[i].sum() * weights[j].sum() / weights.sum() if weights.sum() else 0
                total += sign * (weights[i, j] - expected) / mass
    return total


@settings(max_examples=40, deadline=None)
@given(lots=st.randoms(use_true_random=False), actors=st.integers(1, 7), number=st.integers(2, 3))
def test_camps_are_the_best_of_all_divisions(lots: Any, actors: int, number: int) -> None:
    agree, oppose = np.zeros((actors, actors)), np.zeros((actors, actors))
    for i, j in combinations(range(actors), 2):
        agree[i, j] = agree[j, i] = lots.choice((0, 0, 1, 2))
        oppose[i, j] = oppose[j, i] = lots.choice((0, 0, 1, 2))
    found = camps(sparse.csr_array(agree), sparse.csr_array(oppose), number)
    best = max(modularity(agree, oppose, each) for each in product(range(number), repeat=actors))
    assert found.modularity == pytest.approx(best)
    assert modularity(agree, oppose, tuple(found.camp_of)) == pytest.approx(best)


def test_two_camps() -> None:
    said = [(a, c, (a in "AB") == (c in "pq")) for a in "ABCD" for c in "pqrs"]
    counts = counted(said)
    found = camps(one_mode(counts, "congruence"), one_mode(counts, "conflict"))
    assert (found.camp_of, found.within, found.between) == ([0, 0, 1, 1], 1.0, 1.0)
    assert found.modularity == pytest.approx(0.5)
    with pytest.raises(InputError, match="two camps"):
        camps(one_mode(counts, "congruence"), one_mode(counts, "conflict"), 1)


SAID = [
    ("A", "p", True), ("B", "p", True), ("C", "p", False), ("A", "q", True), ("B", "q", True),
    ("C", "q", False), ("D", "r", True), ("A", "r", True), ("C", "s", True), ("D", "s", True),
]  # fmt: skip


@pytest.mark.parametrize("method", ["fixed", "penalty"])
def test_annealing_finds_the_best_backbone(method: Any) -> None:
    counts = counted(SAID)
    found = backbone(counts, method, "congruence", "no", size=2 if method == "fixed" else None, penalty=2.0)

    def loss(kept: tuple[str, ...]) -> float:
        part = counted([one for one in SAID if one[1] in kept], labels=(counts.actors, sorted(kept)))
        whole = normalised_spectrum(one_mode(counts, "congruence").toarray())
        return float(np.abs(whole - normalised_spectrum(one_mode(part, "congruence").toarray())).sum())

    sizes = (2,) if method == "fixed" else (1, 2, 3)
    every = [kept for size in sizes for kept in combinations(counts.concepts, size)]
    weigh = 0.0 if method == "fixed" else 2.0
    best = min(loss(kept) * math.exp(-weigh * (4 - len(kept)) / 4) for kept in every)
    assert found.loss == pytest.approx(loss(tuple(found.kept)))
    assert found.loss * math.exp(-weigh * (4 - len(found.kept)) / 4) == pytest.approx(best)
    assert sorted(found.kept + found.redundant) == counts.concepts
    again = backbone(counts, method, "congruence", "no", size=2 if method == "fixed" else None, penalty=2.0)
    assert again == found


def test_a_nested_backbone() -> None:
    found = backbone(counted(SAID), "nested", "congruence", "no", size=2)
    assert len(found.steps) == 4
    assert found.kept == sorted(name for name, _, _ in found.steps[2:])
    assert found.steps[1][1] == pytest.approx(found.loss)
    with pytest.raises(InputError, match="two concepts"):
        backbone(counted(SAID[:1]), "nested")
    with pytest.raises(InputError, match="size from 1 to 3"):
        backbone(counted(SAID), "fixed", size=9)
