"""SPARQL: the same answers as ours, in every form of the protocol, within bounds that hold."""

import csv
import io
import json
import re
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from rdflib import Dataset, Graph
from starlette.testclient import TestClient

from graph import ask
from graph.errors import InputError, QueryTimeoutError
from graph.export import export
from graph.settings import Settings
from graph.sparql import Endpoint, Query, endpoint, read_query
from graph.store import Store

from .conftest import ROOT
from .service import local
from .test_cli import run

BASE = "https://counterclaim.example/id/"
PAGE = (ROOT / "docs" / "sparql.md").read_text(encoding="utf-8")
WORKED = re.findall(r"^## ([^\n]+)\n.*?^```sparql\n(.*?)^```$", PAGE, re.M | re.S)
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

Ask = Callable[..., list[dict[str, str]]]


@pytest.fixture(scope="module")
def door() -> Iterator[Endpoint]:
    with Endpoint(BASE, 60) as door:
        yield door


def rows(door: Endpoint, store: Store, query: str) -> list[dict[str, str]]:
    found = json.loads(door.answer(store, read_query(query, door.prefixes), "json"))
    return [{k: v["value"] for k, v in row.items()} for row in found["results"]["bindings"]]


def last(iri: str) -> str:
    return iri.rpartition("/")[2]


# The five queries of the page, against our own answers on the samples


def worked(number: int, door: Endpoint, store: Store) -> list[dict[str, str]]:
    return rows(door, store, WORKED[number][1])


def test_who_disputes_which_claim(corpus_store: Store, door: Endpoint) -> None:
    found = {(last(r["claim"]), r["text"], r["claimant"], r["denier"]) for r in worked(0, door, corpus_store)}
    meant = {
        (item.id, item.claim, claimant, denier)
        for item in ask.disputes(corpus_store, limit=500).items
        for claimant in item.claimed_by
        for denier in item.denied_by
        if claimant != denier
    }
    assert found == meant
    assert len({claim for claim, *_ in found}) >= 7


def test_how_a_claim_comes_to_us(corpus_store: Store, door: Endpoint) -> None:
    found = {
        (last(r["claim"]), last(r["statement"]), last(r["speaker"]), r["through"])
        for r in worked(1, door, corpus_store)
    }
    wholes = [item.id for item in ask.disputes(corpus_store, status=None, limit=500).items]
    meant = {
        (claim, chain.statement, chain.hops[0].id, " ← ".join(hop.name for hop in chain.hops[1:]))
        for claim in wholes
        for chain in ask.chains(corpus_store, claim).chains
        if len(chain.hops) > 1
    }
    assert found == meant
    assert len(found) >= 3


def test_who_stands_where(corpus_store: Store, door: Endpoint) -> None:
    found = {
        (last(r["term"]), last(r["actor"]), r["stance"], r["words"]) for r in worked(2, door, corpus_store)
    }
    meant = {
        (cell.term, cell.actor, stance.stance, stance.words)
        for cell in ask.board(corpus_store, "28-point-plan").cells
        for stance in cell.stances
    }
    assert found == meant
    assert found


def test_quotes_with_their_places(corpus_store: Store, door: Endpoint) -> None:
    found = worked(3, door, corpus_store)
    assert {row["verbatim"] for row in found} == {"true"}
    statements = ask.actor(corpus_store, "rustem-umerov").statements
    assert {
        (last(r["statement"]), r["exact"], int(r["start"]), int(r["end"]), r["title"]) for r in found
    } == {(item.id, item.exact, item.start, item.end, item.document.title) for item in statements}


def test_anonymous_only(corpus_store: Store, door: Endpoint) -> None:
    found = {(last(row["claim"]), row["text"]) for row in worked(4, door, corpus_store)}
    meant = ask.disputes(corpus_store, status=None, limit=500).items
    assert found == {(item.id, item.claim) for item in meant if item.anonymous_only}
    assert found


def test_every_query_of_the_page_is_checked() -> None:
    assert [title for title, _ in WORKED] == [
        "Who disputes which claim",
        "How a claim comes to us",
        "Who stands where on the terms of a plan",
        "Quotes with their places",
        "Claims that only anonymous sources make",
    ]


# The triples are those of the export


