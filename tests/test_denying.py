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
