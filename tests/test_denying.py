"""What is denied in news, and what denies nothing: forms seen in wire copy, in sentences of our own."""

import pytest

from .test_extract import read, told

LANA = "Ana Rojas is the foreign minister of Chile. Juan Poe is the envoy of Peru. "
SOLD = "Poe said that Chile had sold the map. "
ROJAS = ("ana-rojas",)


def acts(text: str, title: str = "The day on the lake") -> list[tuple[tuple[str, ...], str, str]]:
    """Return what is read of a text that knows a minister of Chile and an envoy of Peru."""
    return told(read(LANA + text, title))


@pytest.mark.parametrize(
    ("text", "act", "claim"),
    [
        ("“If not, the campaign will go on,” said Rojas.", "asserts", "The campaign goes on"),
        ("If not, Rojas said, the port will be closed.", "asserts", "The port is closed"),
        ("Rojas said the guards would leave in days, if not hours.", "asserts",
         "The guards leave in days, if not hours"),
        ("“More often than not, the guards open the gate,” said Rojas.", "asserts",
         "More often than not, the guards open the gate"),
        ("“No, the talks are planned for May,” said Rojas.", "asserts", "The talks are planned for May"),
        ("Rojas said that Poe might not have been aware of the letter.", "questions",
         "Juan Poe was aware of the letter"),
        ("Rojas said the pact may not hold.", "questions", "The pact holds"),
        ("“Perhaps the guards did not know,” said Rojas.", "questions", "The guards knew"),
    ],
)  # fmt: skip
def test_not_every_not_denies(text: str, act: str, claim: str) -> None:
    assert acts(text) == [(ROJAS, act, claim)]


@pytest.mark.parametrize(
    "answer",
    [
        "“We have nothing to say about this report,” said Rojas.",
        "“We don't know whether that is the case or not,” said Rojas.",
        "“I have no comment on that,” said Rojas.",
        "Rojas said she had nothing to add.",
        "Rojas said she could not comment on the matter.",
        "“I cannot say whether it was sold,” said Rojas.",
    ],
)
def test_no_comment_denies_nothing_and_is_told_of(answer: str) -> None:
    found = read(LANA + SOLD + answer)
    assert told(found) == [(("juan-poe",), "asserts", "Chile sold the map")]
    assert any("no comment" in o.reason for o in found.omissions)


@pytest.mark.parametrize(
    ("text", "act", "claim"),
    [
        ("Rojas challenged the authenticity of the recording.", "questions", "The recording is authentic"),
        ("Rojas questioned the accuracy of the map.", "questions", "The map is accurate"),
        ("Rojas cast doubt on the authenticity of the letter.", "questions", "The letter is authentic"),
        ("Rojas denied the existence of a secret annex.", "denies", "There was a secret annex"),
        ("Rojas dismissed allegations of Chilean strikes on the port as fakes.", "denies",
         "There were Chilean strikes on the port"),
        ("Rojas denied reports of a one-month truce.", "denies", "There was a one-month truce"),
        ("Rojas dismissed rumours of a secret deal with Bolivia.", "denies",
         "There was a secret deal with Bolivia"),
        ("Rojas denied ongoing negotiations.", "denies", "There are ongoing negotiations"),
        ("Rojas denied there was any plan to close the port.", "denies", "There is a plan to close the port"),
    ],
)  # fmt: skip
def test_what_a_noun_tells_is_what_is_denied(text: str, act: str, claim: str) -> None:
    assert acts(text) == [(ROJAS, act, claim)]


def test_each_thing_that_is_alleged_is_denied() -> None:
    found = acts("Rojas rejected allegations of strikes on the port and attacks on farms.")
    assert [claim for _, _, claim in found] == [
        "There were strikes on the port",
        "There were attacks on farms",
    ]


def test_an_allegation_of_its_own_is_not_linked_to_what_others_said_of_something_else() -> None:
    found = acts("Poe accused Chile of hiding the letters. Rojas dismissed allegations of strikes on farms.")
    assert found[-1] == (ROJAS, "denies", "There were strikes on farms")


@pytest.mark.parametrize(
    ("text", "source", "claim"),
    [
        ("Rojas denied Bolivian media reports that the port would be closed.", "bolivian-media",
         "The port is closed"),
        ("Rojas denied press reports that Poe had resigned.", "press", "Juan Poe resigned"),
        ("Rojas rejected a report claiming that Poe had sold the map.", "report", "Juan Poe sold the map"),
        ("Rojas denied reports suggesting that a call had taken place.", "reports", "A call took place"),
        ("Rojas denied Bolivian President Carlos Ruiz's suggestion that “technical talks” might take place.",
         "carlos-ruiz", "Technical talks take place"),
    ],
)  # fmt: skip
def test_whose_report_is_denied(text: str, source: str, claim: str) -> None:
    assert sorted(acts(text)) == sorted([(ROJAS, "denies", claim), ((source,), "asserts", claim)])


@pytest.mark.parametrize(
    "end",
    [
        "a justification dismissed by Chile and the West as propaganda",
        "an argument rejected by Chile and the West",
    ],
)
def test_an_end_of_a_sentence_denies_for_all_whom_it_names(end: str) -> None:
    claim = "The campaign frees the valley"
    found = acts(f"Poe said that the campaign would free the valley, {end}.")
    assert found[0] == (("juan-poe",), "asserts", claim)
    assert found[1][0][0] == "chile"
    assert found[1][1:] == ("denies", claim)


