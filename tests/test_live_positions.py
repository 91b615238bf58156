"""Positions rest on live statements: what is rejected, retracted, merged or written in another order."""

from itertools import permutations
from typing import Any

import pytest

from graph import ask, judge
from graph.answers import Mention
from graph.project import claim_id
from graph.store import Store

from .conftest import put
from .samples import annotation, model, saying

BRIDGE = "The council paid for the bridge"


def pairs(store: Store, kind: str, **filters: Any) -> list[tuple[str, str, int]]:
    return [(e.source, e.target, e.weight) for e in ask.network(store, kind, **filters).edges]


def test_what_is_rejected_in_review_counts_nowhere(store: Store) -> None:
    put(store, saying("asserts", "ada", text="It rains.", published="2026-01-01"))
    put(store, saying("denies", "bo", text="No rain.", published="2026-01-02", review="rejected"))
    assert pairs(store, "conflict") == []
    assert ask.relations(store, "ada", "opponents").items == []
    assert len(ask.timeline(store, actor="bo").items) == 0
    assert ask.timeline(store, claim=claim_id("It rains")).next is None
    (moment,) = ask.timeline(store, actor="ada").items
    assert moment.answers == []


def test_what_is_retracted_is_nobodys_position_from_then_on(store: Store) -> None:
    put(store, saying("asserts", "ada", text="It rains.", published="2026-01-01"))
    put(store, saying("denies", "bo", text="No rain.", published="2026-01-02"))
    assert pairs(store, "conflict") == [("ada", "bo", 1)]
    put(store, saying("retracts", "ada", text="I was wrong.", published="2026-01-03"))
    assert pairs(store, "conflict") == []
    assert pairs(store, "conflict", until="2026-01-02") == [("ada", "bo", 1)]
    assert ask.chains(store, claim_id("It rains")).chains == []
    assert len(ask.chains(store, claim_id("It rains"), as_of="2026-01-02").chains) == 1
    # Both were said.
    assert [m.title for m in ask.timeline(store, actor="ada").items] == ["It rains.", "I was wrong."]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("supports", "demands", True),
        ("accepts_if", "accepts_if", True),
        ("rejects", "rejects", True),
        ("supports", "rejects", False),
        ("demands", "rejects", False),
        ("accepts_if", "rejects", None),
        ("accepts_if", "supports", None),
        ("asserts", "demands", None),  # to say that it is so is not to want it
        ("denies", "rejects", None),
        ("denies", "denies", True),
        ("asserts", "denies", False),
    ],
)
def test_who_agrees(store: Store, first: str, second: str, same: bool | None) -> None:
    more = {"condition": "may rain"}
    for act, speaker, text in ((first, "ada", "It may rain."), (second, "bo", "So it may rain.")):
        put(
            store,
            saying(act, speaker, text=text, published="2026-01-01", **(more if act == "accepts_if" else {})),
        )
    found = (pairs(store, "congruence"), pairs(store, "conflict"))
    one = [("ada", "bo", 1)]
    assert found == ((one, []) if same else ([], one) if same is not None else ([], []))


def test_a_merged_actor_stands_for_both(store: Store) -> None:
    put(store, saying("demands", "ada", text="Let it rain.", published="2026-01-01"))
    put(store, saying("rejects", "ade", text="No rain, please.", published="2026-01-02"))
    put(store, saying("rejects", "bo", text="Rain is bad.", published="2026-01-03"))
    judge.merge(store, "ada", "ade")
    (position,) = ask.positions(store, "ade").items
    assert (position.stance, len(position.stances)) == ("mixed", 2)
    assert [stance.stance for stance in position.stances] == ["demands", "rejects"]
    (other,) = ask.relations(store, "ade", "opponents").items
    assert (other.actor.id, other.agreements, other.conflicts) == ("bo", 1, 1)
    assert [step.id for step in ask.path(store, "ade", "bo").steps][::4] == ["ada", "bo"]
    assert pairs(store, "conflict", actor="ade") == [("ada", "bo", 1)]


def test_mentions_follow_judgements(store: Store) -> None:
    written = put(store, model())

    def mentions() -> list[Mention]:
        return ask.document(store, written.document).mentions

    assert [(m.id, m.spans) for m in mentions()] == [("ada-holm", [(6, 14)])]
    judge.merge(store, "bo-lind", "ada-holm")
    assert [m.id for m in mentions()] == ["bo-lind"]


def test_a_split_leads_the_mentions_of_its_documents(store: Store) -> None:
    written = put(store, model())
    judge.split(store, "ada-holm", "ada-holm-mp", name="Ada Holm", documents=[written.document])
    assert [m.id for m in ask.document(store, written.document).mentions] == ["ada-holm-mp"]


def test_a_denied_part_meets_who_asserts_the_whole(store: Store) -> None:
    put(store, model())
    (relation,) = ask.relations(store, "bo-lind", "opponents").items
    assert [(on.name, on.same) for on in relation.on] == [(BRIDGE, False)]
    assert relation.actor.id == "ada-holm"


def test_the_order_of_writing_does_not_matter(store: Store, cypher: Any) -> None:
    documents = [
        model(),
        saying("asserts", "ada-holm", text="The council paid.", published="2026-01-03", claim=BRIDGE),
        saying("denies", "bo-lind", text="It did not.", published="2026-01-04", claim=BRIDGE),
    ]
    answers = set[str]()
    for order in permutations(documents):
        cypher("MATCH (n) DETACH DELETE n")
        for document in order:
            put(store, document)
        answers.add(
            ask.path(store, "ada-holm", "bo-lind").model_dump_json()
            + ask.timeline(store, limit=100).model_dump_json()
            + ask.network(store, "conflict").model_dump_json()
            + ask.board(store, "bridge").model_dump_json()
        )
    assert len(answers) == 1


def test_a_number_orders_terms_as_a_number(store: Store) -> None:
    terms = [
        {"id": f"bridge:{n}", "part_of": "bridge", "name": f"Term {n}", "text": f"term {n}", "number": n}
        for n in ("10", "2", "1")
    ]
    given = annotation()
    put(store, model(terms=[*given["terms"], *terms]))
    assert [t.number for t in ask.board(store, "bridge").terms] == ["1", "2", "10", None]
    assert [t.number for t in ask.plan(store, "bridge").terms] == ["1", "2", "10", None]


def test_a_draft_and_a_term_of_one_id_are_two_positions_on_any_page(store: Store) -> None:
    data = annotation()
    text = data["document"]["text"]
    wanting = {**data["statements"][0], "asserts": [], "supports": ["bridge:cost"]}
    draft = {"id": "bridge:cost", "plan": "bridge", "name": "The costly draft"}
    titles: dict[str, dict[str, Any]] = {"A draft": {"versions": [draft], "terms": []}, "A term": {}}
    for title, changes in titles.items():
        document = {**data["document"], "title": title, "text": f"{text} {title}"}
        put(store, model(document=document, statements=[wanting], claims=[], **changes))
    found, after = list[str](), None
    while True:
        page = ask.positions(store, "ada-holm", limit=1, after=after)
        found += [position.kind for position in page.items]
        if (after := page.next) is None:
            break
    assert sorted(found) == ["PlanVersion", "Term"]
