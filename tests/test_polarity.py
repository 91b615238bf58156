"""Who affirms and who denies what, where word order, nesting or mood could turn it round; own sentences."""

import pytest

from graph.models import ACTS

from .test_extract import read

SIGNED = "Lund signed the deal"
SHUT = "The mill was shut"


def acts(body: str) -> list[tuple[str, str, str]]:
    """Return speaker, act and target text of every statement, and of acts without a target, of a text."""
    annotation = read(body)
    claims = {claim.id: claim.text for claim in annotation.claims}
    found: list[tuple[str, str, str]] = []
    for statement in annotation.statements:
        who = "/".join(statement.speakers)
        found += [(who, act, str(claims.get(t, t))) for act in ACTS for t in getattr(statement, act)]
        found += [(who, statement.unlinked, "?")] if statement.unlinked else []
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not the case, Senator Brandt said, that Senator Lund signed the deal.",
        "“It is not true,” said Senator Brandt, “that Lund signed the deal.”",
        "It is false, Senator Brandt said on Monday, that Senator Lund signed the deal.",
        "Senator Lund has never, Senator Brandt said, signed the deal.",
        "Senator Lund did not, according to Senator Brandt, sign the deal.",
        "“Lund did not,” Senator Brandt said on Monday, “sign the deal.”",
        "Never, Senator Brandt said, had Senator Lund signed the deal.",
        "There is no truth, Senator Brandt said, in the claim that Senator Lund signed the deal.",
    ],
)
def test_a_denial_that_an_attribution_splits_stays_a_denial(sentence: str):
    assert acts(sentence) == [("brandt", "denies", SIGNED)]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Senator Brandt said it was false that Senator Lund had signed the deal.", "denies"),
        ("Senator Brandt said it was not true that Senator Lund had signed the deal.", "denies"),
        ("“It is simply untrue that Lund signed the deal,” Senator Brandt told reporters.", "denies"),
        ("“It is a lie that Lund signed the deal,” Senator Brandt said.", "denies"),
        ("“It is wrong to say that Lund signed the deal,” Senator Brandt said.", "denies"),
        ("“We do not accept that Lund signed the deal,” Senator Brandt said.", "denies"),
        ("Senator Brandt does not accept that Senator Lund signed the deal.", "denies"),
        ("“We deny that Lund signed the deal,” Senator Brandt said.", "denies"),
        ("“There is no truth in the claim that Lund signed the deal,” Senator Brandt said.", "denies"),
        ("Senator Brandt denied it was true that Senator Lund had signed the deal.", "denies"),
        ("Senator Brandt said it was true that Senator Lund had signed the deal.", "asserts"),
        ("“There is no doubt that Lund signed the deal,” Senator Brandt said.", "asserts"),
    ],
)
def test_what_is_called_true_or_false_is_the_clause(sentence: str, act: str):
    assert acts(f"Senator Wray said that the mill was shut. {sentence}")[1:] == [("brandt", act, SIGNED)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Brandt said it was not false that the mill was shut.",
        "Senator Brandt said it was not entirely true that the mill was shut.",
        "Senator Brandt said it might be true that the mill was shut.",
        "Senator Brandt denied it was false that the mill was shut.",
        # not said at all
        "Senator Brandt did not deny that the mill was shut.",
        "Senator Brandt would deny that the mill was shut.",
        "Senator Brandt might have denied that the mill was shut.",
        "Neither Senator Brandt nor Senator Lund denied that the mill was shut.",
        "Not even Senator Lund denied that the mill was shut.",
        "No senator denied that the mill was shut.",
        "None of the ministers denied that the mill was shut.",
        "Few senators deny that the mill was shut.",
        "Senator Brandt did not confirm or deny that the mill was shut.",
        "Senator Brandt no longer denies that the mill was shut.",
        "Senator Brandt all but denied that the mill was shut.",
        "Senator Brandt refused to deny that the mill was shut.",
        "Senator Brandt has yet to deny that the mill was shut.",
        "Senator Brandt stopped short of denying that the mill was shut.",
        "Senator Brandt avoided denying that the mill was shut.",
        "Without denying that the mill was shut, Senator Brandt left the room.",
        # only supposed or asked
        "Had Senator Wray denied the charge, the inquiry would have ended.",
        "If Senator Reyes had said in public that the mill was shut, the strike would have ended.",
        "Even if Senator Brandt denied that the mill was shut, the strike would go on.",
        "Until Senator Brandt denies that the mill was shut, the strike goes on.",
        "Senator Lund wishes Senator Brandt had denied that the mill was shut.",
        "Did Senator Brandt deny that the mill was shut?",
        "It is unclear whether Senator Brandt denied that the mill was shut.",
        "The ministry declined to confirm or deny that the mill was shut.",
        "Senator Brandt denied nothing.",
        "Senator Brandt denied neither that the mill was shut nor that it was open.",
        "Senator Brandt said neither that the mill was shut nor that it was open.",
        "There has been no denial from Senator Brandt that the mill was shut.",
        "Senator Brandt retracted his denial that the mill was shut.",
        "“If only the mill had been shut,” Senator Brandt said.",
        "“Nobody did not sign the deal,” Senator Brandt said.",
        "It was not Senator Brandt who denied that the mill was shut.",
        "The idea that Senator Brandt denied that the mill was shut is absurd.",
        # in whose name
        "The mill was not, as Senator Wray alleges, shut by the guards.",
        "Opponents would have us believe that the mill is shut.",
    ],
)
def test_what_nobody_said_is_left_out_and_reported(sentence: str):
    assert not acts(sentence)
    assert read(sentence).omissions


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Senator Lund said that had Senator Brandt denied that the mill was shut, he would have left.",
            "Had Brandt denied that the mill was shut, Lund would have left",
        ),
        (
            "Senator Lund said the mill, as Senator Wray alleges, was shut.",
            "The mill, as Wray alleges, was shut",
        ),
    ],
)
def test_what_is_supposed_or_alleged_on_the_way_is_nobody_elses_statement(sentence: str, claim: str):
    assert acts(sentence) == [("lund", "asserts", claim)]


