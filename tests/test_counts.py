"""How much was said: each statement once, and nothing that was rejected in review."""

from typing import Any

from graph import ask, judge
from graph.store import Store

from .conftest import put
from .samples import annotation, model


def numbers(store: Store) -> tuple[dict[str, int], int, int, int]:
    """What actors, the term and the plan count: by actor, on two lists of terms, on the plan."""
    (listed,) = ask.terms(store).items
    (shown,) = ask.plan(store, "bridge").terms
    (plan,) = ask.plans(store).items
    actors = {actor.id: actor.statements for actor in ask.actors(store).items}
    return actors, listed.statements, shown.statements, plan.statements


def test_a_statement_counts_once_and_not_when_rejected(store: Store) -> None:
    asserting, denying = annotation()["statements"]
    both: dict[str, Any] = {**denying, "rejects": ["bridge:cost"]}
    put(store, model(statements=[asserting, both]))
    assert numbers(store) == ({"ada-holm": 1, "bo-lind": 1, "council": 0}, 1, 1, 2)
    (denial,) = ask.actor(store, "bo-lind").statements
    made = judge.reject(store, denial.id)
    assert numbers(store) == ({"ada-holm": 1, "bo-lind": 0, "council": 0}, 0, 0, 1)
    # It stays, and tells so.
    assert [each.review for each in ask.actor(store, "bo-lind").statements] == ["rejected"]
    judge.undo(store, made.id)
    assert numbers(store) == ({"ada-holm": 1, "bo-lind": 1, "council": 0}, 1, 1, 2)
