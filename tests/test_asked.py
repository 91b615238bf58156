"""What is only asked is nobody's; an answer with a helper alone is of what was asked. Own sentences."""

import pytest

from .test_extract import read

ASKED = [
    "Reporters asked whether Lund would pay.",
    "Lawmakers asked if Lund had paid.",
    "Journalists asked Ana Rojas whether Lund would pay.",
    "Ana Rojas asked whether the treaty would bind the next council.",
    "LUND (Harbour News) - Asked whether Peru would pay, Ana Rojas shrugged.",
]
ANSWERS = [
    ("Asked whether Peru would sign, Ana Rojas said that it would.", "asserts", "Peru signs"),
    ("Asked whether Peru would sign, Ana Rojas said it would not.", "denies", "Peru signs"),
    ("Asked if Peru had shelled the dam, Ana Rojas said that it had not.", "denies", "Peru shelled the dam"),
    ("Pressed on whether Peru had leaked it, Ana Rojas said it did not.", "denies", "Peru leaked it"),
    ("Asked by Lund whether the ships had met, Ana Rojas said they had.", "asserts", "The ships met"),
    ("Asked if she could rule it out, Ana Rojas said she could not.", "denies", "Ana Rojas can rule it out"),
]  # fmt: skip


@pytest.mark.parametrize("sentence", ASKED)
def test_who_asks_whether_it_is_so_neither_says_nor_wants_that_it_is(sentence: str) -> None:
    assert [s.span.exact for s in read(sentence).statements] == []


@pytest.mark.parametrize(("sentence", "act", "claim"), ANSWERS)
def test_an_answer_is_of_what_was_asked(sentence: str, act: str, claim: str) -> None:
    annotation = read(sentence)
    (said,) = annotation.statements
    texts = {each.id: each.text for each in annotation.claims}
    assert [texts[id_] for id_ in getattr(said, act)] == [claim]


def test_a_helper_alone_answers_no_claim_of_what_is_to_come() -> None:
    annotation = read("Bo Lund said that Peru had promised ships. Ana Rojas said that it would not.")
    assert [s.denies for s in annotation.statements if s.denies or s.unlinked] == []
