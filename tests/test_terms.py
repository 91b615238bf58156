"""Provisions: where a plan is described, whom they bind, what they set, and when two are one."""

import pytest

from graph.extract.terms.amounts import amount_in
from graph.extract.terms.bounds import deadline_in, exception_in
from graph.models import Annotation, Term

from .test_extract import read


def terms(annotation: Annotation) -> dict[str, Term]:
    return {term.id.removeprefix("canal-treaty:"): term for term in annotation.terms}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the ways in which a text says what a plan says: id, amount, unit, bound
        ("Under the canal treaty, Peru must reduce its army to 40,000 soldiers.",
         [("peru-armed-forces", 40000, "soldiers", ("peru",))]),
        ("The canal treaty would cap Peru's army at 40,000 soldiers.",
         [("peru-armed-forces", 40000, "soldiers", ("peru",))]),
        ("The canal treaty limits the Chilean navy to 12 ships.",
         [("chile-armed-forces", 12, "ships", ("chile",))]),
        ("The canal treaty requires Chile to pay Peru $2.5 billion by 2035.",
         [("chile-payments", 2_500_000_000, "USD", ("chile",))]),
        ("The canal treaty was leaked; it would limit Peru's army to 50,000 soldiers.",
         [("peru-armed-forces", 50000, "soldiers", ("peru",))]),
        ("According to the canal treaty, no fewer than 500 European observers will monitor the truce.",
         [("monitoring", 500, "observers", ())]),
        ("The draft of the canal treaty says that Chile will withdraw from the islands.",
         [("chile-territory", None, None, ("chile",))]),
        ("The canal treaty creates a 20-kilometre zone along the border.",
         [("territory", 20, "km", ())]),
        ("The canal treaty provides for an exchange of prisoners.", [("prisoners", None, None, ())]),
        ("The canal treaty leaves the islands to Chile until 2040.", [("territory", None, None, ())]),
        ("Peru hates the canal treaty, under which it must close the port of Callao.",
         [("transit", None, None, ())]),
        ("The canal treaty bans the use of force.", [("ban-use-force", None, None, ())]),
        # the right amount, or none
        ("Under the canal treaty, Chile pays 30 per cent of the cost.",
         [("chile-payments", 30, "per cent", ("chile",))]),
        ("Under the canal treaty, Chile cuts its emissions by 26 to 28 per cent.",
         [("chile-emissions", None, "per cent", ("chile",))]),
        ("Under the canal treaty, Peru cuts its army by half.",
         [("peru-armed-forces", 50, "per cent", ("peru",))]),
        ("Under the canal treaty, the number of dams falls from 19,000 to 6,104.",
         [("water", 6104, "dams", ())]),
        ("Under the canal treaty, Peru will conclude a non-aggression pact with Chile, settling all quarrels "
         "that have existed for 30 years.", [("peru-non-aggression", None, None, ("peru",))]),
        # who gains is not bound; who gives is
        ("Under the canal treaty, Peru may rejoin the G8.", [("peru-g8", None, None, ())]),
        ("Under the canal treaty, Chile gets security guarantees from Bolivia for ten years.",
         [("security-guarantees", 10, "years", ("bolivia",))]),
        ("Under the canal treaty, Peru keeps at most 300 tanks.",
         [("peru-keep-tank", 300, "tanks", ("peru",))]),
        # two provisions in one sentence are two
        ("Under the canal treaty, Peru will be readmitted to the G7 and may rejoin the G8.",
         [("peru-g7", None, None, ()), ("peru-g8", None, None, ())]),
        ("Under the canal treaty, Peru will not attack Chile, and Chile will not station troops in Bolivia.",
         [("peru-non-aggression", None, None, ("peru",)), ("chile-foreign-troops", None, None, ("chile",))]),
        ("Under the canal treaty, Peru gives up its claim to the islands, while Chile opens its ports.",
         [("peru-territory", None, None, ("peru",)), ("chile-transit", None, None, ("chile",))]),
        ("The canal treaty contains these points: Chile leaves the islands; Peru lifts its sanctions; "
         "Bolivia frees all prisoners.",
         [("chile-territory", None, None, ("chile",)), ("sanctions", None, None, ("peru",)),
          ("prisoners", None, None, ("bolivia",))]),
        # what a plan does not say
        ("Peru called the canal treaty dead. Chile said that the port was shut.", []),
        ("The canal treaty was signed on Monday. Chile closed the port.", []),
        ("Under the canal treaty, Peru leaves the islands. Chile said that it would shut the port.",
         [("peru-territory", None, None, ("peru",))]),
    ],
)  # fmt: skip
def test_descriptions(sentence: str, expected: list[tuple[str, int | None, str | None, tuple[str, ...]]]):
    found = terms(read(sentence))
    assert [(id_, t.amount, t.unit, t.binds) for id_, t in found.items()] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The canal treaty has parts.\n\n1. Chile pays Peru.\n\n2) Peru opens the port.", ["1", "2"]),
        ("The canal treaty has parts.\n\nPoint 7: Chile pays Peru.\n\nArticle 9. Peru opens it.", ["7", "9"]),
        ("The canal treaty has parts.\n\n(a) Chile pays Peru.\n\n(b) Peru opens the port.", ["a", "b"]),
        ("The canal treaty has parts.\n\n• Chile pays Peru.\n\n• Peru opens the port.", [None, None]),
        ("The canal treaty consists of (1) a payment by Chile, (2) an open port and (3) an amnesty.",
         ["1", "2", "3"]),
        ("The canal treaty is here. Article 1: Chile pays Peru. Article 2: Peru opens it.", ["1", "2"]),
        ("They spoke of paragraph 4 of the canal treaty (a cut of emissions by 60 per cent by 2045) and "
         "paragraph 9 (a fund for rivers).", ["4", "9"]),
        ("Under Article 9 of the canal treaty, Chile withdraws its navy by 31 December.", ["9"]),
        ("The canal treaty is here.\n\n1. THE UNION", []),
    ],
)  # fmt: skip
def test_lists(body: str, expected: list[str | None]):
    assert [term.number for term in read(body).terms] == expected


