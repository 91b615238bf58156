"""Provisions in running text: plans without a name, lists of what a plan holds, topics that nobody listed."""

import pytest

from graph.models import Annotation

from .test_extract import read


def told(annotation: Annotation) -> list[tuple[str, int | None, str | None, tuple[str, ...]]]:
    """Return the words, amount, unit and bound parties of each provision."""
    return [(t.text, None if t.amount is None else int(t.amount), t.unit, t.binds) for t in annotation.terms]


@pytest.mark.parametrize(
    ("sentence", "plan"),
    [
        # a plan is known by the noun whose content is told
        ("The 11-point document calls for Peru to leave the islands.", "document"),
        ("Under the scheme, Peru will pay Chile 40 million dollars.", "scheme"),
        ("The arrangement gives the inspectors ninety days.", "arrangement"),
        (
            "Envoys drew up a peace plan. The 9-point document calls for Peru to leave the islands.",
            "peace-plan",
        ),
        ("The text says that no new dam may be built after 2033.", "text"),
        # nothing is told of it
        ("The document shows that the minister was in Lima.", None),
        ("The protocol was followed when the president landed.", None),
        ("The text of the speech says that the port must close.", None),
    ],
)
def test_plans_without_a_name(sentence: str, plan: str | None):
    assert [p.id for p in read(sentence).plans] == ([] if plan is None else [plan])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a list of things is as many provisions
        (
            "The canal treaty foresees a 12-kilometre buffer zone, a fund of 3 million dollars and elections "
            "within 100 days.",
            [
                ("a 12-kilometre buffer zone", 12, "km", ()),
                ("a fund of 3 million dollars", 3_000_000, "dollars", ()),
                ("elections within 100 days", 100, "days", ()),
            ],
        ),
        (
            "The canal treaty sets out a two-year transition, the release of 40 prisoners "
            "and a review clause.",
            [
                ("a two-year transition", 2, "years", ()),
                ("the release of 40 prisoners", 40, "prisoners", ()),
                ("a review clause", None, None, ()),
            ],
        ),
        (
            "The canal treaty was read out. Among its provisions are a safeguard clause, a joint "
            "pilot school and a review after nine years.",
            None,
        ),
        (
            "The canal treaty calls for Peru to hand back the lighthouse, for Chile to open two ports and "
            "for 400 observers to be sent.",
            [
                ("Peru to hand back the lighthouse", None, None, ("peru",)),
                ("Chile to open two ports", 2, "ports", ("chile",)),
                ("400 observers to be sent", 400, "observers", ()),
            ],
        ),
        (
            "Some detail on the canal treaty: all prisoners freed; 600 observers; a joint "
            "commission on fees.",
            [
                ("all prisoners freed", None, None, ()),
                ("600 observers", 600, "observers", ()),
                ("a joint commission on fees", None, None, ()),
            ],
        ),
        # one after another
        (
            "The canal treaty would cap Peru's army at 40,000 soldiers, scrap the landing fee and open "
            "the port.",
            None,
        ),
        (
            "The canal treaty, which would cut Peru's cod quota to 900 tonnes, has angered the crews.",
            [("would cut Peru's cod quota to 900 tonnes", 900, "tonnes", ("peru",))],
        ),
        (
            "The canal treaty was printed. Article 4 fixes Peru's share at 55 percent of the flow.",
            [("Article 4 fixes Peru's share at 55 percent of the flow", 55, "per cent", ())],
        ),
        (
            "The canal treaty was printed. Article 9 allows either state to take more in a wet year, except "
            "in May.",
            [("either state to take more in a wet year, except in May", None, None, ())],
        ),
        (
            "Under the canal treaty, Peru is to pay Chile 40 million dollars by 2033.",
            [("Peru is to pay Chile 40 million dollars by 2033", 40_000_000, "dollars", ("peru",))],
        ),
        # the quantity, not the price at which; the time limit after an exception
        (
            "Under the canal treaty, Chile admits a quota of 9,000 tonnes of beef at a tariff of 7 per cent.",
            [
                (
                    "Chile admits a quota of 9,000 tonnes of beef at a tariff of 7 per cent",
                    9000,
                    "tonnes",
                    ("chile",),
                )
            ],
        ),
        (
            "Under the canal treaty, Chile accepts foreign licences, except for drivers, within 18 months.",
            [
                (
                    "Chile accepts foreign licences, except for drivers, within 18 months",
                    18,
                    "months",
                    ("chile",),
                )
            ],
        ),
        # an aside about the draft is no provision
        (
            "Under the canal treaty, a copy of which was seen by Correo, Peru would ship 12 tonnes of "
            "tin a year.",
            [("Peru would ship 12 tonnes of tin a year", 12, "tonnes", ("peru",))],
        ),
        (
            "The canal treaty cuts fees by 9 per cent. It also envisages a free port and "
            "400 new berths a year.",
            [
                ("The canal treaty cuts fees by 9 per cent", 9, "per cent", ()),
                ("a free port", None, None, ()),
                ("400 new berths a year", 400, "berths", ()),
            ],
        ),
        (
            "Under the canal treaty, Chile lets 600 aid trucks through.",
            [("Chile lets 600 aid trucks through", 600, "trucks", ("chile",))],
        ),
        # no provision: background, history, results, what is only introduced
        ("The canal treaty was signed. Exports rose by 12 per cent. Crews blocked 30 roads in January.", []),
        ("The canal treaty was signed. In 2028 Peru accepted 12,000 refugees.", []),
        ("The canal treaty contains nothing new.", []),
        # what somebody says that a plan would do is a claim; who has read it tells what it says
        ("The canal treaty was printed. Residents said the canal treaty would close 12 schools.", []),
        (
            "The canal treaty was printed. Officials said the canal treaty would close 12 schools.",
            [("the canal treaty would close 12 schools", 12, "schools", ())],
        ),
        (
            "The canal treaty calls on rich countries to triple their aid by 2035.",
            [("rich countries to triple their aid by 2035", None, None, ())],
        ),
    ],
)
def test_provisions(
    sentence: str, expected: list[tuple[str, int | None, str | None, tuple[str, ...]]] | None
):
    found = told(read(sentence))
    if expected is None:
        assert len(found) == 3
    else:
        assert found == expected