WRAY = "Senator Wray said that "


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        (WRAY + "the treaty ceded the port. It does no such thing.", "The treaty ceded the port"),
        (WRAY + "the treaty ceded the port. It does not.", "The treaty ceded the port"),
        (
            WRAY + "the ministers had sold the port. They did nothing of the sort.",
            "The ministers sold the port",
        ),
        (WRAY + "the mill was shut. It was not.", SHUT),
    ],
)
def test_a_short_denial_of_the_one_claim_before_is_the_writers(body: str, claim: str):
    assert acts(body) == [("wray", "asserts", claim), ("lakeside-herald", "denies", claim)]
    assert read(body).statements[-1].inference


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (WRAY + "the ministers had sold the port. They were not.", "They were not"),
        (WRAY + "the mill was not shut. It was not.", "It was not"),
        (WRAY + "the mill was shut and that the port was open. It was not.", "It was not"),
        ("Senator Wray denied that the mill was shut. It was not.", "It was not"),
        ("The lake is cold. It does no such thing.", "It does no such thing"),
        (WRAY + "the mill was shut. He said nothing of the kind.", "said"),
    ],
)
def test_a_short_denial_of_what_cannot_be_told_is_reported(body: str, words: str):
    assert not any(a[0] == "lakeside-herald" for a in acts(body))
    assert words in [o.span.exact for o in read(body).omissions]


@pytest.mark.parametrize(
    ("body", "denier", "claim"),
    [
        ("Senator Lund claimed that Senator Brandt had taken the money, which she denied.",
         "brandt", "Brandt took the money"),
        ("Senator Lund claimed that Senator Brandt had taken the money, a charge she denied.",
         "brandt", "Brandt took the money"),
        ("Senator Lund accused Senator Ida Brandt of taking the money, which she denied.",
         "ida-brandt", "Ida Brandt took the money"),
        ("Senator Lund said that the minister had taken the money, which the minister denied.",
         "minister", "The minister took the money"),
    ],
)  # fmt: skip
def test_which_she_denied_is_her_denial_of_the_clause(body: str, denier: str, claim: str):
    assert acts(body) == [("lund", "asserts", claim), (denier, "denies", claim)]


