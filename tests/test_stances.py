"""What an actor's own words do to a plan and its terms: one short text of our own per row."""

import pytest

from graph.check import problems

from .test_extract import read, told

LUNA = "Peru's president, Eva Luna, said that "
PLAN = "canal-treaty"


@pytest.mark.parametrize(
    ("text", "act", "condition"),
    [
        ("Peru welcomed the canal treaty.", "supports", None),
        ("Peru backed the canal treaty.", "supports", None),
        (LUNA + "the canal treaty was acceptable.", "supports", None),
        (LUNA + "she stood behind the canal treaty.", "supports", None),
        (LUNA + "she was in favour of the canal treaty.", "supports", None),
        (LUNA + "she supported the canal treaty.", "supports", None),
        (LUNA + "she was ready to sign the canal treaty.", "supports", None),
        (
            "“We stand by every point of the treaty,” Peru's president, Eva Luna, said of the canal treaty.",
            "supports",
            None,
        ),
        ("Peru rejected the canal treaty.", "rejects", None),
        (LUNA + "she could not accept the canal treaty.", "rejects", None),
        (LUNA + "she would never sign the canal treaty.", "rejects", None),
        (LUNA + "she did not support the canal treaty.", "rejects", None),
        (LUNA + "the canal treaty was unacceptable.", "rejects", None),
        (LUNA + "the canal treaty was not acceptable.", "rejects", None),
        (LUNA + "the canal treaty was a red line.", "rejects", None),
        (LUNA + "the canal treaty was out of the question.", "rejects", None),
        (LUNA + "her country objected to the canal treaty.", "rejects", None),
        (LUNA + "Peru would not agree to the canal treaty.", "rejects", None),
        (LUNA + "she refused to sign the canal treaty.", "rejects", None),
        (LUNA + "she said no to the canal treaty.", "rejects", None),
        (LUNA + "she would sign the canal treaty if Chile left.", "accepts_if", "Chile left"),
        (LUNA + "she would accept the canal treaty unless Chile stayed.", "accepts_if", "Chile stayed"),
        (LUNA + "she would accept the canal treaty as long as Chile left.", "accepts_if", "Chile left"),
        (
            LUNA + "she was ready to sign the canal treaty on condition that Chile left.",
            "accepts_if",
            "Chile left",
        ),
        (
            LUNA + "she was willing to accept the canal treaty provided that Chile left.",
            "accepts_if",
            "Chile left",
        ),
        (LUNA + "the canal treaty was acceptable if Chile left.", "accepts_if", "Chile left"),
        ("Peru welcomed the canal treaty, provided that Chile left.", "accepts_if", "Chile left"),
        (
            "“Otherwise we vote against the canal treaty,” Peru's president, Eva Luna, said.",
            "rejects",
            "Otherwise",
        ),
    ],
)
def test_stances_on_the_plan(text: str, act: str, condition: str | None):
    annotation = read(text)
    assert problems(annotation) == []
    (statement,) = [s for s in annotation.statements if not s.inference]
    assert getattr(statement, act) == (PLAN,)
    assert not statement.asserts
    assert not statement.denies
    assert statement.condition == condition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody did, or what somebody else would do, is no stance
        (LUNA + "she had signed the canal treaty.", "asserts Eva Luna signed the canal treaty"),
        (LUNA + "she had never approved the canal treaty.", "denies Eva Luna approved the canal treaty"),
        (LUNA + "Chile would accept the canal treaty.", "asserts Chile accepts the canal treaty"),
        ("Peru said that the canal treaty was dead.", "asserts The canal treaty is dead"),
        ("Chile denied that it backed the canal treaty.", "denies Chile backs the canal treaty"),
        # demands
        ("Peru demanded that the canal treaty be signed.", "demands The canal treaty is signed"),
        ("Peru called on Chile to sign the canal treaty.", "demands Chile signs the canal treaty"),
        ("Peru said that Chile must sign the canal treaty.", "demands Chile signs the canal treaty"),
        ("Peru proposed that Chile sign the canal treaty.", "demands Chile signs the canal treaty"),
        (
            "Peru said that a key principle was that Chile must not be left out of the talks.",
            "demands Chile is not left out of the talks",
        ),
        # deeds that are no terms
        ("Peru supported the withdrawal of the boats.", "supports The withdrawal of the boats takes place"),
        (
            "Bolivia rejected a proposal by Peru that Chile leave the island.",
            "rejects Chile leaves the island",
        ),
    ],
)
def test_acts_on_claims(text: str, expected: str):
    annotation = read(text)
    assert problems(annotation) == []
    assert [f"{act} {target}" for _, act, target in told(annotation)] == [expected]