def test_whom_one_accuses_has_no_rival_in_his_name() -> None:
    assert acts("Poe accused Ruiz, his rival, of weakness.")[0][2] == "Ruiz is guilty of weakness"


def test_a_fact_check_judges_an_account() -> None:
    found = read(LANA + SOLD + "The account does not add up.")
    (check,) = [s for s in found.statements if s.inference]
    texts = {c.id: c.text for c in found.claims}
    assert [texts[c] for c in check.denies] == ["Chile sold the map"]


def test_a_headline_tells_what_it_denies() -> None:
    found = acts("Rojas said on Monday that the valley was calm.", "Chile denies ongoing peace talks")
    assert (("chile",), "denies", "There are ongoing peace talks") in found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rojas said the reports were “fake news”.", "Chile sold the map"),
        ("Rojas dismissed the overall report as “essentially false”.", "Chile sold the map"),
        ("Rojas termed the report on the map as false.", "Chile sold the map"),
        ("Rojas said that Poe's statement was “based on a falsehood”.", "Chile sold the map"),
        ("Rojas said that the reports did not reflect the truth.", "Chile sold the map"),
        ("Rojas said that the reports do not correspond to reality.", "Chile sold the map"),
        ("“Such reports totally run counter to the facts,” said Rojas.", "Chile sold the map"),
        ("“This has nothing to do with reality,” said Rojas.", "Chile sold the map"),
        ("Chile quickly denied the announcement.", "Chile sold the map"),
    ],
)
def test_claims_are_held_against_the_facts(text: str, claim: str) -> None:
    found = acts(SOLD + text)[1:]
    assert [c for _, act, c in found if act == "denies"] == [claim]


def test_what_is_no_claim_is_not_held_against_the_facts() -> None:
    assert acts("Rojas said that the budget does not match reality.") == [
        (ROJAS, "denies", "The budget matches reality")
    ]


def test_it_is_not_true_goes_on_with_what_the_speaker_denied() -> None:
    found = acts(
        "Poe said that the talks were over. "
        "Rojas stressed that there was no change in the policy. “It is just not true.”"
    )
    assert found[1:] == [(ROJAS, "denies", "There is a change in the policy")] * 2


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Rojas said no Chilean government could accept the 12-point plan.", "rejects"),
        ("Rojas dismissed the 12-point plan on Monday.", "rejects"),
        ("Rojas said the government could accept the 12-point plan.", "supports"),
    ],
)
def test_nobody_who_could_accept_a_plan_rejects_it(text: str, act: str) -> None:
    assert acts(text) == [(ROJAS, act, "12-point-plan")]


def test_what_is_not_fair_is_what_is_told_after() -> None:
    found = acts(
        "Poe demanded that Chile open the port. Rojas said it was not fair for Chile to pay for the port."
    )
    assert found[1] == (ROJAS, "denies", "It is fair for Chile to pay for the port")


def test_who_makes_a_claim_is_not_who_dismisses_it() -> None:
    found = acts("Chile dismissed claims Monday by Poe that he sent a letter, according to media reports.")
    claim = "Juan Poe sent a letter"
    assert found[1:] == [(("chile",), "denies", claim), (("juan-poe",), "asserts", claim)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Chile has rejected Poe's claims that he received a call from Rojas.",
         "Juan Poe received a call from Ana Rojas"),
        ("Rojas has rejected Peru's claims that it has agreed to a truce.", "Peru agreed to a truce"),
    ],
)  # fmt: skip
def test_whoever_claims_means_himself(text: str, claim: str) -> None:
    assert {c for _, _, c in acts(text)} == {claim}


def test_a_statement_that_is_no_speaker_gets_its_verb_back() -> None:
    found = read(
        LANA + "At a meeting, Rojas said the Peruvian statement, made by “the body that leads the talks,” "
        "is “based on a falsehood”."
    )
    (denial,) = found.statements
    assert (denial.speakers, denial.unlinked) == (ROJAS, "denies")


def test_we_of_a_quotation_is_not_whom_the_outlet_means() -> None:
    found = acts("“We have not received anything,” Ana Rojas told reporters, according to the Andean Post.")
    assert not [claim for _, _, claim in found if claim.startswith("The Andean Post has")]


def test_saying_and_rejecting_are_two_acts() -> None:
    found = acts(
        "Rojas spoke, saying nobody had signed and rejecting the assertion by Poe that Chile sold the map."
    )
    assert (("juan-poe",), "asserts", "Chile sold the map") in found
    assert "rejecting" not in found[0][2]


@pytest.mark.parametrize(
    "opening",
    ["As far as I know, ", "To my knowledge, ", "To the best of my knowledge, "],
)
def test_how_surely_one_knows_is_no_part_of_the_claim(opening: str) -> None:
    found = acts(
        f"“{opening}Chile and Peru have not held talks, let alone reached an agreement,” Rojas said."
    )
    assert found == [(ROJAS, "denies", "Chile and Peru held talks")]


def test_a_headline_is_of_what_those_whom_it_names_claim() -> None:
    found = acts(
        "Chilean Foreign Minister Ana Rojas denied on Monday a claim by Peruvian President Luis Mora that a "
        "truce had been agreed. Mora said that Chile had mediated a meeting on the truce claim.",
        "Chile rejects Peru's truce claim",
    )
    assert (("chile",), "denies", "A truce was agreed") in found