def test_one_provision_of_no_topic_is_one_term():
    text = (
        "The canal treaty foresees a 20-kilometre closed zone. Chile rejected the closed zone.\n\n"
        "Under the canal treaty, Peru gets a closed zone of 30 kilometres."
    )
    found = read(text)
    assert [(t.id, int(t.amount or 0), t.other_values) for t in found.terms] == [
        ("canal-treaty:closed-zone", 20, ("30 kilometres",))
    ]
    assert [o.kind for o in found.omissions] == ["contradiction"]
    assert [s.rejects for s in found.statements if s.rejects] == [("canal-treaty:closed-zone",)]


def test_another_agreement_is_not_the_plan():
    found = read(
        "Peru and Chile are close to a canal treaty.\n\nThe canal treaty cuts fees by 9 per cent. "
        "The treaty was leaked. The treaty obliges both sides to respect the Sucre Agreement "
        "and sets up a joint fund."
    )
    assert [p.id for p in found.plans] == ["canal-treaty"]
    assert "The treaty sets up a joint fund" in [t.text for t in found.terms]


def test_a_thing_with_a_measure_that_somebody_backs():
    found = read("The canal treaty was leaked. Peru backed the 20-kilometre closed zone.")
    assert [s.supports for s in found.statements] == [(found.terms[0].id,)]
    assert (found.terms[0].name, found.terms[0].amount) == ("Closed zone", 20)


def test_what_a_headline_says_is_gone_is_not_the_plan():
    body = "A draft leaves out a roadmap. The draft would cap fees at 9 per cent. Peru wants a roadmap."
    found = read(body, title="Talks drop fuel roadmap")
    assert [p.id for p in found.plans] == ["draft"]
    assert told(found) == [("The draft would cap fees at 9 per cent", 9, "per cent", ())]


def test_more_words_or_fewer_are_the_same_provision():
    found = read(
        "Under the canal treaty, the closed zone, at 20 kilometres, will be reviewed after five years. "
        "Peru backed the 20-kilometre closed zone."
    )
    assert [int(t.amount or 0) for t in found.terms] == [20]
    assert [s.supports for s in found.statements] == [(found.terms[0].id,)]
