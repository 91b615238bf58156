"""What is judged in part only, and deeds whose verb looks like a demand; own sentences."""

import pytest

from .test_extract import read, told

SHUT = "Senator Lund said the mill was shut. "


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Senator Brandt said the claim was baseless in parts.", "in parts"),
        ("Senator Brandt called the claim partly false.", "partly"),
        ("Senator Brandt said that was not entirely true.", "not entirely"),
        ("Senator Brandt denied the claim in part.", "in part"),
        ("“The claim is largely untrue,” Senator Brandt said.", "largely"),
        # all of it is judged
        ("Senator Brandt said the claim was baseless.", None),
        ("Senator Brandt said that was entirely false.", None),
        ("Senator Brandt said it was not even partly true.", None),
        ("Senator Brandt rejected the claim, which was in part repeated by the press.", None),
    ],
)
def test_a_denial_in_part_is_qualified(sentence: str, words: str | None) -> None:
    (denial,) = (s for s in read(SHUT + sentence).statements if s.denies)
    assert (denial.speakers, denial.qualification) == (("brandt",), words)


def test_what_is_partly_true_is_affirmed_in_part() -> None:
    (last,) = (s for s in read(SHUT + "Senator Brandt said that was partly true.").statements[1:])
    assert (bool(last.asserts), last.qualification) == (True, "partly")


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The union said that the ministry cut pay.", "asserts"),
        ("The union says that the mill shut the gate.", "asserts"),
        ("The union asks that the mill shut the gate.", "demands"),
        ("The union demands that the mill cut its prices.", "demands"),
        ("The union said that the ministry should cut pay.", "demands"),
    ],
)
def test_cut_is_a_deed_unless_it_is_asked_for(sentence: str, act: str) -> None:
    ((speakers, found, _),) = told(read(sentence))
    assert (speakers, found) == (("union",), act)


def test_who_cut_pay_is_told_as_it_was_said() -> None:
    ((_, _, claim),) = told(read("The union said that the ministry cut pay."))
    assert claim == "The ministry cut pay"
