"""Who speaks and which words in wire copy: datelines, outlets, 'he said' of nobody, 'him'. Own sentences."""

import pytest

from .test_extract import read as read_raw
from .test_sources import speakers
from .test_whole import read, told

HEAD = "Talks on the bridge\n\n"


def said(text: str) -> list[tuple[str, str]]:
    """Return the words and the name of the speaker of each statement."""
    annotation = read_raw(text)
    names = {actor.id: actor.name for actor in annotation.actors}
    return [(s.span.exact, names[s.speakers[0]]) for s in annotation.statements if not s.inference]


@pytest.mark.parametrize(
    "dateline",
    [
        "(WIRENEWS) ",
        "TARN, March 14 (Wirenews) – ",
        "Tarn, March 14, 2031 (Wirenews) ",
        "TARN, May 6. /wire/. ",
        "(WIRE) - TARN, MAY 6 - ",
        "ISTER, Northern Region - ",
        "TARN, Ister, May 6. ",
        "Why it matters: ",
        "Behind the scenes: ",
    ],
)
def test_what_opens_a_paragraph_is_no_part_of_what_is_said(dateline: str) -> None:
    text = f"{HEAD}{dateline}The bridge will open in June, the mayor of Tarn said.\n"
    assert said(text)[0] == ("The bridge will open in June", "mayor of Tarn")


@pytest.mark.parametrize("lead", ["However, ", "But ", "Meanwhile, ", "Still, "])
def test_what_joins_a_sentence_is_no_part_of_what_is_said(lead: str) -> None:
    text = f"{HEAD}{lead}according to Ann Poe of the Ledger, the envoy cancelled the visit to Tarn.\n"
    assert said(text)[0][0] == "the envoy cancelled the visit to Tarn"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Axios website revealed that the envoy had left.", "Axios"),
        ("The Reuters news agency reported that the envoy had left.", "Reuters"),
        ("The Havna Ledger newspaper wrote that the envoy had left.", "Havna Ledger"),
        ("The TASS agency said the envoy had left.", "TASS"),
    ],
)
def test_an_outlet_is_named_before_what_it_is(sentence: str, name: str) -> None:
    assert [who for _, who in said(HEAD + sentence + "\n")] == [name]


def test_a_statement_that_holds_what_is_told_is_no_claim_of_its_own() -> None:
    text = f"{HEAD}The spokeswoman, Ann Poe, stated in a statement that the bridge was shut.\n"
    annotation = read_raw(text)
    assert [s.span.exact for s in annotation.statements] == ["the bridge was shut"]
    assert not annotation.omissions


@pytest.mark.parametrize(
    "sentence",
    [
        "The map stays unclear, as Russian forces continue to make gains.",
        "The mood is poor, as the dockers threaten to leave.",
        "The deal is near, as both sides hope to sign it.",
    ],
)
def test_what_goes_on_says_nothing(sentence: str) -> None:
    assert not any(sentence.startswith(words) for words, _ in said(HEAD + sentence + "\n"))


def test_he_said_of_nobody_stays_nobody() -> None:
    text = (
        "There were no plans for talks between Rojas and President Tom Ash, he said, adding that Tarn still "
        "recognised Ash.\n\nAsh, he said, could stop it.\n\nPeter Holt denied that. He said it was open.\n"
    )
    assert {who for _, who in speakers(text)} == {"Peter Holt"}


def test_who_is_told_of_in_what_he_said_is_not_he() -> None:
    text = f"{HEAD}Peter Holt came. Tom Ash’s plan was dead, he said. Ash, he said, knew it.\n"
    assert [who for _, who in said(text)] == ["Peter Holt", "Peter Holt"]


