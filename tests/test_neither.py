"""Denials of two claims at once, and of deeds that a noun names with its thing; own sentences."""

import pytest

from .test_extract import read, told

TWO = "Senator Lund said the mill was shut and the school was closed. "
CUT = "Senator Lund said that the company had cut pay. "


def denied(body: str) -> list[str]:
    """Return the texts of the claims that are denied, after what others claim and deny alike is linked."""
    return [text for _, act, text in told(read(body)) if act == "denies"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Neither is true,” Mayor Brandt said.",
        "Mayor Brandt said neither was true.",
        "Mayor Brandt said neither of these claims was true.",
    ],
)
def test_neither_is_both_that_were_just_said(sentence: str) -> None:
    assert denied(TWO + sentence) == ["The mill was shut", "The school was closed"]


@pytest.mark.parametrize(
    "body",
    [
        TWO + "He said the bridge was safe. “Neither is true,” Mayor Brandt said.",  # three
        "Senator Lund said the mill was shut. “Neither is true,” Mayor Brandt said.",  # one
        "Senator Lund said the mill was shut. Senator Poe said the school was closed. "
        "“Neither is true,” Mayor Brandt said.",  # by two, who may be meant
    ],
)
def test_neither_of_what_cannot_be_told_stays_unlinked(body: str) -> None:
    annotation = read(body)
    assert [s.unlinked for s in annotation.statements if s.speakers == ("brandt",)] == ["denies"]


def test_neither_of_other_things_denies_no_claim_of_others() -> None:
    found = denied(TWO + "Mayor Brandt said neither of the ships was right.")
    assert not {"The mill was shut", "The school was closed"} & set(found)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The company denied that it had made a pay cut.", "The company cut pay"),
        ("The company denied it had made any cut in pay.", "The company cut pay"),
        ("The company denied it had made a staff cut.", "The company made a staff cut"),
        ("The council denied it had made a pay cut.", "The council made a pay cut"),
    ],
)
def test_a_pay_cut_cuts_pay(sentence: str, claim: str) -> None:
    assert denied(CUT + sentence) == [claim]
