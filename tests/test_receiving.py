"""Handing documents in and taking them back over HTTP, whole or not at all."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from starlette.testclient import TestClient

from api.receiving import ARTICLE
from graph.export import export
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT, annotations
from .service import HOME, local

ARTICLE_FILE = ROOT / "examples" / "articles" / "1-plan-in-outline.txt"
ANNOTATION = ROOT / "examples" / "annotations" / "1-plan-in-outline.yaml"
TEXT, YAML, JSON = "text/plain", "application/yaml", "application/json"

Cypher = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    with local(store) as client:
        yield client


@pytest.fixture(scope="module")
def offline() -> Iterator[TestClient]:
    with local(settings=Settings(neo4j_uri="bolt://127.0.0.1:1", body_limit=50_000)) as client:
        yield client


def post(client: TestClient, body: str | bytes, media_type: str, query: str = "", **headers: str) -> Any:
    return client.post(f"/documents{query}", content=body, headers={"content-type": media_type, **headers})


def refused(client: TestClient, body: str | bytes, media_type: str, status: int, query: str = "") -> Any:
    response = post(client, body, media_type, query)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    return response.json()


def held(client: TestClient) -> list[str]:
    return [item["id"] for item in client.get("/documents").json()["items"]]


# Articles


def test_an_article_is_read_stored_and_taken_back(client: TestClient, cypher: Cypher) -> None:
    response = post(client, ARTICLE_FILE.read_bytes(), TEXT)
    assert response.status_code == 201, response.text
    (document,) = response.json()["documents"]
    assert document["outcome"] == "added"
    assert document["counts"]["statements"] > 3
    assert response.headers["location"] == f"/documents/{document['id']}"
    assert (
        len(client.get(response.headers["location"]).json()["statements"]) == document["counts"]["statements"]
    )
    again = post(client, ARTICLE_FILE.read_bytes(), TEXT)
    assert (again.status_code, again.json()["documents"][0]["outcome"]) == (200, "unchanged")
    assert "location" not in again.headers
    gone = client.delete(response.headers["location"])
    assert (gone.status_code, gone.content) == (204, b"")
    assert held(client) == []
    assert cypher("MATCH (n:Statement|Actor|Claim) RETURN n") == []
    assert client.delete(response.headers["location"]).status_code == 404


def test_what_was_left_out_is_told_with_its_line(client: TestClient) -> None:
    text = ARTICLE_FILE.read_text(encoding="utf-8")
    (document,) = post(client, text, TEXT, "?dry_run=true").json()["documents"]
    assert document["omissions"]
    lines = text.split("\n")
    for omission in document["omissions"]:
        assert (
            document["annotation"]["document"]["text"][omission["start"] : omission["end"]]
            == omission["exact"]
        )
        assert omission["exact"][:10] in lines[omission["line"] - 1]
        assert omission["reason"]


@pytest.mark.parametrize(("title", "kept"), [(None, "Kestrel says"), ("The dam will stay", "The dam")])
def test_what_is_no_part_of_an_article_is_told_with_its_line(
    offline: TestClient, title: str | None, kept: str
) -> None:
    body = {"text": f"{ARTICLE}\nRead more\n", **({"title": title} if title else {})}
    (document,) = post(offline, json.dumps(body), JSON, "?dry_run=true").json()["documents"]
    assert document["annotation"]["document"]["text"].startswith(kept)
    told = {each["exact"]: each["line"] for each in document["dropped"]}
    lines = body["text"].split("\n")
    assert lines[told["Read more"] - 1] == "Read more"


def test_a_dry_run_stores_nothing_and_its_annotation_can_be_sent_back(client: TestClient) -> None:
    response = post(client, ARTICLE, TEXT, "?dry_run=true")
    assert response.status_code == 200
    (document,) = response.json()["documents"]
    assert (response.json()["stored"], document["outcome"]) == (False, None)
    assert held(client) == []
    stored = post(client, json.dumps(document["annotation"]), JSON)
    assert stored.status_code == 201, stored.text
    assert post(client, ARTICLE, TEXT).json()["documents"][0]["outcome"] == "unchanged"


def test_a_dry_run_needs_no_database(offline: TestClient) -> None:
    assert post(offline, ARTICLE, TEXT, "?dry_run=true").status_code == 200
    assert post(offline, ARTICLE, TEXT).status_code == 503


def test_what_the_sender_knows_of_an_article_is_kept(client: TestClient) -> None:
    text = "Foreign minister Ada Kestrel said on Monday that Norvale would not remove the dam.\n"
    known = {
        "title": "The dam will stay",
        "url": "https://gazette.example/dam",
        "publisher": "The Harbour Gazette",
        "author": "Jo March",
        "published": "2031-03-03",
        "source": "dam.txt",
    }
    response = post(client, json.dumps({"text": text, **known}), JSON)
    assert response.status_code == 201, response.text
    found = client.get(response.headers["location"]).json()
    assert {key: found[key] for key in known} == known
    assert found["text"].startswith("The dam will stay\n\n")


PAGE = f"<article><p>{'</p><p>'.join(ARTICLE.split(chr(10) * 2))}</p></article>"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (f"<!doctype html><html><body>{PAGE}</body></html>", "text/html; charset=UTF-8"),
        (PAGE, "text/html"),
        (ARTICLE.encode("utf-16"), TEXT),
    ],
)
def test_pages_and_other_encodings(offline: TestClient, body: str | bytes, media_type: str) -> None:
    response = post(offline, body, media_type, "?dry_run=true")
    assert response.status_code == 200, response.text
    (document,) = response.json()["documents"]
    assert "<" not in document["annotation"]["document"]["text"]
    assert document["counts"]["statements"] == 2


# Annotations and RDF


def test_annotations_are_stored_as_files_are(client: TestClient, store: Store) -> None:
    for path in annotations()[:2]:
        assert post(client, path.read_bytes(), YAML).status_code == 201
    assert len(held(client)) == 2
    replaced = post(client, ARTICLE_FILE.read_bytes(), TEXT, "?replace=true")
    assert replaced.json()["documents"][0]["outcome"] == "replaced"
    assert post(client, ANNOTATION.read_bytes(), "text/yaml").status_code == 201


@pytest.mark.parametrize(
    ("format_", "media_type"),
    [
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("trig", "application/trig"),
        ("jsonld", "application/ld+json"),
        ("rdf", "application/rdf+xml"),
    ],
)
def test_an_export_brings_everything_back(
    client: TestClient, store: Store, format_: str, media_type: str
) -> None:
    for path in annotations()[-1:]:
        post(client, path.read_bytes(), YAML)
    base = Settings().base_iri
    whole, ids = export(store, base, format_), held(client)
    for id_ in ids:
        client.delete(f"/documents/{id_}")
    response = post(client, whole, media_type)
    assert response.status_code == 201, response.text
    assert response.headers["location"] == f"/documents/{ids[0]}"
    assert sorted(held(client)) == sorted(ids)
    assert export(store, base, format_) == whole


# What is refused


def test_wrong_lines_are_named(offline: TestClient) -> None:
    text = ANNOTATION.read_text(encoding="utf-8").replace("  title:", "  titel:", 1)
    body = refused(offline, text, YAML, 422)
    assert body["type"] == "urn:counterclaim:problem:unreadable"
    assert {fault["pointer"] for fault in body["errors"]} == {"/body"}
    assert any(fault["line"] and "titel" in fault["detail"] for fault in body["errors"])


def test_words_that_the_text_does_not_have_are_refused_whole(client: TestClient) -> None:
    data = yaml.safe_load(ANNOTATION.read_text(encoding="utf-8"))
    data["statements"][-1]["span"]["exact"] = "Words that nobody said"
    body = refused(client, json.dumps(data), JSON, 422)
    assert "Words that nobody said" in body["detail"]
    assert held(client) == []


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("", TEXT),
        ("  \n ", TEXT),
        ("…", TEXT),
        (b"\xff\xfe\x00", TEXT),
        (b"\x00\x01", TEXT),
        (b"caf\xe9 said", TEXT),
        ("<html></html>", "text/html"),
        ("", YAML),
        ("a: &a [*a]", YAML),
        ("[" * 5000, YAML),
        ("x", JSON),
        ("[]", JSON),
        ("null", JSON),
        ("[" * 50_000, JSON),
        ("{}", JSON),
        ('{"text": ""}', JSON),
        ('{"text": 1}', JSON),
        ('{"text": "\\ud800"}', JSON),
        ('{"text": "Ann said no.", "titel": "x"}', JSON),
        ('{"text": "Ann said no.", "published": "2025-99-99"}', JSON),
        ('{"text": "Ann said no.", "published": "yesterday"}', JSON),
        ('{"text": "Ann said no.", "url": "javascript:alert(1)"}', JSON),
        ('{"document": 1}', JSON),
        ('{"document": {"title": "x", "text": "x"}}', JSON),
        ("<a> <b> .", "text/turtle"),
        ("nonsense", "application/n-triples"),
        ('{"@context": "https://evil.example/context"}', "application/ld+json"),
        ("[" * 5000, "application/ld+json"),
        ('""', "application/ld+json"),
        ("", "text/turtle"),
    ],
)
def test_what_cannot_be_read(offline: TestClient, body: str | bytes, media_type: str) -> None:
    for query in ("", "?dry_run=true"):
        response = post(offline, body, media_type, query)
        assert response.status_code in (400, 422), response.text
        assert response.json()["detail"]


@pytest.mark.parametrize(
    "media_type",
    [
        "",
        "image/png",
        "text",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain; charset=latin-1",
    ],
)
def test_other_media_types(offline: TestClient, media_type: str) -> None:
    assert "send" in refused(offline, "x", media_type, 415)["detail"].lower()


def test_a_compressed_body(offline: TestClient) -> None:
    assert post(offline, b"x", TEXT, **{"content-encoding": "gzip"}).status_code == 415


def test_a_long_body(offline: TestClient) -> None:
    assert "50000 bytes" in refused(offline, "x" * 50_001, TEXT, 413)["detail"]

    def pieces() -> Iterator[bytes]:
        yield from (b"x" * 10_000 for _ in range(6))

    assert post(offline, pieces(), TEXT).status_code == 413  # pyright: ignore[reportArgumentType]


def test_unknown_parameters(offline: TestClient) -> None:
    assert "known are dry_run" in refused(offline, ARTICLE, TEXT, 422, "?dryrun=true")["detail"]
    refused(offline, ARTICLE, TEXT, 422, "?dry_run=perhaps")


def test_what_a_website_sends_changes_nothing(client: TestClient) -> None:
    id_ = post(client, ARTICLE, TEXT).json()["documents"][0]["id"]
    for origin in ("https://evil.example", "null", "http://localhost:3000"):
        headers = {"origin": origin}
        assert post(client, ARTICLE_FILE.read_bytes(), TEXT, **headers).status_code == 401
        assert post(client, ARTICLE_FILE.read_bytes(), TEXT, "?dry_run=true", **headers).status_code == 401
        assert client.delete(f"/documents/{id_}", headers=headers).status_code == 401
    assert client.delete(f"/documents/{id_}", headers={"host": "evil.example"}).status_code == 421
    assert held(client) == [id_]
    assert client.delete(f"/documents/{id_}", headers={"origin": HOME}).status_code == 204


def test_two_documents_that_contradict_each_other(client: TestClient) -> None:
    data = yaml.safe_load(ANNOTATION.read_text(encoding="utf-8"))
    post(client, json.dumps(data), JSON)
    data["document"]["text"] += "\n"
    kinds = {"Person": "State"}
    data["actors"] = [{**actor, "kind": kinds.get(actor["kind"], actor["kind"])} for actor in data["actors"]]
    body = refused(client, json.dumps(data), JSON, 409)
    assert body["type"] == "urn:counterclaim:problem:conflict"
    assert len(held(client)) == 1


def test_the_methods_of_each_address_are_told(offline: TestClient) -> None:
    for url, allowed in [
        ("/documents", "GET, HEAD, POST"),
        ("/documents/x", "GET, HEAD, DELETE"),
        ("/actors", "GET, HEAD"),
    ]:
        response = offline.put(url)
        assert (response.status_code, response.headers["allow"]) == (405, allowed)
