"""Denials in few words, in headlines and at the end of a sentence: of what they are. Own sentences."""

import pytest

from .test_extract import read, told

LANA = "Ana Rojas is the minister of Chile. Juan Poe, the envoy of Peru, spoke in Lima. "


def linked(text: str) -> list[tuple[str, ...]]:
    """Return the texts of the claims that the last denial is of and that others assert."""
    found = read(text)
    claims = {c.id: c for c in found.claims}
    said = {c for s in found.statements for c in s.asserts}
    last = [s for s in found.statements if s.denies][-1:]
    near = (d for s in last for d in s.denies if {d, claims[d].part_of} & said)
    return [tuple(sorted(claims[d].text for d in near))] if last else []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Poe said Chile would abolish duties on tin. Rojas said tariffs on tin would be cut, not abolished.",
         "Chile abolishes duties on tin"),
        ("Poe said the list had gone to Chile. Rojas said the list went to Peru, not to Chile.",
         "The list went to Chile"),
        ("Poe said Chile had sold the map, a claim Chilean officials called false.", "Chile sold the map"),
        ("Poe said Chile had sold the map, something Chilean officials described as simply wrong.",
         "Chile sold the map"),
        ("Poe said Chile had agreed to a truce. “We have agreed to nothing of the sort,” Rojas said.",
         "Chile agreed to a truce"),
        ("Poe said Chile took a 10-mile buffer. Rojas said the buffer was taken at five miles, not ten.",
         "Chile took a 10-mile buffer"),
        ("Poe said Chile had hit a school and a clinic. Rojas said it had hit the school, not the clinic.",
         "Chile hit a clinic"),
        ("Poe said Chile had sold the map. “I disagree,” said Rojas.", "Chile sold the map"),
        ("Poe accused Chile of hiding the letters. Rojas said nothing had been withheld.",
         "Chile hid the letters"),
        ("Poe said the pact would bring $40 billion. “There is no figure of forty billion,” said Rojas.",
         "The pact brings $40 billion"),
        ("There are claims going round online that Juan Poe has left Lima. Not so, according to his staff.",
         "Juan Poe left Lima"),
    ],
)  # fmt: skip
def test_a_short_denial_is_of_what_was_said(text: str, of: str) -> None:
    assert linked(LANA + text) == [(of,)]


@pytest.mark.parametrize(
    "text",
    [
        "Poe said Chile had sold the map. Rojas said the ships would be repaired, not sold.",
        "Poe said a letter had gone to Chile. Rojas said the list went to Peru, not to Chile.",
        "Poe said the pact would bring $40 billion. “There is no figure of thirty billion,” said Rojas.",
        "Poe said Chile hid the letters. He said Chile hid a map. Rojas said nothing had been withheld.",
        "Poe accused Bolivia of hiding the letters. Rojas, the Chilean minister, said nothing was withheld.",
    ],
)
def test_another_thing_is_left_alone(text: str) -> None:
    assert linked(LANA + text) == [()]


@pytest.mark.parametrize(
    ("headline", "of"),
    [
        ("Chile denies agreeing to quit Tarn valley", "Chile agreed to withdraw its troops"),
        ("Chile rejects claim of secret oil sales", "Chile made secret oil sales to Bolivia"),
    ],
)
def test_a_headline_denies_for_those_whom_it_names(headline: str, of: str) -> None:
    found = read(f"{LANA}Poe said on Monday that {of.replace(' ', ' had ', 1)}.", headline)
    assert (("chile",), "denies", of) in told(found)


def test_a_headline_tells_of_what_is_denied_below() -> None:
    body = (
        "Juan Poe, the envoy of Peru, said that a list had gone to Chile. "
        "Chile's minister, Ana Rojas, said that Chile had never received a list of prisoners."
    )
    found = told(read(body, "Chile disputes prisoner lists"))
    assert {claim for actors, act, claim in found if act == "denies" and actors == ("chile",)} == {
        "Chile received a list of prisoners"
    }


def test_a_headline_of_a_post_alone_is_not_told_of_somebody() -> None:
    found = told(read(LANA, "Minister denies selling map"))
    assert not [claim for _, act, claim in found if act == "denies"]


def test_a_negated_row_without_and_denies_each() -> None:
    found = told(read(LANA + "“No ship was sold, no promise was made,” said Rojas."))
    assert {claim for _, act, claim in found if act == "denies"} == {"A ship was sold", "A promise was made"}


def test_who_denies_is_not_named_after_the_account() -> None:
    found = told(
        read(LANA + "Poe said Chile had sold the map, an account Chile's foreign ministry disputed.")
    )
    assert not [actors for actors, _, _ in found if "account" in str(actors)]


def test_what_is_wanted_is_not_what_is_set_against_it() -> None:
    found = told(read(LANA + "Rojas said she wanted guarantees, not gifts."))
    assert [(act, claim) for _, act, claim in found] == [
        ("asserts", "Ana Rojas wants guarantees"),
        ("denies", "Ana Rojas wants gifts"),
    ]


def test_what_a_dismissed_report_tells_is_nobodys_promise() -> None:
    said = "Rojas dismissed a report that Chile had agreed to cede Tarn and to cap its army at 600 men."
    found = told(read(LANA + said))
    assert not [claim for actors, act, claim in found if actors == ("chile",) and act == "asserts"]
    assert [claim for actors, act, claim in found if actors == ("ana-rojas",) and act == "denies"]
