"""Aligning provisions: relations, values, confidence; and what holds for any two drafts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.drafts import Alignment, Pair, Provision, align, pieces
from graph.drafts.values import change, values


def draft(prefix: str, *texts: str) -> list[Provision]:
    return [Provision(f"{prefix}{n}", text) for n, text in enumerate(texts)]


def aligned(old: list[str], new: list[str], judged: list[Alignment] | None = None) -> set[str]:
    found = align(draft("a", *old), draft("b", *new), judged or [])
    return {f"{pair.relation} {'+'.join(pair.old)}>{'+'.join(pair.new)}" for pair in found}


REST = [
    "The river commission meets twice a year in the capital of the upper state",
    "Each state keeps records of the rain that falls in its mountains",
    "Boats that carry grain pay no toll at the locks",
]
KEPT = {f"kept a{n + 1}>b{n + 1}" for n in range(3)}


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("The dam is closed on Sundays.", "The dam is closed on  Sundays", "kept"),
        ("The dam’s gates are closed", "The dam's gates are closed", "kept"),
        ("The dam releases 40 million litres a day", "The dam releases 55 million litres a day", "amount"),
        ("The dam releases forty litres a day", "The dam releases 55 litres a day", "amount"),
        ("The levy is 5% of all sales", "The levy is 7.5% of all sales", "amount"),
        ("The levy is 5 per cent of all sales", "The levy is 5 dollars of all sales", "reworded"),
        ("The town pays $3m for the bridge", "The town pays $4.5 million for the bridge", "amount"),
        ("Farmers are paid within 90 days", "Farmers are paid within three months", "amount"),
        ("Farmers keep 1 well", "Farmers keep 2 wells", "amount"),
        ("Farmers keep ten wells", "Farmers keep 10 wells", "reworded"),
        ("The dam opens by 3 June 2031", "The dam opens by 1 May 2032", "amount"),
        ("The dam opens by June 2031", "The dam opens by May 2032", "amount"),
        ("The dam opens by 3 June 2031", "The dam opens within 90 days", "reworded"),
        ("9 towns pay for 4 bridges", "7 towns pay for 5 bridges", "reworded"),
        ("Farmers are paid within two weeks", "Farmers are paid within 14 days", "reworded"),
        ("Farmers are paid for 2 years", "Farmers are paid for 24 months", "reworded"),
        ("The levy under Article 4 is paid", "The levy under Article 5 is paid", "reworded"),
        ("Annex 2 lists the mills", "Annex 3 lists the mills", "reworded"),
        ("The lower state may build two dams", "The lower state may not build two dams", "reworded"),
        ("The lower state may build two dams", "The upper state may build two dams", "reworded"),
        ("Fishing nets are inspected", "Fishing nets are inspected, except in May", "reworded"),
    ],
)  # fmt: skip
def test_one_for_one(old: str, new: str, relation: str) -> None:
    assert aligned([old, *REST], [new, *REST]) == {f"{relation} a0>b0", *KEPT}


def test_the_order_of_words_tells_who_does_what() -> None:
    upper, lower = ("The {} state inspects the weirs of the {} state {}".format(*way) for way in
                    (("upper", "lower", "{}"), ("lower", "upper", "{}")))  # fmt: skip
    old = [each.format("in spring") for each in (upper, lower)]
    new = [each.format("after each flood") for each in (lower, upper)]
    assert aligned(old, new) == {"reworded a0>b1", "reworded a1>b0"}


def test_of_provisions_that_differ_in_a_value_alone_the_nearest_is_one() -> None:
    boats = [f"Boats pay {toll} marks" for toll in (5, 10, 20)]
    assert aligned(boats, ["Boats pay 11 marks", "Boats pay 21 marks"]) == {
        "dropped a0>", "amount a1>b0", "amount a2>b1",
    }  # fmt: skip


def test_a_unit_is_a_noun() -> None:
    (pair,) = align(draft("a", "The toll falls by 5 in May"), draft("b", "The toll falls by 6 in May"))
    assert (pair.relation, pair.unit) == ("amount", None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            ["The lower state plants willows on the bank, and the upper state mends the weir at Orla"],
            ["The lower state plants willows on the bank", "The upper state mends the weir at Orla in May"],
            "split a0>b0+b4",
        ),
        (
            ["A board of five engineers inspects the dykes each spring and publishes what it finds"],
            ["A board of five engineers inspects the dykes each spring",
             "The board of engineers publishes what it finds in both languages"],
            "split a0>b0+b4",
        ),
        (
            ["Cattle drink at the ford from April to June", "Sheep drink at the ford from April to June"],
            ["Cattle and sheep drink at the ford from April to June, under the eye of the warden"],
            "merged a0+a4>b0",
        ),
    ],
)  # fmt: skip
def test_several_for_one(old: list[str], new: list[str], expected: str) -> None:
    assert aligned([old[0], *REST, *old[1:]], [new[0], *REST, *new[1:]]) == {expected, *KEPT}


def test_another_matter_is_dropped_and_added() -> None:
    old, new = "The school at Orla teaches in both languages", "A bridge for carts is built below the mill"
    assert aligned([old, *REST], [new, *REST]) == {"dropped a0>", "added >b0", *KEPT}


def test_moved_provisions_are_found() -> None:
    assert aligned(REST, REST[::-1]) == {"kept a0>b2", "kept a1>b1", "kept a2>b0"}


def test_twins_are_paired_in_order() -> None:
    assert aligned(["Boats pay", "Boats pay"], ["Boats pay", "Boats pay"]) == {"kept a0>b0", "kept a1>b1"}


def test_topic_name_and_parties_help_where_words_differ() -> None:
    told = {"topic": "tolls", "name": "Tolls at the locks", "binds": ("upper", "lower")}
    one = Provision("a0", "No grain boat is charged for passing", **told)
    other = Provision("b0", "Vessels with grain go free through the locks", **told)
    (pair,) = align([one], [other])
    assert pair.relation == "reworded"
    assert pair.confidence < 0.7
    bare = align([Provision("a0", one.text)], [Provision("b0", other.text)])
    assert {pair.relation for pair in bare} == {"dropped", "added"}


def test_a_draft_known_in_part_makes_no_sure_drops() -> None:
    found = align(draft("a", *REST, "The school teaches"), draft("b", REST[0]))
    assert all(pair.confidence <= 0.25 for pair in found if pair.relation == "dropped")


def test_a_person_is_obeyed() -> None:
    old, new = ["Boats pay", "Carts pay"], ["Boats pay", "Carts pay"]
    swapped = [Alignment("j1", ("a0",), ("b1",)), Alignment("j2", ("a1",), ()), Alignment("j3", (), ("b0",))]
    assert aligned(old, new, swapped) == {"reworded a0>b1", "dropped a1>", "added >b0"}
    (pair, *_) = align(draft("a", *old), draft("b", *new), [Alignment("j", ("a0", "a1"), ("b0",))])
    assert (pair.relation, pair.judgement, pair.confidence) == ("merged", "j", 1.0)
    # Judgements that name provisions of other drafts do not concern this pair.
    assert aligned(old, new, [Alignment("j", ("a0",), ("c1",))]) == {"kept a0>b0", "kept a1>b1"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("raises 30 billion crowns", "raises 45 billion crowns", ("30 billion", "45 billion", "crowns")),
        ("pays $30m now", "pays $45 million now", ("$30m", "$45 million", "USD")),
        ("pays S$30m now", "pays S$45m now", ("S$30m", "S$45m", "SGD")),
        ("makes 12 visits a year there", "makes 24 visits a year there", ("12", "24", "visits a year")),
        ("for twenty-five years", "for thirty years", ("twenty-five", "thirty", "years")),
        ("within 90 days", "within three months", ("90 days", "three months", None)),
        ("on 1 May 2033", "on 15 May 2033", ("1 May 2033", "15 May 2033", "date")),
    ],
)
def test_words_of_a_changed_value(old: str, new: str, told: tuple[str, str, str | None]) -> None:
    found = change(old, new)
    assert found is not None
    assert (found.old.words, found.new.words, found.unit) == told


@pytest.mark.parametrize(
    ("text", "worths"),
    [
        ("1,250,000 and 3.5 million, or two hundred", ["1250000", "3500000.0", "200"]),
        ("May 3, 2031; 3 May; 2031-05-03; May 2031", ["2031-05-03", "--05-03", "2031-05-03", "2031-05"]),
        ("they may 12 times", ["12"]),
        ("3tn or 3 trillion", ["3000000000000", "3000000000000"]),
        ("the last 45 may not", ["45"]),
        ("5 m of cable, 5m deep, 7m tonnes, $2m", ["5", "5", "7000000", "2000000"]),
        ("40 May Street", ["40"]),
        ("a B52 of version 2.5.1 in 10-day steps", ["10"]),
    ],
)
def test_values_in_a_text(text: str, worths: list[str]) -> None:
    assert [str(value.worth) for value in values(text)] == worths


SOME = "the dam is closed to 40 90 boats and carts in May , of Orla two years"
WORDS = st.sampled_from(SOME.split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=6)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_every_provision_has_one_place(old: list[str], new: list[str]) -> None:
    found = align(draft("a", *old), draft("b", *new))
    assert sorted(t for p in found for t in p.old) == [f"a{n}" for n in range(len(old))]
    assert sorted(t for p in found for t in p.new) == [f"b{n}" for n in range(len(new))]
    assert all(0 <= pair.confidence <= 1 and sides(pair) for pair in found)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_draft_and_itself_differ_in_nothing(texts: list[str]) -> None:
    assert all(p.relation == "kept" for p in align(draft("a", *texts), draft("b", *texts)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=2))
def test_pieces_are_the_text(text: str, others: list[str]) -> None:
    assert "".join(piece.text for piece in pieces(text, others)) == text
    assert all(not piece.changed for piece in pieces(text, [text])) or not text.split()


def sides(pair: Pair) -> bool:
    """Whether the relation has as many provisions on each side as it means."""
    old, new = len(pair.old), len(pair.new)
    return {
        "dropped": (old, new) == (1, 0),
        "added": (old, new) == (0, 1),
        "split": old == 1 < new,
        "merged": old > 1 == new,
    }.get(pair.relation, old == new == 1)
