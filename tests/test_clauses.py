"""Where a clause begins and ends, and what it is about. Own sentences."""

import pytest

from .test_extract import read
from .test_sources import speakers


def _said(sentence: str) -> list[tuple[str, list[str]]]:
    """Return the words of each statement and the texts of what it claims or denies."""
    annotation = read(sentence)
    texts = {claim.id: claim.text for claim in annotation.claims}
    return [(s.span.exact, [texts[id_] for id_ in (*s.asserts, *s.denies)]) for s in annotation.statements]


@pytest.mark.parametrize(
    ("sentence", "words", "claim"),
    [
        (
            "The ships left at noon, with the harbour pilot saying that the lock was shut.",
            "the lock was shut",
            "The lock was shut",
        ),
        (
            "Ana Rojas said: “To look away from this is to be part of it.”",
            "To look away from this is to be part of it",
            "To look away from this is to be part of it",
        ),
        (
            "Ana Rojas accused Peruvian officials of being too slow.",
            "being too slow",
            "Peruvian officials were too slow",
        ),
        (
            "Ana Rojas told the Herald that talks about a new dock were going well.",
            "talks about a new dock were going well",
            "Talks about a new dock go well",
        ),
        (
            "Ana Rojas said the guild would pay, though the port was poor.",
            "the guild would pay, though the port was poor",
            "The guild pays, though the port was poor",
        ),
    ],
)
def test_a_clause_is_whole(sentence: str, words: str, claim: str) -> None:
    assert _said(sentence) == [(words, [claim])]


def test_what_another_says_against_it_is_no_part_of_it() -> None:
    said = _said("Ana Rojas said the guild would pay, though Bo Lund said that the port was poor.")
    assert said == [
        ("the guild would pay", ["The guild pays"]),
        ("the port was poor", ["The port is poor"]),
    ]


@pytest.mark.parametrize("verb", ["accept", "withdraw", "leave"])
def test_what_somebody_wants_another_to_do_is_demanded(verb: str) -> None:
    annotation = read(f"Peru wants Chile to {verb} the offer.")
    assert [(s.span.exact, bool(s.demands)) for s in annotation.statements] == [
        (f"Chile to {verb} the offer", True)
    ]


def test_who_opposed_a_plan_in_an_aside_is_not_what_is_judged_after_it() -> None:
    text = "Bo Lund signed it. Ana Rojas, who has long opposed the treaty, called Lund's remarks “blackmail”."
    assert [s.span.exact for s in read(text).statements if s.rejects] == ["the treaty"]


def test_what_is_disputed_is_not_a_participle() -> None:
    annotation = read("Ana Rojas disputed that the 15% rate applied to wine.")
    texts = {claim.id: claim.text for claim in annotation.claims}
    assert [texts[id_] for s in annotation.statements for id_ in s.denies] == ["The 15% rate applied to wine"]


@pytest.mark.parametrize(("verb", "linked"), [("offered", True), ("forgotten", False)])
def test_who_never_did_that_denies_the_claim_of_that_deed(verb: str, linked: bool) -> None:
    annotation = read(
        f"Bo Lund said the council had offered Peru a dock. “We have never {verb} that,” the council said."
    )
    claimed = {id_ for s in annotation.statements for id_ in s.asserts}
    denied = {id_ for s in annotation.statements for id_ in s.denies}
    assert bool(claimed & denied) is linked


def test_with_somebody_warning_is_that_ones_warning() -> None:
    text = "Guild leaders warned of a long wait, with Dan Lund warning the strike could go on."
    assert speakers(text) == [("Person", "Dan Lund")]


def test_a_clause_that_lost_its_subject_is_nobodys() -> None:
    annotation = read(
        "Port chiefs warned of a “long queue” for crews and owners, with Sir Jim Lund and his aide Dan Poe "
        "cautioning the walkout could run into May."
    )
    assert [s.span.exact for s in annotation.statements] == []
    reasons = {o.reason: o.span.exact for o in annotation.omissions}
    assert reasons["what these words are about is not understood"] == "could run into May"


def test_a_surname_that_looks_like_a_verb_is_a_name_where_a_title_told_so() -> None:
    text = (
        "The guild refused Harbour Secretary Wes Streeting’s offer. Streeting, meanwhile, has insisted he "
        "cannot offer more because of “the pressures on the port”, and said the strike would change nothing."
    )
    assert ("Person", "Wes Streeting") in speakers(text)