def test_nobody_dismisses_himself() -> None:
    text = "Tom Ash came. Ann Poe said that Ash was under pressure to dismiss him.\n"
    assert "dismiss Tom Ash" not in " ".join(claim for *_, claim in told(read(text)))


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("The three sides discussed progress made in Lund last week, Reuters reported.",
         "The three sides discussed progress made in Lund last week", "Reuters"),
        ("The council has been working to draft a plan to end the war in Ister, Galt and Lund officials tell "
         "Axios.", "The council has been working to draft a plan to end the war in Ister",
         "Galt and Lund officials"),
        ("When the talks end, the dockers will leave, said Ana Rojas.",
         "When the talks end, the dockers will leave", "Ana Rojas"),
        ("The port is shut, according to Fabrice Le Roc of the Medef lobby.", "The port is shut",
         "Fabrice Le Roc"),
        # What stands after the name in a quotation is no second statement.
        ("“We know nothing of the turns in Tarn’s policy described,” US National Security Council "
         "spokeswoman Adrienne Holt said.", "We know nothing of the turns in Tarn’s policy described",
         "Adrienne Holt"),
    ],
)  # fmt: skip
def test_the_words_before_who_said_them_are_read_once_and_whole(sentence: str, words: str, name: str) -> None:
    assert said(HEAD + sentence + "\n") == [(words, name)]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The Russian leader", "Vladimir Putin"),
        ("The Kremlin leader", "Vladimir Putin"),
        ("The head of state", "Vladimir Putin"),
        ("The press secretary of the Russian president", "Dmitry Peskov"),
        ("The union leader", "union leader"),
    ],
)
def test_who_leads_a_state(phrase: str, name: str) -> None:
    text = (
        f"{HEAD}Kremlin spokesman Dmitry Peskov came. Russian President Vladimir Putin said that the port of "
        f"Tarn was shut.\n\n{phrase} said that the bridge was open.\n"
    )
    assert said(text)[-1][1] == name


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("A senior official told Axios he’s sure of it, after Tom Ash left.", "The senior official is sure"),
        ("A source from the Elysee Palace told the Post: “We have not changed our view.”",
         "The Élysée Palace changed"),
        ("Russia goes on with its assault from the north, which Moscow describes as a special operation.",
         "Russia's assault is a special operation"),
    ],
)  # fmt: skip
def test_what_a_claim_is_about(sentence: str, claim: str) -> None:
    assert claim in told(read(f"{HEAD}Tom Ash came. {sentence}\n"))[-1][2]


def test_ministries_of_one_name_are_those_of_their_states() -> None:
    text = (
        f"{HEAD}The Armenian Foreign Ministry said that the border was open.\n\nThe Azerbaijani Foreign "
        "Ministry said it was shut.\n\nThe Ministry of Foreign Affairs of Armenia said it was wrong.\n"
    )
    assert [who for _, who in said(text)] == [
        "Foreign Ministry of Armenia",
        "Foreign Ministry of Azerbaijan",
        "Foreign Ministry of Armenia",
    ]


def test_the_spokesperson_for_a_ministry_is_the_ministrys() -> None:
    text = (
        f"{HEAD}Ismail Tarr, spokesperson for Iran’s Ministry of Foreign Affairs, came.\n\nThe Foreign "
        "Ministry spokesperson said that the talks were on.\n"
    )
    assert [who for _, who in said(text)] == ["Ismail Tarr"]


def test_a_quotation_goes_on_over_a_blank_line() -> None:
    text = (
        f"{HEAD}Ana Rojas, speaking in Lund, said:\n\n“There is no truce. How can that be?”\n\nPeter Holt "
        "replied: “The port is shut.\n\n“The bridge is open.”\n\nThe mayor left.\n"
    )
    assert said(text) == [
        ("There is no truce", "Ana Rojas"),
        ("The port is shut", "Peter Holt"),
        ("The bridge is open", "Peter Holt"),
    ]


def test_a_name_that_only_its_surname_and_a_verb_of_saying_tell() -> None:
    text = (
        f"{HEAD}Borrell came after the meeting between Aleksandar Vučić and Albin Kurti.\n\nAfter it, Vučić "
        "said that he and Kurti had agreed. He added that the text was good.\n"
    )
    assert [who for _, who in said(text)] == ["Aleksandar Vučić"] * 2


