"""Documents with all their spans, search, named queries, the ontology; and that no cut is silent."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.queries import load
from graph.settings import Settings
from graph.store import Store

ARTICLE = "c5b1a134d20fb723"


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def get(client: TestClient, url: str) -> Any:
    response = client.get(url)
    assert response.status_code == 200, response.text
    return response.json()


# Documents


def test_every_mention_with_its_places(client: TestClient) -> None:
    document = get(client, f"/documents/{ARTICLE}")
    mentions = {m["id"]: m for m in document["mentions"]}
    text = document["text"]
    named = {text[start:end] for start, end in mentions["united-states"]["spans"]}
    assert named == {"United States", "Washington"}
    assert mentions["steve-witkoff"]["kind"] == "Person"
    assert mentions["28-point-plan"]["kind"] == "Plan"
    army = mentions["28-point-plan:ukraine-armed-forces"]
    assert army["spans"] == [[301, 352], [1802, 1821]]
    firsts = [m["spans"][0] for m in document["mentions"]]
    assert firsts == sorted(firsts)
    # An event is stated, yet no words of its own are marked.
    assert "driscoll-in-kyiv" not in mentions
    assert sum(len(m["spans"]) for m in document["mentions"]) == 56


def test_cues_and_speakers_have_places(client: TestClient) -> None:
    document = get(client, f"/documents/{ARTICLE}")
    (denial,) = [s for s in document["statements"] if s["exact"] == "having approved any point of the plan"]
    assert (denial["cue_span"], denial["speaker_spans"]) == ([1257, 1263], [[1254, 1256]])
    for statement in document["statements"]:
        if statement["cue_span"]:
            start, end = statement["cue_span"]
            assert document["text"][start:end] == statement["cue"]
    (headline,) = [s for s in document["statements"] if s["start"] == 0]
    assert (headline["cue_span"], headline["speaker_spans"]) == (None, [])


# Search


def test_documents_are_found_by_text_and_title(client: TestClient) -> None:
    (hit,) = get(client, "/search?q=Johannesburg&kind=Document")["items"]
    assert (hit["text"], hit["document"]) == ("Ukraine says no to the American plan", hit["id"])
    hits = get(client, "/search?q=Geneva&limit=500")["items"]
    kinds = [hit["kind"] for hit in hits]
    assert kinds[-1] == "Document"
    assert "Document" not in kinds[:-1]
    assert hits[-1]["text"] == "Geneva talks bury the 28 points"


def test_a_hit_leads_to_its_words(client: TestClient) -> None:
    for hit in get(client, "/search?q=wish&kind=Statement")["items"]:
        text = get(client, f"/documents/{hit['document']}")["text"]
        assert text[hit["start"] : hit["end"]] == hit["text"]


# What the product is made of


def test_the_named_queries(client: TestClient) -> None:
    found = get(client, "/queries")
    names = {query["name"] for query in found}
    assert {"who_disputes", "deeds", "timeline", "chains"} <= names
    assert names == {name for name, query in load().items() if query.reads}
    assert not names & {"merge_actor", "refresh_shortcuts", "judgements_on"}
    one = get(client, "/queries/who_disputes")
    assert one in found
    assert one["file"] == "claims.cypher"
    assert one["params"] == {"filter": "{status: 'disputed', limit: 25}"}
    assert one["text"].endswith(";")
    for name in ("no_such", "merge_actor"):
        assert client.get(f"/queries/{name}").status_code == 404


@pytest.mark.parametrize("accept", ["*/*", "text/turtle", "text/html,*/*;q=0.8"])
def test_the_ontology(client: TestClient, accept: str) -> None:
    response = client.get("/ontology", headers={"Accept": accept})
    assert response.headers["content-type"].startswith("text/turtle")
    graph_ = Graph().parse(data=response.text, format="turtle")
    assert (URIRef("https://w3id.org/counterclaim/ontology"), RDF.type, OWL.Ontology) in graph_


def test_the_context(client: TestClient) -> None:
    by_accept = client.get("/ontology", headers={"Accept": "application/ld+json"})
    by_format = client.get("/ontology?format=jsonld")
    assert by_accept.json() == by_format.json()
    assert "@context" in by_accept.json()
    assert "Accept" in by_accept.headers["vary"]
    assert client.get("/ontology", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/ontology?format=xml").status_code == 422


# Nothing is cut silently


@pytest.mark.parametrize(
    ("module", "question"),
    [
        ("graph.ask.actors", lambda store: ask.actor(store, "rustem-umerov")),
        ("graph.ask.terms", lambda store: ask.term(store, "28-point-plan:ukraine-armed-forces")),
        ("graph.ask.plans", lambda store: ask.plan(store, "28-point-plan")),
        ("graph.ask.documents", lambda store: ask.document(store, ARTICLE)),
    ],
)
def test_a_cut_is_told(
    corpus_store: Store, monkeypatch: pytest.MonkeyPatch, module: str, question: Any
) -> None:
    whole = question(corpus_store)
    assert not whole.more
    monkeypatch.setattr(import_module(module), "MOST", 2)
    cut = question(corpus_store)
    assert cut.more
    assert cut.statements == whole.statements[: len(cut.statements)]
    assert 1 <= len(cut.statements) <= 2
