"""Ids in filters that name nothing: told, and never an empty answer that reads as "nobody"."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from graph import ask
from graph.cli import app
from graph.errors import UnknownFilterError
from graph.judge import merge, undo
from graph.store import Store
from graph.watching.looking import look
from graph.watching.questions import load_watch
from graph.watching.state import State

from .service import local

PLAN = "28-point-plan"

ADDRESSES = [
    ("/disputes?actor=nobody", ["actor"]),
    ("/disputes?plan=nothing", ["plan"]),
    ("/disputes?term=nothing", ["term"]),
    ("/disputes?actor=nobody&plan=nothing&text=plan", ["actor", "plan"]),
    ("/claims?actor=nobody", ["actor"]),
    ("/claims?status=undisputed&plan=rustem-umerov", ["plan"]),
    ("/actors/rustem-umerov/denials?term=nothing", ["term"]),
    ("/documents?publisher=nobody", ["publisher"]),
    ("/terms?plan=nothing", ["plan"]),
    (f"/terms/{PLAN}:ukraine-armed-forces/stances?actor=nobody", ["actor"]),
    (f"/plans/{PLAN}/board?actor=nobody", ["actor"]),
    (f"/plans/{PLAN}/board?draft=nothing", ["draft"]),
    ("/origins?actor=nobody", ["actor"]),
    ("/overreach?document=0000000000000000", ["document"]),
    ("/contradictions?term=nothing", ["term"]),
    ("/shifts?claim=0000000000000000", ["claim"]),
    ("/shifts?actor=nobody", ["actor"]),
    ("/retractions?plan=nothing", ["plan"]),
    ("/consistency?actor=nobody", ["actor"]),
    ("/silence/unanswered?actor=nobody", ["actor"]),
    ("/silence/denials?plan=nothing", ["plan"]),
    (f"/silence/bound?plan={PLAN}&actor=nobody", ["actor"]),
    ("/timeline?claim=0000000000000000", ["claim"]),
    ("/timeline?actor=nobody&format=csv", ["actor"]),
    ("/judgements?statement=0000000000000000", ["statement"]),
    ("/networks/conflict?actor=nobody", ["actor"]),
    ("/networks/congruence?plan=nothing", ["plan"]),
    (f"/networks/conflict?plan={PLAN}&actor=nobody", ["actor"]),
    ("/networks/conflict/windows?actor=nobody", ["actor"]),
    ("/networks/polarisation?plan=nothing", ["plan"]),
]


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with local(corpus_store) as client:
        yield client


@pytest.mark.parametrize(("address", "wrong"), ADDRESSES)
def test_an_unknown_id_is_404_and_its_parameter_is_named(
    client: TestClient, address: str, wrong: list[str]
) -> None:
    response = client.get(address)
    assert response.status_code == 404, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == "urn:counterclaim:problem:not-found"
    assert [fault["pointer"] for fault in problem["errors"]] == [f"/query/{name}" for name in wrong]
    assert all(fault["detail"] in problem["detail"] for fault in problem["errors"])


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/disputes?actor=rustem-umerow", "rustem-umerov (Rustem Umerov)"),
        ("/disputes?actor=zelensky", "volodymyr-zelenskyy"),
        ("/disputes?plan=28-points-plan", "28-point-plan"),
        ("/documents?publisher=exampel-wire", "example-wire"),
    ],
)
def test_what_is_like_it_is_offered(client: TestClient, address: str, near: str) -> None:
    assert near in client.get(address).json()["detail"]


@pytest.mark.parametrize(
    "id_", ["-", "!!", "or", "AND OR NOT", '"', "a:b*c?", "\u00e9\u4e2d\u6587", "x" * 300]
)
def test_no_id_breaks_the_search_for_what_is_like_it(client: TestClient, id_: str) -> None:
    assert client.get("/disputes", params={"actor": id_}).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/disputes?actor=example-wire",
        f"/disputes?term={PLAN}:ukraine-elections",
        f"/disputes?plan={PLAN}&since=2040",
        "/shifts?actor=rustem-umerov&since=2040",
        "/timeline?actor=rustem-umerov&until=1999",
        "/disputes?text=nobody-said-that",
        "/judgements?finding=0000000000000000",
    ],
)
def test_who_is_known_and_says_nothing_is_an_empty_answer(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert response.json()["items"] == []


def test_a_full_answer_asks_no_more(corpus_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read = Store.read

    def told(store: Store, name: str, **params: object) -> list[dict[str, Any]]:
        asked.append(name)
        return read(store, name, **params)

    monkeypatch.setattr(Store, "read", told)
    assert ask.disputes(corpus_store, actor="rustem-umerov").items
    assert "unknown_ids" not in asked
    with pytest.raises(UnknownFilterError):
        ask.disputes(corpus_store, actor="nobody")
    assert asked.count("unknown_ids") == 1


def test_who_is_merged_is_known(corpus_store: Store) -> None:
    made = merge(corpus_store, "rustem-umerov", "khrystyna-hayovyshyn", reason="a trial", by="Zoe")
    try:
        assert ask.disputes(corpus_store, actor="khrystyna-hayovyshyn").items
        assert ask.disputes(corpus_store, actor="khrystyna-hayovyshyn", since="2040").items == []
    finally:
        undo(corpus_store, made.id)


@pytest.mark.parametrize(
    "command",
    ["disputes --actor nobody", "timeline --plan nothing", "shifts --actor nobody", "origins --actor nobody"],
)
def test_the_command_line_ends_as_for_any_unknown_id(corpus_store: Store, command: str) -> None:
    done = CliRunner().invoke(app, command.split())
    assert type(done.exception) is UnknownFilterError
    assert "the graph holds no" in str(done.exception)


def test_a_saved_question_waits_for_who_is_not_known_yet(corpus_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "watch.yaml"
    file.write_text("""watch: W
questions:
- {id: disputes, ask: disputes, actor: nobody}
- {id: said, ask: statements, actor: nobody}
- {id: moves, ask: shifts, actor: nobody}
- {id: clashes, ask: contradictions, actor: nobody}
- {id: waits, ask: silence, actor: nobody}
""")
    state, found = look(corpus_store, load_watch(file), State())
    assert found is None
    assert json.loads(state.model_dump_json())["seen"].keys() == {
        "disputes", "said", "moves", "clashes", "waits"
    }  # fmt: skip