def test_bounds_in_the_words_of_the_source():
    annotation = read(
        "Under the canal treaty, Bolivia holds elections in Sucre within 100 days of the signing, unless "
        "martial law is in force. Both sides may use the strait, submarines excepted."
    )
    elections, strait = annotation.terms
    assert elections.deadline == "within 100 days of the signing"
    assert elections.exception == "unless martial law is in force"
    assert elections.place == "Sucre"
    assert strait.exception == "submarines excepted"
    text = annotation.document.text
    assert all(w in text for t in annotation.terms for w in (t.deadline, t.exception, t.place) if w)


def test_curly_quotes_stay_in_the_bounds():
    annotation = read(
        "Under the canal treaty, Peru’s navy stays in Callao’s port, except in the king’s waters."
    )
    (term,) = annotation.terms
    assert term.exception == "except in the king’s waters"
    assert term.place is None or term.place in annotation.document.text


def test_the_place_of_an_exception_is_not_the_term_s():
    annotation = read("Under the canal treaty, Chile stations no troops in Bolivia, except in Lima.")
    assert [(t.place, t.exception) for t in annotation.terms] == [("Bolivia", "except in Lima")]
    annotation = read("Under the canal treaty, Chile leaves the islands, except in Lima.")
    assert [t.place for t in annotation.terms] == [None]


@pytest.mark.parametrize(
    ("again", "amount"),
    [
        ("Peru rejected the limit of 40,000 troops.", 40000),
        ("Peru rejected the cap on the army.", 40000),
        ("Under the canal treaty, Peru will reduce the army to 40,000 men.", 40000),
        ("Peru rejected the army cap.", 40000),
    ],
)
def test_one_provision_named_twice_is_one_term(again: str, amount: int):
    annotation = read(f"Under the canal treaty, Peru must reduce its army to 40,000 soldiers.\n\n{again}")
    (term,) = annotation.terms
    assert term.amount == amount
    assert len([m for m in annotation.mentions if m.of == term.id]) == 2


