"""Headlines of the fictional negotiation that say more than their body, held against its gold."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.store import Store

from .strait import CLAIMS, PLAN, STEMS, cited, fill, gold

GOLD = gold("6-overreach")
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    return database


def test_headlines_that_overreach_are_those_of_the_gold(strait: Store) -> None:
    found = ask.overreach(strait, limit=100).items
    assert len(found) == len(GOLD["overreach"])
    for each in GOLD["overreach"]:
        (hit,) = [
            f for f in found
            if cited(f.headline.document.title, f.headline.start, f.headline.end, each["headline"])
        ]  # fmt: skip
        assert (CLAIMS[hit.deed.id], hit.support) == (each["claim"], each["support"])
        body = each.get("body")
        assert body is None or any(cited(b.document.title, b.start, b.end, body) for b in hit.body)
        assert body is not None or hit.body == []


def test_none_of_those_that_only_look_so_is_found(strait: Store) -> None:
    found = ask.overreach(strait, limit=100).items
    for each in GOLD["supported"]:
        assert not [
            f for f in found
            if cited(f.headline.document.title, f.headline.start, f.headline.end, each["headline"])
        ]  # fmt: skip


def test_filters_and_pages(strait: Store) -> None:
    everything = ask.overreach(strait).items
    first = ask.overreach(strait, limit=3)
    assert first.next is not None
    assert first.items + ask.overreach(strait, limit=3, after=first.next).items == everything
    assert [STEMS[f.headline.document.title] for f in ask.overreach(strait, actor="harbour-star").items] == [
        "25-star-yes", "04-copy-star"
    ]  # fmt: skip
    assert [CLAIMS[f.deed.id] for f in ask.overreach(strait, as_of="2033-03-10").items] == ["c-cede"]
    one = everything[0].headline.document.id
    assert ask.overreach(strait, document=one).items == everything[:1]
    assert len(ask.overreach(strait, plan=PLAN).items) < len(everything)