def test_the_triples_are_those_of_the_export(corpus_store: Store, door: Endpoint) -> None:
    dataset = Dataset(default_union=True)
    dataset.parse(data=export(corpus_store, BASE, "trig"), format="trig")
    every = read_query("CONSTRUCT WHERE { ?s ?p ?o }")
    graph = Graph().parse(data=door.answer(corpus_store, every, "nt"), format="nt")
    assert set(graph) == {(s, p, o) for s, p, o in dataset.triples((None, None, None))}
    names = {row["g"] for row in rows(door, corpus_store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")}
    assert names == {f"{BASE}document/{row['id']}" for row in corpus_store.read("document_ids")}
    (one,) = rows(door, corpus_store, f"SELECT (COUNT(*) AS ?n) FROM <{min(names)}> {{ ?s ?p ?o }}")
    (all_,) = rows(door, corpus_store, COUNT)
    assert 0 < int(one["n"]) < int(all_["n"]) == len(graph)
    # What stands in two of the graphs is one triple, whichever way they are asked together.
    froms = " ".join(f"FROM document:{last(name)}" for name in sorted(names))
    (together,) = rows(door, corpus_store, f"SELECT (COUNT(*) AS ?n) {froms} {{ ?s ?p ?o }}")
    assert together == all_
    named = f"PREFIX d: <{BASE}document/> SELECT DISTINCT ?g FROM NAMED d:{last(min(names))} "
    named += "{ GRAPH ?g { ?s ?p ?o } }"
    assert rows(door, corpus_store, named) == [{"g": min(names)}]
    assert rows(door, corpus_store, named.replace("GRAPH ?g ", "")) == []


def test_constructed_graphs_are_the_same_bytes_each_time(corpus_store: Store, door: Endpoint) -> None:
    query = read_query("CONSTRUCT { ?s cc:name ?n } WHERE { ?s cc:name ?n }")
    turtle = door.answer(corpus_store, query, "ttl")
    assert door.answer(corpus_store, query, "ttl") == turtle
    with Endpoint(BASE, 60) as other:
        assert other.answer(corpus_store, query, "ttl") == turtle
    lines = door.answer(corpus_store, query, "nt").splitlines()
    assert lines == sorted(set(lines))
    assert set(Graph().parse(data=turtle)) == set(Graph().parse(data=b"\n".join(lines), format="nt"))


# Bounds


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is an update"),
        ("PREFIX x: <a:> DELETE WHERE { ?s ?p ?o }", "DELETE is an update"),
        ("LOAD <http://127.0.0.1:1/x>", "LOAD is an update"),
        ("drop all", "DROP is an update"),
        ("WITH <a:b> INSERT { <a:b> <a:b> <a:b> } WHERE { }", "WITH is an update"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p '''x''' . SERVICE ?x { ?s ?p ?o } }", "SERVICE is refused"),
        ("# SELECT\n", "no query"),
        ("", "no query"),
        ("SELECT ?x " + "#" * 100_000, "the limit is 100,000"),
        ("SELECT * FROM <relative> { ?s ?p ?o }", "FROM <relative>: give the whole IRI"),
        ("SELECT * FROM NAMED unknown:x { ?s ?p ?o }", "FROM unknown:x"),
        ("SELECT * FROM", "FROM : give the whole IRI"),
    ],
)
def test_what_is_refused(query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service <http://service.example/SERVICE> 'SERVICE' } # SERVICE",
        'SELECT * { ?s cc:exact """a "SERVICE" \\""" SERVICE""" ; service:x <a:SERVICE> , x:SERVICE }',
        "ASK { ?insert ?p 'it''s' , \"DELETE\" }",
        "SELECT * { ?a ?b ?c FILTER (?a<?b) }",
    ],
)
def test_words_in_other_places_are_no_keywords(query: str) -> None:
    assert read_query(query).kind in ("SELECT", "ASK")


