"""Saved questions over HTTP: answers now, what is new since the last run, and files that are broken."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store
from graph.watching.feed import ATOM
from graph.watching.looking import look
from graph.watching.now import state_of
from graph.watching.questions import load_watch
from graph.watching.state import State, load_state, save_state

from .conftest import annotations, put
from .service import local

QUESTIONS = """watch: W
questions:
- {id: disputes, title: What is disputed, ask: disputes}
- {id: stances, ask: stances, term: '28-point-plan:ukraine-armed-forces'}
- {id: board, ask: board, plan: 28-point-plan}
- {id: sides, ask: sides, claim: Rustem Umerov approved most of the 28-point plan}
- {id: said, ask: statements, actor: rustem-umerov}
- {id: moves, ask: shifts}
- {id: clashes, ask: contradictions}
- {id: waits, ask: silence}
"""
PLACES = {
    "Claim": "claims", "Term": "terms", "Actor": "actors", "Statement": "statements", "Document": "documents",
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "w.yaml").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path / "w.yaml"


@pytest.fixture
def client(store: Store, file: Path) -> TestClient:
    return local(store, Settings(watch=file))


def run(store: Store, file: Path) -> None:
    """What one run of `counterclaim watch` leaves."""
    place = state_of(file)
    save_state(place, look(store, load_watch(file), load_state(place))[0])


def test_each_question_has_its_entries_now_with_words_and_where_they_lead(
    store: Store, file: Path, client: TestClient
) -> None:
    for path in annotations():
        put(store, load_annotation(path))
    response = client.get("/watch")
    assert response.status_code == 200, response.text
    assert "etag" not in response.headers
    found = response.json()
    assert (found["watch"], found["reports"]) == ("W", [])
    assert [each["id"] for each in found["questions"]] == [
        "disputes", "stances", "board", "sides", "said", "moves", "clashes", "waits",
    ]  # fmt: skip
    assert found["questions"][0]["title"] == "What is disputed"
    assert found["questions"][1]["fields"] == {
        "term": "28-point-plan:ukraine-armed-forces", "drafts": "any",
    }  # fmt: skip
    for question in found["questions"]:
        assert question["entries"], question["id"]
        assert not question["seen"]
        assert question["gone"] == []
        for entry in question["entries"]:
            assert not entry["new"]
            assert entry["words"] or entry["quotes"]
        first = question["entries"][0]
        assert client.get(f"/{PLACES[first['kind']]}/{first['id']}").status_code == 200, first
    assert not state_of(file).exists()


def test_what_came_since_the_last_run_is_new_and_the_state_stays(
    store: Store, file: Path, client: TestClient
) -> None:
    first, *others = annotations()
    put(store, load_annotation(first))
    run(store, file)
    before = state_of(file).read_bytes()
    for path in others:
        put(store, load_annotation(path))
    found = client.get("/watch").json()
    disputes = found["questions"][0]
    assert disputes["seen"]
    assert any(entry["new"] for entry in disputes["entries"])
    assert [report["number"] for report in found["reports"]] == [1]
    assert state_of(file).read_bytes() == before
    run(store, file)
    again = client.get("/watch").json()
    assert [report["number"] for report in again["reports"]] == [2, 1]
    assert not any(entry["new"] for question in again["questions"] for entry in question["entries"])


def test_what_went_is_told_as_it_stood(store: Store, file: Path, client: TestClient) -> None:
    for path in annotations():
        put(store, load_annotation(path))
    run(store, file)
    store_of = client.get("/documents?limit=500").json()["items"]
    for document in store_of:
        assert client.delete(f"/documents/{document['id']}").status_code == 204
    disputes = client.get("/watch").json()["questions"][0]
    assert disputes["entries"] == []
    assert disputes["gone"][0]["words"]


def test_the_feed_is_that_of_the_reports(store: Store, file: Path, client: TestClient) -> None:
    put(store, load_annotation(next(iter(annotations()))))
    run(store, file)
    response = client.get("/watch/feed")
    assert response.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    (report,) = load_state(state_of(file)).news
    assert len(root.findall(f"{{{ATOM}}}entry")) == sum(len(change.added) for change in report.changes)


@pytest.mark.parametrize("address", ["/watch", "/watch/feed"])
def test_without_a_file_it_is_told_how_to_give_one(store: Store, address: str) -> None:
    response = local(store, Settings()).get(address)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "COUNTERCLAIM_WATCH" in response.json()["detail"]


def _question(file: Path) -> None:
    file.write_text("watch: W\nquestions:\n- id: b\n  ask: disputes\n  satus: disputed\n", encoding="utf-8")


def _state(file: Path) -> None:
    state_of(file).write_text("{", encoding="utf-8")


@pytest.mark.parametrize("address", ["/watch", "/watch/feed"])
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_question, "w.yaml:3: questions.0.disputes.satus"),
        (Path.unlink, "w.yaml: cannot be read"),
        (_state, "w.yaml.state.json: not the state of a watch"),
    ],
)
def test_what_is_broken_is_named_and_not_where_it_lies(
    store: Store, file: Path, client: TestClient, address: str, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(file)
    response = client.get(address)
    problem = response.json()
    assert (response.status_code, problem["type"]) == (500, "urn:counterclaim:problem:setting")
    assert problem["detail"].startswith(told)
    assert str(file.parent) not in response.text


def test_a_state_of_another_question_marks_nothing(store: Store, file: Path, client: TestClient) -> None:
    put(store, load_annotation(next(iter(annotations()))))
    run(store, file)
    file.write_text(
        QUESTIONS.replace("ask: disputes}", "ask: disputes, status: unclaimed}"), encoding="utf-8"
    )
    assert not client.get("/watch").json()["questions"][0]["seen"]
    assert load_state(state_of(file)) != State()
