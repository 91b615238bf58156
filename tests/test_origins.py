"""Origins, silence and overreach on small annotations: what counts, and what does not."""

from typing import Any

import pytest

from graph import ask, judge
from graph.answers import Origins
from graph.errors import InputError, NotFoundError
from graph.models import Annotation
from graph.project import claim_id
from graph.store import Store

from .conftest import put
from .samples import span

DAM, LEAK = "The dam leaks and the valley floods", "The dam leaks"
ACTORS: dict[str, dict[str, Any]] = {
    "norland": {"kind": "State", "name": "Norland"},
    "ann": {"kind": "Person", "name": "Ann", "roles": [{"post": "envoy", "organization": "norland"}]},
    "ex": {"kind": "Person", "name": "Ex",
           "roles": [{"post": "envoy", "organization": "norland", "until": "2029"}]},
    "sources": {"kind": "AnonymousSource", "name": "Sources"},
    "aides": {"kind": "AnonymousSource", "name": "Aides", "affiliation": "norland"},
    "wire": {"kind": "Organization", "name": "Wire"},
    "paper": {"kind": "Organization", "name": "Paper"},
    "bob": {"kind": "Person", "name": "Bob"},
}  # fmt: skip
CLAIMS = [
    {"id": "dam", "text": DAM, "about": ["norland"]},
    {"id": "leak", "text": LEAK, "about": ["norland"], "part_of": "dam"},
    {"id": "flood", "text": "The valley floods", "part_of": "dam"},
]


def report(title: str, statements: list[dict[str, Any]], *, body: str = "", **more: Any) -> Annotation:
    """A document of which each statement is a line of its own: {words, ...}."""
    text = "\n".join([title, *(each["words"] for each in statements if each["words"] != title), body])
    document = {"title": title, "text": text, "published": "2030-01-01"} | more.pop("document", {})
    return Annotation.model_validate({
        "document": document,
        "extraction": {"reader": "hand", "version": "1"},
        "actors": [{"id": id_, **actor} for id_, actor in ACTORS.items()],
        "claims": CLAIMS,
        "statements": [
            {"id": f"s{n}", "span": span(each["words"], text),
             **{key: value for key, value in each.items() if key != "words"}}
            for n, each in enumerate(statements)
        ],
        **more,
    })  # fmt: skip


def says(speaker: str, words: str = "It leaks", claim: str = "leak", **more: Any) -> dict[str, Any]:
    return {"words": words, "speakers": [speaker], "asserts": [claim], **more}


def of(store: Store, text: str = LEAK, **more: Any) -> Origins:
    return ask.origins_of(store, claim_id(text), **more)


def test_a_state_its_people_and_its_sources_are_one_side(store: Store) -> None:
    put(store, report("One", [says("ann"), says("aides", "It does leak"), says("norland", "Yes, it leaks")]))
    found = of(store)
    assert (found.independent_origins, len(found.first_speakers)) == (1, 3)
    assert [side.id for side in found.origins[0].side] == ["norland"]
    put(store, report("Two", [says("ex", "It leaked"), says("bob", "I saw it leak")]))
    assert of(store).independent_origins == 3  # whoever has left the post speaks for himself


def test_a_copy_in_an_outlets_own_voice_is_the_original_outlets(store: Store) -> None:
    text = " ".join(f"word{n}" for n in range(80))
    put(store, report("One", [says("wire")], body=text, document={"publisher": "wire"}))
    put(store, report("Two", [says("paper"), says("paper", "The valley is wet", "flood")], body=text,
                      document={"publisher": "paper", "published": "2030-01-02"}))  # fmt: skip
    found = of(store)
    assert (found.independent_origins, len(found.outlets), len(found.copies)) == (1, 2, 1)
    (origin,) = of(store, "The valley floods").origins
    assert [side.id for side in origin.side] == ["paper"]


