"""Whose claim a dispute is of, where a sentence hides it: forms of wire copy, in sentences of our own."""

import pytest

from .test_denying import LANA, ROJAS, SOLD, acts
from .test_extract import read


def test_reports_are_not_those_of_who_denies_them() -> None:
    claim = "Chile closed the port"
    found = acts("Chile denied on Wednesday reports that it had closed the port.")
    assert found == [(("chile",), "denies", claim), (("reports",), "asserts", claim)]


def test_a_report_alleges_a_clause_without_that() -> None:
    claim = "Ana Rojas's country planned to close the port"
    found = acts("Rojas denied a report alleging her country planned to close the port.")
    assert found == [(ROJAS, "denies", claim), (("report",), "asserts", claim)]


def test_who_made_claims_is_who_speaks() -> None:
    found = acts("Poe had made shocking claims that Rojas had sold the map.")
    assert found == [(("juan-poe",), "asserts", "Ana Rojas sold the map")]


@pytest.mark.parametrize(
    "verdict",
    [
        "“Such charges are false, not true, wrong and not accurate,” Rojas said.",
        "“The claims are inaccurate and not true,” Rojas said.",
    ],
)
def test_false_and_not_true_denies_twice(verdict: str) -> None:
    assert acts(SOLD + verdict)[-1] == (ROJAS, "denies", "Chile sold the map")


def test_what_one_does_not_recognise_is_not_told_to_be_recognised() -> None:
    found = read(
        LANA + "Rojas's ministry declared on Sunday that it did not recognise the Peruvian statement."
    )
    texts = {c.id: c.text for c in found.claims}
    outer, inner = found.statements
    assert [texts[c] for c in outer.asserts] == [
        "The ministry of Ana Rojas does not recognise the Peruvian statement"
    ]
    assert (inner.unlinked, inner.reported_by) == ("denies", outer.id)


def test_allegations_are_what_somebody_is_accused_of() -> None:
    found = acts(
        "Peru accuses Chile of arming the rebels. Officials in Lima said that Chile had called for a truce. "
        "Chile denies the allegations."
    )
    assert found[-1] == (("chile",), "denies", "Chile armed the rebels")


def test_the_idea_of_something_is_no_claim_of_something_else() -> None:
    found = read(LANA + "Poe said that Chile had called for talks. Rojas rejected the idea of the summit.")
    last = found.statements[-1]
    assert (last.speakers, last.denies, last.unlinked) == (ROJAS, (), "denies")


def test_nobody_is_regrettable_that_only_says_so() -> None:
    found = acts("Chile spoke, saying it was “regrettable” they had failed to agree.")
    assert "Chile is regrettable" not in [claim for _, _, claim in found]


@pytest.mark.parametrize("opening", ["Let me be clear: ", "Let me be very clear: ", "To be clear, "])
def test_that_one_is_clear_is_no_part_of_the_claim(opening: str) -> None:
    assert acts(f"“{opening}There is no secret deal,” Rojas said.") == [
        (ROJAS, "denies", "There is a secret deal")
    ]


def test_let_me_be_clear_demands_nothing() -> None:
    found = acts("“Let me be very clear There is no hidden annex,” Rojas said.")
    assert "demands" not in [act for _, act, _ in found]


def test_an_account_of_talks_is_not_that_there_were_any() -> None:
    found = read(LANA + "Rojas contradicted Poe's account of the failed talks in Lima.")
    (denial,) = found.statements
    assert (denial.denies, denial.unlinked, denial.refers_to) == ((), "denies", ("juan-poe",))


def test_who_is_reported_to_have_said_so_is_not_contradicted_by_the_report() -> None:
    found = acts(
        "Rojas added that Chile had told the public of the talks, the Andean Post reported. "
        "The Lake Times reported on Monday that Chile had sold the map. "
        "Rojas dismissed the overall report as “false”."
    )
    assert found[-1] == (ROJAS, "denies", "Chile sold the map")


def test_reports_stating_otherwise_are_no_claim_that_was_told() -> None:
    found = read(LANA + SOLD + "“There are no talks. Reports stating otherwise are fake news,” Rojas said.")
    last = found.statements[-1]
    assert (last.speakers, last.denies, last.unlinked) == (ROJAS, (), "denies")


def test_what_does_not_follow_is_not_concluded() -> None:
    found = read(LANA + "Rojas was in Lima. That did not mean that she was willing to sign.")
    assert not found.statements


def test_a_denial_that_is_explained_is_of_what_explains_it() -> None:
    found = acts(
        "Peruvian President Luis Mora said he had sent a letter to Chile. Mora said he hoped to talk. "
        "Chile at once rejected Mora's statement, clarifying, “No such letter has come to us.”"
    )
    sent = "Luis Mora sent a letter to Chile"
    assert [f for f in found if f[1] == "denies"] == [(("chile",), "denies", sent)] * 2


