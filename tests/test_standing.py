"""Where somebody stands, told without a word for saying; sentences of our own."""

import pytest

from .test_extract import read, told

PLAN = (
    "Peru and Chile have drawn up the canal treaty. Under the treaty, Peru limits its fishing fleet to 40 "
    "ships, and a ceasefire begins on 1 June.\n\n"
)
FLEET = "canal-treaty:peru-fisheries"
TRUCE = "canal-treaty:ceasefire"


def stands(sentence: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Return who takes which stand on what in a sentence after a plan was told."""
    acts = ("supports", "rejects", "demands", "accepts_if")
    return [t for t in told(read(PLAN + sentence)) if t[1] in acts]


@pytest.mark.parametrize(
    ("sentence", "act", "target"),
    [
        ("Chile is against the cap on the fleet.", "rejects", FLEET),
        ("Peru objected to the cap on its fleet.", "rejects", FLEET),
        ("Peru cannot agree to the cap on its fleet.", "rejects", FLEET),
        ("Peru will never accept a cap on its fleet.", "rejects", FLEET),
        ("Peru refuses to accept the cap on its fleet.", "rejects", FLEET),
        ("Peru reiterated its opposition to the cap on its fleet.", "rejects", FLEET),
        ("Chile could live with the cap on the fleet.", "supports", FLEET),
        ("Chile has no objection to the ceasefire.", "supports", TRUCE),
        ("Chile voiced support for the ceasefire.", "supports", TRUCE),
        ("Chile is in favour of the ceasefire.", "supports", TRUCE),
        ("Chile would go along with the ceasefire if Peru left the port.", "accepts_if", TRUCE),
        ("Chile will not accept the ceasefire unless Peru leaves the port.", "accepts_if", TRUCE),
        ("Chile is open to the ceasefire provided that Peru leaves first.", "accepts_if", TRUCE),
        ("Chile supported raising the fee to 50 pesos.", "supports", "The fee is raised to 50 pesos"),
        ("Chile proposed lowering the fee.", "demands", "The fee is lowered"),
        ("Chile wants the port closed by May.", "demands", "The port closed by May"),
        ("Chile wants Peru to close the port.", "demands", "Peru closes the port"),
        ("Chile wants a seat on the board.", "demands", "A seat on the board takes place"),
    ],
)
def test_a_stand_is_told_without_a_word_for_saying(sentence: str, act: str, target: str) -> None:
    ((_, found, on),) = stands(sentence)
    assert (found, on) == (act, target)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile does not oppose the ceasefire.",
        "Chile could sign the treaty on Friday.",
        "Nobody in Chile would accept the ceasefire.",
        "If Chile would accept the ceasefire, talks could begin.",
        "Would Chile accept the ceasefire?",
        "Chile's army is ready to attack.",
        "Chile wants to leave.",
        "Prices could support the ceasefire.",
        "The treaty is open to other states.",
        "Peru is for its part a small country.",
        "Chile stood by the river.",
        "Chile would reject the ceasefire if Peru left the port.",
    ],
)
def test_what_takes_no_stand(sentence: str) -> None:
    assert stands(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("Peru demanded that the port be closed. Chile ruled that out.", "rejects"),
        ("Peru demanded that the port be closed. Chile opposed this.", "rejects"),
        ("Peru urged Chile to close the port. Chile is open to it provided that Peru pays.", "accepts_if"),
    ],
)
def test_this_means_what_others_wanted_last(sentence: str, last: str) -> None:
    (_, wanted, claim), (_, act, on) = stands(sentence)
    assert (wanted, act, on) == ("demands", last, claim)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Chile backs free passage through the strait for all ships.",
            "free passage through the strait for all ships",
        ),
        ("Chile rejected the ceasefire on Friday.", "the ceasefire"),
        ("Chile rejected the ceasefire in a letter.", "the ceasefire"),
        ("Chile rejected the ceasefire, which has held for a week.", "the ceasefire"),
        ("Chile rejected the ceasefire and warned that it would fail.", "the ceasefire"),
    ],
)
def test_how_far_the_words_go(sentence: str, words: str) -> None:
    found = [s for s in read(PLAN + sentence).statements if s.supports or s.rejects]
    assert [s.span.exact for s in found] == [words]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Peru, supported by Chile, urged deletion of the exception.",
            [("peru", "demands"), ("chile", "supports")],
        ),
        ("Peru, supported by a strong economy, demanded a review.", [("peru", "demands")]),
        (
            "Chile would be willing to open the port if Peru paid.",
            [("chile", "accepts_if")],
        ),
        ("Chile stands ready to send sixty guards should Peru so request.", [("chile", "accepts_if")]),
        (
            "Peru called for contributions by tonnage. Chile could go along with contributions by tonnage.",
            [("peru", "demands"), ("chile", "supports")],
        ),
    ],
)
def test_who_goes_along_with_what_others_want(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(who[0], act) for who, act, _ in stands(sentence)] == expected


QUOTAS = (
    "Peru and Chile have drawn up the canal treaty. Under the treaty, tariffs on fruit fall to zero, tariffs "
    "on copper fall by half, and export subsidies for grain end within five years.\n\n"
)


@pytest.mark.parametrize(
    ("noun", "word"), [("the tariffs on fruit", "fruit"), ("the end of the subsidies", "subsidies")]
)
def test_of_several_terms_of_one_topic_the_nearest_is_meant(noun: str, word: str) -> None:
    article = read(QUOTAS + f"Chile rejected {noun}.")
    texts = {t.id: t.text for t in article.terms}
    (found,) = [s.rejects for s in article.statements if s.rejects]
    assert [word in texts[t] for t in found] == [True]


def test_who_stands_by_somebody_backs_nothing_that_was_wanted() -> None:
    found = stands(
        "Peru demanded that Chile be paid. Ecuador's president, Ana Paz, said that she would stand by Chile."
    )
    assert [act for _, act, _ in found] == ["demands"]


def test_any_plan_is_not_what_others_wanted_done_with_this_one() -> None:
    body = "Rojas said that any plan that leaves the bridge shut was unacceptable.\n"
    found = told(read(f"Poe urged Chile to back the plan.\n\n{body}"))
    assert found[-1][0] == ("rojas",)
    assert "Chile" not in found[-1][2]


def test_numbers_that_do_not_add_up_deny_nobodys_words() -> None:
    found = told(read("Poe said that the signing was put off.\n\n“The numbers don't add up,” Rojas said.\n"))
    assert found[-1] == (("rojas",), "denies", "The numbers add up")