def test_no_query_reaches_a_network(corpus_store: Store, door: Endpoint) -> None:
    """Even if the words are hidden from us, the process that evaluates may open no socket."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
        for silent in ("", "SILENT"):
            text = f"ASK {{ SERVICE {silent} <{address}> {{ ?s ?p ?o }} }}"
            hidden = Query(text, "ASK")
            with suppress(InputError):
                door.answer(corpus_store, hidden, "json")
        assert rows(door, corpus_store, f"SELECT * FROM <{address}> {{ ?s ?p ?o }}") == []
        assert (
            rows(door, corpus_store, f"SELECT * FROM NAMED <{address}> {{ GRAPH ?g {{ ?s ?p ?o }} }}") == []
        )
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_slow_query_is_ended_and_others_go_on(corpus_store: Store) -> None:
    with Endpoint(BASE, 1.5) as door:
        rows(door, corpus_store, COUNT)
        began = time.monotonic()
        with ThreadPoolExecutor(6) as threads:
            slow = [threads.submit(door.answer, corpus_store, read_query(SLOW), "csv") for _ in range(2)]
            quick = [threads.submit(rows, door, corpus_store, COUNT) for _ in range(4)]
            assert len({future.result()[0]["n"] for future in quick}) == 1
            for future in slow:
                with pytest.raises(QueryTimeoutError, match=r"longer than 1\.5 seconds"):
                    future.result()
        assert time.monotonic() - began < 20
        assert rows(door, corpus_store, COUNT)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", "more than 20,000,000 bytes"),
        ("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", "more than 20,000,000 bytes"),
        (f"SELECT * {{ {'{' * 20000}{'}' * 20000} }}", "nested too deeply"),
        ("SELECT ?x WHERE", 'not a SPARQL query: line 1, column 16: expected "{" or DISTINCT'),
        (
            "ASK {\n?s a rdfs:x }",
            r"line 2, column 12: not declared: rdfs:; declare it by PREFIX, .*: actor:, ",
        ),
        ("PREFIX a: <b:c>\nASK { ?s a:x cc:y, d:z }", "not declared: d:;"),
        ("SELECT (COUNT(?s) AS ?k) ?s { ?s ?p ?o }", "SELECT contains a variable that is unbound"),
        ("SELECT ?s { ?s ", "line 1, column 16: the query is wrong or breaks off here"),
        ("SELECT ?s { ?s ?p ?o } ORDER ?s", "line 1, column 32: expected BY"),
    ],
)
def test_what_asks_for_too_much(corpus_store: Store, door: Endpoint, query: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        door.answer(corpus_store, read_query(query), "ttl" if query.startswith("C") else "csv")
    assert rows(door, corpus_store, COUNT)


def test_memory_is_bounded(corpus_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "MEMORY", 50_000_000)
    query = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?c ?f { ?a ?b ?c . ?d ?e ?f } }"
    with Endpoint(BASE, 60) as door, pytest.raises(InputError, match="more than 50,000,000 bytes of memory"):
        door.answer(corpus_store, read_query(query), "csv")


# Over HTTP


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with local(corpus_store, Settings(query_timeout=20)) as client:
        yield client


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("SELECT", "*/*", "application/sparql-results+json"),
        ("SELECT", "application/json", "application/sparql-results+json"),
        ("SELECT", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT", "text/csv, */*;q=0.1", "text/csv; charset=utf-8"),
        ("SELECT", "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("ASK", "application/sparql-results+json, text/turtle", "application/sparql-results+json"),
        ("ASK", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("CONSTRUCT", "*/*", "text/turtle; charset=utf-8"),
        ("CONSTRUCT", "application/sparql-results+json, text/turtle", "text/turtle; charset=utf-8"),
        ("DESCRIBE", "application/n-triples", "application/n-triples"),
    ],
)
def test_forms_by_accept(client: TestClient, query: str, accept: str, media_type: str) -> None:
    asked = {
        "SELECT": "SELECT ?n { actor:rustem-umerov cc:name ?n }",
        "ASK": "ASK { actor:rustem-umerov cc:name ?n }",
        "CONSTRUCT": "CONSTRUCT WHERE { actor:rustem-umerov cc:name ?n }",
        "DESCRIBE": "DESCRIBE actor:rustem-umerov",
    }[query]
    direct = {"content-type": "application/sparql-query"}
    answers = [
        client.get("/sparql", params={"query": asked}, headers={"accept": accept}),
        client.post("/sparql", content=asked, headers={"accept": accept, **direct}),
        client.post("/sparql", data={"query": asked}, headers={"accept": accept}),
    ]
    for answer in answers:
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == media_type
        assert answer.content == answers[0].content
    assert "Rustem Umerov" in answers[0].text or query == "ASK"
    assert "etag" in answers[0].headers
    assert "etag" not in answers[1].headers


def test_a_form_by_name(client: TestClient) -> None:
    query = "SELECT ?name { ?a a cc:Person ; cc:name ?name } ORDER BY ?name"
    answer = client.get("/sparql", params={"query": query, "format": "csv"})
    names = [row["name"] for row in csv.DictReader(io.StringIO(answer.text))]
    assert names == sorted(names)
    assert len(names) > 10
    assert client.get("/sparql", params={"query": query, "format": "csv"},
                      headers={"if-none-match": answer.headers["etag"]}).status_code == 304  # fmt: skip


def test_graphs_of_the_protocol(client: TestClient, corpus_store: Store) -> None:
    graphs = [f"{BASE}document/{row['id']}" for row in corpus_store.read("document_ids")]

    def count(**params: Any) -> int:
        answer = client.get("/sparql", params={"query": COUNT, "format": "csv", **params})
        assert answer.status_code == 200, answer.text
        return int(answer.text.split()[1])

    one, two = (count(**{"default-graph-uri": graphs[:n]}) for n in (1, 2))
    assert 0 < one < two < count()
    assert count(**{"default-graph-uri": "http://elsewhere.example/"}) == 0
    form = {"query": COUNT, "default-graph-uri": graphs[:1]}
    assert client.post("/sparql?format=csv", data=form).text.split()[1] == str(one)


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ({"query": "SELECT"}, 400, "not a SPARQL query"),
        ({"query": "INSERT DATA { <a:b> <a:b> <a:b> }"}, 400, "INSERT is an update"),
        ({"query": "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }"}, 400, "SERVICE is refused"),
        ({"query": "ASK { ?s ?p ?o }", "format": "ttl"}, 400, "ASK gives json"),
        ({"query": "ASK { ?s ?p ?o }", "format": "pdf"}, 422, "format"),
        ({}, 422, "query"),
        ({"query": "ASK { ?s ?p ?o }", "update": "x"}, 422, "unknown parameter"),
    ],
)
def test_problems(client: TestClient, query: dict[str, str], status: int, words: str) -> None:
    answer = client.get("/sparql", params=query)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_problems_of_bodies(client: TestClient) -> None:
    def post(content: bytes, media_type: str, **headers: str) -> tuple[int, str]:
        answer = client.post("/sparql", content=content, headers={"content-type": media_type, **headers})
        assert answer.headers["content-type"] == "application/problem+json"
        return answer.status_code, answer.json()["detail"]

    assert post(b"x", "application/sparql-update")[0] == 415
    assert post(b"update=x", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"query=ASK%7B%7D&query=ASK%7B%7D", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"\xff", "application/sparql-query")[0] == 400
    assert post(b"ASK { ?s ?p ?o }", "application/sparql-query", accept="image/png")[0] == 406
    assert post(b"#" * 150_000, "application/sparql-query")[0] == 400
    assert post(b"#" * 1_400_000, "application/sparql-query")[0] == 413
    status, words = post(SLOW.encode(), "application/sparql-query")
    assert (status, "time limit" in words) == (504, True)


def test_a_query_of_the_most_characters_fits_whatever_they_are(client: TestClient) -> None:
    text = "ASK { actor:rustem-umerov a cc:Person } #"
    text += "𝔾" * (100_000 - len(text))
    direct = client.post("/sparql", content=text, headers={"content-type": "application/sparql-query"})
    assert direct.status_code == 200, direct.text
    assert client.post("/sparql", data={"query": text}).content == direct.content
    assert client.post("/sparql", data={"query": text + "."}).status_code == 400


def test_many_slow_queries_leave_threads_to_others(corpus_store: Store) -> None:
    with local(corpus_store, Settings(query_timeout=12)) as client, ThreadPoolExecutor(50) as threads:
        client.get("/sparql", params={"query": COUNT})
        began = time.monotonic()
        slow = [threads.submit(client.get, "/sparql", params={"query": SLOW}) for _ in range(50)]
        time.sleep(1.5)
        asked = time.monotonic()
        assert client.get("/healthz").status_code == 200
        assert client.get("/version").status_code == 200
        assert time.monotonic() - asked < 6
        answers = [future.result() for future in slow]
        assert time.monotonic() - began < 40
    refused = [answer for answer in answers if answer.status_code == 503]
    assert {answer.status_code for answer in answers} == {503, 504}
    assert {answer.headers["retry-after"] for answer in refused} == {"5"}
    assert {"too many other" in answer.json()["detail"] for answer in refused} == {True}


# On the command line


def test_the_command(corpus_store: Store, tmp_path: Path) -> None:
    query = "SELECT ?name { actor:rustem-umerov cc:name ?name }"
    assert "Rustem Umerov" in run("sparql", query).stdout
    assert run("sparql", query, "--format", "csv").stdout.split("\n")[:2] == ["name", "Rustem Umerov"]
    (tmp_path / "q.rq").write_text("ASK { actor:rustem-umerov a cc:Person }", encoding="utf-8")
    assert run("sparql", "-f", tmp_path / "q.rq").stdout == "yes\n"
    turtle = run("sparql", "DESCRIBE actor:rustem-umerov").stdout
    assert len(Graph().parse(data=turtle)) > 3
    for words, code, message in (
        ([query, "--format", "ttl"], 2, "SELECT gives table, json, xml, csv, tsv"),
        (["DROP ALL"], 2, "DROP is an update"),
        (["SELECT"], 2, "not a SPARQL query"),
        ([], 2, "give a query"),
        (["-f", "no-such-file.rq"], 2, "cannot be read"),
    ):
        done = run("sparql", *words)
        assert done.returncode == code
        assert message in done.stderr.replace("\n", " ")
        assert "Traceback" not in done.stderr
