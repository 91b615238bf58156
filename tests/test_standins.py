"""What 'one', 'he' and 'she' stand for, and whom a name names. Own sentences."""

import pytest

from .test_extract import read
from .test_mouths import voices


def acted_on(text: str) -> list[str]:
    """Return the claims of the body that are asserted or denied, in their order."""
    made = read(text)
    claims = {c.id: c.text for c in made.claims}
    said = [s for s in made.statements if not s.inference]
    return [claims[c] for s in said for c in (*s.asserts, *s.denies) if c in claims]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("“There was a supper,” Mary Holt said. “There was no map, and nobody asked for one.”",
         "Somebody asked for a map"),
        ("Mary Holt put her name on a page. On the pardon, she said that her cabinet did not rule one out.",
         "Mary Holt's cabinet ruled a pardon out"),
        ("Ian Ash said the port had no licence and that the mayor had refused one.",
         "The mayor refused a licence"),
        ("Ian Ash demanded a vote. Mary Holt said the law did not require one.", "The law required a vote"),
        # Of two things it is not told which.
        ("Ian Ash had a meal with a banker. Mary Holt said she had never seen one.", "Mary Holt saw one"),
        # 'The treaty needs one' needs no treaty.
        ("Ian Ash left. Mary Holt said that the treaty needed one.", "The treaty needs one"),
    ],
)  # fmt: skip
def test_one_is_a_thing_that_was_named_or_stays_open(text: str, last: str) -> None:
    assert acted_on(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # 'Her deputy' tells that Teleki is a woman: he is the deputy, and she is not Malkov.
        ("Idris Mal told a radio that all was signed.\n\nJorun Tel acknowledged that her deputy, Pavel Orr, "
         "had signed a page but said that this meant that he had read it. On the pardon, she said that talks "
         "went on.\n\nMal dismissed that. “I saw the pen,” he said.",
         ["Idris Mal", "Jorun Tel", "Jorun Tel", "Jorun Tel", "Idris Mal", "Idris Mal"]),
        ("Idris Mal said that all was signed. Jorun Tel praised his deputy. She said that it was late.",
         ["Idris Mal", "Idris Mal"]),
    ],
)  # fmt: skip
def test_his_or_her_after_a_name_tells_who_is_she(text: str, names: list[str]) -> None:
    assert voices(text) == names


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Campaign group Hot Stone accused Idris Mal of having met a banker. The council said that he had "
         "signed nothing.", "Idris Mal signed something"),
        ("The union accused Idris Mal of having met a banker. The council said that he had signed nothing.",
         "Idris Mal signed something"),
    ],
)  # fmt: skip
def test_he_is_whom_a_body_accused(text: str, claim: str) -> None:
    assert acted_on(text)[-1] == claim


def test_a_body_is_named_after_what_it_is() -> None:
    made = read(
        "Oil company Blue Delta said that nobody had paid. Shipping giant North Line denied that. "
        "The rights group Open Doors said that the port was shut."
    )
    spoke = {i for s in made.statements for i in s.speakers}
    assert {(a.name, a.kind) for a in made.actors if a.id in spoke} == {
        ("Blue Delta", "Organization"),
        ("North Line", "Organization"),
        ("Open Doors", "Organization"),
    }


TOLD = "The Sarne Front said that Peru had agreed to a withdrawal.\n\n"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("“We agreed to nothing of the sort,” Minister Mary Holt said.", ["Peru agreed to a withdrawal"]),
        ("“We signed nothing of the kind,” Minister Mary Holt said.", ["Peru agreed to a withdrawal"]),
        ("“We have agreed to no such thing,” Minister Mary Holt said.", ["Peru agreed to a withdrawal"]),
        ("“We promised none of that,” Minister Mary Holt said.", ["Peru agreed to a withdrawal"]),
        ("Mary Holt left. “No map was drawn, no date has been discussed,” she said.",
         ["A date was discussed", "A map was drawn"]),
        ("Mary Holt said: “It is over. No map was drawn, no date has been discussed.”",
         ["A date was discussed", "A map was drawn"]),
    ],
)  # fmt: skip
def test_denials_without_a_word_for_it(text: str, denied: list[str]) -> None:
    made = read(TOLD + text)
    claims = {c.id: c.text for c in made.claims}
    assert sorted(claims[c] for s in made.statements for c in s.denies) == denied


def test_nothing_of_the_sort_confirms_no_denial() -> None:
    """'We signed nothing of the kind' after another's denial is of a claim that was not told."""
    made = read(
        "Ann Poe said that no date had been discussed. “We signed nothing of the kind,” Mary Holt said."
    )
    last = made.statements[-1]
    assert (last.asserts, last.unlinked) == ((), "denies")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("There are claims circulating on social media that Peru will leave. Not so, says the council.",
         "social media"),
        ("Claims circulated online that Mary Holt had left. That is false, the council said.", "claims"),
        ("The room was awash with claims that Holt had sold it. She had not, her office said.", "claims"),
    ],
)  # fmt: skip
def test_claims_that_nobody_is_said_to_make_are_hearsay(text: str, first: str) -> None:
    made = read("Ian Ash said that the port was open.\n\n" + text)
    said = [s for s in made.statements if not s.inference]
    names = {a.id: a.name for a in made.actors}
    assert names[said[-2].speakers[0]].lower() == first
    assert said[-2].certainty == "rumoured"
    assert said[-1].denies == said[-2].asserts


def test_an_answer_to_what_was_not_understood_is_to_nothing_older() -> None:
    text = "Ian Ash said that the port was open.\n\nThere is talk that Holt may go. {}"
    said = read(text.format("Not so, says the council.")).statements
    assert [s.unlinked for s in said if "council" in s.speakers[0]] == ["denies"]
    said = read(
        "Ian Ash said that the port was open.\n\nMary Holt hit back. “Not true,” she said."
    ).statements
    assert [bool(s.denies) for s in said if s.speakers == ("mary-holt",)] == [True]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rojas welcomed the deal and Chancellor Ian Ash said that the port was shut.",
         {"ian-ash": "The port was shut"}),
        ("Peru rejected the text and Minister Ian Ash told reporters that the port was shut.",
         {"ian-ash": "The port was shut"}),
        ("Mary Holt accused countries pushing for the roadmap of behaving like children.",
         {"mary-holt": "Countries behaved like children"}),
        ("Peru accused the firms that sold chips to Chile of prolonging the war.",
         {"peru": "The firms prolonged the war"}),
        ("Ian Ash rejected the charge that the port had been closed and denied ever having given the "
         "union a map.",
         {"ian-ash": "The port was closed; Ian Ash gave the union a map"}),
    ],
)  # fmt: skip
def test_a_sentence_of_two_parts_is_read_in_both(text: str, said: dict[str, str]) -> None:
    made = read("Nobody came.\n\n" + text)
    claims = {c.id: c.text for c in made.claims}
    found: dict[str, str] = {}
    for s in made.statements:
        texts = [claims[c] for c in (*s.asserts, *s.denies)]
        if texts and not s.inference:
            found[s.speakers[0]] = "; ".join([*filter(None, [found.get(s.speakers[0])]), *texts])
    assert found == said
