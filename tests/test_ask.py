"""Answers on the sample corpus against its gold (examples/README.md), and the semantics one by one."""

from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.errors import InputError, NotFoundError
from graph.store import Store

UMEROV = "Rustem Umerov approved most of the 28-point plan, changed several of its points"


def umerov(store: Store, **filters: str):
    return ask.disputes(store, actor="rustem-umerov", text="presented", **filters).items


def test_who_disputes_which_claim(corpus_store: Store) -> None:
    found = {d.claim: (d.claimed_by, d.denied_by) for d in ask.disputes(corpus_store).items}
    assert len(found) == 7
    assert found["The 28-point plan is a Russian wish list"] == (["Angus King"], ["Tommy Pigott"])
    assert found["Ukraine is grateful to the United States"] == (
        ["Volodymyr Zelenskyy"],
        ["Donald Trump"],
    )
    # The senators report Rubio's denial; they do not make it.
    assert found["The United States wrote the 28-point plan"][1] == ["Marco Rubio"]


def test_part_by_part(corpus_store: Store) -> None:
    (dispute,) = umerov(corpus_store)
    assert dispute.claim.startswith(UMEROV)
    assert dispute.anonymous_only
    assert {part.text.split()[2]: part.status for part in dispute.parts} == {
        "approved": "denied",
        "changed": "denied",
        "presented": "unanswered",
    }


def test_as_published_by_a_day(corpus_store: Store) -> None:
    (dispute,) = umerov(corpus_store, until="2025-11-21")
    assert {part.text.split()[2]: part.status for part in dispute.parts}["changed"] == "unanswered"


def test_words_are_verbatim_with_offsets(corpus_store: Store) -> None:
    texts = {d.id: ask.document(corpus_store, d.id).text for d in ask.documents(corpus_store).items}
    for dispute in ask.disputes(corpus_store, status=None).items:
        for item in (*dispute.asserting, *dispute.denying):
            assert texts[item.document.id][item.start : item.end] == item.exact


def test_denied_before_it_was_claimed(corpus_store: Store) -> None:
    found = ask.disputes(corpus_store, status="unclaimed").items
    assert len(found) == 10
    assert all(d.claimed_by == [] and d.asserting == [] for d in found)
    assert ["Karoline Leavitt"] in [d.denied_by for d in found]


def test_denial_of_the_whole_implies_the_parts(corpus_store: Store) -> None:
    (dispute,) = ask.disputes(corpus_store, text="Ferrymen's Guild paid").items
    assert [part.status for part in dispute.parts] == ["implied", "implied"]
    assert {part.implied_from for part in dispute.parts} == {dispute.id}


def test_a_part_can_be_asked_for_itself(corpus_store: Store) -> None:
    (dispute,) = umerov(corpus_store)
    part = next(part for part in dispute.parts if part.status == "denied")
    assert ask.claim(corpus_store, part.id).claim == part.text


def test_chains_lead_outward(corpus_store: Store) -> None:
    said = ask.actor(corpus_store, "dan-driscoll").statements
    assert [[hop.name for hop in item.chain] for item in said] == [["sources"]]


def test_stances_come_from_own_words_only(corpus_store: Store) -> None:
    term = ask.term(corpus_store, "28-point-plan:ukraine-armed-forces")
    rejecting = {s.actor for s in term.stances if s.stance == "rejects"}
    assert rejecting == {"Khrystyna Hayovyshyn", "Ursula von der Leyen"}


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({"actor": "ilse-marrow"}, 1),
        ({"plan": "28-point-plan"}, 4),
        ({"since": "2031"}, 2),
        ({"until": "2025-11"}, 5),
        ({"until": "2025-11-20"}, 0),
        ({"actor": "tommy-pigott"}, 3),
        ({"text": "WISH LIST"}, 1),
        ({"term": "28-point-plan:ukraine-elections"}, 0),
    ],
)
def test_filters(corpus_store: Store, filters: dict[str, str], number: int) -> None:
    assert len(ask.disputes(corpus_store, **filters).items) == number


