"""Forms of answers and how long they hold: JSON, CSV, RDF; ETags that change with the graph."""

import csv
import io
import os
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from rdflib import Graph
from starlette.testclient import TestClient

from api.tables import table
from graph import ask
from graph.export import export
from graph.settings import Settings
from graph.store import Row, Store
from graph.write import forget_document

from .conftest import ROOT, put
from .samples import model, saying
from .service import local

LISTS = ["/claims", "/disputes", "/actors", "/terms", "/documents", "/contradictions", "/search?q=it"]
CSV = "text/csv"


@pytest.fixture
def held(store: Store) -> Store:
    put(store, model())
    put(store, saying("asserts", "ann", text="Ann: it rains", published="2026-01-01"))
    put(store, saying("denies", "bob", text="Bob: it does not", published="2026-01-02"))
    return store


@pytest.fixture
def client(held: Store) -> Iterator[TestClient]:
    with local(held) as client:
        yield client


@pytest.fixture(scope="module")
def offline() -> Iterator[TestClient]:
    with local(settings=Settings(neo4j_uri="bolt://127.0.0.1:1")) as client:
        yield client


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# CSV


def test_every_list_is_a_table_too(client: TestClient) -> None:
    for url in LISTS:
        joint = "&" if "?" in url else "?"
        response = client.get(f"{url}{joint}format=csv&limit=1")
        assert response.status_code == 200, response.text
        assert response.headers["content-type"] == "text/csv; charset=utf-8; header=present"
        name = url.strip("/").partition("?")[0]
        assert response.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
        items = client.get(f"{url}{joint}limit=1")
        assert response.headers.get("link") == (
            items.headers["link"].replace("limit=1", "format=csv&limit=1")
            if "link" in items.headers
            else None
        )
        assert [row["id"] for row in rows(response.text)] == [item["id"] for item in items.json()["items"]]
        assert client.get(url, headers={"accept": CSV}).headers["content-type"].startswith(CSV)


def test_an_empty_table_has_its_columns(client: TestClient) -> None:
    text = client.get("/actors?text=nobody&format=csv").text
    assert text == "id,name,kind,statements,claims,disputes\r\n"


class Place(BaseModel):
    name: str


class Sample(BaseModel):
    text: str | None
    number: float = -1.5
    sure: bool = True
    names: list[str] = []
    place: Place | None = None


@pytest.mark.parametrize(
    "evil",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =cmd|' /C calc'!A0", "＝1", "=1;,\"'"],
)
def test_no_cell_is_a_formula(evil: str) -> None:
    text = table(Sample, [{"text": evil, "names": [evil, "b"], "place": {"name": evil}}])
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (row["text"], row["names"], row["place.name"]) == (f"'{evil}", f"'{evil}; b", f"'{evil}")


def test_cells() -> None:
    text = table(
        Sample, [{"text": 'a "b"\n, c', "number": -1.5, "sure": True, "names": ["x", "y"], "place": None}]
    )
    assert rows(text) == [
        {"text": 'a "b"\n, c', "number": "-1.5", "sure": "true", "names": "x; y", "place.name": ""}
    ]


# RDF, and what suits nobody


def test_a_document_is_rdf_too(client: TestClient, held: Store) -> None:
    (id_, *_) = (item.id for item in ask.documents(held).items)
    for format_, type_ in [
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("jsonld", "application/ld+json"),
    ]:
        response = client.get(f"/documents/{id_}", headers={"accept": f"{type_}, application/json;q=0.5"})
        assert response.headers["content-type"].startswith(type_)
        assert response.text == client.get(f"/documents/{id_}?format={format_}").text
        assert response.text == export(held, Settings().base_iri, format_, id_)
    assert len(Graph().parse(data=client.get(f"/documents/{id_}?format=nt").text, format="nt")) > 20
    assert client.get("/documents/nope", headers={"accept": "text/turtle"}).status_code == 404


@pytest.mark.parametrize(
    ("url", "accept"),
    [
        ("/actors", "text/turtle"),
        ("/actors/x", CSV),
        ("/documents/x", CSV),
        ("/review", CSV),
        ("/actors", ""),
    ],
)
def test_forms_that_are_not_offered(offline: TestClient, url: str, accept: str) -> None:
    response = offline.get(url, headers={"accept": accept})
    assert response.status_code == 406
    assert "application/json" in response.json()["detail"]
    assert response.headers["vary"].startswith("Accept")