def test_what_it_was_wrong_to_deny_is_not_denied_by_who_says_so():
    body = "Senator Brandt says the president was wrong to deny that the mill was shut."
    assert acts(body) == [("brandt", "asserts", "The president was wrong to deny that the mill was shut")]


def test_bare_surnames_that_the_tagger_takes_for_nouns_speak():
    claim = "denied Brandt’s claim that she had leaked the draft."
    assert acts(f"Reyes {claim} Lund {claim}") == [
        ("reyes", "denies", "Reyes leaked the draft"),
        ("brandt", "asserts", "Reyes leaked the draft"),
        ("lund", "denies", "Lund leaked the draft"),
        ("brandt", "asserts", "Lund leaked the draft"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Senator Brandt denied a report that the mill was not shut.",
         [("brandt", "asserts", SHUT), ("report", "denies", SHUT)]),
        ("Senator Brandt denied Senator Lund’s claim that the mill was not shut.",
         [("brandt", "asserts", SHUT), ("lund", "denies", SHUT)]),
        ("“The suggestion that the mill was not shut is false,” Senator Brandt said.",
         [("brandt", "denies", "?")]),
        ("Senator Brandt dismissed Senator Lund’s denial that the mill was shut.",
         [("lund", "denies", SHUT)]),
        ("Senator Brandt denied any knowledge that the mill was shut.",
         [("brandt", "denies", "Brandt had knowledge that the mill was shut")]),
        ("Senator Lund said Senator Brandt was lying when he denied that the mill was shut.",
         [("lund", "asserts", "Brandt lies when Brandt denied that the mill was shut"),
          ("brandt", "denies", SHUT)]),
        ("Senator Brandt denied that the mill was shut but did not deny that the guards had left.",
         [("brandt", "denies", SHUT)]),
        ("“He never denied it,” Senator Lund said.", [("lund", "denies", "He denied it")]),
        ("Senator Brandt told the guards not to leave.", [("brandt", "demands", "The guards do not leave")]),
        ("“Lund signed not the deal but the letter,” Senator Brandt said.",
         [("brandt", "asserts", "Lund signed the letter"), ("brandt", "denies", SIGNED)]),
        ("“That the mill was shut is a lie,” Senator Brandt said.", [("brandt", "denies", SHUT)]),
        ("“But for the guards, the mill would have been shut,” Senator Brandt said.",
         [("brandt", "asserts", "But for the guards, the mill would have been shut")]),
        ("Senator Brandt said he had not only signed the deal but read it.",
         [("brandt", "asserts", "Brandt not only signed the deal but read the deal")]),
        ("Senator Brandt says the mill is shut. “Hardly,” Senator Lund said.",
         [("brandt", "asserts", "The mill is shut"), ("lund", "denies", "The mill is shut")]),
        ("Senator Brandt said that the guards had not left until Monday.",
         [("brandt", "asserts", "The guards do not leave until Monday")]),
    ],
)  # fmt: skip
def test_negation_that_is_nested_or_partial_turns_nothing_round(
    body: str, expected: list[tuple[str, str, str]]
):
    assert acts(body) == expected


def test_what_is_called_false_is_not_said_by_whom_it_quotes():
    body = "“It is not true that Senator Lund denied the claim that the mill was shut,” Senator Brandt said."
    assert [a[:2] for a in acts(body)] == [("brandt", "denies")]


def test_an_omission_gives_the_words_that_put_speech_off():
    reasons = [o.reason for o in read("Senator Brandt might have denied that the mill was shut.").omissions]
    assert reasons == ["'might have denied' has not been said yet"]
