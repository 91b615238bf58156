"""Which plan is meant: not the one that it is likened to, and the truce or package that a text speaks of."""

import re

import pytest

from graph.models import Annotation

from .test_extract import read


def stances(annotation: Annotation) -> list[tuple[str, str, str]]:
    """Return who backs, rejects or demands what."""
    claims = {c.id: c.text for c in annotation.claims}
    return [
        (speaker, act, claims.get(target) or target)
        for s in annotation.statements
        for speaker in s.speakers
        for act in ("supports", "rejects", "demands")
        for target in getattr(s, act)
    ]


def plans(annotation: Annotation) -> list[str]:
    """Return the ids of the plans."""
    return [p.id for p in annotation.plans]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("The plan, which has 14 points, is said to be inspired by the Tarn accord.", "14-point-plan"),
        ("The plan of 14 points was modelled on the Tarn accord.", "14-point-plan"),
        ("Unlike the Tarn accord, the plan would free the prisoners.", "plan"),
        ("The plan resembles the Tarn accord and the Sarne treaty.", "plan"),
        ("No plan like it has been seen since the Tarn accord. The plan was leaked.", "plan"),
        ("The plan goes further than the Tarn accord.", "plan"),
        ("The plan is drawn up along the lines of the Tarn accord.", "plan"),
        ("The plan is a successor to the Tarn accord.", "plan"),
        ("Agreements such as the Tarn accord have failed. The plan is new.", "plan"),
    ],
)
def test_what_a_plan_is_likened_to_is_not_the_plan(text: str, plan: str):
    found = read(f"Envoys met in Lima. {text} It would end the blockade. Peru rejected the plan.")
    assert plans(found) == [plan]
    assert stances(found) == [("peru", "rejects", plan)]
    assert not [m for m in found.mentions if m.of == plan and m.span.exact in ("accord", "treaty")]


def test_a_plan_that_is_named_is_still_the_plan_where_another_is_likened_to_it():
    found = read(
        "Envoys signed the Tarn accord in Lima. The Tarn accord resembles a truce. Peru rejected the accord."
    )
    assert plans(found) == ["tarn-accord"]
    assert stances(found) == [("peru", "rejects", "tarn-accord")]


LONG = "The army shelled two towns on Sunday, and four hundred people fled across the river to Chile. " * 8


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru is ready to speak about a later settlement of the border conflict.",
        'Peru wants peace. "We would prefer to complete it by talks," its minister Luis Vega said.',
        "Peru welcomed the outline of the dispute.",
        "Peru said the text was a farce.",
    ],
)
def test_what_is_told_long_before_a_plan_is_named_is_not_that_plan(sentence: str):
    found = read(
        f"{sentence}\n\n{LONG}\n\nChilean president Ana Rojas unveiled her 10-point peace initiative."
    )
    assert plans(found) in ([], ["10-point-initiative"])
    assert not [c for c in found.claims if "10-point" in c.text]
    assert not [target for _, _, target in stances(found) if "10-point" in target]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Peru rejected the package on Monday. Chile backs the package.", "package"),
        ("Chile signed the memorandum. Peru rejected the memorandum.", "memorandum"),
        ("The roadmap was published on Friday. Peru rejected the roadmap.", "roadmap"),
        ("Peru rejected the framework. Talks on the framework go on.", "framework"),
        ("The draft goes further than the Lima accord. Peru rejected the draft.", "draft"),
        ("Peru and Chile have agreed to a ceasefire of 60 days. Peru rejected the ceasefire.", "ceasefire"),
        ("The two sides agreed on a 30-day truce. Peru rejected the truce.", "truce"),
    ],
)
def test_what_a_text_speaks_of_as_of_a_plan_is_one(text: str, plan: str):
    found = read(text)
    assert plans(found) == [plan]
    assert ("peru", "rejects", plan) in stances(found)


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected the legal framework of the fund.",
        "The ceasefire in the hills broke down and Peru shelled the road.",
        "The envoys left to seek oil deals.",
    ],
)
def test_what_is_no_plan(text: str):
    assert plans(read(text)) == []


def test_a_truce_has_its_length():
    (term,) = read("The two sides have agreed to a ceasefire of 60 days. Chile welcomed the ceasefire.").terms
    assert (term.text, term.amount, term.unit) == ("a ceasefire of 60 days", 60, "days")


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Peru has repeatedly rejected Chile's calls for a 30-day truce.", "A 30-day truce takes place"),
        ("Peru rejected Chile's demand for a prisoner swap.", "A prisoner swap takes place"),
        ("Peru spurned an appeal by Chile for the crew's release.", "The crew's release takes place"),
        ("Peru turned down Chile's request for talks on the river.", "Talks on the river take place"),
    ],
)  # fmt: skip
def test_who_rejects_a_call_rejects_what_is_called_for(sentence: str, claim: str):
    found = stances(read(sentence))
    assert ("peru", "rejects", claim) in found
    assert ("chile", "demands", claim) in found