def test_a_surname_that_comes_first_and_a_name_with_hyphens() -> None:
    text = (
        f"{HEAD}Ri Son Gwon, chairman of the committee, came. Ri said the port was shut. Spokesman Kim "
        "Eui-kyeom said it was open.\n"
    )
    assert [who for _, who in said(text)] == ["Ri Son Gwon", "Kim Eui-kyeom"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The bridge will open,” Ana Rojas said in Lund, according to the transport ministry.",
         ["transport ministry", "Ana Rojas"]),
        ("Officials began talks, with one newspaper report suggesting the two sides could meet in May.",
         ["one newspaper report"]),
        ("Officials began talks, with one newspaper report suggesting that both sides could meet.",
         ["one newspaper report"]),
        ("The port is shut, Ana Rojas told Axios. “In other words, nobody pays,” she said.",
         ["Ana Rojas", "Ana Rojas"]),
    ],
)  # fmt: skip
def test_who_tells_what_another_said(sentence: str, expected: list[str]) -> None:
    assert [who for _, who in said(f"{HEAD}{sentence}\n")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The border will open in June. This was stated by Ana Rojas in Lund.",
         [("The border will open in June", "Ana Rojas")]),
        ("The border will open in June. Ana Rojas said this at a forum in Lund.",
         [("The border will open in June", "Ana Rojas")]),
        ("The border will open in June. Ana Rojas made the announcement on Monday.",
         [("The border will open in June", "Ana Rojas")]),
        ("The border will open in June. Ana Rojas did not say this.", []),
        ("Will the border open? Ana Rojas said this in Lund.", []),
        ("The talks were about the border, as stated by the trade ministry.",
         [("The talks were about the border", "trade ministry")]),
        ("At the same time, according to Ana Rojas, the port is shut.", [("the port is shut", "Ana Rojas")]),
        ("Ana Rojas expressed her belief that the port would open.", [("the port would open", "Ana Rojas")]),
        ("Ana Rojas expressed no concern that the border would open.", []),
        ("Ana Rojas mentioned that the border would open.", [("the border would open", "Ana Rojas")]),
        ("Ana Rojas mentioned the border.", []),
        ("Ana Rojas warned: “If it shuts, it will be over,” quoted by the Ledger.",
         [("If it shuts, it will be over", "Ana Rojas")]),
    ],
)  # fmt: skip
def test_forms_of_saying_in_agency_style(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"{HEAD}{text}\n") == expected


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Tom Ash described the Lund talks as potentially “historic.”",
         "The Lund talks are potentially historic"),
        ("Tom Ash praised it, saying more had been done in two weeks than in years.",
         "More was done in two weeks than in years"),
        ("“He and the council will decide,” Ana Rojas said of Tom Ash.", "Tom Ash and the council decide"),
    ],
)  # fmt: skip
def test_the_subject_of_a_claim_is_whole_and_once(sentence: str, claim: str) -> None:
    assert claim in [text for *_, text in told(read(f"{HEAD}Tom Ash came. {sentence}\n"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In response to claims that there are demands against Galt, the Trade Ministry announced: Such "
         "words are fruitless.", ["claims", "Trade Ministry"]),
        ("“We must go on,” Fidan said in his speech. “The talks are good,” he said.", ["Fidan", "Fidan"]),
        ("“There are men whose sons find it hard to speak of it. To end it. It must end,” Ana Rojas said.",
         ["Ana Rojas", "Ana Rojas"]),
        ("The planned talks follow a speech of last week, urging Galt to join them.", []),
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_voice(text: str, names: list[str]) -> None:
    assert [who for _, who in said(f"{HEAD}{text}\n")] == names


def test_not_only_denies_nothing() -> None:
    text = f"{HEAD}Ana Rojas said that peace is not only possible, but also near.\n"
    assert [act for _, act, _ in told(read(text))] == ["asserts"]


def test_a_ministry_is_not_said_to_be_of_its_state_twice() -> None:
    text = f"{HEAD}Reuters said that Russia’s Foreign Ministry and the Armenian Foreign Ministry had met.\n"
    assert [claim for *_, claim in told(read(text))] == [
        "Russia's Foreign Ministry and the Armenian Foreign Ministry met"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We have not offered any pause,” AFP quoted Ana Rojas as saying in an interview.",
         [("We have not offered any pause", "Ana Rojas")]),
        ("Ana Rojas told Tarn’s news agency IRNA that “any talks require calm”, she hopes.",
         [("any talks require calm", "Ana Rojas")]),
        ("Tom Ash was responding to a report in The Washington Post saying Galt had agreed to it.",
         [("Galt had agreed to it", "report in The Washington Post")]),
        ("Tom Ash stayed silent despite recent comments by Peter Holt suggesting Galt seeks talks.",
         [("Galt seeks talks", "Peter Holt")]),
        ("“Some of the reports that we have seen about a deal are not accurate,” Tom Ash said.",
         [("Some of the reports that we have seen about a deal are not accurate", "Tom Ash")]),
        ("Asked whether Ana Rojas plans to meet them, Tom Ash said: “She met them in May.”",
         [("She met them in May", "Tom Ash")]),
        ("Iranian Foreign Minister Abbas Araghchi came. Araqchi said that the port was shut.",
         [("the port was shut", "Abbas Araghchi")]),
    ],
)  # fmt: skip
def test_who_is_quoted_told_or_responded_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"{HEAD}{text}\n")[: len(expected)] == expected
