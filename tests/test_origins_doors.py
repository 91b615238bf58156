"""Origins, silence and overreach over HTTP, on the command line, and as the documentation shows them."""

import os
import re
import shlex
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api.main import create_app
from graph.cli import app
from graph.errors import UnknownFilterError
from graph.project import claim_id
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT
from .strait import PLAN, fill

BLOCK = re.compile(r"^```console\n\$ counterclaim (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)
pytestmark = pytest.mark.timeout(900)
SIGNED = claim_id("Adela Rook signed the first draft of the Halm accord")


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    return database


@pytest.fixture(scope="module")
def client(strait: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), strait)) as client:
        yield client


def run(command: str) -> str:
    done = CliRunner().invoke(app, shlex.split(command))
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("page", ["origins.md", "silence.md"])
def test_the_documentation_shows_what_is_printed(strait: Store, page: str) -> None:
    path = ROOT / "docs" / page
    text = path.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda m: f"```console\n$ counterclaim {m['command']}\n{run(m['command'])}```", text)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(fresh, encoding="utf-8")
    assert text == fresh or os.environ.get("UPDATE_GOLDEN")
    assert BLOCK.search(text)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (f"origins {SIGNED}", ["1 origin(s), 1 outlet(s)", "Harbour Star"]),
        ("origins --actor oleg-marn --anonymous-only", ["No live statement"]),
        ("silence --actor halm-wire", ["Nobody is silent"]),
        ("silence", ["Oleg Marn", "44"]),
        ("overreach --actor halm-wire", ["bears out every headline"]),
        (f"origins {SIGNED} --json", ['"independent_origins": 1']),
        (f"silence --plan {PLAN} --json", ['"bound"', '"Pilots\' Guild"']),
        ("overreach --json", ['"support": "inference"']),
    ],
)  # fmt: skip
def test_commands_print_what_was_found(strait: Store, command: str, words: list[str]) -> None:
    printed = run(command)
    assert all(word in printed for word in words), printed


@pytest.mark.parametrize("command", ["origins", "silence"])
def test_who_was_not_heard_of_by_then_is_unknown(strait: Store, command: str) -> None:
    done = CliRunner().invoke(app, [command, "--actor", "oleg-marn", "--as-of", "2001"])
    assert isinstance(done.exception, UnknownFilterError)
    assert str(done.exception) == "nothing published by 2001 mentions actor 'oleg-marn'"


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/origins", 46),
        ("/origins?anonymous_only=true", 11),
        (f"/silence/bound?plan={PLAN}", 13),
        ("/silence/unanswered", 18),
        ("/silence/denials", 11),
        ("/overreach", 4),
    ],
)
def test_lists_come_in_pages_and_as_tables(client: TestClient, path: str, size: int) -> None:
    joint = "&" if "?" in path else "?"
    url, items = f"{path}{joint}limit=5", list[Any]()
    while url:
        answer = client.get(url)
        assert answer.status_code == 200
        items += answer.json()["items"]
        url = answer.links.get("next", {}).get("url", "")
    assert len(items) == size
    table = client.get(f"{path}{joint}limit=200&format=csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert client.get(f"{path}{joint}unknown=1").status_code == 422


def test_one_claim_one_document_and_what_there_is_not(client: TestClient) -> None:
    assert client.get(f"/claims/{SIGNED}/origins").json()["weakest_hop"] == "named"
    documents = client.get("/documents?limit=100").json()["items"]
    (wire,) = [
        each
        for each in documents
        if each["title"] == "Tarrant approved most of the draft, Brennick officials say"
    ]
    copies = client.get(f"/documents/{wire['id']}/copies").json()["items"]
    assert len(copies) == 2
    assert {copy["original"]["id"] for copy in copies} == {wire["id"]}
    for path in ("/claims/0/origins", "/documents/0/copies", "/silence/bound?plan=0"):
        assert client.get(path).status_code == 404
    assert client.get("/silence/bound").status_code == 422
