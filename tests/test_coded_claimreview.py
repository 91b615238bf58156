"""ClaimReview: what a fact checker's record says, and what of it cannot be taken."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph import ask
from graph.coded.run import Stored
from graph.errors import ReadError
from graph.models import ACTS, Annotation
from graph.store import Store

from .coded import Read, imported, rating, review, write


def acts(annotation: Annotation) -> list[tuple[str, str, str]]:
    """Who does what with which words."""
    return [
        (s.speakers[0], next(act for act in ACTS if getattr(s, act)), s.span.exact)
        for s in annotation.statements
    ]


def read(tmp_path: Path, data: Any, mapping: dict[str, Any] | None = None, name: str = "f.json") -> Read:
    return Read("claimreview", write(tmp_path / name, data), mapping)


def test_the_claimant_asserts_and_the_fact_checker_denies(tmp_path: Path) -> None:
    (taken,) = read(tmp_path, review()).taken
    document = taken.annotation.document
    assert acts(taken.annotation) == [
        ("ada-voss", "asserts", "Norvale sold the lake to Lisland"),
        ("lakeside-check", "denies", "False"),
    ]
    assert (document.publisher, document.published, document.url) == (
        "lakeside-check", "2031-05-02", "https://check.example/lake",
    )  # fmt: skip
    assert [s.said for s in taken.annotation.statements] == ["2031-04-30", "2031-05-02"]
    assert document.text.splitlines()[:3] == [
        "headline: No, the lake was not sold",
        "claimReviewed: Norvale sold the lake to Lisland",
        "itemReviewed.author.name: Ada Voss",
    ]
    for s in taken.annotation.statements:
        assert document.text[s.span.start : s.span.end] == s.span.exact


@pytest.mark.parametrize(
    ("given", "act", "narrowed"),
    [
        (rating("False", 1), "denies", None),
        (rating("“FALSE.”"), "denies", None),
        (rating("Falsch"), "denies", None),
        (rating("Mostly false"), "denies", "Mostly false"),
        (rating("Half True", 3), "questions", None),
        (rating("Four lakes", 1), "denies", None),
        (rating("Four lakes", "2"), "denies", "Four lakes"),
        (rating("Four lakes", 3), "questions", None),
        (rating(None, 5), "asserts", None),
        (rating(None, 10, 0, 10), "asserts", None),
        (rating(None, 8, 0, 10), "asserts", "8"),
        (rating("Mostly true", 1, 1, 1), "asserts", "Mostly true"),
    ],
)
def test_a_rating_acts_by_its_words_else_by_its_scale(
    tmp_path: Path, given: dict[str, Any], act: str, narrowed: str | None
) -> None:
    (taken,) = read(tmp_path, review(reviewRating=given)).taken
    verdict = taken.annotation.statements[1]
    assert acts(taken.annotation)[1][1] == act
    assert verdict.qualification == narrowed


@pytest.mark.parametrize(
    "given",
    [
        rating("Four lakes"), rating("Satire", 0), rating("Satire", -1), rating("Satire", "high"),
        rating("Satire", "nan"), rating("Satire", 1, 1, "inf"), rating("Satire", 1, 1, 1), rating("True", 1),
        None,
    ],
)  # fmt: skip
def test_a_rating_that_tells_nothing_is_noted_and_never_guessed(
    tmp_path: Path, given: dict[str, Any] | None
) -> None:
    found = read(tmp_path, review(reviewRating=given))
    assert acts(found.taken[0].annotation) == [("ada-voss", "asserts", "Norvale sold the lake to Lisland")]
    ((where, why),) = found.noted
    assert where == "line 1"
    assert "rating" in why


def test_a_mapping_tells_what_a_rating_means(tmp_path: Path) -> None:
    data = review(reviewRating=rating("Four lakes", 5))
    (taken,) = read(tmp_path, data, {"ratings": {"four lakes": "denies, in the main"}}).taken
    assert acts(taken.annotation)[1] == ("lakeside-check", "denies", "Four lakes")
    found = read(tmp_path, data, {"ratings": {"Four lakes": "nothing"}})
    assert len(found.taken[0].annotation.statements) == 1


@pytest.mark.parametrize(
    "asked",
    ["Did Norvale sell the lake?", "“Did Norvale sell the lake?”", "Who sold it ?!", "Sold? (Who?)",
     "卖湖吗？", "هل بيعت البحيرة؟", "Πουλήθηκε η λίμνη\u037e"],
)  # fmt: skip
def test_a_question_is_no_claim_of_anybody(tmp_path: Path, asked: str) -> None:
    found = read(tmp_path, review(claimReviewed=asked))
    (taken,) = found.taken
    assert (taken.rows, taken.annotation.statements, taken.annotation.claims) == (1, (), ())
    assert [a.id for a in taken.annotation.actors] == ["lakeside-check"]
    assert asked in taken.annotation.document.text
    ((where, why),) = found.noted
    assert where == "line 1"
    assert why.startswith("claimReviewed asks, and nobody asserts a question: ")


def test_a_question_within_a_claim_leaves_it_a_claim(tmp_path: Path) -> None:
    for said in ("Norvale asked who? and sold", "Is it sold? Yes", "Why the lake was sold"):
        assert acts(read(tmp_path, review(claimReviewed=said)).taken[0].annotation)[0][2] == said


def test_one_name_of_two_kinds_is_two_actors_and_told(tmp_path: Path) -> None:
    folk = {"@type": "Claim", "author": {"@type": "Organization", "name": "Ada Voss"}}
    found = read(tmp_path, "\n".join(json.dumps(review(**m)) for m in ({}, {"itemReviewed": folk}, {})))
    why = "'Ada Voss' is Organization here and was Person (line 1): two actors of one name"
    assert found.noted == [("line 2", why)]
    assert len(found.taken) == 3
    same = {"@type": "Person", "name": "Lakeside Check"}
    found = read(tmp_path, review(itemReviewed={"@type": "Claim", "author": same}))
    assert len(found.noted) == 1


def test_feeds_lists_and_graphs_hold_reviews(tmp_path: Path) -> None:
    one, other = review(), review(claimReviewed="The lake is dry")
    feed = {
        "@context": "http://schema.org",
        "@type": "DataFeed",
        "dataFeedElement": [
            {"@type": "DataFeedItem", "item": [one]},
            {"@type": "DataFeedItem", "item": other},
        ],
    }
    items = {
        "@context": "http://schema.org/",
        "@type": "ItemList",
        "itemListElement": [{"@type": "ListItem", "position": 1, "item": one}, other],
    }
    graph = {"@context": {"schema": "http://schema.org/"}, "@graph": [
        {"@id": "#us", "@type": "schema:Organization", "schema:name": "Lakeside Check"},
        {**{f"schema:{k}" if k[0] != "@" else k: v for k, v in one.items() if k != "@context"},
         "@type": "schema:ClaimReview", "schema:author": {"@id": "#us"}},
    ]}  # fmt: skip
    assert len(read(tmp_path, feed).taken) == 2
    assert len(read(tmp_path, items).taken) == 2
    assert [acts(t.annotation)[1][0] for t in read(tmp_path, graph).taken] == ["lakeside-check"]
    assert len(read(tmp_path, [one, other]).taken) == 2
    assert len(read(tmp_path, f"{json.dumps(one)}\n{json.dumps(other)}\n").taken) == 2


SCRIPT = '<script type="application/ld+json">'


def test_html_pages_hold_reviews_in_scripts(tmp_path: Path) -> None:
    given = json.dumps(review(inLanguage=None))
    page = f'<html lang="en-GB">{SCRIPT}{given}</script>{SCRIPT}{{"@type": </script>'
    found = read(tmp_path, page + '<div itemtype="http://schema.org/ClaimReview">', name="page.html")
    assert found.taken[0].annotation.document.language == "en-GB"
    told = [why.partition(":")[0] for _, why in found.refused]
    assert told == ["no JSON", "microdata and RDFa are not read, only JSON-LD"]


def test_entities_of_a_page_are_never_expanded(tmp_path: Path) -> None:
    bombs = "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 12))
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    head = f'<!DOCTYPE html [<!ENTITY b0 "ha">{bombs}{outside}]><title>&b11;&x;</title>'
    page = f"{head}{SCRIPT}{json.dumps(review(headline='&b11; &x;'))}</script>"
    (taken,) = read(tmp_path, page, name="page.html").taken
    assert taken.annotation.document.title == "&b11; &x;"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"claimReviewed": None}, "claimReviewed is missing"),
        ({"claimReviewed": " . "}, "says nothing"),
        ({"author": None}, "nobody is named as the author"),
        ({"author": {"@id": "#gone"}}, "nobody is named as the author"),
        ({"@context": "https://evil.example/context"}, "contexts are never fetched"),
        ({"@context": {"claimReviewed": "https://evil.example/x"}}, "contexts are never fetched"),
        ({"claimReviewed": "a\x00b"}, "control character"),
        ({"reviewRating": None, "itemReviewed": None}, "nobody is named as who made the claim"),
    ],
)
def test_a_record_that_cannot_be_taken_is_refused_and_the_next_is_not(
    tmp_path: Path, changes: dict[str, Any], why: str
) -> None:
    found = read(tmp_path, [review(**changes), review()])
    assert len(found.taken) == 1
    ((where, told),) = found.refused
    assert where == "line 1"
    assert why in told


def test_who_is_unnamed_or_of_no_kind(tmp_path: Path) -> None:
    def by(**author: Any) -> dict[str, Any]:
        return review(itemReviewed={"@type": "Claim", "author": author})

    (taken,) = read(tmp_path, by(**{"@type": "Person", "name": "Various social media users"})).taken
    assert [a.kind for a in taken.annotation.actors] == ["Organization", "AnonymousSource"]
    found = read(tmp_path, by(name="Lake Folk"))
    assert "nothing tells whether 'Lake Folk' is a person" in found.noted[0][1]
    (taken,) = read(tmp_path, by(name="Lake Folk"), {"claimant": "Organization"}).taken
    assert taken.annotation.actors[0].id == "lake-folk"
    (taken,) = read(tmp_path, by(name="Zelensky")).taken  # whom the gazetteer knows
    assert acts(taken.annotation)[0][0] == "volodymyr-zelenskyy"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("hello", "not valid JSON"),
        ('{"@type": "ClaimReview"', "the file ends in the middle"),
        (
            '{"@type": "DataFeed", "dataFeedElement": [{"item": {"@type": "Thing"}}',
            "the file ends in the middle",
        ),
        ('{"a": "' + "b" * 100, "the file ends in the middle"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('[{"a": NaN}]', "NaN is no JSON"),
        ("[1, 2,]", "a comma before ]"),
        ("[1] 2", "something follows"),
        ('{"@type": "Thing"}', "holds no ClaimReview"),
    ],
)
def test_a_file_that_is_broken_says_where_and_why(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ReadError, match=r"f\.json") as caught:
        read(tmp_path, text)
    assert why in str(caught.value)


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    (tmp_path / "f.json").write_bytes('{"@type": "ClaimReview", "claimReviewed": "See"}'.encode("utf-16"))
    with pytest.raises(ReadError, match="not UTF-8"):
        Read("claimreview", tmp_path / "f.json")


def test_who_disputes_what_and_importing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    question = review(claimReviewed="Who sold the lake?")
    feed = [
        question, review(), review(),  # the same record twice is one
        review(url="https://check.example/2", author={"@type": "Organization", "name": "Second Look"},
               reviewRating=rating("Mostly false", 2)),
        review(claimReviewed="The lake is dry", reviewRating=rating("True", 5)),
    ]  # fmt: skip
    path = write(tmp_path / "f.json", feed)
    first, again = (imported("claimreview", path, store) for _ in range(2))
    assert [e.outcome for e in first if isinstance(e, Stored)] == [
        "added",
        "added",
        "unchanged",
        "added",
        "added",
    ]
    assert {e.outcome for e in again if isinstance(e, Stored)} == {"unchanged"}
    (dispute,) = ask.disputes(store).items
    assert dispute.claim == "Norvale sold the lake to Lisland"
    assert [e.speakers[0].name for e in dispute.asserting] == ["Ada Voss", "Ada Voss"]
    assert sorted((e.speakers[0].name, e.exact, e.qualification) for e in dispute.denying) == [
        ("Lakeside Check", "False", None),
        ("Second Look", "Mostly false", "Mostly false"),
    ]


def test_half_of_a_surrogate_pair_is_refused_where_it_stands(tmp_path: Path) -> None:
    found = read(tmp_path, review(claimReviewed="Norvale sold \ud800 the lake"))
    ((_, why),) = found.refused
    assert "claimReviewed: lone surrogate 0xd800" in why
    found = read(tmp_path, review(headline="Fine", author={"@type": "Organization", "name": "\ud800"}))
    assert len(found.refused) == 1