TERMS = (
    "Under the canal treaty, Peru must reduce its army to 40,000 soldiers and Chile will hold elections "
    "within 90 days. "
)


@pytest.mark.parametrize(
    ("text", "act", "term"),
    [
        ("Peru rejected the limit on the army.", "rejects", "peru-armed-forces"),
        (
            "Chile's president, Eva Luna, said that the elections were unacceptable.",
            "rejects",
            "chile-elections",
        ),
        (LUNA + "she would accept the cap on the army if Chile left.", "accepts_if", "peru-armed-forces"),
        (LUNA + "she could live with the cap on the army.", "supports", "peru-armed-forces"),
        (LUNA + "she was against the elections.", "rejects", "chile-elections"),
    ],
)
def test_stances_on_terms(text: str, act: str, term: str):
    annotation = read(TERMS + text)
    assert problems(annotation) == []
    statement = [s for s in annotation.statements if not s.inference][-1]
    assert getattr(statement, act) == (f"{PLAN}:{term}",)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (
            "Peru backed the canal treaty. This means that Peru has lost its only harbour.",
            "Peru has lost its only harbour",
        ),
        ("In effect, Peru has given up its harbour.", "Peru has given up its harbour"),
        ("In other words, Peru has no harbour.", "Peru has no harbour"),
    ],
)
def test_the_writers_conclusions_are_the_outlets(text: str, span: str):
    annotation = read(text)
    (statement,) = [s for s in annotation.statements if s.inference]
    assert statement.speakers == (annotation.document.publisher,)
    assert statement.span.exact == span
    assert statement.said == "2030-02-06"
    assert not statement.supports
    assert not statement.rejects
    assert not statement.demands


def test_words_after_a_name_in_the_headline_are_the_actors():
    annotation = read("Peru met Chile on Monday. Eva Luna waited.", title="Eva Luna: Chile sold the map")
    (statement,) = annotation.statements
    assert statement.speakers == ("eva-luna",)
    assert not statement.inference


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peru said on Tuesday that the port was shut. Peru added that the dam leaked.", "2030-02-05"),
        ("Peru said on Tuesday that the port was shut. Chile said that the dam leaked.", None),
    ],
)
def test_a_speakers_day_goes_on(text: str, said: str | None):
    assert read(text).statements[-1].said == said


def test_the_dateline_dates_an_article():
    text = "LIMA, 6 February 2030 — Peru said on Tuesday that the port was shut."
    assert read(text, published=None).statements[0].said == "2030-02-05"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Eva Luna said the text was a gift, and called on Chile to seize the port.", "a gift"),
        ("Eva Luna said the treaty was weak and urged Chile to seize the port.", "weak"),
    ],
)
def test_a_text_calls_on_nobody(sentence: str, said: str) -> None:
    found = told(read("Peru signed the canal treaty. " + sentence))
    assert (("eva-luna",), "asserts", f"The canal treaty is {said}") in found
    assert (("eva-luna",), "demands", "Chile seizes the port") in found


@pytest.mark.parametrize("other", ["which Chile rejects", "which Chile denies"])
def test_what_another_rejects_is_not_demanded(other: str) -> None:
    found = told(read(f"Peru signed a treaty. Eva Luna demanded that the fishing tax be lowered, {other}."))
    assert (("eva-luna",), "demands", "The fishing tax is lowered") in found