def test_far_less_is_an_amount() -> None:
    found = acts("Rojas said that Chile had not asked for more but offered far less than Peru.")
    assert any("far less" in claim for _, _, claim in found)


def test_a_colon_in_a_headline_makes_nobody_speak() -> None:
    found = read(
        LANA + "Rojas said that the valley was calm.", "Truce contradictions: disputed reports in the valley"
    )
    assert all(s.inference or s.speakers == ROJAS for s in found.statements)


@pytest.mark.parametrize("label", ["Fake", "Misleading", "FALSE", "Disinfo"])
def test_a_label_of_a_fact_check_denies_the_headline(label: str) -> None:
    body = "Poe said on Monday that Chile had sold the map to Bolivia."
    found = read(LANA + body, f"{label}: Chile sold the map to Bolivia")
    (check,) = [s for s in found.statements if s.inference]
    texts = {c.id: c.text for c in found.claims}
    assert ([texts[c] for c in check.denies], check.asserts) == (["Chile sold the map to Bolivia"], ())


@pytest.mark.parametrize(
    "text",
    [
        "Rojas said the report suggesting Poe had spoken of such talks was “completely baseless.”",
        "Rojas said that the original article in the Post about the message was a total fabrication.",
    ],
)
def test_what_is_called_baseless_is_denied(text: str) -> None:
    denial = read(LANA + text).statements[0]
    assert (denial.speakers, denial.asserts, denial.unlinked) == (ROJAS, (), "denies")


def test_a_clause_that_lost_its_nobody_is_told_of() -> None:
    found = read(
        LANA + "“The envoy of IML has never spoken so and no trusted source of the Lake Republic of "
        "Tarn (LRT) has ever made such a remark,” the letter stressed."
    )
    claims = {c.id: c.text for c in found.claims}
    assert not [claims[c] for s in found.statements for c in s.asserts]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Chile on Monday termed as 'false' accusations by Poe that its forces took part.",
         "Chile's forces took part"),
        ("Chile branded as baseless the claims by Poe that it had sold the map.", "Chile sold the map"),
    ],
)  # fmt: skip
def test_what_is_called_false_first_is_not_asserted(text: str, claim: str) -> None:
    assert acts(text) == [(("chile",), "denies", claim), (("juan-poe",), "asserts", claim)]


def test_claims_are_derided() -> None:
    assert acts(SOLD + "Rojas derided the claim.")[-1] == (ROJAS, "denies", "Chile sold the map")


def test_a_dated_report_claims_what_no_date_claims() -> None:
    claim = "Chile proposed a truce"
    found = acts(
        "Rojas denied the veracity of a Lake Times report on Feb. 4 that claimed Chile had proposed a truce."
    )
    assert found == [(ROJAS, "denies", claim), (("lake-times",), "asserts", claim)]


def test_denied_agreeing_and_refuted_are_two_acts() -> None:
    found = acts(
        "Chile denied on Monday agreeing to any truce and refuted media reports that a deal was reached."
    )
    assert [(act, claim) for _, act, claim in found] == [
        ("denies", "Chile agreed to a truce"),
        ("denies", "A deal was reached"),
        ("asserts", "A deal was reached"),
    ]


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Poe said he had sent a letter to Chile. ", "Rojas said Chile had received no letter."),
        ("Poe said he had sent a letter to Chile. ", "“No letter has been received,” Rojas said."),
        ("Poe said he had sent a letter to Chile. ",
         "Chile's mission denied receiving any such letter when asked by reporters."),
        ("Poe said Peru had sold oil to Chile. ", "Rojas denied that Chile had bought oil from Peru."),
    ],
)  # fmt: skip
def test_what_was_not_received_was_said_to_be_sent(claim: str, denial: str) -> None:
    found = acts(claim + denial)
    assert found[0][1:] == ("asserts", found[1][2])
    assert found[1][1] == "denies"


def test_another_thing_that_was_not_received_is_left_alone() -> None:
    found = acts("Poe said he had sent a letter to Chile. Rojas denied having received money.")
    assert found[1] == (ROJAS, "denies", "Ana Rojas received money")


def test_whom_a_source_tells_of_is_not_a_source() -> None:
    found = acts(
        "According to the Lake Post, Peru and Chile were scheduled to send teams to Oslo this month."
    )
    (told,) = found
    assert told[0] == ("lake-post",)
    assert told[2].startswith("Peru and Chile")


def test_whose_role_one_describes() -> None:
    found = acts("Rojas described her role as “technical” and denied writing the plan.")
    assert found[0] == (ROJAS, "asserts", "Ana Rojas's role is technical")
