"""Denials that name no falsehood, and what they answer; claims told in other forms. Own sentences."""

import pytest

from .test_extract import read, told
from .test_links import MAP, ROJAS

SOLD = "Chile sold the map"
MET = "Peru said that Ana Rojas had met the envoy in Quito. "
SPLIT = '"I was in Lima," Ana Rojas said. "There was no such meeting, and there are no photographs."'


def denied(text: str) -> list[str]:
    """Return the claims that are denied by a text and asserted in it by others, or hold such a claim."""
    annotation = read(text)
    whole = {c.id: c.part_of for c in annotation.claims}
    texts = {c.id: c.text for c in annotation.claims}
    asserted = {i for s in annotation.statements for i in s.asserts}
    found = [i for s in annotation.statements for i in s.denies if {i, whole[i]} & asserted]
    return [texts[i] for i in found]


@pytest.mark.parametrize(
    "denial",
    [
        "Chile said there was no truth in the claim.",
        "Chile said there was nothing to the claim.",
        "“There is not a word of truth in it,” Chile said.",
        "Chile said the claim was without foundation.",
        "Chile said the report had no basis.",
        "“Not a word of it is true,” Chile said.",
        "“None of this is true,” Chile said.",
        "Chile said the opposite was true.",
        "What Peru said was untrue, said Chile.",
        "Chile said that the story was made up.",
        "Chile said that the claim was invented.",
        "Chile described the Peruvian claim as baseless.",
        "Chile contradicted Peru.",
        "Chile did not accept the claim.",
        "Chile denied doing so.",
        "Chile said that it had not done so.",
        "Chile denied the sale.",
        "Chile's ministry said that it had not done so.",
        "Bolivia said that Chile had told it there was no truth in the claim.",
    ],
)
def test_a_denial_without_a_word_for_false_finds_its_claim(denial: str) -> None:
    assert denied(MAP + denial) == [SOLD]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile said there was some truth in the claim.",
        "Chile said the claim was not without foundation.",
        "Chile said that the claim was made in May.",
        "Chile did not accept the plan.",
        "Chile denied a visa to the envoy.",
        "Chile denied the application.",
        "“A word of it is true,” Chile said.",
        "Bolivia denied any wrongdoing.",
        "Chile denied any wrongdoing.",
        "Chile said that the opposite was true of the north.",
        "Chile said the opposite might be true.",
        "Chile said that the story was made up of three parts.",
        "Chile said it would not do so again.",
        "Bolivia said that it had not done so.",
        "Bolivia denied doing so.",
        "Chile denied doing so without notice.",
        "Chile denied having done so in secret.",
        "Chile said that what Peru said in 2010 was untrue.",
        "Chile said that Bolivia had not.",
        "Chile said that there may be no truth in it.",
        "Chile said that there was nothing in it.",
        "Chile said that there was nothing new in the report.",
        "Chile said there was nothing behind the claim but envy.",
        "Chile said there was not only truth in the claim but proof.",
        "Chile said there was no little truth in the claim.",
        "Chile said that the claim hardly lacked substance.",
        "Chile said that the claim had no basis in international law.",
        "Chile said that it had no foundation.",
        "Chile said that there was no merit in it.",
        "Chile did not accept the report until Friday.",
        "Chile did not accept the statement of account.",
        "Chile contradicted Peru on the port.",
        "Peru said that it wanted peace. Chile contradicted Peru.",
        "Chile denied the sale of bonds.",
        "Chile denied the second sale.",
        "Bolivia denied the sale of its prisoners.",
    ],
)
def test_what_only_looks_like_it_denies_no_claim(sentence: str) -> None:
    assert denied(MAP + sentence) == []


@pytest.mark.parametrize(
    ("denial", "found"),
    [
        ("Chile denied any wrongdoing.", [SOLD]),
        ("Chile denied the fraud.", [SOLD]),
        ("Chile denied fraud.", []),
        ("Chile denied any wrongdoing at the port.", []),
        ("Chile denied any corruption by its customs officers.", []),
    ],
)
def test_wrongdoing_is_denied_of_what_one_is_accused_of(denial: str, found: list[str]) -> None:
    assert denied("Peru accused Chile of selling the map. " + denial) == found


def test_who_denies_doing_so_denies_the_deed_that_another_denied_before() -> None:
    found = told(read("Peru said that Chile did not sell the map. Chile denied doing so."))
    assert (("chile",), "denies", SOLD) in found
    assert not any(act == "asserts" for _, act, _ in found)


@pytest.mark.parametrize(
    "sentence",
    ["Chile said that Peru had done so itself.", "Chile said that Peru had."],
)
def test_that_another_did_it_confirms_no_claim(sentence: str) -> None:
    assert told(read(MAP + sentence)) == [(("peru",), "asserts", SOLD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reports never had it that Chile sold the map.",
        "If reports have it that Chile sold the map, Peru will leave.",
        "What Chile never said is that the map was sold.",
        "What Chile should have said is that the map was sold.",
    ],
)
def test_what_was_never_said_is_no_statement(sentence: str) -> None:
    assert told(read(sentence)) == []


