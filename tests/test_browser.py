"""The guide, the style and the saved queries of the Neo4j Browser."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api.main import create_app
from graph import browser, cli_neo4j, queries
from graph.cli import app
from graph.settings import Settings
from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
BARE = re.compile(r"^:param \w+ => [^(]", re.MULTILINE)


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store), base_url="http://localhost:8000") as client:
        yield client


def boxes(guide: str) -> list[str]:
    return [unescape(box) for box in re.findall(r'<pre class="[^"]*runnable">(.*?)</pre>', guide, re.DOTALL)]


def test_the_address_names_server_user_and_guide_and_no_password() -> None:
    url = browser.address("http://127.0.0.1:7474/browser/", "bolt://127.0.0.1:7687", "neo4j", "http://x/g")
    given = parse_qs(urlsplit(url).query)
    assert given == {"dbms": ["bolt://neo4j@127.0.0.1:7687"], "cmd": ["guide"], "arg": ["http://x/g"]}
    assert parse_qs(urlsplit(browser.address("http://h/", "bolt://h:1", "neo4j")).query).keys() == {"dbms"}


def test_each_box_of_the_guide_runs(client: TestClient, cypher: Callable[..., Any]) -> None:
    given: dict[str, object] = {}
    ran = 0
    for box in boxes(client.get("/neo4j/guide.html").text):
        if setting := re.fullmatch(r":param (\w+) => (\(.*\))", box):
            given[setting[1]] = cypher(f"RETURN {setting[2]} AS value")[0]["value"]
        elif not box.startswith(":style "):
            cypher(box.removesuffix(";"), **given)
            ran += 1
    assert ran == len(zipfile.ZipFile(io.BytesIO(browser.saved())).namelist()) >= 20


def test_first_looks_show_something(corpus_store: Store) -> None:
    for query in queries.load().values():
        if query.place.startswith("browser."):
            assert corpus_store.read(query.name, **({"limit": 25} if query.params else {})), query.name


def test_a_parameter_is_never_given_in_bare_braces(client: TestClient) -> None:
    """The Browser takes `=> {…}` for a query and refuses it."""
    texts = [*boxes(client.get("/neo4j/guide.html").text), (ROOT / "README.md").read_text("utf-8")]
    assert not [text for text in texts if BARE.search(text)]


def test_the_browser_may_load_guide_and_style(client: TestClient) -> None:
    guide = client.get("/neo4j/guide.html")
    (style,) = [box for box in boxes(guide.text) if box.startswith(":style ")]
    assert style == ":style http://localhost:8000/neo4j/style.grass"
    for path in ("/neo4j/guide.html", "/neo4j/style.grass"):
        asked = client.options(path, headers={"Origin": "http://127.0.0.1:7474"})
        assert asked.status_code == 204
        assert asked.headers["access-control-allow-headers"] == "*"
        assert client.get(path).headers["access-control-allow-origin"] == "*"
    assert client.get("/neo4j/style.grass").text == (ROOT / "cypher" / "style.grass").read_text("utf-8")


def test_saved_queries_are_those_of_the_files(client: TestClient) -> None:
    answer = client.get("/neo4j/queries.zip")
    assert answer.content == browser.saved() == browser.saved()
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    text = archive.read("Counterclaim - Claims and disputes/who_disputes.cypher").decode()
    query = queries.load()["who_disputes"]
    assert text.startswith("// who_disputes: Who claims what")
    assert "// first: :param filter => ({status: 'disputed', limit: 25})\n" in text
    assert text.endswith(f"{query.text};\n")


def test_the_guide_shows_what_people_ask_and_no_inner_workings(client: TestClient) -> None:
    guide = client.get("/neo4j/guide.html").text
    titles = set(re.findall(r"<h4>(\w+)</h4>", guide))
    asked = {
        "who_disputes",
        "plans",
        "timeline",
        "chains",
        "unanswered_claims",
        "given_values",
        "open_denials",
    }
    assert asked <= titles
    assert not {"stretch", "revision", "actor_known", "claims_sought", "unknown_ids"} & titles


def test_the_style_names_each_kind_of_node(corpus_store: Store, cypher: Callable[..., Any]) -> None:
    captions = dict(re.findall(r'^node\.(\w+) \{.*caption: "\{(\w+)\}"', browser.style(), re.MULTILINE))
    rows = cypher("MATCH (n) UNWIND labels(n) AS label RETURN label, collect(properties(n))[0] AS properties")
    held = {row["label"]: row["properties"] for row in rows if row["label"] != "Revision"}
    assert {label for label in held if captions.get(label) not in held[label]} == set()


@pytest.mark.parametrize(
    ("options", "person", "opens"),
    [([], True, True), ([], False, False), (["--open"], False, True), (["--no-open"], True, False)],
)
def test_it_is_opened_where_a_person_reads(
    monkeypatch: pytest.MonkeyPatch, options: list[str], person: bool, opens: bool
) -> None:
    url = "http://127.0.0.1:7474/browser/"
    running = SimpleNamespace(browser_url=url, uri="bolt://127.0.0.1:7687", user="neo4j", password="x" * 8)
    opened: list[str] = []
    monkeypatch.setattr(cli_neo4j, "_engine", lambda: SimpleNamespace(status=lambda: running))
    monkeypatch.setattr(cli_neo4j.webbrowser, "open", opened.append)
    monkeypatch.setattr(cli_neo4j, "sys", SimpleNamespace(stdout=SimpleNamespace(isatty=lambda: person)))
    told = CliRunner().invoke(app, ["neo4j", "browser", "--service", "http://127.0.0.1:1", *options])
    assert told.exit_code == 0, told.output
    assert opened == ([told.output.splitlines()[0].split()[1]] if opens else [])


def test_queries_are_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    done = CliRunner().invoke(app, ["neo4j", "queries", "-o", str(path)])
    assert done.exit_code == 0, done.output
    assert path.read_bytes() == browser.saved()
