"""Turns of phrase that deny what somebody said, and the same words where they deny nothing. Own sentences."""

import pytest

from .test_floor import read as held
from .test_floor import said
from .test_groundless import SOLD, denied
from .test_links import MAP


@pytest.mark.parametrize(
    "denial",
    [
        "Chile poured cold water on the claim.",
        "Chile trashed the claim.",
        "A Chilean minister rubbished the allegation.",
        "Chile's foreign ministry scoffed at the claim.",
        "Chile was having none of it.",
        "Chile took issue with that account.",
        "Chile contested that version.",
        "Ana Rojas, the Chilean minister, brushed the claim aside.",
        "Ana Rojas, the Chilean minister, shrugged off the charge.",
        "Chile does not recognise that account.",
        "“Complete rubbish,” Ana Rojas, the Chilean minister, told reporters.",
        "“Utter nonsense,” said Ana Rojas, the Chilean minister.",
        "“Lies, all lies,” Ana Rojas, the Chilean minister, said.",
        "“Peru is lying,” said Ana Rojas, the Chilean minister.",
        "Ana Rojas, the Chilean minister, accused Peru of making it up.",
        "Peru is wrong to say so, said Chile.",
        "Chile denied having done any such thing.",
        "Not true, according to Ana Rojas, the Chilean minister.",
        "Chile said that the claim did not stand up.",
        "Chile's foreign ministry branded the accusation “complete nonsense”.",
        "Chile called the suggestion that it sold the map absurd.",
        "Chile rejected an allegation made on Monday by Peru that it had sold the map.",
        "Claims by the ministry in Lima that Chile had sold the map are denied by the envoy, Juan Poe.",
    ],
)
def test_a_turn_of_phrase_denies_the_claim(denial: str) -> None:
    assert denied(MAP + denial) == [SOLD]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile poured cold water on the fire.",
        "Vandals trashed the hotel.",
        "Chile took issue with the delay.",
        "Chile does not recognise the council.",
        "Chile has none of the ships.",
        "Ana Rojas, the Chilean minister, laughed it off.",
        "“Utter darkness,” said Ana Rojas, the Chilean minister.",
        "“Complete silence,” said Ana Rojas, the Chilean minister.",
        "Peru was lying in second place, said Chile.",
        "Ana Rojas, the Chilean minister, accused Peru of lying about the dam.",
        "Chile said that the wall did not stand up.",
        "Chile called the envoy that it had sent absurd.",
        "Claims by the ministry that nobody trusts are repeated by the envoy, Juan Poe.",
    ],
)
def test_the_same_words_elsewhere_deny_nothing(sentence: str) -> None:
    assert denied(MAP + sentence) == []


CLAIMED = "Peru said that Chile sold the map, "


@pytest.mark.parametrize(
    "end",
    [
        "a charge Chile disputes.",
        "an allegation that Chile rejects.",
        "something Chile has always denied.",
        "accusations Chile denies.",
        "claims disputed by the Chilean ministry.",
        "an account Chile's foreign ministry disputed on Monday.",
        "a claim that the Chilean government has flatly denied.",
    ],
)
def test_the_end_of_a_sentence_denies_what_stands_before_it(end: str) -> None:
    assert denied(CLAIMED + end) == [SOLD]


