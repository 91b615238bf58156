"""Conditions on a value: read in full, or not at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.quantities.conditions import condition, set_by
from graph.quantities.numbers import numbers, value
from graph.quantities.units import Unit

PHRASES = {
    "at least {}": ">=", "no fewer than {}": ">=", "not less than {}": ">=", "{} or more": ">=",
    "{} at the least": ">=",
    "more than {}": ">", "above {}": ">", "longer than {}": ">",
    "at most {}": "<=", "no more than {}": "<=", "up to {}": "<=",
    "{} or fewer": "<=", "no longer than {}": "<=",
    "less than {}": "<", "below {}": "<", "fewer than {}": "<",
    "exactly {}": "=",
}  # fmt: skip
TELLS = {
    ">=": lambda a, b: a >= b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
}  # fmt: skip
SCRAPS = ["it", "stayed", "below", "500,000", "soldiers", "the", "prisoners", "came", "home", "and"]
NUMBERS = st.integers(0, 10**12)


@given(st.sampled_from(sorted(PHRASES)), NUMBERS, NUMBERS, st.sampled_from(["", " soldiers"]))
def test_a_comparison_lets_through_what_its_words_do(phrase: str, number: int, other: int, unit: str) -> None:
    told = PHRASES[phrase]
    end = unit if phrase.endswith("{}") else ""
    bounds = condition(f"it stayed {phrase.format(f'{number:,}')}{end}", Unit("soldiers"), [])
    assert bounds is not None
    for each in (number - 1, number, number + 1, other):
        assert bounds.meets(Decimal(each)) == TELLS[told](each, number)


@given(st.sampled_from(sorted(PHRASES)), NUMBERS, NUMBERS)
def test_unless_is_the_opposite(phrase: str, number: int, other: int) -> None:
    words = f"it were {phrase.format(number)}"
    read, opposite = (condition(words, Unit("days"), [], unless=unless) for unless in (False, True))
    assert read is not None
    if PHRASES[phrase] == "=":
        assert opposite is None
    else:
        assert opposite is not None
        assert all(read.meets(Decimal(n)) != opposite.meets(Decimal(n)) for n in (number, other))


@given(st.text(max_size=200), st.sampled_from(["", "soldiers", "visits a year", "per cent", "USD", "days"]))
def test_any_words_are_read_or_left(words: str, unit: str) -> None:
    for read in (condition(words, Unit(unit), []), condition(words, None, []), set_by(words, Unit(unit))):
        assert read is None or read.told


@given(st.lists(st.sampled_from(SCRAPS), max_size=9))
def test_words_about_something_else_are_never_left_aside(words: list[str]) -> None:
    if condition(" ".join(words), Unit("soldiers"), []) is not None:
        assert not {"prisoners", "home"} & {*words}


@given(st.integers(0, 99_999_999))
def test_figures_are_read_back(number: int) -> None:
    assert numbers(f"about {number:,} of them")[0][2] == number


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("forty-five", 45), ("two hundred", 200), ("a million", 10**6), ("45 billion", 45 * 10**9),
        ("twenty thousand", 20_000), ("1.5 million", 1_500_000),
    ],
)  # fmt: skip
def test_numbers_in_words(words: str, read: int) -> None:
    assert numbers(words) == [(0, len(words), read)]
    assert value(words) == read


@pytest.mark.parametrize(
    ("words", "unit", "read"),
    [
        ("it were raised to at least 500,000", "soldiers", "≥ 500000"),
        ("it did not exceed two weeks", "days", "≤ 14"),
        ("it did not fall below 500,000 soldiers", "soldiers", "≥ 500000"),
        ("there were no more than 30 a year", "visits a year", "≤ 30"),
        ("it were cut to no more than 10%", "per cent", "≤ 10"),
        ("it stayed between 10 and 20 per cent", "per cent", "≥ 10 and ≤ 20"),
        ("it lasted 12 to 15 years", "years", "≥ 12 and ≤ 15"),
        ("there were no fewer than 12 and no more than 20", "visits", "≥ 12 and ≤ 20"),
        ("it were $30 million or less", "USD", "≤ 30000000"),
        ("it were at most 30 million dollars", "USD", "≤ 30000000"),
        ("it lasted at least 18 months", "years", "≥ 1.5"),
        ("it lasted at least 7 months", "years", "≥ 0.58333333333333333333"),
        ("the fund held at least 40 billion crowns", "crowns", "≥ 40000000000"),
    ],
)  # fmt: skip
def test_what_is_on_the_value(words: str, unit: str, read: str) -> None:
    bounds = condition(words, Unit(unit), ["fund"])
    assert bounds is not None
    assert bounds.told == read


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("the guns have been silent for sixty days by then", "days"),  # something else, in the same unit
        ("there were no more than 30 a month", "visits a year"),  # another rate
        ("it were at least 500,000 tanks", "soldiers"),  # another unit
        ("it were cut to 10 per cent", "soldiers"),
        ("it were 30 million euros at most", "USD"),
        ("it were raised by 20,000", "soldiers"),  # by how much, not to what
        ("it were raised by at least 20,000", "soldiers"),
        ("it were about 500,000", "soldiers"),  # near a value
        ("it rose from 400,000 to 500,000", "soldiers"),
        ("it were at least 500,000 and the prisoners came home", "soldiers"),
        ("it were at least 500,000 or the island were free", "soldiers"),
        ("the army of the others stayed below 500,000", "soldiers"),
        ("it were signed by 1 May 2033", "days"),  # a date, where the value is none
        ("it were raised", "soldiers"),
        ("", "soldiers"),
    ],
)  # fmt: skip
def test_what_is_on_something_else_is_not_read(words: str, unit: str) -> None:
    assert condition(words, Unit(unit), ["army"]) is None


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("it ended by 1 May 2033", "≤ 2033-05-01"),
        ("it started before 1 May 2033", "< 2033-05-01"),
        ("it were no later than May 1, 2033", "≤ 2033-05-01"),
        ("it were not before 2033-05-01", "≥ 2033-05-01"),
        ("it started on 1 May 2033", "= 2033-05-01"),
        ("it started by 1 May", None),  # of which year?
        ("it started in May 2033", None),
        ("it started by 31 February 2033", None),
        ("the guns were silent by 1 May 2033", None),
    ],
)  # fmt: skip
def test_dates(words: str, read: str | None) -> None:
    bounds = condition(words, None, [])
    assert (bounds.told if bounds else None) == read
    if bounds:
        assert bounds.meets(Decimal(date(2033, 5, 1).toordinal())) == (not read or "<" not in read)


@pytest.mark.parametrize(
    ("claim", "unit", "read"),
    [
        ("Inspectors make at least 50 visits a year to both coasts", "visits a year", "≥ 50"),
        ("The fund is 45 billion crowns", "crowns", "= 45000000000"),
        ("Inspectors make 50 visits a month", "visits a year", None),
        ("The senate votes on the guarantees", "years", None),
        ("The guarantee lasts ten years, then five years more", "years", None),
        ("The army has about 500 men", "men", None),
        ("It is signed by 31 May 2033", None, "≤ 2033-05-31"),
    ],
)  # fmt: skip
def test_what_claims_set(claim: str, unit: str | None, read: str | None) -> None:
    bounds = set_by(claim, None if unit is None else Unit(unit))
    assert (bounds.told if bounds else None) == read


@pytest.mark.parametrize(
    ("own", "other", "factor"),
    [
        ("days", "weeks", 7), ("years", "months", Decimal(1) / 12), ("soldiers", "soldier", 1),
        ("soldiers", "", 1), ("USD", "dollars", 1), ("soldiers", "years", None),
        ("visits a year", "visits", None), ("", "years", None), ("days", "years", None), ("per cent", "%", 1),
    ],
)  # fmt: skip
def test_units_that_can_be_compared(own: str, other: str, factor: Decimal | None) -> None:
    assert Unit(own).of(Unit(other)) == factor


@pytest.mark.parametrize(
    ("claim", "read"),
    [
        ("The quota is half of 500 tonnes", None),
        ("The quota is 500 tonnes above that of last year", None),
        ("The quota is 500 tonnes lower", None),
        ("The quota falls 500 tonnes", None),
        ("The quota falls below 500 tonnes", "< 500"),
        ("The quota does not fall below 500 tonnes", "≥ 500"),
        ("No boat lands more than 500 tonnes", None),
        ("Boats land no more than 500 tonnes", "≤ 500"),
    ],
)
def test_a_claim_sets_no_value_by_what_is_relative(claim: str, read: str | None) -> None:
    bounds = set_by(claim, Unit("tonnes"))
    assert (bounds.told if bounds else None) == read


def test_not_between_two_numbers_is_no_range() -> None:
    assert condition("it is not between 300 and 400", Unit("tonnes"), []) is None
