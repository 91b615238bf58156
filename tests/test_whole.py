"""Sayings that a cue interrupts, or that go over several sentences, are read whole. Own sentences."""

import pytest

from .test_extract import read, told

Told = list[tuple[tuple[str, ...], str, str]]
POE = "Chilean Foreign Minister Ana Rojas met the envoy. "


def of_rojas(text: str) -> list[tuple[str, str]]:
    """Return the acts and targets of Ana Rojas, who must be the only one who speaks."""
    found = told(read(POE + text))
    assert {who for who, _, _ in found} <= {("ana-rojas",)}
    return [(act, target) for _, act, target in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge, Ana Rojas told reporters, was safe.", [("asserts", "The bridge is safe")]),
        ("The bridge, Ana Rojas told reporters in Quito, carried trams and would not be closed.",
         [("asserts", "The bridge carried trams"), ("denies", "The bridge is closed")]),
        ("The two engineers had looked at the bridge, Ana Rojas explained, but had found nothing new.",
         [("asserts", "The two engineers looked at the bridge"),
          ("denies", "The two engineers found something new")]),
        ("The council, Ana Rojas went on, does not build bridges.",
         [("denies", "The council builds bridges")]),
        ("Chile had learned of it from the press, Ana Rojas added, and would wait for the report.",
         [("asserts", "Chile learned of it from the press"), ("asserts", "Chile waits for the report")]),
        ("The map covers the north, Ana Rojas said, and includes the two lakes.",
         [("asserts", "The map covers the north"), ("asserts", "The map includes the two lakes")]),
        ("The trouble with the map, says Ana Rojas, is that it leaves out the lakes.",
         [("asserts", "The trouble with the map is that it leaves out the lakes")]),
    ],
)  # fmt: skip
def test_a_clause_around_its_cue_keeps_its_subject_and_what_goes_on(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert of_rojas(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # It was she who left: a deed of the speaker, not a part of what was said.
        ("It was late, Ana Rojas said, and left the room.", [("asserts", "It is late")]),
        ("The bridge was safe, Ana Rojas said, and she opened a window.",
         [("asserts", "The bridge is safe")]),
        # Nobody says anything by going on to build.
        ("The talks went on for days, and Ana Rojas went on to build a bridge.", []),
        ("Ana Rojas, the report said, was ill.", None),
    ],
)  # fmt: skip
def test_what_the_speaker_does_is_not_told(sentence: str, expected: list[tuple[str, str]] | None) -> None:
    if expected is None:
        assert all(who != ("ana-rojas",) for who, _, _ in told(read(POE + sentence)))
    else:
        assert of_rojas(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We have opened the bridge. The trams run on time,” Ana Rojas said.",
         [("asserts", "Chile opened the bridge"), ("asserts", "The trams run on time")]),
        ("“We have opened the bridge. We never sold it. The trams run on time,” Ana Rojas said.",
         [("asserts", "Chile opened the bridge"), ("denies", "Chile sold it"),
          ("asserts", "The trams run on time")]),
        ("“We have opened the bridge,” Ana Rojas said. “The trams run on time.”",
         [("asserts", "Chile opened the bridge"), ("asserts", "The trams run on time")]),
        ("Ana Rojas has posted a video. “The trams run on time.”", [("asserts", "The trams run on time")]),
        # What is asked tells nothing.
        ("“Have you seen the bridge? The trams run on time,” Ana Rojas said.",
         [("asserts", "The trams run on time")]),
        # What was not said is no statement, in whatever sentence it stands.
        ("“We have opened the bridge. The trams run on time,” Ana Rojas did not say.", []),
        # Between the two, somebody else may have begun to speak.
        ("“The trams run on time,” Ana Rojas said. The envoy left. “The bridge stands open.”",
         [("asserts", "The trams run on time")]),
        ("“The trams run on time,” Ana Rojas said. The bridge was built in 1990.",
         [("asserts", "The trams run on time")]),
    ],
)  # fmt: skip
def test_each_sentence_of_a_quotation_is_by_whom_its_cue_names(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert of_rojas(text) == expected


def test_who_is_quoted_within_a_quotation_is_reported_by_its_speaker() -> None:
    annotation = read("“Peru says that the bridge leaks. The trams run on time,” Ana Rojas said.")
    outer, inner, last = annotation.statements
    assert (outer.speakers, inner.speakers, inner.reported_by) == (("ana-rojas",), ("peru",), outer.id)
    assert last.speakers == ("ana-rojas",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Rojas went on to say that the trams ran on time.",
        "Ana Rojas continued to insist that the trams ran on time.",
        "Ana Rojas took to the radio to say that the trams ran on time.",
        "Ana Rojas could confirm that the trams ran on time.",
        "Ana Rojas would only say that the trams ran on time.",
    ],
)
def test_what_is_told_to_have_been_said_is_said(sentence: str) -> None:
    assert of_rojas(sentence) == [("asserts", "The trams ran on time")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Rojas wanted to say that the trams ran on time.",
        "Ana Rojas did not go on to say that the trams ran on time.",
        "Ana Rojas would go on to say that the trams ran on time.",
        "Ana Rojas went to Lima to say that the trams ran on time.",
        "Ana Rojas could not confirm that the trams ran on time.",
        "Ana Rojas could confirm that the trams ran on time if she saw them.",
        "Ana Rojas could say that the trams ran on time.",
        "One could confirm that the trams ran on time.",
        "Can Ana Rojas confirm that the trams ran on time?",
    ],
)
def test_what_is_only_wanted_or_possible_is_not_said(sentence: str) -> None:
    assert of_rojas(sentence) == []


