"""Words get the offsets at which they stand, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.words import WordsError, nearest, only, plain, resembling, spots

TEXT = "He said “it’s over – for now”. She said that he had said it. Thesaurus."


@pytest.mark.parametrize("words", ['"it\'s over - for now"', "“it’s over – for now”"])
def test_quotes_and_dashes_may_differ_and_what_is_found_is_the_text(words: str) -> None:
    assert only(TEXT, words).exact == "“it’s over – for now”"


@pytest.mark.parametrize("words", ["It’s over", "it’s  over", "it’s over...", "its over", ""])
def test_nothing_else_may_differ(words: str) -> None:
    with pytest.raises(WordsError, match="not in the article"):
        only(TEXT, words)


def test_words_that_stand_twice_need_their_place() -> None:
    with pytest.raises(WordsError, match="twice"):
        only(TEXT, "said")
    assert only(TEXT, "said", after="She").start == TEXT.index("said that")


def test_the_nearest_whole_words_outside_are_taken() -> None:
    words = only(TEXT, "he had said it")
    assert nearest(TEXT, "said", words).start == TEXT.index("said that")
    assert nearest(TEXT, "She", words).exact == "She"
    with pytest.raises(WordsError):
        nearest(TEXT, "saurus", words)


def test_what_resembles_is_shown_only_if_it_is_long() -> None:
    span = resembling(TEXT, "I swear that he had said it")
    assert span is not None
    assert span.exact == " that he had said it"
    assert resembling(TEXT, "He swore") is None


@given(st.text(max_size=40), st.text(max_size=5))
def test_every_place_holds_the_words(text: str, words: str) -> None:
    assert len(plain(text)) == len(text)
    for at in spots(text, words):
        assert plain(text[at : at + len(words)]) == plain(words)
