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
    ],
)
def test_a_clause_is_whole(sentence: str, words: str, claim: str) -> None:
    assert _said(sentence) == [(words, [claim])]


def test_a_clause_that_lost_its_subject_is_nobodys() -> None:
    annotation = read("Guild leaders warned of a long wait, with Dan Lund warning the strike could go on.")
    assert [s.span.exact for s in annotation.statements] == []
    reasons = {o.reason: o.span.exact for o in annotation.omissions}
    assert reasons["what these words are about is not understood"] == "could go on"


def test_a_surname_that_looks_like_a_verb_is_a_name_where_a_title_told_so() -> None:
    text = (
        "The guild refused Harbour Secretary Wes Streeting’s offer. Streeting, meanwhile, has insisted he "
        "cannot offer more because of “the pressures on the port”, and said the strike would change nothing."
    )
    assert ("Person", "Wes Streeting") in speakers(text)
