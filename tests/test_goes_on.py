"""A text that goes on to tell of its plan: after a heading, in 'it requires', in what was agreed."""

import pytest

from .test_extract import read


def terms(text: str) -> list[tuple[str, int | None, tuple[str, ...]]]:
    """Return the words, the amount and the bound parties of each provision."""
    return [(t.text, None if t.amount is None else int(t.amount), t.binds) for t in read(text).terms]


PLAN = "The canal treaty caps the Peruvian navy at 40 ships."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The talks took nine days.\n\nPRISONERS\n\nIn return, Chile would free 250 Peruvians.",
            ("Chile would free 250 Peruvians", 250, ("chile",)),
        ),
        (
            "The talks took nine days.\n\nChile would also disband a brigade of the army.",
            ("Chile would also disband a brigade of the army", None, ("chile",)),
        ),
        ("It requires Peru to leave the port.", ("Peru to leave the port", None, ("peru",))),
        (
            "In return, Chile has committed to buy 40 billion dollars of gas by 2033.",
            ("Chile to buy 40 billion dollars of gas by 2033", 40_000_000_000, ("chile",)),
        ),
        (
            "Both sides agreed to cut the duty on fish to 5 per cent.",
            ("Both sides to cut the duty on fish to 5 per cent", 5, ()),
        ),
        (
            "The treaty urges Peru to double the fund by 2035.",
            ("Peru to double the fund by 2035", None, ("peru",)),
        ),
    ],
)  # fmt: skip
def test_what_a_text_goes_on_to_tell(text: str, expected: tuple[str, int | None, tuple[str, ...]]):
    found = terms(f"{PLAN} {text}")
    assert expected in [(words.removeprefix("In return, "), amount, binds) for words, amount, binds in found]
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Chile said Peru would free 40 prisoners.",
        "If it rained, Chile would free 40 prisoners.",
        "That would be a blow to 40 towns.",
        "Chile would like 40 ships.",
        "The minister wrote that Chile had agreed to free 40 prisoners.",
        "Chile agreed to meet 40 envoys.",
        "Chile did not agree to free 40 prisoners.",
    ],
)
def test_what_is_no_more_of_the_plan(text: str):
    assert len(terms(f"{PLAN} The talks took nine days.\n\n{text}")) == 1


def test_a_trade_deal_that_is_brought_in_without_a_name():
    found = read(
        "Peru and Chile signed a trade deal on Monday. In return, Chile agreed "
        "to buy 40 tonnes of fish by 2033."
    )
    assert [p.id for p in found.plans] == ["trade-deal"]
    assert [(t.amount, t.deadline, t.binds) for t in found.terms] == [(40, "by 2033", ("chile",))]


def test_the_plan_that_requires_something_does_not_speak_for_a_party():
    found = read(f"{PLAN} It requires Peru to surrender its arms.")
    assert not found.statements


def test_a_deadline_is_not_that_of_an_aside():
    (term,) = read(
        "The canal treaty is out. Peru's draft, presented on 31 May, would let Chile keep 4 ships."
    ).terms
    assert (term.deadline, term.amount) == (None, 4)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The canal treaty obliges Chile to free 250 Peruvians serving life.", "Peruvians"),
        ("The canal treaty obliges Chile to free 20 living Peruvian hostages.", "hostages"),
    ],
)
def test_who_is_counted(text: str, unit: str):
    assert [t.unit for t in read(text).terms] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "The canal treaty contains no reference to oil.",
        "The canal treaty was signed. The cut in the duty is one of its main provisions.",
    ],
)
def test_what_is_not_in_it(text: str):
    assert not [t for t in terms(text) if "reference" in t[0] or "one of" in t[0]]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The canal treaty obliges Chile to pay for a $44-billion dam.", 44_000_000_000),
        ("The canal treaty obliges Chile to buy 12 million metric tons of corn.", 12_000_000),
    ],
)
def test_amounts_with_a_hyphen_or_a_measure(text: str, amount: int):
    assert [(t.amount, t.unit) for t in read(text).terms] == [(amount, "USD" if "$" in text else "tons")]