@pytest.mark.parametrize("accept", ["text/html,application/xml;q=0.9,*/*;q=0.8", "application/*", "*/*"])
def test_browsers_get_json(client: TestClient, accept: str) -> None:
    assert client.get("/actors", headers={"accept": accept}).headers["content-type"] == "application/json"


def test_a_format_that_is_not_offered_is_named(offline: TestClient) -> None:
    for url in ("/actors?format=ttl", "/actors/x?format=csv", "/export?format=json"):
        response = offline.get(url)
        assert response.status_code == 422
        assert response.json()["errors"][0]["pointer"] == "/query/format"


# ETags


def test_an_answer_is_news_once(client: TestClient) -> None:
    for url in (*LISTS, "/actors/ann", "/review", "/export", "/export?format=nt"):
        first = client.get(url)
        tag = first.headers["etag"]
        assert first.headers["cache-control"] == "no-cache"
        assert {"Accept", "Accept-Encoding"} <= set(first.headers["vary"].split(", "))
        for shown in (tag, f'"x", {tag}', tag.removeprefix("W/")):
            again = client.get(url, headers={"if-none-match": shown})
            assert (again.status_code, again.content) == (304, b""), url
            assert again.headers["etag"] == tag
            assert again.headers["vary"] == first.headers["vary"]
        assert client.head(url, headers={"if-none-match": tag}).status_code == 304
        assert client.get(url, headers={"if-none-match": 'W/"x"'}).status_code == 200
        anything = client.get(url, headers={"if-none-match": "*"})
        assert (anything.status_code, anything.content, anything.headers["etag"]) == (304, b"", tag)
    assert client.get("/actors/nobody", headers={"if-none-match": "*"}).status_code == 404


def test_each_form_and_address_has_its_own_tag(client: TestClient) -> None:
    urls = ["/actors", "/actors?format=csv", "/actors?limit=1", "/claims"]
    tags = [client.get(url).headers["etag"] for url in urls]
    assert len(set(tags)) == len(tags)
    assert client.get("/actors", headers={"accept": CSV, "if-none-match": tags[0]}).status_code == 200
    packed, plain = (client.get("/claims", headers={"accept-encoding": a}) for a in ("gzip", "identity"))
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] == plain.headers["etag"]
    assert packed.headers["etag"].startswith("W/")


def test_every_write_makes_a_new_tag(client: TestClient, held: Store) -> None:
    def tag() -> str:
        return client.get("/disputes").headers["etag"]

    seen = [tag()]
    written = put(held, saying("denies", "cat", text="Cat: no", published="2026-01-03"))
    seen.append(tag())
    assert client.get("/disputes", headers={"if-none-match": seen[0]}).status_code == 200
    forget_document(held, written.document)
    seen.append(tag())
    assert client.delete("/documents/nope").status_code == 404
    assert tag() == seen[-1]
    assert len(set(seen)) == 3


def test_a_graph_made_anew_is_never_taken_for_the_old_one(
    client: TestClient, held: Store, cypher: Any
) -> None:
    before = client.get("/disputes").headers["etag"]
    cypher("MATCH (n) DETACH DELETE n")
    for _ in range(3):
        put(held, model())
    assert client.get("/disputes").headers["etag"] != before


def test_the_revision_is_no_part_of_exports(held: Store) -> None:
    assert held.revision().endswith("-3")
    assert "evision" not in export(held, Settings().base_iri, "nt")


def test_no_write_is_forgotten_for_what_was_read_before_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(lambda _: None)
    read = store.read

    def slow(name: str, **params: object) -> list[Row]:
        rows = read(name, **params)
        monkeypatch.undo()
        store.write(lambda _: None)  # another thread, while this one holds what it read
        return rows

    monkeypatch.setattr(store, "read", slow)
    before = store.revision()
    assert store.recent_revision() == store.revision() != before


@pytest.mark.parametrize("url", ["/nope", "/actors/nobody", "/actors?limit=0", "/healthz", "/readyz"])
def test_what_is_no_answer_of_the_graph_has_no_tag(client: TestClient, url: str) -> None:
    response = client.get(url, headers={"if-none-match": "*"})
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


def test_files_of_ours_are_asked_for_again() -> None:
    assert os.path.exists(ROOT / "api" / "static" / "docs.js")
    with local(settings=Settings(neo4j_uri="bolt://127.0.0.1:1")) as client:
        assert client.get("/static/docs.js").headers["cache-control"] == "no-cache"