def test_who_stands_by_what_was_said_claims_it_again() -> None:
    text = "Ana Rojas said that the trams ran on time. On Tuesday Ana Rojas stood by what she had said."
    assert of_rojas(text) == [("asserts", "The trams ran on time")] * 2
    alone = read("Ana Rojas stands by what she said.")
    assert not alone.statements
    assert [o.reason for o in alone.omissions] == ["no claim, term or plan is known that was 'stands'"]


@pytest.mark.parametrize(("times", "told_"), [(20, 0), (300, 1)])
def test_a_sentence_without_an_end_is_an_omission(times: int, told_: int) -> None:
    annotation = read("Ana Rojas said that the trams ran " + "from here to there and " * times + "home.")
    reasons = [o.reason for o in annotation.omissions]
    assert ("too long for a sentence: what stands beyond is read apart" in reasons) == bool(told_)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ana Rojas made it clear that the dam was not open.", [("denies", "The dam is open")]),
        ("Ana Rojas has let it be known that she wrote the report.",
         [("asserts", "Ana Rojas wrote the report")]),
        ("Ana Rojas rose to reply that the dam was safe.", [("asserts", "The dam was safe")]),
        ("Ana Rojas was keen to stress that nothing had been decided.",
         [("denies", "Something was decided")]),
        ("Ana Rojas was quick to deny that Chile had signed.", [("denies", "Chile signed")]),
        ("Ana Rojas did not make it clear that the dam was safe.", []),
        ("Ana Rojas would be keen to stress that Chile had signed.", []),
        ("Ana Rojas was asked to say that the dam was safe.", []),
        ("Ana Rojas was not keen to say that the dam was safe.", []),
    ],
)  # fmt: skip
def test_what_is_made_known_is_said_and_what_is_only_wanted_is_not(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert of_rojas(sentence) == expected


@pytest.mark.parametrize("called", ["Colonel", "Minister", "Ambassador"])
def test_who_is_called_on_by_a_post_does_not_speak(called: str) -> None:
    found = told(read(POE + f"{called}, Ana Rojas says that the dam was open."))
    assert found == [(("ana-rojas",), "asserts", "The dam was open")]


def test_a_post_with_a_name_beside_it_speaks() -> None:
    found = told(read(POE + "The minister, Ana Rojas, says that the dam was open."))
    assert found == [(("ana-rojas",), "asserts", "The dam was open")]


def test_what_a_source_tells_of_somebody_in_a_relative_clause_is_a_whole_claim() -> None:
    found = told(
        read(
            "Donald Tusk, who will attend the summit, according to Ana Rojas, said that the plan was weak.\n"
        )
    )
    assert [claim for *_, claim in found] == ["Donald Tusk attends the summit", "The plan is weak"]


def test_what_is_rejected_behind_a_reported_clause_is_rejected_by_who_reports_it() -> None:
    found = told(
        read("Ana Rojas said the talks had been long but rejected a report that she had signed a draft.\n")
    )
    assert [(who, act, claim) for who, act, claim in found if who == ("ana-rojas",)] == [
        (("ana-rojas",), "asserts", "The talks were long"),
        (("ana-rojas",), "denies", "Ana Rojas signed a draft"),
    ]


def test_what_a_plan_is_called_is_no_call_on_anybody() -> None:
    assert told(read("Ana Rojas calls the plan a gift to Moscow.\n")) == [
        (("ana-rojas",), "asserts", "The plan is a gift")
    ]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("accused Chile of barring the ships", "Chile barred the ships"),
        ("accused Chile of clinging to the plan", "Chile clung to the plan"),
        ("accused Chile of scrapping the plan", "Chile scrapped the plan"),
        ("said on Friday that she had signed, hours after Tusk called it weak", "Ana Rojas signed"),
        ("said that it would be madness to stop now", "It is madness to stop now"),
        ("said that it would be a mistake to sign", "It is a mistake to sign"),
        ("called its answer “totally weak”", "Its answer is totally weak"),
    ],
)
def test_claims_are_in_good_english_and_hold_no_more_than_was_said(sentence: str, claim: str) -> None:
    found = told(read(f"Ana Rojas backs the plan. Ana Rojas {sentence}.\n"))
    assert [text for who, _, text in found if who == ("ana-rojas",)][-1] == claim


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Ana Rojas accused Chile of bias.", "Chile is guilty of bias"),
        ("Ana Rojas accused the ministers of “bias”.", "The ministers are guilty of bias"),
        ("Donald Tusk was accused by Ana Rojas of treason.", "Donald Tusk is guilty of treason"),
    ],
)  # fmt: skip
def test_what_somebody_is_accused_of_by_a_noun(sentence: str, claim: str) -> None:
    assert told(read(sentence + "\n")) == [(("ana-rojas",), "asserts", claim)]


