"""Who says nothing in the fictional negotiation, and how long claims wait, held against its gold."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.answers import Evidence
from graph.store import Store

from .strait import CLAIMS, PLAN, cited, fill, gold, precision_recall

GOLD = gold("4-silence")
AS_OF = GOLD["as_of"]
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    return database


def cites(said: list[Evidence], citation: dict[str, Any]) -> bool:
    return any(cited(one.document.title, one.start, one.end, citation) for one in said)


def test_bound_and_silent_are_those_of_the_gold(strait: Store) -> None:
    found = ask.bound(strait, PLAN, as_of=AS_OF, limit=200).items
    told = {(each.actor.id, each.term.id): each for each in found}
    expected = {(each["actor"], each["term"]): each for each in GOLD["bound"]}
    assert precision_recall(told, expected) == (1.0, 1.0)
    assert {key: each.since for key, each in told.items()} == {k: v["since"] for k, v in expected.items()}


def test_unanswered_claims_are_those_of_the_gold(strait: Store) -> None:
    found = ask.unanswered(strait, as_of=AS_OF, limit=200).items
    told = {(each.actor.id, CLAIMS[each.claim.id]): each for each in found}
    expected = {(each["actor"], each["claim"]): each for each in GOLD["unanswered"]}
    hits = {
        key for key, each in told.items() if key in expected and cites(each.first, expected[key]["first"])
    }
    accusations = {key for key, each in expected.items() if each["accusation"]}
    assert accusations - hits == set()
    assert told.keys() - hits == set()
    assert expected.keys() - hits == set()
    for key in hits:
        assert told[key].since == expected[key]["since"]
        assert bool(told[key].denied_by) == expected[key]["denied_by_others"]


def test_days_to_the_denial_are_those_of_the_gold(strait: Store) -> None:
    found = ask.denials(strait, as_of=AS_OF, limit=200).items
    told = {CLAIMS[each.claim.id]: each for each in found}
    expected = {each["claim"]: each for each in GOLD["time_to_denial"]}
    hits = {
        claim
        for claim in told.keys() & expected.keys()
        if cites(told[claim].asserted, expected[claim]["asserted"])
        and cites(told[claim].denied, expected[claim]["denied"])
    }
    assert told.keys() - hits == set()
    assert expected.keys() - hits == set()
    assert {claim: told[claim].days for claim in hits} == {c: e["days"] for c, e in expected.items()}