def test_an_agency_makes_a_source_no_less_anonymous(store: Store) -> None:
    passed = {"id": "w", "words": "Wire reports it", "speakers": ["wire"], "asserts": ["flood"]}
    put(store, report("One", [passed, says("sources", reported_by="w")]))
    assert (of(store).anonymous_only, of(store).weakest_hop) == (True, "anonymous")
    put(store, report("Two", [says("ann", "It may leak", certainty="rumoured")]))
    assert (of(store).anonymous_only, of(store).weakest_hop) == (False, "anonymous")
    put(store, report("Three", [says("bob", "I saw it leak")]))
    assert of(store).weakest_hop == "named"


def test_what_is_inferred_rejected_retracted_or_a_part_does_not_count(store: Store) -> None:
    put(store, report("One", [
        says("paper", "So it leaks", inference=True), says("bob", "It leaks, I think", review="rejected"),
        says("ann", "It leaks today"), {"words": "I was wrong", "speakers": ["ann"], "retracts": ["leak"]},
    ]))  # fmt: skip
    assert of(store).origins == []
    assert of(store).weakest_hop is None
    assert ask.origins(store).items == []
    put(store, report("Two", [says("bob", "It leaks and floods", "dam")]))
    assert of(store).statements == of(store, "The valley floods").statements == 1
    put(store, report("Three", [says("wire", "Floods", "flood")]))
    assert of(store, DAM).statements == 1
    with pytest.raises(NotFoundError, match="nothing published by 2029"):
        of(store, as_of="2029")


def test_merged_actors_are_one_speaker_and_one_side(store: Store) -> None:
    put(store, report("One", [says("bob"), says("ann", "It leaks today")]))
    judge.merge(store, "bob", "ann")
    assert len(of(store).first_speakers) == 1
    assert [side.id for side in of(store).origins[0].side] == [
        "norland"
    ]  # by a post of the one that was merged
    assert ask.origins(store, actor="bob").items == ask.origins(store).items


def test_what_is_unknown_is_told(store: Store) -> None:
    for asked in (ask.origins_of, ask.copies_of):
        with pytest.raises(NotFoundError):
            asked(store, "nothing")
    with pytest.raises(NotFoundError):
        ask.bound(store, "nothing")
    for listed in (ask.origins, ask.unanswered, ask.denials, ask.overreach):
        assert listed(store).items == []
        with pytest.raises(InputError):
            listed(store, as_of="soon")
        with pytest.raises(InputError):
            listed(store, after="soon")


PLAN: dict[str, Any] = {
    "plans": [{"id": "pact", "name": "Pact"}],
    "terms": [{"id": "pact:gates", "part_of": "pact", "name": "Gates", "text": "Norland opens the gates",
               "binds": ["norland", "bob"]}],
}  # fmt: skip


def test_a_plan_without_drafts_binds_as_well(store: Store) -> None:
    put(store, report("One", [says("wire")], **PLAN))
    assert [each.actor.id for each in ask.bound(store, "pact").items] == ["bob", "norland"]
    first = ask.bound(store, "pact", limit=1)
    assert [each.actor.id for each in ask.bound(store, "pact", after=first.next).items] == ["norland"]
    ex = {"words": "I want that", "speakers": ["ex"], "supports": ["pact:gates"]}
    put(store, report("Two", [ex], **PLAN))
    assert len(ask.bound(store, "pact").items) == 2
    ann = {"words": "We want that", "speakers": ["ann"], "supports": ["pact:gates"]}
    put(store, report("Three", [ann], **PLAN, document={"published": "2030-02-01"}))
    assert [each.actor.id for each in ask.bound(store, "pact").items] == ["bob"]
    assert len(ask.bound(store, "pact", as_of="2030-01").items) == 2


def test_a_claim_is_answered_by_a_word_on_a_part_or_the_whole(store: Store) -> None:
    put(store, report("One", [says("bob", "It leaks and floods", "dam")]))
    silent = {(each.claim.name, each.actor.id) for each in ask.unanswered(store).items}
    assert silent == {(DAM, "norland"), (LEAK, "norland")}
    put(store, report("Two", [{"words": "Nonsense", "speakers": ["ex"], "denies": ["leak"]}]))
    assert [one.id for each in ask.unanswered(store).items for one in each.denied_by] == ["ex", "ex"]
    put(store, report("Three", [{"words": "Does it?", "speakers": ["ann"], "questions": ["leak"]}]))
    assert ask.unanswered(store).items == []


