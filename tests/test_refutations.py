"""Denials and what they answer, in forms that are not 'denied that': who contradicts whom about what."""

import pytest

from graph.read import read_article

from .test_extract import annotate, read, told

SIGNED = "Peru signed the map"
CLAIM = "Chile said that Peru had signed the map. "


@pytest.mark.parametrize(
    "denial",
    [
        '"That is not what happened," Bolivia said.',
        '"That did not happen," Bolivia said.',
        '"That never took place," said Bolivia.',
        "Bolivia called this untrue: Peru had only read it.",
        "Bolivia described it as a lie.",
        "Bolivia says the opposite.",
        "Not so, says Bolivia.",
        "Bolivia denies that: nobody had a pen.",
    ],
)
def test_what_was_just_said_is_denied(denial: str) -> None:
    assert (("bolivia",), "denies", SIGNED) in told(read(CLAIM + denial))


@pytest.mark.parametrize(
    "answer",
    [
        "Bolivia called that untrue.",
        '"That is simply not what happened," Bolivia said.',
        "Bolivia denied this.",
    ],
)
def test_who_denies_a_denial_asserts_what_it_denies(answer: str) -> None:
    found = told(read(f"Chile said that Peru never signed the map. {answer}"))
    assert (("bolivia",), "asserts", SIGNED) in found
    assert not any(speakers == ("bolivia",) and act == "denies" for speakers, act, _ in found)


def test_two_who_deny_it_deny_the_same() -> None:
    found = told(read(CLAIM + "Bolivia denied it. Brazil denied it, too."))
    assert {(who, act) for who, act, claim in found if claim == SIGNED} == {
        (("chile",), "asserts"),
        (("bolivia",), "denies"),
        (("brazil",), "denies"),
    }


def test_what_is_said_before_a_colon_is_not_the_words_of_who_acts_after_it() -> None:
    found = told(read(CLAIM + "Bolivia called this untrue: Peru had only read it."))
    assert not any(speakers == ("peru",) for speakers, _, _ in found)


@pytest.mark.parametrize(
    ("claimed", "denied", "claim"),
    [
        ("Chile claims that Peru had paid the guards.", "Peru denies the payment.", "Peru paid the guards"),
        ("Chile claims that Peru had paid the guards.", "Peru denies any payment.", "Peru paid the guards"),
        ("Chile said that Peru had met Brazil.", "Brazil denied having met Peru.", "Peru met Brazil"),
        ("Chile accused Peru of shelling the port.", "Peru denied shelling it.", "Peru shelled the port"),
        (
            "Chile said that Peru's guns had killed six people.",
            "Peru said that its guns had killed nobody.",
            "Peru's guns killed six people",
        ),
    ],
)
def test_a_denial_in_other_words_finds_the_deed(claimed: str, denied: str, claim: str) -> None:
    found = told(read(f"{claimed} {denied}"))
    assert claim in {text for _, act, text in found if act == "denies"}
    assert claim in {text for _, act, text in found if act == "asserts"}


def test_nothing_put_on_paper_is_no_denial_of_an_offer() -> None:
    found = told(
        read(
            "Chile said that Ana Rojas had offered it the port. Peru said that nothing had been put on paper."
        )
    )
    assert [text for _, act, text in found if act == "denies"] != ["Ana Rojas offered it the port"]


def test_who_is_quoted_as_saying_says_it_and_who_quotes_reports_it() -> None:
    annotation = read("The Lake Courier had quoted Ana Rojas as saying that Peru had signed the map.")
    inner = next(s for s in annotation.statements if s.speakers == ("ana-rojas",))
    outer = next(s for s in annotation.statements if s.id == inner.reported_by)
    claims = {c.id: c.text for c in annotation.claims}
    assert [claims[i] for i in inner.asserts] == [SIGNED]
    assert [claims[i] for i in outer.asserts] == ["Ana Rojas said that Peru signed the map"]


def test_what_somebody_calls_a_thing_is_no_statement() -> None:
    annotation = read("The Lake Courier printed what it called the minutes of a secret meeting.")
    assert [s for s in annotation.statements if not s.inference] == []


def test_a_position_that_a_noun_tells_is_a_statement_of_its_owner() -> None:
    found = told(read("Chile's argument is that the map was signed. Peru denied this."))
    assert found == [
        (("chile",), "asserts", "The map was signed"),
        (("peru",), "denies", "The map was signed"),
    ]


def test_yes_to_do_you_deny_it_denies_and_evasions_tell_nothing() -> None:
    text = (
        "Transcript of the briefing in Lima\n\n5 February 2030\n\nSpokesperson: Ana Rojas.\n\n"
        "QUESTION: Chile says that Peru signed the map. Do you deny it?\n\nROJAS: Yes.\n\n"
        "QUESTION: And the port?\n\nROJAS: I neither confirm nor deny it.\n\n"
        "QUESTION: Anything on the dam?\n\nROJAS: I have nothing on that."
    )
    annotation = annotate(read_article(text.encode()))
    mine = [s for s in annotation.statements if s.speakers == ("ana-rojas",)]
    claims = {c.id: c.text for c in annotation.claims}
    assert [claims[i] for s in mine for i in s.denies] == [SIGNED]
    assert not any(s.asserts for s in mine)


def test_an_outlet_takes_back_what_it_reported() -> None:
    annotation = read("Correction: we reported at 9.50 that Peru had signed the map. It has not.")
    claims = {c.id: c.text for c in annotation.claims}
    assert [(s.speakers, claims[i]) for s in annotation.statements for i in s.retracts] == [
        (("lakeside-herald",), SIGNED)
    ]


def test_an_ordinal_before_a_denial_does_not_turn_it_round() -> None:
    text = (
        "Statement by Lakeside Bank on the loan\n\n5 February 2030\n\n"
        "We wish to say two things about our loan. "
        "Second, it is not the case that the loan was paid."
    )
    annotation = annotate(read_article(text.encode()))
    claims = {c.id: c.text for c in annotation.claims}
    assert [claims[i] for s in annotation.statements for i in s.denies] == ["The loan was paid"]
    assert {s.speakers for s in annotation.statements if s.denies} == {("lakeside-bank",)}


def test_an_author_denies_outright() -> None:
    text = (
        "Our port\n\nBy Ana Rojas\n\n5 February 2030\n\n"
        "I know the port. It is simply not true that the port was sold."
    )
    annotation = annotate(read_article(text.encode()))
    claims = {c.id: c.text for c in annotation.claims}
    assert [(s.speakers, claims[i]) for s in annotation.statements for i in s.denies] == [
        (("ana-rojas",), "The port was sold")
    ]
