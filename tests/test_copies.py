"""Which texts are copies of which, without a graph."""

from hypothesis import given
from hypothesis import strategies as st

from graph.copies import LEAST, CopyOf, Printed, copies, oldest_first, same_words

WORD = st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"])
WORDS = st.lists(WORD, max_size=60).map(" ".join)
REPORT = " ".join(f"word{n}" for n in range(100))


def printed(id_: str, text: str, published: str | None = "2030-01-01", **more: tuple[str, ...]) -> Printed:
    return Printed(id_, "", text, published, **more)


def test_a_copy_with_an_own_headline_and_ending_is_one() -> None:
    original = Printed("a", "One", f"One\n{REPORT}", "2030-01-01")
    ending = " ".join(f"own{n}" for n in range(60))
    copy = Printed("b", "Two", f"Two\n{REPORT}\n{ending}", "2030-01-02")
    assert copies([copy, original]) == {"b": CopyOf("b", "a", 1.0)}


def test_two_reports_that_quote_the_same_words_are_none() -> None:
    quote = " ".join(f"quoted{n}" for n in range(30))
    others = [f"{quote} {' '.join(f'{id_}{n}' for n in range(70))}" for id_ in ("x", "y")]
    assert copies([printed("a", others[0]), printed("b", others[1])]) == {}


def words(tag: str, size: int) -> str:
    return " ".join(f"{tag}{n}" for n in range(size))


def test_two_reports_on_one_speech_are_none_however_much_they_quote() -> None:
    speech = f"“{words('quoted', 100)}”"
    first, second = (f"{words(tag, 30)} {speech} {words(tag * 2, 20)}" for tag in ("x", "y"))
    assert copies([printed("a", first), printed("b", second)]) == {}
    assert list(copies([printed("a", first), printed("b", f"{first} {words('z', 10)}")])) == ["b"]
    assert list(copies([printed("a", speech), printed("b", speech)])) == ["b"]  # a speech, printed twice


def test_a_long_report_that_holds_a_short_one_is_none_unless_it_begins_with_it() -> None:
    notice = words("notice", 50)
    assert copies([printed("a", notice), printed("b", f"{words('x', 90)} {notice} {words('y', 90)}")]) == {}
    assert list(copies([printed("a", notice), printed("b", f"{notice} {words('y', 180)}")])) == ["b"]
    assert list(copies([printed("a", REPORT), printed("b", words("word", 30))])) == []  # too short
    assert list(copies([printed("a", REPORT), printed("b", words("word", 50))])) == ["b"]  # cut


def test_short_notices_are_no_copies() -> None:
    assert copies([printed("a", "The talks end today"), printed("b", "The talks end today")]) == {}


def test_copies_of_copies_are_copies_of_the_original() -> None:
    found = copies(
        [printed("c", REPORT, "2030-01-03"), printed("a", REPORT), printed("b", REPORT, "2030-01-02")]
    )
    assert {copy.original for copy in found.values()} == {"a"}


def test_of_one_day_who_names_the_other_outlet_copies() -> None:
    wire = printed("z", REPORT, outlets=("wire",), names=("wire",))
    paper = printed("a", REPORT, outlets=("paper",), names=("wire",))
    assert copies([paper, wire]) == {"a": CopyOf("a", "z", 1.0)}
    assert [d.id for d in oldest_first([paper, wire, printed("y", REPORT, None)])] == ["z", "a", "y"]


def test_many_copies_of_one_report_are_all_found() -> None:
    found = copies(printed(f"{n:04}", REPORT) for n in range(2000))
    assert len(found) == 1999


@given(st.lists(WORDS, max_size=6))
def test_whatever_the_texts_a_copy_has_an_original_that_is_none(texts: list[str]) -> None:
    documents = [printed(str(n), text) for n, text in enumerate(texts)]
    found = copies(documents)
    assert found == copies(reversed(documents))
    for id_, copy in found.items():
        assert id_ == copy.copy != copy.original
        assert copy.original not in found
        assert LEAST - 0.01 <= copy.share <= 1


@given(WORDS, st.lists(WORD, min_size=1).map(" ".join), WORDS)
def test_words_of_a_text_are_found_in_it_whatever_the_signs(before: str, words: str, after: str) -> None:
    assert same_words(words, f"{before}, “{words.upper()}” — {after}")


def test_words_that_run_into_others_are_not_the_same() -> None:
    assert not same_words("cede", "He conceded it")
    assert not same_words("—", "He — conceded it")