def test_who_is_accused_denies_it() -> None:
    found = told(read("Ana Rojas accused Donald Tusk of treason, which Tusk denied.\n"))
    assert [(*who, act) for who, act, _ in found] == [("ana-rojas", "asserts"), ("donald-tusk", "denies")]
    assert {claim for *_, claim in found} == {"Donald Tusk is guilty of treason"}


@pytest.mark.parametrize(
    ("sentence", "act", "claim"),
    [
        (
            "Ana Rojas dismissed the framework as a truce on paper.",
            "asserts",
            "The framework is a truce on paper",
        ),
        (
            "Ana Rojas welcomed reports that Chile would resume purchases.",
            "supports",
            "Chile resumes purchases",
        ),
    ],
)
def test_who_dismisses_or_welcomes_says_no_more_than_that(sentence: str, act: str, claim: str) -> None:
    found = told(read(sentence + "\n"))
    assert [(did, text) for who, did, text in found if who == ("ana-rojas",)] == [(act, claim)]


def test_a_characterisation_that_is_rejected_is_what_was_said() -> None:
    found = told(read("Donald Tusk said the dam was open. Ana Rojas rejected that characterisation.\n"))
    assert found[-1] == (("ana-rojas",), "denies", "The dam is open")


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        (
            "Ana Rojas said Chile was asking for things “you can't do”.",
            "Chile asks for things you can not do",
        ),
        (
            "The plan is new. Ana Rojas said that she had a counter-proposal.",
            "Ana Rojas has a counter-proposal",
        ),
        ("Ana Rojas said that Iran's foreign ministry had signed.", "Iran's foreign ministry signed"),
    ],
)
def test_claims_keep_their_words_whole(body: str, claim: str) -> None:
    assert told(read(body + "\n"))[0] == (("ana-rojas",), "asserts", claim)


def test_who_disputes_a_finding_denies_what_was_found() -> None:
    found = told(
        read("Ana Rojas told the board that Iran had failed to answer. Iran disputes the finding.\n")
    )
    assert found[-1] == (("iran",), "denies", "Iran failed to answer")


@pytest.mark.parametrize(
    ("sentence", "act", "claim"),
    [
        ("Chile insisted that the crossing be opened.", "demands", "The crossing is opened"),
        ("Chile denies looting.", "denies", "Chile looted"),
        ("Chile blames Peru for the delay.", "asserts", "Peru is to blame for the delay"),
        ("Chile said by email that the dam was open.", "asserts", "The dam is open"),
    ],
)
def test_what_a_state_says(sentence: str, act: str, claim: str) -> None:
    assert told(read(sentence + "\n")) == [(("chile",), act, claim)]


def test_who_says_that_there_is_none_and_blames_somebody_says_two_things() -> None:
    found = told(read("Chile says there is no famine and blames Peru for stealing aid.\n"))
    assert [(act, claim) for _, act, claim in found] == [
        ("denies", "There is a famine"),
        ("asserts", "Peru stole aid"),
    ]


def test_a_post_told_short_is_not_that_of_somebody_named_later() -> None:
    body = "Chile's ministry met aides. The Secretary told them that it was open."
    found = told(read(f"{body}\n\nThe Army Secretary, Dan Driscoll, came.\n"))
    assert found[0][0] != ("dan-driscoll",)


def test_a_number_is_not_the_plan() -> None:
    found = told(read("The plan is new. Asked for the cap, Ana Rojas said: “It's 800,000 now.”\n"))
    assert found[-1][2] == "It is 800,000 now"


def test_an_unnamed_source_has_an_article_in_a_claim() -> None:
    found = told(read("An Elysee official denied it. “I am not blocking anything,” the official said.\n"))
    assert found[-1][2].startswith("The Elysee official")
