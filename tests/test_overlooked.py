"""Acts of saying that are seen and not understood are told, each with its place. Own sentences."""

import pytest

from .test_extract import read


@pytest.mark.parametrize(
    ("sentence", "reason", "where"),
    [
        ("Ana Rojas predicted a long night.", "what was 'predicted' is a noun, not a clause", "predicted"),
        ("Ana Rojas proposed a vague memorandum.", "what was 'proposed' is a noun, not a clause", "proposed"),
        ("Ana Rojas said that she could.", "what 'said' tells was not read", "said"),
        ("Ana Rojas announced a day of joy.", "what was 'announced' is a noun, not a clause", "a day of joy"),
    ],
)
def test_words_of_which_nothing_is_made_are_told(sentence: str, reason: str, where: str) -> None:
    annotation = read(sentence)
    assert [s.span.exact for s in annotation.statements] == []
    assert [(o.reason, o.span.exact) for o in annotation.omissions] == [(reason, where)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Rojas said that the harbour was shut.",
        "Ana Rojas denied having promised that the harbour would open.",
        "Ana Rojas denied that the guild had predicted a long night.",
        "A clerk who asked not to be named said that the harbour was shut.",
        "Ana Rojas walked to the harbour.",
        "“The harbour is shut,” Ana Rojas said.",
    ],
)
def test_what_is_understood_is_not_told_twice(sentence: str) -> None:
    overlooked = ("is a noun, not a clause", "tells was not read")
    assert [o.reason for o in read(sentence).omissions if o.reason.endswith(overlooked)] == []
