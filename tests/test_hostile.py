"""A graph whose every word wants to run: each answer in each form is well-formed, and runs nothing."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from lxml import html
from markdown_it import MarkdownIt
from rdflib import Dataset
from starlette.testclient import TestClient

from graph import ask
from graph.plots import draw_board, draw_timeline, picture
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT, put
from .doors import Door, doors, filled
from .hostile import HOSTILE
from .service import local
from .strait import PLAN

RDF = {"text/turtle": "turtle", "application/n-triples": "nt", "application/trig": "trig",
       "application/ld+json": "json-ld", "application/rdf+xml": "xml"}  # fmt: skip
READS = doors("get")
GIVEN = {
    "value": "5", "from": "2033-01-01", "to": "2033-12-31", "since": "2033-01-01", "plan": PLAN, "q": "img",
    "query": "SELECT ?s ?o WHERE { ?s ?p ?o } LIMIT 500",
}  # fmt: skip


EMPTY = {"/judgements/{id}": (404,), "/path": (404,)}


@pytest.fixture(scope="module")
def client(database: Store, cypher: object) -> Iterator[TestClient]:
    cypher("MATCH (n) DETACH DELETE n")  # pyright: ignore
    for annotation in HOSTILE:
        put(database, annotation)
    watch = Settings(watch=ROOT / "examples/strait/watch.yaml")
    with local(database, watch) as client:
        yield client


@pytest.mark.parametrize("door", READS, ids=[door.path for door in READS])
def test_every_answer_in_every_form_runs_nothing(client: TestClient, door: Door) -> None:
    for address in filled(door, client):
        for form in door.forms or [None]:
            response = client.get(address, params=asked(door, form), follow_redirects=False)
            assert response.status_code in (200, 303, *EMPTY.get(door.path, ())), (
                response.url,
                response.text,
            )
            if response.status_code == 200:
                type_ = response.headers["content-type"].partition(";")[0]
                assert response.headers["x-content-type-options"] == "nosniff"
                assert "script-src" not in response.headers["content-security-policy"]
                if door.path != "/sparql" or type_ != "text/csv":  # Its form is W3C's: docs/security.md
                    harmless(type_, response.content)


def asked(door: Door, form: str | None) -> dict[str, str]:
    """What must be asked, of the plan and the time that this graph is about."""
    given = {name: GIVEN.get(name, value) for name, value in door.required().items()}
    if door.path == "/path":
        given |= {"from": "corvane", "to": "averly"}
    if door.path == "/sparql" and form in ("ttl", "nt"):
        given["query"] = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 500"
    return given | ({"format": form} if form else {})


def harmless(media_type: str, body: bytes) -> None:
    """Fail unless a body is well-formed and holds nothing that a program which opens it would run."""
    if media_type == "text/markdown":
        no_script(html.fromstring(MarkdownIt("commonmark", {"html": True}).render(body.decode())))
    elif media_type == "text/csv":
        formulas(list(csv.reader(io.StringIO(body.decode(), newline=""))))
    elif media_type == "text/tab-separated-values":
        assert len({line.count("\t") for line in body.decode().split("\n") if line}) == 1
    elif media_type == "text/html":
        no_script(html.fromstring(body))
    elif media_type in RDF:
        Dataset().parse(data=body, format=RDF[media_type])
    elif media_type.endswith("json"):
        json.loads(body)
    elif media_type.endswith("xml"):
        no_script(ElementTree.fromstring(body))
    elif media_type == "application/zip":
        names = zipfile.ZipFile(io.BytesIO(body)).namelist()
        assert all(re.fullmatch(r"\w[\w .-]*(/\w[\w.-]*)*", name) for name in names), names
    else:
        assert media_type in ("image/png", "text/plain"), media_type


def formulas(rows: list[list[str]]) -> None:
    cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell)]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r\n]", cell)] == []


def no_script(root: ElementTree.Element) -> None:
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        assert tag not in ("script", "iframe", "object", "embed", "foreignObject"), tag
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), name
            if name.rpartition("}")[2] in ("href", "src", "action"):
                assert re.match(r"(https?:|#|/|\.|\?|urn:|data:image/)", value) or ":" not in value, value


@pytest.mark.parametrize("kind", ["board", "timeline"])
def test_pictures_run_nothing(client: TestClient, database: Store, kind: str) -> None:
    if kind == "board":
        drawn = draw_board(ask.board(database, PLAN), topic=None, since=None, until=None)
    else:
        moments = ask.timeline(database, plan=PLAN, limit=500).items
        drawn = draw_timeline(moments, plan=PLAN, since=None, until=None)
    text = picture(drawn, "svg").decode()
    assert "script" in text
    no_script(ElementTree.fromstring(text))