def test_pages_hold_everything_once(corpus_store: Store) -> None:
    whole = [d.id for d in ask.disputes(corpus_store, status=None, limit=500).items]
    paged, cursor = list[str](), None
    while True:
        page = ask.disputes(corpus_store, status=None, limit=3, after=cursor)
        paged += [d.id for d in page.items]
        if (cursor := page.next) is None:
            break
    assert paged == whole


@pytest.mark.parametrize("cursor", ["x", "", "W10", "WzFd", "ñ"])
def test_a_foreign_cursor_is_refused(corpus_store: Store, cursor: str) -> None:
    with pytest.raises(InputError, match="not a cursor of this list"):
        ask.actors(corpus_store, after=cursor)


def test_the_unknown_is_not_found(corpus_store: Store) -> None:
    for question in (ask.actor, ask.term, ask.document, ask.claim):
        with pytest.raises(NotFoundError, match="nobody-knows"):
            question(corpus_store, "nobody-knows")


@pytest.mark.parametrize("words", ['"a OR (b', "Umerov AND", "*", "a\\", "umerov~~9", "пристань"])
def test_search_takes_any_text(corpus_store: Store, words: str) -> None:
    if words == "*":
        with pytest.raises(InputError, match="at least one word"):
            ask.search(corpus_store, words)
    else:
        ask.search(corpus_store, words)


@pytest.mark.parametrize("date", ["x", "", "Nov", "2025-1-1", "yesterday", "2025-02-31", "2025-13", "0000"])
def test_what_is_no_date_is_refused(corpus_store: Store, date: str) -> None:
    with pytest.raises(InputError, match="is not a date"):
        ask.disputes(corpus_store, until=date)
    with pytest.raises(InputError, match="is not a date"):
        ask.documents(corpus_store, since=date)


PERIODS: list[Callable[..., Any]] = [
    ask.disputes, ask.documents, ask.timeline, ask.shifts, ask.retractions,
    lambda store, **period: ask.board(store, "28-point-plan", **period),
    lambda store, **period: ask.positions(store, "rustem-umerov", **period),
    lambda store, **period: ask.relations(store, "rustem-umerov", "allies", **period),
    lambda store, **period: ask.network(store, "conflict", **period),
]  # fmt: skip


@pytest.mark.parametrize("asked", PERIODS)
def test_a_period_that_ends_before_it_begins_is_refused(
    corpus_store: Store, asked: Callable[..., Any]
) -> None:
    for since, until in (("2025-11-22", "2025-11-21"), ("2025-12", "2025-11-21"), ("2026", "2025-11")):
        with pytest.raises(InputError, match="ends before it begins"):
            asked(corpus_store, since=since, until=until)
    asked(corpus_store, since="2025-11-22", until="2025-11")


def test_moments_of_changes_are_in_order_by_their_ends(corpus_store: Store) -> None:
    ask.changes(corpus_store, "2025-11-22", "2025-11")
    with pytest.raises(InputError, match="is after"):
        ask.changes(corpus_store, "2025-11", "2025-11-22")


def test_quote_marks_do_not_matter(corpus_store: Store) -> None:
    assert ask.disputes(corpus_store, text="Norvale’s engineers").items


def test_a_part_counts_what_is_said_of_the_whole(corpus_store: Store) -> None:
    (whole,) = umerov(corpus_store)
    denied = next(
        part for part in whole.parts if part.text.endswith("changed several points of the 28-point plan")
    )
    answer = ask.claim(corpus_store, denied.id)
    assert (answer.status, answer.claimed_by, answer.denied_by) == (
        "disputed",
        ["US officials"],
        ["Rustem Umerov"],
    )
    unanswered = next(part for part in whole.parts if part.status == "unanswered")
    assert ask.claim(corpus_store, unanswered.id).status == "undisputed"
