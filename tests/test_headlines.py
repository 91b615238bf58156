"""Headlines leave articles out; what is said in them is read all the same."""

import pytest

from .test_whole import read, told

BODY = """

By Anna Sample

KYIV, Nov 25, 2025 - Rustem Umerov leads the delegation of Ukraine. President Donald Trump was in Washington.
Emmanuel Macron met him.
"""

APPROVED = "Rustem Umerov approved the plan"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Macron calls plan a gift to Moscow", ("emmanuel-macron", "asserts", "The plan is a gift")),
        ("US officials claim Umerov approved peace plan", ("us-officials", "asserts", APPROVED)),
        ("Umerov denies approving plan", ("rustem-umerov", "denies", APPROVED)),
        ("Trump says deal is close", ("donald-trump", "asserts", "The deal is close")),
    ],
)  # fmt: skip
def test_a_headline_without_articles(headline: str, expected: tuple[str, str, str]) -> None:
    actor, act, claim = expected
    assert ((actor,), act, claim) in told(read(headline + BODY))


@pytest.mark.parametrize("headline", ["Allies plan talks in Geneva", "Ministers report progress at talks"])
def test_a_verb_of_a_headline_stays_one(headline: str) -> None:
    assert "the plan" not in str(told(read(headline + BODY))).lower()


def test_the_text_of_a_decision_is_not_the_plan_that_is_named() -> None:
    found = told(
        read(
            "Ana Rojas wants a roadmap for fossil fuels. The fossil fuel roadmap has thirty friends.\n\n"
            "A draft of the decision came at noon. Tusk said that the text was weak.\n"
        )
    )
    assert (("donald-tusk",), "asserts", "The text is weak") in found


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Trump accused Moscow of stalling.", "donald-trump"),
        ("Vance says the deal is dead.", "jd-vance"),
        ("Starmer dismissed reports that the deal was dead.", "keir-starmer"),
        ("Lula warned that the deal was dead.", "luiz-inácio-lula-da-silva"),
        ("Ana Strand came. Strand says deal is dead.", "ana-strand"),
    ],
)
def test_a_known_name_is_no_common_word(sentence: str, actor: str) -> None:
    assert told(read(sentence + "\n"))[0][0] == (actor,)
