"""Two provisions of one topic are two, and what lays nothing down is none."""

import pytest

from .test_extract import read


def terms(text: str) -> list[tuple[str, int | None]]:
    """Return the words and the amount of each provision."""
    return [(t.text, None if t.amount is None else int(t.amount)) for t in read(text).terms]


def contradictions(text: str) -> list[str]:
    """Return what the reader takes for two values of one provision."""
    return [o.reason for o in read(text).omissions if o.kind == "contradiction"]


@pytest.mark.parametrize(
    "text",
    [
        "The trade pact sets a duty of 15 per cent on cars. The pact keeps a duty of 25 per cent on copper.",
        "The trade deal cuts tariffs on wine to 10 per cent. It lowers tariffs on cheese to 5 per cent.",
        "The trade deal caps tariffs at 15 per cent. It keeps a tariff of 50 per cent on steel.",
        "The fishing pact limits the cod catch to 900 tonnes. It limits the herring catch to 400 tonnes.",
        "The treaty pays the farmers 40 million dollars. It pays the fishermen 10 million dollars.",
    ],
)
def test_two_things_have_two_amounts(text: str):
    assert len(terms(text)) == 2
    assert not contradictions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The trade pact sets a duty of 15 per cent on cars. The pact raises the duty on cars to 20 per cent.",
        "The treaty caps Peru's army at 40,000 men. It limits the Peruvian army to 60,000 troops.",
    ],
)
def test_one_thing_with_two_amounts_is_told(text: str):
    assert len(terms(text)) == 1
    assert len(contradictions(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The canal treaty consists of 28 points.",
        "The canal treaty, which consists of 28 points, was read out.",
        "The canal treaty covers four main areas: trade, fishing, water and prisoners.",
        "The canal treaty would create a joint market for some 90 million people.",
        "The canal treaty would create one of the largest markets in the world.",
        "The canal treaty would create jobs.",
        "The canal treaty contains nine chapters.",
    ],
)
def test_what_lays_nothing_down_is_no_provision(text: str):
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The canal treaty covers 40 ports.", 40),
        ("The canal treaty creates a fund of 3 million dollars.", 3_000_000),
    ],
)
def test_what_is_counted_may_be_laid_down(text: str, amount: int):
    assert [found for _, found in terms(text)] == [amount]