def test_days_are_unknown_where_a_date_is(store: Store) -> None:
    put(store, report("One", [says("bob")], document={"published": "2030-01"}))
    put(store, report("Two", [{"words": "No", "speakers": ["ann"], "denies": ["leak"]}]))
    (denial,) = ask.denials(store).items
    assert denial.days is None
    put(store, report("Three", [{"words": "Never", "speakers": ["bob"], "denies": ["leak"]}]))
    assert [denial.denied[0].exact for denial in ask.denials(store).items] == ["No"]
    assert ask.denials(store, actor="ex").items == []


def test_a_headline_needs_all_its_parts(store: Store) -> None:
    put(
        store,
        report(
            "It leaks and floods", [says("bob", "It leaks and floods", "dam"), says("bob", "It does leak")]
        ),
    )
    (found,) = ask.overreach(store).items
    assert (found.support, [part.name for part in found.missing]) == ("none", ["The valley floods"])
    assert [said.exact for said in found.body] == ["It does leak"]
    put(
        store,
        report("It leaks too", [says("bob", "It leaks too"), says("bob", "It leaks and floods", "dam")]),
    )
    assert len(ask.overreach(store).items) == 1


def test_a_headline_puts_words_in_the_mouth_that_said_them(store: Store) -> None:
    put(store, report("Ann: it leaks", [says("ann", "Ann: it leaks"), says("bob", "It does leak")]))
    assert [each.support for each in ask.overreach(store).items] == ["none"]
    put(
        store, report("Norland: it leaks", [says("norland", "Norland: it leaks"), says("ann", "So it leaks")])
    )
    put(store, report("A dam leaks", [says("paper", "A dam leaks"), says("bob", "Yes, leaks")],
                      document={"publisher": "paper"}))  # fmt: skip
    assert len(ask.overreach(store).items) == 1


def test_what_is_no_headline_is_not_weighed(store: Store) -> None:
    inferred = says("paper", "It may well leak", inference=True)
    put(store, report("It leaks", [says("ann")]))  # nothing of the body is known
    other = report("A dam", [says("ann", "It leaks now"), inferred])
    put(
        store,
        other.model_copy(update={"document": other.document.model_copy(update={"title": "Unlike the text"})}),
    )
    assert ask.overreach(store).items == []
    put(store, report("Dam: leaks", [says("ann", "Dam: leaks"), {**inferred, "speakers": ["ann"]}]))
    assert [each.support for each in ask.overreach(store).items] == ["inference"]


def test_whom_a_speaker_is_with_is_told_by_the_day_of_the_words(store: Store) -> None:
    put(store, report("One", [says("norland"), says("ex", "It did leak", said="2028-05-01")]))
    assert of(store).independent_origins == 1  # said in office, printed later


def test_what_was_said_in_office_is_no_silence(store: Store) -> None:
    put(store, report("One", [says("wire")]))
    assert [u.actor.id for u in ask.unanswered(store).items if u.claim.name == LEAK] == ["norland"]
    denial = {"words": "Nothing leaks", "speakers": ["ex"], "denies": ["leak"]}
    put(store, report("Two", [{**denial, "said": "2030-01-01"}]))
    assert ask.unanswered(store).items != []
    put(store, report("Three", [{**denial, "said": "2028-05-01"}]))
    assert ask.unanswered(store).items == []


def test_a_conclusion_of_a_writer_without_a_name_is_borne_out_by_anybody(store: Store) -> None:
    words = "Norland lets the dam leak"
    put(store, report(words, [says("sources", words, inference=True), says("ann", "It leaks a lot")]))
    assert ask.overreach(store).items == []


def test_a_headline_over_a_body_of_rejected_statements_is_left_out(store: Store) -> None:
    words = "Norland lets the dam leak"
    body = says("ann", "It leaks a lot", review="rejected")
    put(store, report(words, [says("wire", words), body], document={"publisher": "wire"}))
    assert ask.overreach(store).items == []