@pytest.mark.parametrize(
    "end", ["a claim Peru has never denied.", "a charge of 40 crowns.", "a report read by the ministry."]
)
def test_another_end_of_a_sentence_denies_nothing(end: str) -> None:
    assert denied(CLAIMED + end) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rumours that Chile had sold the map persisted. Chile denied it.",
        "Rumours are swirling that Chile sold the map. Chile was having none of it.",
        "There were reports that Chile had sold the map. Chile denied them.",
        "Peruvian state television reported that Chile sold the map. Chile denied it.",
        "“Chile sold the map,” said Juan Poe, who leads the Farmers' Party. Chile denied this.",
    ],
)
def test_what_goes_round_is_claimed_and_denied(text: str) -> None:
    assert denied(text) == [SOLD]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Critics say Ana Rojas has lost the map. “I do not believe we have lost the map,” Rojas said.",
            "Ana Rojas lost the map",
        ),
        (
            "Peru said that Chile had agreed to close the port. "
            "“We have agreed to no such thing,” Ana Rojas, the Chilean minister, said.",
            "Chile agreed to close the port",
        ),
        (
            "Peru's minister said that the two sides had settled the price. "
            "“There is no agreement on the price,” the Chilean minister Ana Rojas said.",
            "The two sides settled the price",
        ),
        (
            "Peru said that the treaty scraps the tax. Juan Poe said that it does not abolish the tax.",
            "The treaty scraps the tax",
        ),
        (
            "Juan Poe said that Chile had set a deadline for the vote. "
            "“There is no deadline,” said Ana Rojas.",
            "Chile set a deadline for the vote",
        ),
        (
            "Juan Poe said that Chile had agreed in writing to the deal. "
            "Chile said it had not accepted the deal.",
            "Chile agreed in writing to the deal",
        ),
        (
            "Juan Poe said that Luis Soto had left early. A spokeswoman for Soto, Petra Anwar, "
            "called the account of his early departure “pure invention”.",
            "Luis Soto left early",
        ),
        (
            "Critics reckon that Ana Rojas has lost the map. “I have not lost the map,” Rojas said.",
            "Ana Rojas lost the map",
        ),
    ],
)
def test_a_denial_in_other_words_finds_its_claim(text: str, claim: str) -> None:
    assert denied(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Peru said that the price was settled. “There is no agreement on the date,” said Chile.",
        "Rumours are swirling. Chile denied it.",
        "Peru said that Chile had settled the bill. Chile said that it had not agreed the text.",
        "Peru said that Chile sold the map. Chile said that it does not think that the dam is old.",
        "Peru said that Chile sold the map. Chile brushed off the snow.",
        "Juan Poe said that Chile had set a deadline. “There is no second deadline,” said Ana Rojas.",
        "Juan Poe said that Chile had lost a ship. “There is no ship in the harbour,” said Ana Rojas.",
        "Peru said that Chile sold the map. Ana Rojas called the claim “a misunderstanding at best”.",
        "Peru said that Chile sold the map. The ministry has none of the money, said Chile.",
    ],
)
def test_what_is_of_another_thing_is_not_linked(text: str) -> None:
    assert denied(text) == []


def test_you_is_the_one_guest_though_a_line_names_who_asks() -> None:
    annotation = held(
        "The boats lie still. Ana Rojas, who leads the strike, talks about money.\n\n"
        "Interview: Juan Poe, Lake Review\n\nLake Review: What is new?\n\nRojas: The dam is open.\n\n"
        "Lake Review: The minister, Luis Soto, told this paper that you turned the offer down.\n\n"
        "Rojas: I did not turn the offer down.\n\nLake Review: Will you stay?\n\nRojas: Yes."
    )
    assert ("luis-soto", "asserts", "Ana Rojas turned the offer down") in said(annotation)
    assert ("ana-rojas", "denies", "Ana Rojas turned the offer down") in said(annotation)


def test_a_statement_tells_whom_its_claims_are_of_and_who_contradicts_them() -> None:
    annotation = held(
        "Statement by the foreign ministers of the Lake Group\n\nLima, 22 April 2030\n\n"
        "We, the foreign ministers of Chile, Peru and Bolivia, met in Lima today.\n\n"
        "1. We reject the assertion made by the authorities in Quito on 19 April that Chile sold the map.\n\n"
        "2. Claims by the interior ministry that convoys have been passing since Friday are contradicted by "
        "the drivers."
    )
    assert ("authorities-in-quito", "asserts", "Chile sold the map") in said(annotation)
    assert ("drivers", "denies", "Convoys passed since Friday") in said(annotation)
    assert ("interior-ministry", "asserts", "Convoys passed since Friday") in said(annotation)


def test_contrary_to_what_was_reported_denies_nothing_else() -> None:
    more = "Rojas said on Monday the talks had not ended, contrary to what some had reported."
    body = f"The dam is open, Poe said. {more}"
    denials = [claim for _, act, claim in said(held(body + "\n")) if act == "denies"]
    assert denials == ["The talks ended"]
