"""What agency copy showed: who is meant, and where the parser hangs words wrongly. Own sentences."""

import pytest

from .test_extract import read
from .test_sources import speakers


def _told(text: str) -> list[tuple[str, str, str]]:
    """Return for each claim of a statement the speaker, the act and the claim."""
    annotation = read(text)
    claims = {claim.id: claim.text for claim in annotation.claims}
    names = {actor.id: actor.name for actor in annotation.actors}
    return [
        (names[s.speakers[0]], act, claims[id_])
        for s in annotation.statements
        if not s.inference
        for act in ("asserts", "denies", "demands", "retracts")
        for id_ in getattr(s, act)
        if id_ in claims
    ]


def test_who_only_signs_an_article_holds_no_post_in_it() -> None:
    text = (
        "Ann Poe\nChief reporter\n\nPeru denied claims made by the prime minister of Malta that it pays more."
    )
    assert ("AnonymousSource", "prime minister of Malta") in speakers(text)
    assert ("Person", "Ann Poe") not in speakers(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The envoy Bo Lund warned the summit risked ending with no agreement.",
            [("Bo Lund", "asserts", "The summit risked ending with no agreement")],
        ),
        ("A bitter dispute over the text threatened to upend the summit.", []),
        ("The drought threatens to delay the harvest.", []),
        (
            "Egypt condemned the allegations of Peru that Egypt seeks to control the river.",
            [
                ("Egypt", "denies", "Egypt seeks to control the river"),
                ("Peru", "asserts", "Egypt seeks to control the river"),
            ],
        ),
        (
            "Ana Rojas claimed the lease had a fixed rate — something that British officials disputed.",
            [
                ("Ana Rojas", "asserts", "The lease has a fixed rate"),
                ("British officials", "denies", "The lease has a fixed rate"),
            ],
        ),
    ],
)
def test_words_hang_where_they_belong(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert _told(sentence) == expected


def test_it_and_the_ministry_are_who_spoke_last() -> None:
    text = (
        "The Egyptian Foreign Ministry termed the letter a farce. The ministry accused Ethiopia of filling "
        "the dam. “Ethiopia should stop,” it added. The Ethiopian Foreign Ministry said the dam was full."
    )
    egypt, ethiopia = "Foreign Ministry of Egypt", "Foreign Ministry of Ethiopia"
    assert [who for who, _, _ in _told(text)] == [egypt, egypt, egypt, ethiopia]


def test_it_said_is_who_spoke_last_not_whom_they_spoke_of() -> None:
    text = (
        "The Lake Post reported that Peru had asked for a fee as long as Chile used the port. It said that "
        "Chile's council had balked at the sum."
    )
    assert [who for who, act, _ in _told(text) if act == "asserts"] == ["Lake Post", "Lake Post"]


@pytest.mark.parametrize(
    ("charge", "claims"),
    [
        ("spying", ["Chile spied"]),
        ("breaking the truce and of shelling the port", ["Chile broke the truce", "Chile shelled the port"]),
    ],
)
def test_charges_are_deeds(charge: str, claims: list[str]) -> None:
    assert [claim for _, _, claim in _told(f"Peru accused Chile of {charge}.")] == claims


def test_what_somebody_pushes_back_against_is_not_claimed() -> None:
    assert _told("Ana Rojas pushed back against “pointing fingers”.") == []


def test_a_stand_ends_before_what_is_told_beside_it() -> None:
    text = "The council rejected the draft treaty, as a row over oil went on."
    assert [s.span.exact for s in read(text).statements if s.rejects] == ["the draft treaty"]


def test_they_of_somebody_unknown_are_not_who_spoke_before() -> None:
    text = "Ministers said talks had stalled. Sixty-six percent of Peruvians said they opposed the treaty."
    annotation = read(text)
    assert [s.span.exact for s in annotation.statements] == ["talks had stalled"]
    assert "whom 'they' means is not understood" in [o.reason for o in annotation.omissions]


def test_what_is_noted_in_a_quotation_ends_with_it() -> None:
    annotation = read("“Our president noted that the war must end,” the envoy Bo Lund told reporters.")
    assert [s.span.exact for s in annotation.statements][-1] == "the war must end"


@pytest.mark.parametrize("start", ["(Lima/Lund) The", "LIMA, 3 May (Lake Wire) - The"])
def test_a_long_first_line_with_a_stop_is_a_headline_before_a_dateline(start: str) -> None:
    first = "Chile's allies on the lake reject the fleet terms of the long treaty shown on Monday in Lima."
    annotation = read(
        f"{start} treaty was shown on Monday. Peru must cut its fleet to 300 boats.", title=first
    )
    assert [s.inference for s in annotation.statements] == [True]


def test_who_withdraws_an_offer_takes_no_words_back() -> None:
    told = _told("The council said it is withdrawing its latest offer to end the strike.")
    assert [act for _, act, _ in told] == ["asserts"]


def test_who_denied_this_did_not_deny_what_another_states() -> None:
    text = "Ana Rojas said the port was shut. The council denied this, with a pilot stating: “It was open.”"
    assert ("council", "denies", "The port was shut") in _told(text)
    assert ("pilot", "asserts", "It was open") in _told(text)


def test_senior_figures_speak_and_figures_do_not() -> None:
    assert speakers("Senior figures in the party said that the deal was dead.") != []
    assert speakers("The figures said that the deal was dead.") == []