def test_the_amount_told_later_is_the_term_s():
    annotation = read(
        "The canal treaty would cap Peru's army.\n\n"
        "Under the canal treaty, Peru's army is limited to 40,000 troops."
    )
    assert [t.amount for t in annotation.terms] == [40000]


def test_what_a_named_draft_says_is_the_draft_s():
    annotation = read(
        "The canal treaty limits Peru's army to 40,000 soldiers.\n\n"
        "The second draft of the canal treaty limits Peru's army to 50,000 soldiers."
    )
    assert {t.id: (t.part_of, t.amount) for t in annotation.terms} == {
        "canal-treaty:peru-armed-forces": ("canal-treaty", 40000),
        "canal-treaty:second-draft:peru-armed-forces": ("canal-treaty:second-draft", 50000),
    }
    (version,) = annotation.versions
    assert (version.plan, version.name, version.dated) == ("canal-treaty", "second draft", None)
    assert not [o for o in annotation.omissions if o.kind == "contradiction"]


def test_a_draft_is_dated_where_the_words_say_so():
    annotation = read("The canal treaty is dead. Under the text of 12 January, Peru opens the port.")
    (version,) = annotation.versions
    assert (version.name, version.dated) == ("text of 12 January", "2030-01-12")
    assert read("The canal treaty is dead. A draft was read.").versions == ()


def test_the_plan_s_own_name_and_its_other():
    annotation = read(
        "The paper published a 12-point plan, known as the Quillmere accord. "
        "Under the plan, Chile opens its ports."
    )
    (plan,) = annotation.plans
    assert (plan.id, plan.aliases) == ("quillmere-accord", ("12-point plan",))
    assert annotation.terms[0].part_of == plan.id


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("400,000 troops", (400000, "troops", "400,000 troops")),
        ("$100 billion (about S$130 billion)", (100_000_000_000, "USD", "$100 billion")),
        ("30 billion crowns", (30_000_000_000, "crowns", "30 billion crowns")),
        ("30%", (30, "per cent", "30%")),
        ("6.5 percent", (6.5, "per cent", "6.5 percent")),
        ("1.5 degrees", (1.5, "degrees", "1.5 degrees")),
        ("a 20-kilometre zone", (20, "km", "20-kilometre")),
        ("within ten days", (10, "days", "ten days")),
        ("at most 800,000 in peacetime", (800000, "", "800,000")),
        ("an army of 9,000", (9000, "", "9,000")),
        ("up to 600,000 tonnes a year", (600000, "tonnes", "600,000 tonnes")),
        ("by 26 to 28 per cent", (None, "per cent", "26 to 28 per cent")),
        ("buys nine old ferries", (9, "ferries", "nine old ferries")),
        ("sends 300 more soldiers", (300, "soldiers", "300 more soldiers")),
        ("by 2045", None),
        ("the level of 2005", None),
        ("on 12 May", None),
        ("a point of order", None),
    ],
)
def test_amounts(text: str, amount: tuple[float | None, str, str] | None):
    found = amount_in(text)
    assert (found and (found.value and float(found.value), found.unit, found.words)) == amount


@pytest.mark.parametrize(
    ("text", "deadline", "exception"),
    [
        ("Peru pays by the end of the year", "by the end of the year", None),
        ("Peru pays no later than 1 March", "no later than 1 March", None),
        ("Peru votes 100 days later", "100 days later", None),
        ("Peru pays until 2040, except in Lima", "until 2040", "except in Lima"),
        ("an amnesty, with the exception of officers", None, "with the exception of officers"),
        ("free passage (except for warships)", None, "except for warships"),
        ("a truce for ten years", None, None),
    ],
)
def test_deadlines_and_exceptions(text: str, deadline: str | None, exception: str | None):
    assert (deadline_in(text), exception_in(text)) == (deadline, exception)