def test_who_promises_not_to_do_so_denies_nothing() -> None:
    statements = read(MAP + "Chile promised not to do so.").statements
    assert not any(s.unlinked for s in statements if s.speakers == ("chile",))


def test_a_report_that_is_dismissed_as_outdated_is_not_denied() -> None:
    found = told(read("Chile dismissed as outdated a report by the Lima Post that the lake was dry."))
    assert not any(act == "denies" for _, act, _ in found)


@pytest.mark.parametrize(
    "denial",
    [
        "Rojas told the court that the meeting had never happened.",
        "Rojas told reporters that there had been no meeting.",
        "The ministry denied that a meeting had taken place.",
        "The ministry denied any meeting.",
        "A spokesman said that the two had never met.",
    ],
)
def test_that_a_deed_took_place_is_denied_of_the_one_who_did_it(denial: str) -> None:
    assert denied(MET + denial) == ["Ana Rojas met the envoy in Quito"]


@pytest.mark.parametrize(
    "other",
    [
        "the cabinet meeting did not take place",
        "no meeting took place on Monday",
        "a meeting would never take place",
    ],
)
def test_a_certain_meeting_is_not_the_one_that_was_claimed(other: str) -> None:
    assert denied(MET + f"The ministry said that {other}.") == []


def test_of_two_meetings_none_is_meant_for_sure() -> None:
    also = "Bolivia said that Ivan Poe had met the envoy in Cusco. "
    assert denied(MET + also + "The ministry denied that a meeting had taken place.") == []


@pytest.mark.parametrize(
    ("noun", "deed", "done"),
    [
        ("closure", "closed the port", "Ana Rojas closed the port"),
        ("shelling", "shelled the port", "Ana Rojas shelled the port"),
        ("transfer", "transferred the money", "Ana Rojas transferred the money"),
        ("removal", "removed the fence", "Ana Rojas removed the fence"),
    ],
)
def test_a_noun_names_the_deed_of_its_verb(noun: str, deed: str, done: str) -> None:
    assert denied(f"{ROJAS}{deed}. Rojas denied the {noun}.") == [done]


@pytest.mark.parametrize(
    "noun", ["closure of the meeting room", "partial closure", "closure of a third port"]
)
def test_another_deed_of_the_kind_is_not_what_was_claimed(noun: str) -> None:
    assert denied(f"{ROJAS}closed the port. Rojas denied the {noun}.") == []


def test_approval_given_by_who_denies_it_is_the_deniers() -> None:
    text = (
        "Rojas denied having given her approval to the canal treaty. " + ROJAS + "approved the canal treaty."
    )
    assert denied(text) == ["Ana Rojas approved the canal treaty"]


def test_a_report_that_is_dismissed_as_invented_is_denied() -> None:
    found = told(read("Chile dismissed as invented a report by the Lima Post that the lake was dry."))
    assert (("chile",), "denies", "The lake is dry") in found
    assert (("lima-post",), "asserts", "The lake is dry") in found


def test_a_charge_tells_what_is_denied_where_that_is_taken_for_an_object() -> None:
    found = told(read(MAP + "Chile rejects the charge that it speaks for the Bolivian army."))
    assert [text for who, act, text in found if who == ("chile",) and act == "denies"] == [
        "Chile speaks for the Bolivian army"
    ]


def test_the_words_of_a_verdict_hold_what_it_judges() -> None:
    statements = read(MAP + "Chile called the allegation false.").statements
    assert [s.span.exact for s in statements if s.denies] == ["the allegation false"]


def test_a_second_clause_after_but_that_is_a_statement_too() -> None:
    text = "Peru said that Chile had been told of the talks, as always, but that nobody had seen the map."
    assert ("peru",) in {who for who, act, claim in told(read(text)) if act == "denies" and "map" in claim}


def test_a_second_clause_is_not_joined_to_a_verb_inside_the_first() -> None:
    text = (
        "08:10 Lake Wire reports, citing Chilean officials, that Ana Rojas approved most of the first draft, "
        "and that Bolivia moved two guns to Port Lund and fired on the ferry Maud."
    )
    assert not any("guns" in claim for who, _, claim in told(read(text)) if who == ("ana-rojas",))


def test_what_she_said_is_that_it_was_so() -> None:
    found = told(read("What the minister said was that the dam leaked. Reports have it that the lake rose."))
    assert {(act, text) for _, act, text in found} == {
        ("asserts", "The dam leaked"),
        ("asserts", "The lake rose"),
    }


def test_who_stands_by_a_claim_makes_it_again_and_nobody_else_does() -> None:
    found = told(read(MAP + "Chile denied the claim. Peru stood by its claim."))
    assert found.count((("peru",), "asserts", SOLD)) == 2
    assert (("bolivia",), "asserts", SOLD) not in told(read(MAP + "Bolivia stood by its claim."))


def test_a_quotation_that_goes_on_is_cut_where_a_part_denies() -> None:
    annotation = read(MET + SPLIT)
    assert [s.span.exact for s in annotation.statements if s.denies] == [
        "There was no such meeting",
        "there are no photographs",
    ]
