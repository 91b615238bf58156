"""Where the claims of the fictional negotiation come from, held against its gold."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.answers import Origins
from graph.store import Store

from .strait import CLAIMS, PLAN, STEMS, fill, gold, precision_recall

GOLD = gold("5-origins")
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    return database


@pytest.fixture(scope="module")
def found(strait: Store) -> list[Origins]:
    return ask.origins(strait, as_of=GOLD["as_of"], limit=200).items


def test_claims_are_those_of_the_gold_with_all_that_is_told_of_them(found: list[Origins]) -> None:
    expected = {each["claim"]: each for each in GOLD["claims"]}
    told = {CLAIMS[each.id]: each for each in found}
    assert precision_recall(told, expected) == (1.0, 1.0)
    assert {claim: row(each) for claim, each in told.items()} == expected


def row(each: Origins) -> dict[str, Any]:
    return {
        "claim": CLAIMS[each.id], "statements": each.statements, "documents": each.documents,
        "outlets": [outlet.id for outlet in each.outlets],
        "first_speakers": [speaker.id for speaker in each.first_speakers],
        "independent_origins": each.independent_origins, "anonymous_only": each.anonymous_only,
        "weakest_hop": each.weakest_hop,
    }  # fmt: skip


def test_copies_are_those_of_the_gold(strait: Store) -> None:
    groups: dict[str, set[str]] = {}
    for summary in ask.documents(strait, limit=100).items:
        for copy in ask.copies_of(strait, summary.id):
            groups.setdefault(STEMS[copy.original.name], set()).add(STEMS[copy.document.name])
    assert groups == {each["original"]: {*each["copies"]} for each in GOLD["copies"]}


def test_every_claim_tells_its_words_and_its_copies(found: list[Origins]) -> None:
    for each in found:
        assert len(each.origins) == each.independent_origins
        assert sum(origin.statements for origin in each.origins) >= each.statements
        assert all(origin.first.exact for origin in each.origins)
    (approved,) = [each for each in found if CLAIMS[each.id] == "c-tarrant-approved"]
    assert {STEMS[copy.document.name] for copy in approved.copies} == {"03-copy-averly", "04-copy-star"}


def test_filters_and_pages_give_the_same_claims(strait: Store, found: list[Origins]) -> None:
    paged, after = list[Origins](), None
    while True:
        page = ask.origins(strait, as_of=GOLD["as_of"], limit=7, after=after)
        paged += page.items
        if (after := page.next) is None:
            break
    assert paged == found
    anonymous = ask.origins(strait, as_of=GOLD["as_of"], anonymous_only=True, limit=200).items
    assert [each.id for each in anonymous] == [each.id for each in found if each.anonymous_only]
    named = ask.origins(strait, as_of=GOLD["as_of"], anonymous_only=False, limit=200).items
    assert len(named) + len(anonymous) == len(found)
    of_plan = {each.id for each in ask.origins(strait, plan=PLAN, limit=200).items}
    assert 0 < len(of_plan) < len(found)
    of_teller = ask.origins(strait, actor="jonas-teller", limit=200).items
    assert [CLAIMS[each.id] for each in of_teller] == ["c-gift"]
    assert ask.origins_of(strait, found[0].id, as_of=GOLD["as_of"]) == found[0]
    assert all(each.documents for each in ask.origins(strait, as_of="2033-03-03").items)