def test_a_call_for_another_thing_is_not_what_was_demanded_last():
    found = stances(read("Chile demanded the return of the fleet. Peru rejected calls for an inquiry."))
    assert ("peru", "rejects", "An inquiry takes place") in found


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Chile rejected any mention of oil.", "The text mentions oil"),
        ("Chile opposed a reference to coal.", "The text mentions coal"),
        ("The canal treaty is out. Chile rejected any mention of ships.", "The canal treaty mentions ships"),
    ],
)  # fmt: skip
def test_a_mention_that_is_refused_is_one_in_a_text(sentence: str, claim: str):
    assert stances(read(sentence)) == [("chile", "rejects", claim)]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        (
            "Peru offered Chile a three-stage deal. Peru left the abandoned 2015 deal. Chile "
            "rejected the deal.",
            "deal",
        ),
        (
            "Chile presented a new accord to replace the previous accord. Chile backs the new accord.",
            "accord",
        ),
    ],
)  # fmt: skip
def test_a_plan_of_old_is_not_the_new_one(text: str, plan: str):
    found = read(text)
    assert plans(found) == [plan]
    assert [m.span.start for m in found.mentions if m.of == plan] == [
        m.start() + len(found.document.title) + 2
        for m in re.finditer(plan, text)
        if not text[: m.start()].endswith(("2015 ", "previous "))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "the EU trade deal with Mercosur",
        "the EU-Mercosur agreement",
        "the Mercosur pact",
        "the trade deal with Latin American bloc Mercosur",
        "the agreement between the EU and Mercosur",
    ],
)
def test_a_well_known_plan_has_one_name(sentence: str):
    found = read(f"Peru rejected {sentence} on Monday.")
    assert plans(found) == ["eu-mercosur-agreement"]
    assert stances(found) == [("peru", "rejects", "eu-mercosur-agreement")]


def test_a_plan_in_capitals_is_no_actor():
    found = read(
        "What is the Sarne Deal? The Sarne Deal caps the Peruvian army at 4,000 men. Peru rejected the deal."
    )
    assert plans(found) == ["sarne-deal"]
    assert stances(found) == [("peru", "rejects", "sarne-deal")]


def test_the_plan_of_the_headline_goes_before_one_that_is_only_honoured():
    text = (
        'They called the deal the "Sarne Framework". Peru honours the Tarn Agreement. '
        "The Tarn Agreement says that war is over. The Tarn Agreement is old. Chile would support the deal."
    )
    found = read(text, title="The Sarne Framework: Peru and Chile strike deal")
    assert plans(found) == ["sarne-framework"]
    assert ("chile", "supports", "sarne-framework") in stances(found)


def test_a_plan_for_another_thing_is_another_plan():
    found = read(
        "The roadmap for coal was adopted. Chile backed the plan for forests. "
        "Peru opposed the roadmap for coal."
    )
    assert [s for s in stances(found) if s[2] in plans(found)] == [("peru", "rejects", plans(found)[0])]


def test_what_is_rejected_is_the_plan_and_not_that_it_was_adopted():
    found = read(
        "The canal treaty is ready. Peru has rejected the treaty adopted by "
        "members of the union to cut waste."
    )
    assert stances(found) == [("peru", "rejects", "canal-treaty")]


@pytest.mark.parametrize(
    "text",
    [
        "While Chile has agreed to the canal treaty, Peru goes on with its "
        "refusal. {} unacceptable, the Chilean minister said.",
        "Chile would sign the canal treaty if it had a clause on mirrors, but Peru rejects this.",
    ],
)  # fmt: skip
def test_it_is_not_the_plan_where_another_thing_is_named_last(text: str):
    assert ("chile", "rejects", "canal-treaty") not in stances(read(text.format('"It is')))
    assert ("peru", "rejects", "canal-treaty") not in stances(read(text.format('"It is')))


def test_who_praises_a_plan_while_saying_if_backs_it_without_condition():
    found = read(
        "The canal treaty is out. Peru praised the treaty, while stating that "
        "Chile acts if the army fails to leave."
    )
    assert ("peru", "supports", "canal-treaty") in stances(found)


def test_the_draft_of_another_party_is_another_plan():
    found = read(
        "The Chilean peace plan caps the Peruvian navy at 40 ships. The Peruvian draft caps it at 60 ships. "
        "It also calls for Chile to leave the port. Chile rejected the Peruvian draft. "
        "Peru rejected the plan."
    )
    assert plans(found) == ["plan", "peru-draft"]
    assert {t.part_of for t in found.terms if "port" in t.text or "60" in t.text} == {"peru-draft"}
    assert not [o for o in found.omissions if o.kind == "contradiction"]
    assert stances(found) == [("chile", "rejects", "peru-draft"), ("peru", "rejects", "plan")]


def test_one_plan_is_called_by_the_name_of_its_maker_and_without_it():
    found = read("The Chilean plan is out. Peru rejected the plan. Peru called Chile's plan a farce.")
    assert plans(found) == ["plan"]


def test_what_no_government_could_accept_is_rejected():
    found = stances(
        read("The canal treaty is out. Peru added that no Peruvian government could accept the treaty.")
    )
    assert found == [("peru", "rejects", "canal-treaty")]
