"""Whether two values that documents give can be one."""

from decimal import Decimal

import pytest

from graph.extract.terms.amounts import amount_in as provided
from graph.quantities.amounts import amount, amount_in, cannot_be_one
from graph.quantities.numbers import numbers


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a million", "500000"),
        ("half a dozen", "6"),
        ("two hundred and fifty", "250"),
        ("a hundred and twenty-five", "125"),
        ("one and a half million", "1500000"),
        ("two and a half", "2.5"),
        ("a dozen", "12"),
    ],
)
def test_numbers_in_words(words: str, value: str) -> None:
    assert numbers(words) == [(0, len(words), Decimal(value))]


def test_and_between_two_numbers_joins_none() -> None:
    assert [str(n) for *_, n in numbers("between two hundred and five hundred")] == ["200", "500"]
    assert len(numbers("two hundred and fifty thousand")) == 2  # 200 to 50,000 is no less likely


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("90 days", "three months"),
        ("14 days", "two weeks"),
        ("500 tonnes", "500,000 kg"),
        ("half a million boats", "0.5 million boats"),
        ("24 visits a year", "2 visits a month"),
        ("2 visits a month", "2 visits"),
        ("25 per cent", "25%"),
        ("25 per cent", "0.25"),
        ("100 euros", "110 dollars"),
        ("500 tonnes", "20%"),
        ("15 tonnes", "between 10 and 20 tonnes"),
        ("about 500 boats", "510 boats"),
        ("480 soldiers", "480"),
    ],
)
def test_what_may_be_one_is_not_two(one: str, other: str) -> None:
    a, b = amount_in(one), amount_in(other)
    assert a is not None
    assert b is not None
    assert not cannot_be_one(a, b)
    assert not cannot_be_one(b, a)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("30 days", "three months"),
        ("90 days", "60 days"),
        ("500 tonnes", "500 kg"),
        ("24 visits a year", "3 visits a month"),
        ("100 euros", "€110"),
        ("25 per cent", "30"),
        ("25 tonnes", "between 10 and 20 tonnes"),
        ("480 soldiers", "500 troops"),
        ("480 soldiers", "500"),
    ],
)
def test_what_cannot_be_one_is_two(one: str, other: str) -> None:
    a, b = amount_in(one), amount_in(other)
    assert a is not None
    assert b is not None
    assert cannot_be_one(a, b)
    assert cannot_be_one(b, a)


def test_a_scale_may_stand_in_the_unit_and_words_without_a_number_are_no_amount() -> None:
    given = amount_in("500,000 tonnes")
    assert given is not None
    assert not cannot_be_one(amount(Decimal("0.5"), "million tonnes"), given)
    for words in ("a fortnight", "1.5m tonnes", "5 of 27 states", "from 10 to 20"):
        assert amount_in(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a ceasefire with effect from 24:00 hours local time", None),
        ("a meeting at 0700 hours", None),
        ("a halt at 10:30 am for 20 days", "20"),
        ("a halt within 72 hours", "72"),
        ("2500 hours of work", "2500"),
    ],
)
def test_a_time_of_day_is_no_amount(words: str, value: str | None) -> None:
    found = provided(words)
    assert (found.value if found else None) == (Decimal(value) if value else None)
