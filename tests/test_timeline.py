"""The timeline of the samples, and what joins a denial to what it denies."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.answers import Moment
from graph.errors import InputError
from graph.settings import Settings
from graph.store import Store

UMEROV = "b74322f59e199576"


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def everything(store: Store, **filters: str) -> list[Moment]:
    page = ask.timeline(store, limit=500, **filters)
    assert page.next is None
    return page.items


def test_all_is_there_once_in_order(corpus_store: Store) -> None:
    found = everything(corpus_store)
    kinds = [moment.kind for moment in found]
    # All 88 statements; 4 documents; the call, the meeting and the talks are the events with a date.
    assert (kinds.count("statement"), kinds.count("document"), kinds.count("event")) == (88, 4, 3)
    assert [moment.at for moment in found] == sorted(moment.at for moment in found)
    assert everything(corpus_store, order="desc") == found[::-1]


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_hold_everything_once(corpus_store: Store, order: str) -> None:
    paged, after = list[Moment](), None
    while True:
        page = ask.timeline(corpus_store, order=order, limit=7, after=after)
        paged += page.items
        if (after := page.next) is None:
            break
    assert paged == everything(corpus_store, order=order)


def test_three_clocks(corpus_store: Store) -> None:
    found = {moment.title: (moment.at, moment.clock) for moment in everything(corpus_store)}
    assert found["any ceiling on the army"] == ("2025-11-20", "said")
    assert found["he approved any of it"] == ("2025-11-22", "published")
    assert found["Geneva talks"] == ("2025-11-23", "happened")
    assert found["Ukraine says no to the American plan"][0] == "2025-11-22"
    assert found["the dam was leaking"] == ("2031-03", "said")


def test_a_denial_is_joined_to_what_it_denies(corpus_store: Store) -> None:
    found = everything(corpus_store)
    words = {moment.id: moment.title for moment in found if moment.kind == "statement"}
    joined = {m.title: {words[id_][:36] for id_ in m.answers} for m in found if m.answers}
    whole, approved = "Rustem Umerov, the secretary of Ukra", "Rustem Umerov agreed to most of the "
    assert joined["having approved any point of the plan"] == {whole, approved}
    assert joined["changed its points"] == {whole}
    assert joined["the plan was a Russian wish list"] == {"a wish list of the Russians"}
    assert joined["anything had been hidden"] == {"Norvale's engineers had closed the d"}
    assert joined["the report"] == {"the guild had paid Fenn and drafted h"[:36]}
    # Nobody claims these.
    assert "Moscow had received the plan officially" not in joined
    assert "Nor had he assessed the terms" not in joined


def test_a_retraction_and_what_it_retracts_were_both_said(corpus_store: Store) -> None:
    found = [m.title for m in everything(corpus_store, actor="ferrymens-guild")]
    assert found == ["the dam was leaking", "that claim"]


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({"actor": "rustem-umerov"}, 6),
        ({"actor": "example-wire"}, 3),  # two conclusions, and the article
        ({"claim": UMEROV}, 7),  # twice the officials, three denials of parts, two articles
        ({"plan": "ambel-treaty"}, 8),
        ({"plan": "ambel-treaty", "actor": "ilse-marrow"}, 2),
        ({"term": "28-point-plan:ukraine-armed-forces"}, 8),
        ({"since": "2031-05"}, 14),
        ({"since": "2031-03-01", "until": "2031-05-03"}, 1),  # no day is known of the leak
        ({"until": "2025-11-20"}, 8),
        ({"as_of": "2025-11-20"}, 0),
        ({"actor": "rustem-umerov", "since": "2040"}, 0),
    ],
)
def test_filters(corpus_store: Store, filters: dict[str, str], number: int) -> None:
    assert len(everything(corpus_store, **filters)) == number


def test_as_of_knows_only_what_was_published(corpus_store: Store) -> None:
    found = everything(corpus_store, as_of="2025-11-21", actor="rustem-umerov")
    assert [m.title for m in found] == [
        "Nor had he assessed the terms",
        "having approved any point of the plan",
        "his part in the American meetings had been technical",
    ]
    assert [len(m.answers) for m in found] == [0, 1, 0]


def test_what_is_no_date_is_refused(corpus_store: Store) -> None:
    with pytest.raises(InputError, match="is not a date"):
        ask.timeline(corpus_store, as_of="now")


def test_over_http(client: TestClient) -> None:
    first = client.get("/timeline?actor=rustem-umerov&order=desc&limit=1")
    (moment,) = first.json()["items"]
    assert moment["evidence"]["exact"] == moment["title"]
    assert moment["evidence"]["acts"][0]["act"] == "asserts"
    assert "order=desc" in first.headers["link"]
    assert client.get("/timeline?order=up").status_code == 422
    assert client.get("/timeline?after=zzz").status_code == 400
