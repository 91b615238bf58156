"""Provisions in running text: what a plan obliges somebody to do, and what is no provision; own sentences."""

import pytest

from .test_extract import read, told

Found = list[tuple[str, str | None, str | None, str | None, str | None]]


def terms(body: str) -> Found:
    """Return text, amount, unit, deadline and exception of every term of a text."""
    found: Found = []
    for term in read(body).terms:
        amount = str(term.amount) if term.amount is not None else None
        found.append((term.text, amount, term.unit, term.deadline, term.exception))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The harbour treaty obliges Chile to scrap nine ferries by the end of 2033.",
            [
                (
                    "Chile to scrap nine ferries by the end of 2033",
                    "9",
                    "ferries",
                    "by the end of 2033",
                    None,
                )
            ],
        ),
        (
            "The harbour treaty caps the fee at 40 dollars and obliges both ports"
            " to dredge it within 60 days.",
            [
                ("The harbour treaty caps the fee at 40 dollars", "40", "dollars", None, None),
                ("both ports to dredge it within 60 days", "60", "days", "within 60 days", None),
            ],
        ),
        (
            "The harbour treaty was signed in May. Article 4 obliges Peru to dredge the lane by 2034.",
            [("Peru to dredge the lane by 2034", None, None, "by 2034", None)],
        ),
        (
            "Peru signed the harbour treaty. What does the treaty say? Fees on cargo fall from 9 per cent to"
            " 2 per cent. The quota for copper stays at 7,000 tonnes.",
            [
                ("Fees on cargo fall from 9 per cent to 2 per cent", "2", "per cent", None, None),
                ("The quota for copper stays at 7,000 tonnes", "7000", "tonnes", None, None),
            ],
        ),
        (
            "The harbour treaty foresees a commission of eleven members.",
            [("a commission of eleven members", "11", "members", None, None)],
        ),
        (
            "The harbour treaty obliges Chile to let 70 cubic metres of water pass.",
            [("Chile to let 70 cubic metres of water pass", "70", "cubic metres", None, None)],
        ),
        (
            "According to the harbour outline, Chile sells 3 million tonnes of copper a year.",
            [("Chile sells 3 million tonnes of copper a year", "3000000", "tonnes", None, None)],
        ),
        (
            "Under the harbour treaty, Chile withdraws its ships within ten days, except in the north.",
            [
                (
                    "Chile withdraws its ships within ten days, except in the north",
                    "10",
                    "days",
                    "within ten days",
                    "except in the north",
                )
            ],
        ),
    ],
)
def test_what_a_plan_lays_down_in_prose_is_a_term(body: str, expected: Found) -> None:
    assert terms(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        # what somebody wants from a plan, what it did, and what is told of something else
        "Peru read the harbour treaty. What does Peru want from it? Fees fall from 9 per cent to 2 per cent.",
        "Peru signed the harbour treaty. What did the minister do? He sold 40 ships.",
        "The harbour treaty is old. The two sides met for four days in May.",
        "The harbour treaty is old. The law obliges Chile to scrap nine ferries.",
    ],
)
def test_what_no_plan_lays_down_is_no_term(body: str) -> None:
    assert terms(body) == []


def test_the_number_of_an_article_is_no_amount() -> None:
    (term,) = read("The harbour treaty was signed. Article 4 obliges Peru to dredge the lane.").terms
    assert (term.number, term.amount) == ("4", None)


def test_two_sides_are_no_amount() -> None:
    (found,) = terms("Under the harbour treaty, the two sides dredge the lane.")
    assert found[1:3] == (None, None)


def test_who_rejects_a_provision_lays_none_down() -> None:
    annotation = read(
        "The harbour treaty obliges Chile to pay 30 million crowns a year. Fishermen reject the payment."
    )
    assert [term.amount for term in annotation.terms] == [30_000_000]
    assert told(annotation) == [(("fishermen",), "rejects", annotation.terms[0].id)]
