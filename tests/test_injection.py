"""Cypher in every parameter of every address: it is a value, never a query; the graph stays as it was."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from graph import judge
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT
from .doors import Door, doors, filled
from .long import some
from .service import local

EVIL = [
    "x') DETACH DELETE n //",
    "' OR 1=1 WITH 1 AS x MATCH (n) DETACH DELETE n //",
    '"}) CREATE (:Pwned) //',
    "`) SET n:Pwned /* ",
    "\\u0027}) CREATE (:Pwned) //",
    "\u2019 \u02bc} CALL { MATCH (n) DELETE n } IN TRANSACTIONS",
    "$filter",
    "{id: 'x'}",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "text:* OR ~ ^9 \\ && || [a TO z]",
    "\x00",
    "\ud800",
    "%00",
    "9" * 290,
    "null",
    "[]",
]
READS = doors("get")
DELETES = doors("delete")


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    judge.accept(corpus_store, "d534a60bffc4be64")
    with local(corpus_store, Settings(watch=ROOT / "examples/strait/watch.yaml")) as client:
        yield client


def encoded(value: str) -> str:
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


@pytest.fixture(scope="module")
def unchanged(client: TestClient, cypher: Any) -> Iterator[bytes]:
    """At the end the graph is the one of the beginning, to the byte, and no label is new."""
    before = client.get("/export?format=trig").content
    labels = cypher("CALL db.labels() YIELD label RETURN collect(label) AS all")
    yield before
    assert client.get("/export?format=trig").content == before
    assert cypher("CALL db.labels() YIELD label RETURN collect(label) AS all") == labels


def answered(client: TestClient, method: str, address: str) -> None:
    response = client.request(method, address, follow_redirects=False)
    allowed = (200, 303, 400, 404, 406, 409, 414, 422)
    assert response.status_code in allowed, (method, address, response.text)
    if response.status_code >= 400:
        assert response.headers["content-type"] == "application/problem+json", address
        assert "Neo.ClientError" not in response.text


@pytest.mark.parametrize("door", READS, ids=[door.path for door in READS])
def test_parameters_of_queries_are_values(client: TestClient, unchanged: bytes, door: Door) -> None:
    address = next(iter(filled(door, client)), door.path.replace("{id}", "0" * 16))
    required = {name: encoded(str(value)) for name, value in door.required().items()}
    queries = [p for p in door.parameters if p["in"] == "query"]
    for place, parameter in enumerate(queries, READS.index(door)):
        for evil in some(EVIL, place, 1 if door.path == "/networks/backbone" else 3):  # It computes.
            given = {**required, parameter["name"]: encoded(evil)}
            answered(client, "GET", f"{address}?{'&'.join(f'{k}={v}' for k, v in given.items())}")


@pytest.mark.parametrize("door", READS + DELETES, ids=[f"{d.method} {d.path}" for d in READS + DELETES])
def test_parameters_of_paths_are_values(client: TestClient, unchanged: bytes, door: Door) -> None:
    required = "&".join(f"{name}={encoded(str(value))}" for name, value in door.required().items())
    for parameter in (p for p in door.parameters if p["in"] == "path"):
        for evil in EVIL:
            address = door.path.replace(f"{{{parameter['name']}}}", encoded(evil))
            address = address.format(id="x", segment="actor", kind="conflict")
            answered(client, door.method.upper(), f"{address}?{required}")


BODIES: list[dict[str, Any]] = [
    {"kind": "accept", "statement": "{}"},
    {"kind": "reject", "statement": "{}", "reason": "{}", "by": "{}"},
    {"kind": "merge", "actors": ["{}", "rustem-umerov"], "into": "{}"},
    {"kind": "split", "actor": "{}", "names": ["{}"]},
    {"kind": "link", "statement": "d534a60bffc4be64", "claim": "{}"},
    {"kind": "align", "older": ["{}"], "newer": ["{}"]},
    {"kind": "dismiss", "finding": "{}"},
    {"kind": "{}"},
]


@pytest.mark.parametrize("body", BODIES, ids=[each["kind"] for each in BODIES])
def test_bodies_of_judgements_are_values(client: TestClient, unchanged: bytes, body: dict[str, Any]) -> None:
    for evil in EVIL:
        content = json.dumps(body).replace('"{}"', json.dumps(evil))
        response = client.post("/judgements", content=content, headers={"content-type": "application/json"})
        assert response.status_code in (400, 404, 409, 422), (content, response.text)
