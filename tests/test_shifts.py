"""Shifts, retractions, changes and answers as of a moment, on small documents of their own."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from graph import ask, judge
from graph.answers import Shift
from graph.errors import InputError, NotFoundError
from graph.project import claim_id
from graph.store import Store

from .conftest import put
from .samples import model, saying, span

RAIN = claim_id("It rains")


def say(store: Store, act: str, text: str, published: str, speaker: str = "ada", **more: Any) -> None:
    put(store, saying(act, speaker, text=text, published=published, **more))


def moves(store: Store, **filters: Any) -> list[tuple[str, list[str], list[str]]]:
    found = ask.shifts(store, **filters).items
    return [(s.after.day, s.before.acts, s.after.acts) for s in found]


def test_a_shift_is_between_two_neighbouring_days(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "asserts", "Still rain.", "2026-01-03")
    say(store, "denies", "No rain.", "2026-01-05")
    say(store, "denies", "It never rained.", "2026-01-05", speaker="bo")
    assert moves(store) == [("2026-01-05", ["asserts"], ["denies"])]
    assert moves(store, claim=RAIN, actor="ada") == moves(store)
    assert moves(store, actor="bo") == moves(store, claim=RAIN, since="2026-02") == []
    (kept,) = ask.consistency(store).items
    assert (kept.actor.id, kept.compared, kept.shifted, kept.score) == ("ada", 2, 1, 0.5)


def test_since_and_until_are_of_the_second_piece(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "denies", "No rain.", "2026-01-05")
    assert moves(store, since="2026-01-05") == moves(store, until="2026-01") == moves(store)
    assert moves(store, since="2026-01-06") == moves(store, until="2026-01-04") == []
    with pytest.raises(InputError, match="is not a date"):
        ask.shifts(store, since="soon")


def test_words_said_again_later_add_nothing(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "denies", "No rain.", "2026-01-02")
    say(store, "asserts", "It  RAINS.", "2026-01-03")
    assert moves(store) == [("2026-01-02", ["asserts"], ["denies"])]


def test_both_on_one_day_are_one_footing(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "denies", "No rain.", "2026-01-01")
    assert moves(store) == []
    say(store, "denies", "No drop.", "2026-01-02")
    assert moves(store) == [("2026-01-02", ["asserts", "denies"], ["denies"])]


def test_the_day_is_when_it_was_said(store: Store) -> None:
    say(store, "denies", "No rain.", "2026-01-05")
    say(store, "asserts", "It rains.", "2026-01-09", said="2026-01-01")
    (shift,) = ask.shifts(store).items
    assert (shift.before.day, shift.before.acts, shift.published) == ("2026-01-01", ["asserts"], "2026-01-05")
    # On the fifth nobody could know what would be reported on the ninth.
    assert moves(store, as_of="2026-01-08") == []


def test_what_is_not_dated_to_the_day_tells_no_order(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01")
    say(store, "denies", "No rain.", "2026-01-05")
    assert moves(store) == []
    assert ask.consistency(store).items == []


def test_what_is_rejected_or_inferred_is_no_footing(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "denies", "No rain.", "2026-01-02", review="rejected")
    say(store, "denies", "It cannot rain.", "2026-01-03", inference=True)
    assert moves(store) == []


def test_who_takes_back_does_not_shift(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "retracts", "I was wrong.", "2026-01-03")
    say(store, "denies", "No rain.", "2026-01-04")
    assert moves(store) == []
    (back,) = ask.retractions(store).items
    assert (back.claim.id, back.retraction.exact, [w.exact for w in back.of]) == (
        RAIN, "I was wrong.", ["It rains."],
    )  # fmt: skip
    assert ask.retractions(store, since="2026-01-04").items == []
    assert ask.retractions(store, claim=RAIN, until="2026-01-03").items == [back]
    for unknown in ({"actor": "bo"}, {"plan": "none"}):
        with pytest.raises(NotFoundError):
            ask.retractions(store, **unknown)


def test_a_retraction_of_what_the_graph_does_not_hold(store: Store) -> None:
    say(store, "retracts", "I was wrong.", "2026-01-03")
    (back,) = ask.retractions(store).items
    assert back.of == []


def test_actors_judged_to_be_one_shift_as_one(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01", speaker="adda")
    say(store, "denies", "No rain.", "2026-01-02")
    assert moves(store) == []
    judge.merge(store, "ada", "adda")
    assert moves(store, actor="adda") == [("2026-01-02", ["asserts"], ["denies"])]
    assert len(ask.shifts_of(store, "adda").items) == 1
    with pytest.raises(NotFoundError, match="nobody"):
        ask.shifts_of(store, "nobody")


def test_any_course_is_compared_day_by_day(store: Store) -> None:
    random = Random(7)
    wanted: dict[str, tuple[int, int]] = {}
    for speaker in ("ada", "bo", "cy", "di"):
        course = [
            (day, random.choice(["asserts", "denies"])) for day in sorted(random.sample(range(1, 29), 6))
        ]
        for day, act in course:
            say(store, act, f"{speaker} {act} {day}.", f"2026-01-{day:02}", speaker=speaker)
        pairs = list(pairwise(course))
        wanted[speaker] = (len(pairs), sum(a[1] != b[1] for a, b in pairs))
    found = {one.actor.id: (one.compared, one.shifted) for one in ask.consistency(store).items}
    assert found == wanted
    pages, after = list[Shift](), None
    while True:
        page = ask.shifts(store, limit=2, after=after)
        pages += page.items
        if (after := page.next) is None:
            break
    assert pages == ask.shifts(store, limit=500).items
    assert len(pages) == sum(shifted for _, shifted in wanted.values())


def test_until_ends_a_period_and_as_of_is_a_moment(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "retracts", "I was wrong.", "2026-01-03")

    def status(**filters: Any) -> list[str]:
        return [dispute.status for dispute in ask.disputes(store, status=None, **filters).items]

    assert status(until="2026-01-02") == status(as_of="2026-01-02") == ["undisputed"]
    assert status() == status(until="2026-01-02", as_of="2026-01-03") == []


def test_changes_of_a_dispute_have_the_words(store: Store) -> None:
    say(store, "asserts", "It rains.", "2026-01-01")
    say(store, "denies", "No rain.", "2026-01-02", speaker="bo")
    say(store, "retracts", "I was wrong.", "2026-01-03")
    (began,) = ask.changes(store, "2026-01-01", "2026-01-02").disputes
    assert (began.before, began.after, [w.exact for w in began.added]) == (
        "undisputed", "disputed", ["No rain."],
    )  # fmt: skip
    (ended,) = ask.changes(store, "2026-01-02", "2026-01-03").disputes
    assert (ended.before, ended.after) == ("disputed", "unclaimed")
    assert [w.exact for w in ended.removed] == ["It rains."]
    assert [w.exact for w in ended.retractions] == ["I was wrong."]
    (whole,) = ask.changes(store, "2025", "2026").disputes
    assert (whole.before, whole.after) == ("unknown", "unclaimed")
    assert ask.changes(store, "2026-01-03", "2026-01-03").disputes == []
    with pytest.raises(InputError, match="is after"):
        ask.changes(store, "2026-02", "2026-01")


def test_a_denial_taken_back_leaves_a_claim_unasserted(store: Store) -> None:
    say(store, "denies", "No rain.", "2026-01-02")
    say(store, "retracts", "Forget that.", "2026-01-03")
    (change,) = ask.changes(store, "2026-01-02", "2026-01-03").disputes
    assert (change.before, change.after) == ("unclaimed", "unasserted")


def test_an_actor_and_a_term_have_what_was_stated_by_then(store: Store) -> None:
    put(store, model())
    put(
        store,
        model(
            document={"title": "Later", "text": "Mayor Holm, says Bo Lind.", "published": "2026-02-01"},
            actors=[{"id": "ada-holm", "kind": "Person", "name": "Ada Holm", "aliases": ["Addie"],
                     "roles": [{"post": "Judge"}]}],
            claims=[], statements=[], mentions=[],
            terms=[{"id": "bridge:cost", "part_of": "bridge", "name": "Cost", "text": "the council pays",
                    "binds": ["ada-holm"], "deadline": "by May"}],
        ),
    )  # fmt: skip
    early, late = (ask.actor(store, "ada-holm", as_of=at) for at in ("2026-01-02", None))
    assert ([r.post for r in early.roles], early.aliases) == (["Mayor"], ["Holm"])
    assert ([r.post for r in late.roles], late.aliases) == (["Judge", "Mayor"], ["Addie", "Holm"])
    early, late = (ask.term(store, "bridge:cost", as_of=at) for at in ("2026-01", None))
    assert ([b.id for b in early.binds], early.deadline, early.amount) == (["council"], None, 1.5)
    assert ([b.id for b in late.binds], late.deadline) == (["ada-holm", "council"], "by May")
    for question in (ask.actor, ask.term, ask.plan, ask.claim):
        with pytest.raises(NotFoundError):
            question(store, {"actor": "ada-holm", "term": "bridge:cost", "plan": "bridge"}.get(
                question.__name__, claim_id("The council paid for the bridge")), as_of="2025")  # fmt: skip


def test_a_cell_tells_the_stance_on_the_term_apart_from_that_on_claims(store: Store) -> None:
    words = ("the council had approved the bridge and paid for it", "the council had paid for it")
    put(
        store,
        model(
            statements=[
                {"id": "s1", "speakers": ["ada-holm"], "demands": ["paid"], "span": span(words[0])},
                {"id": "s2", "speakers": ["ada-holm"], "rejects": ["bridge:cost"], "span": span(words[1])},
                {"id": "s3", "speakers": ["bo-lind"], "rejects": ["paid"], "span": span(words[1])},
            ]
        ),
    )
    both, claim = ask.board(store, "bridge").cells
    assert (both.actor, both.stance, both.own, both.status, both.step) == (
        "ada-holm", "mixed", "rejects", "current", None,
    )  # fmt: skip
    assert (claim.actor, claim.stance, claim.own) == ("bo-lind", "rejects", None)
