"""Words in the right mouth: who is meant where another was named last. Own sentences."""

import pytest

from .test_extract import read
from .test_sources import speakers


def voices(text: str) -> list[str]:
    """Return the names of everybody who speaks in a text, in the order of their sayings."""
    return [name for _, name in speakers(text)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # A post at a body is nobody's of another body.
        ("Ana Rojas, spokeswoman for the Tarn Company, said the port was open. "
         "The dockers' union spokeswoman said that it was shut.", "dockers' union spokeswoman"),
        ("Ana Rojas, the leader, said the port was open. The dockers' leader said that it was shut.",
         "dockers' leader"),
        ("Tom Ash, chairman of the Meadow Bank, was silent. The chairman of the Tarn Company said that the "
         "port was shut.", "chairman of the Tarn Company"),
        ("Tom Ash's Meadow Union has left.\n\nAsh came to town. The Meadow Union leader said that the port "
         "was shut.\n\nCo-leader Tess Moll was silent.", "Tom Ash"),
        ("Ana Rojas, spokeswoman for the Tarn Company, was silent. The company spokeswoman said that the "
         "port was shut.", "Ana Rojas"),
    ],
)  # fmt: skip
def test_a_post_at_one_body_is_not_held_at_another(text: str, last: str) -> None:
    assert voices(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # Whether Wenke, Agnes and Sael are women or men is not told.
        ("Mary Holt said the port was open. Wenke Tarr came with a letter. She said that it was shut.",
         "Wenke Tarr"),
        ("Peter Holt said the port was open. Sael Tarr was not convinced. The port, he said, was shut.",
         "Sael Tarr"),
        ("Mary Holt said the port was open. Sael Tarr rejected that. “It is shut,” she said. “It always "
         "was.” She added that nobody had paid.", "Sael Tarr"),
        ("There was laughter, and Agnes Corbel, whose family has fished there for years, rose to reply that "
         "she had been offered nothing, which according to her lawyer was illegal.\n\n“I have the letter,” "
         "she said, holding it up.", "Agnes Corbel"),
        ("Mary Holt said the port was open. That was news to Minister Wenke Tarr. “It is shut,” she said.",
         "Wenke Tarr"),
        ("Wenke Tarr hit back. “The port is shut,” said the mother of three.", "Wenke Tarr"),
        ("Wenke Tarr hit back. “The port is shut,” said the 58-year-old.", "Wenke Tarr"),
        ("Mary Holt praised Sael Tarr. She said that the port was shut.", "Mary Holt"),
    ],
)  # fmt: skip
def test_she_is_whom_the_sentence_before_is_about(text: str, last: str) -> None:
    assert voices(text)[-1] == last


def test_a_statement_of_ministers_is_that_of_the_group_in_its_title() -> None:
    """A country among 'the ministers of Galt, Ister and Rone' is not who speaks."""
    text = (
        "We, the foreign ministers of Galt, Ister, Pellam and Rone, met in Lund.\n\n1. We welcome the truce "
        "at the bridge.\n\n2. We express our appreciation to the mayor.\n\n3. Nobody has closed the port."
    )
    annotation = read(text, title="Statement by the foreign ministers of the Three Lakes Group on the bridge")
    names = {actor.id: actor.name for actor in annotation.actors}
    told = [names[id_] for s in annotation.statements for id_ in s.speakers]
    assert set(told) == {"foreign ministers of the Three Lakes Group"}
    assert not any("appreciation" in s.span.exact for s in annotation.statements)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Mary Holt said the port was open. Rubbish, say the unions.", "unions"),
        ("Nonsense, said Mary Holt.", "Mary Holt"),
        ("Rubbish, say the dockers: the port was shut in May.", "dockers"),
    ],
)
def test_nobody_is_called_rubbish(text: str, last: str) -> None:
    assert set(voices(text)) <= {"Mary Holt", last}
    assert voices(text)[-1:] in ([last], [])


@pytest.mark.parametrize(
    "text",
    [
        "“The port is shut,” snapped Mary Holt.",
        "“The port is shut,” Mary Holt sighed.",
        "Mary Holt grumbled that the port was shut.",
        "Mary Holt confided that the port was shut.",
        "The port is shut, Mary Holt reckons.",
        "“The port is shut,” shrugged Mary Holt.",
        "Mary Holt is adamant that nobody has closed the port.",
        "Mary Holt placed on record that nobody has closed the port.",
        "Prime minister Mary Holt came. The PM told aides that the port was shut.",
    ],
)
def test_how_it_was_said_is_that_it_was_said(text: str) -> None:
    assert voices(text) == ["Mary Holt"]


@pytest.mark.parametrize(
    "text", ["Mary Holt snapped the oar.", "Mary Holt sighed.", "The “port” snapped Mary Holt out of it."]
)
def test_a_sigh_alone_says_nothing(text: str) -> None:
    assert voices(text) == []


def test_rumours_without_an_owner_are_rumours() -> None:
    assert voices("Rumours that the port would close persisted.") == ["Rumours"]


@pytest.mark.parametrize(
    "text",
    [
        "Mary Holt on the steps of the bank: “We will not sign the lease. It is a joke.”",
        "Mary Holt, leaving the bank: “We will not sign the lease.”",
        "Mary Holt was blunt: “We will not sign the lease.”",
        "Mary Holt's answer: “We will not sign the lease.”",
        # What she does before she speaks.
        "Mary Holt shook her head. “We will not sign the lease.”",
        "Peter Holt left. Mary Holt disagrees. “We will not sign the lease.”",
    ],
)
def test_who_leads_in_a_quotation_speaks(text: str) -> None:
    assert set(voices(text)) == {"Mary Holt"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mary Holt laughed. “We will not sign the lease,” said Peter Holt.", {"Peter Holt"}),
        ("Mary Holt held up a poster: “We will not sign the lease.”", set[str]()),
        ("For Mary Holt the matter is clear: “We will not sign the lease.”", set[str]()),
        ("Mary Holt left. “We will not sign the lease.”", set[str]()),
    ],
)
def test_who_is_only_near_a_quotation_does_not_speak(text: str, expected: set[str]) -> None:
    assert set(voices(text)) == expected


def test_who_does_not_recognise_a_figure_denies_it() -> None:
    text = "The ministry says the port cost 4 million crowns. Mary Holt doesn't recognise that figure."
    annotation = read(text)
    assert [bool(s.denies) for s in annotation.statements] == [False, True]
    assert voices("Mary Holt does not recognise the government of Sund.") == []


def test_leaders_who_are_named_speak_themselves() -> None:
    text = (
        "The premier, Ana Rojas, and the chancellor, Peter Holt, met in Lund.\n\n"
        "We, the leaders of Galt and Pellam, welcome the truce.\n\nNobody has closed the port."
    )
    annotation = read(text, title="Statement by the leaders of Galt and Pellam on the bridge")
    assert {s.speakers for s in annotation.statements} == {("ana-rojas", "peter-holt")}


def test_a_congress_elsewhere_is_not_that_of_the_united_states() -> None:
    text = (
        "Donald Trump met US senators on Monday. The African National Congress said that the port was shut. "
        "The Congress of South African Trade Unions said that Durban was open. "
        "Congress said that Cork was closed."
    )
    first, second, third = voices(text)
    assert first == "African National Congress"
    assert "United States" not in second
    assert third == "United States Congress"


def test_the_group_is_the_one_named_in_the_sentence() -> None:
    text = (
        "Under the proposal, the United Nations would oversee aid. Israel has vowed not to end the war "
        "before Hamas is disarmed, which the group said would never happen."
    )
    assert voices(text)[-1] == "Hamas"
