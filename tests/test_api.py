"""The HTTP service on the sample corpus: its routes, its pages, and what it says when it cannot."""

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from neo4j import GraphDatabase
from rdflib import Dataset
from starlette.testclient import TestClient

import api.connection
from api.main import create_app
from graph.engine import EngineError
from graph.errors import QueryTimeoutError, StoreError, UnavailableError
from graph.settings import Settings
from graph.store import Store

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "api" / "static" / "vendor"
TERM = "28-point-plan:ukraine-armed-forces"
DEAD = "bolt://127.0.0.1:1"
LISTS = [
    "/claims", "/disputes", "/actors", "/terms", "/plans", "/documents", "/timeline?until=2025-11-20",
    "/search?q=plan",
]  # fmt: skip
DATA = [
    *LISTS, "/claims/x", "/actors/x", "/terms/x", "/plans/x", "/documents/x", "/statements/x", "/export",
    "/actors/x/positions", "/actors/x/claims", "/actors/x/denials", "/actors/x/allies", "/actors/x/opponents",
    "/terms/x/stances", "/plans/x/board", "/chains/x", "/path?from=x&to=y", "/networks/conflict", "/shifts",
    "/plans/x/changes?from=2025&to=2025", "/changes?from=2025&to=2025", "/actors/x/shifts", "/retractions",
    "/consistency",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


@pytest.fixture(scope="module")
def offline() -> Iterator[TestClient]:
    """The service while its database is away."""
    with TestClient(create_app(Settings(neo4j_uri=DEAD))) as client:
        yield client


def get(client: TestClient, url: str, **headers: str) -> Any:
    response = client.get(url, headers=headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def problem(client: TestClient, url: str, status: int, **headers: str) -> dict[str, Any]:
    response = client.get(url, headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["request_id"] == response.headers["x-request-id"]
    assert {"type", "title", "detail"} <= body.keys()
    return body


def walk(client: TestClient, url: str) -> list[str]:
    """Follow the Link headers to the end; return the ids on the way."""
    ids = list[str]()
    while url:
        response = client.get(url)
        assert response.status_code == 200, response.text
        body = response.json()
        ids += [item["id"] for item in body["items"]]
        link = response.headers.get("link", "")
        assert bool(link) == (body["next"] is not None)
        url = m[1] if (m := re.fullmatch(r'<([^>]+)>; rel="next"', link)) else ""
    return ids


# What the graph must say (examples/README.md)


def test_disputes(client: TestClient) -> None:
    items = get(client, "/disputes")["items"]
    assert {item["status"] for item in items} == {"disputed"}
    camps = {item["claim"]: (set(item["claimed_by"]), set(item["denied_by"])) for item in items}
    umerov = next(claim for claim in camps if claim.startswith("Rustem Umerov approved most"))
    assert len(camps) == 7
    assert camps[umerov] == ({"US officials"}, {"Rustem Umerov"})
    assert camps["The 28-point plan is a Russian wish list"] == ({"Angus King"}, {"Tommy Pigott"})
    assert camps["Ukraine is grateful to the United States"] == (
        {"Volodymyr Zelenskyy"},
        {"Donald Trump"},
    )
    latest = [item["latest"] for item in items]
    assert latest == sorted(latest, reverse=True)


def test_a_dispute_part_by_part_in_verbatim_words(client: TestClient) -> None:
    (dispute,) = get(client, "/disputes?actor=rustem-umerov&text=approved")["items"]
    parts = {part["text"].split()[2]: part for part in dispute["parts"]}
    assert {word: part["status"] for word, part in parts.items()} == {
        "approved": "denied",
        "changed": "denied",
        "presented": "unanswered",
    }
    denying = {item["id"]: item for item in dispute["denying"]}
    words = {word: {denying[id_]["exact"] for id_ in part["by"]} for word, part in parts.items()}
    assert "having approved any point of the plan" in words["approved"]
    assert words["presented"] == set()
    for item in (*dispute["asserting"], *dispute["denying"]):
        document = get(client, f"/documents/{item['document']['id']}")
        assert document["text"][item["start"] : item["end"]] == item["exact"]


def test_a_claim_and_a_part_of_it(client: TestClient) -> None:
    (dispute,) = get(client, "/disputes?actor=rustem-umerov&text=approved")["items"]
    assert get(client, f"/claims/{dispute['id']}") == {**dispute, "others": []}
    part = dispute["parts"][0]
    assert get(client, f"/claims/{part['id']}")["claim"] == part["text"]


def test_claims_of_every_status(client: TestClient) -> None:
    every = {item["id"]: item["status"] for item in get(client, "/claims?limit=500")["items"]}
    for status in ("disputed", "unclaimed", "undisputed"):
        page = get(client, f"/claims?limit=500&status={status}")
        assert {item["id"] for item in page["items"]} == {i for i, s in every.items() if s == status}
    assert sorted(every.values()).count("unclaimed") == 10


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("actor=rustem-umerov", 1),
        ("actor=example-wire", 0),
        ("text=WISH%20LIST", 1),
        ("plan=28-point-plan&since=2025-11-24", 3),
        ("until=2025-11-21", 1),
        ("until=2025", 5),
        ("since=2031-05", 2),
        ("since=2032", 0),
        ("status=unclaimed&actor=friedrich-merz", 2),
        ("term=28-point-plan%3Aukraine-elections", 0),
    ],
)
def test_filters_of_disputes(client: TestClient, query: str, number: int) -> None:
    assert len(get(client, f"/disputes?{query}")["items"]) == number


def test_until_shows_the_dispute_as_it_stood(client: TestClient) -> None:
    (dispute,) = get(client, "/disputes?until=2025-11-21")["items"]
    assert [part["status"] for part in dispute["parts"]] == ["denied", "unanswered", "unanswered"]


def test_actors(client: TestClient) -> None:
    people = get(client, "/actors?kind=Person&limit=500")["items"]
    assert {"rustem-umerov", "angus-king"} <= {actor["id"] for actor in people}
    assert {actor["kind"] for actor in people} == {"Person"}
    found = get(client, "/actors?text=UMEROV")["items"]
    assert [(actor["id"], actor["disputes"] > 0) for actor in found] == [("rustem-umerov", True)]
    actor = get(client, "/actors/rustem-umerov")
    assert actor["roles"][0]["organization"] == "National Security and Defence Council"
    assert {deed["act"] for item in actor["statements"] for deed in item["acts"]} == {
        "asserts",
        "denies",
    }


def test_terms(client: TestClient) -> None:
    items = get(client, "/terms?plan=28-point-plan&topic=armed-forces")["items"]
    assert [term["id"] for term in items] == [TERM]
    assert [term["id"] for term in get(client, "/terms?text=flood")["items"]] == ["ambel-treaty:flood-gauges"]
    term = get(client, f"/terms/{TERM}")
    assert (term["amount"], term["unit"]) == (600000, "people")
    rejecting = {stance["actor"] for stance in term["stances"] if stance["stance"] == "rejects"}
    assert rejecting == {"Khrystyna Hayovyshyn", "Ursula von der Leyen"}


def test_documents(client: TestClient) -> None:
    items = get(client, "/documents")["items"]
    assert [d["published"] for d in items] == [
        "2031-05-04",
        "2025-11-24",
        "2025-11-22",
        "2025-11-21",
    ]
    (found,) = get(client, "/documents?publisher=example-wire&since=2025-11-22&until=2025")["items"]
    document = get(client, f"/documents/{found['id']}")
    assert document["sha256"] == hashlib.sha256(document["text"].encode()).hexdigest()
    assert len(document["statements"]) == found["statements"] > 0


def test_search(client: TestClient) -> None:
    hits = get(client, "/search?q=wish+list&kind=Claim")["items"]
    assert hits[0]["text"] == "The 28-point plan is a Russian wish list"
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    statement = get(client, "/search?q=wish&kind=Statement&limit=1")["items"][0]
    assert get(client, f"/documents/{statement['document']}")["id"] == statement["document"]


# Ids and words are data, whatever they hold


def test_ids_may_be_percent_encoded(client: TestClient) -> None:
    assert get(client, f"/terms/{quote(TERM, safe='')}") == get(client, f"/terms/{TERM}")


@pytest.mark.parametrize("id_", ["a%b", "Умеров", "烏克蘭:軍隊", "x' OR 1=1 --", "}) DETACH DELETE n"])
@pytest.mark.parametrize("kind", ["claims", "actors", "terms", "plans", "documents", "chains"])
def test_an_unknown_id_is_named(client: TestClient, kind: str, id_: str) -> None:
    body = problem(client, f"/{kind}/{quote(id_)}", 404)
    assert repr(id_) in body["detail"]
    assert body["instance"] == f"/{kind}/{quote(id_)}"
    assert body["type"] == "urn:counterclaim:problem:not-found"


@pytest.mark.parametrize(
    "words",
    ['"a OR (b', "a AND", "NOT", "~~9 plan", "a\\", "[1 TO 2}", "plan^99", "*:*x", "\0 plan"],
)
def test_search_takes_any_words(client: TestClient, words: str) -> None:
    assert isinstance(get(client, f"/search?q={quote(words)}")["items"], list)


def test_search_needs_a_word(client: TestClient) -> None:
    assert "at least one word" in problem(client, "/search?q=%3F!", 400)["detail"]


@pytest.mark.parametrize("name", ["actor", "text", "term", "plan"])
def test_injections_are_inert(client: TestClient, name: str) -> None:
    evil = quote("'}) MATCH (n) DETACH DELETE n //")
    answer = client.get(f"/claims?{name}={evil}")
    assert answer.json()["items"] == [] if name == "text" else answer.status_code == 404
    assert len(get(client, "/documents")["items"]) == 4


# Pages


@pytest.mark.parametrize("url", LISTS)
def test_pages_of_one_hold_everything_once(client: TestClient, url: str) -> None:
    joint = "&" if "?" in url else "?"
    whole = [item["id"] for item in get(client, f"{url}{joint}limit=500")["items"]]
    assert walk(client, f"{url}{joint}limit=1") == whole
    assert len(set(whole)) == len(whole) > 1


def test_the_link_keeps_the_other_parameters(client: TestClient) -> None:
    assert "link" not in client.get("/actors?text=%D0%B0&kind=Person&limit=1").headers
    first = client.get("/terms?plan=28-point-plan&text=of%20&limit=1")
    after = first.json()["next"]
    expected = f'</terms?plan=28-point-plan&text=of+&limit=1&after={after}>; rel="next"'
    assert first.headers["link"] == expected


@pytest.mark.parametrize("cursor", ["zzz", "W10", "ñ", "WzFd", "%00", "W1tbW1tb" * 100, "WyJcdWQ4MDAiXQ"])
@pytest.mark.parametrize("url", LISTS)
def test_a_bad_cursor_is_refused(client: TestClient, url: str, cursor: str) -> None:
    joint = "&" if "?" in url else "?"
    body = problem(client, f"{url}{joint}after={cursor}", 400)
    assert "not a cursor of this list" in body["detail"]


def test_a_cursor_of_another_list_is_refused(client: TestClient) -> None:
    ends = {url: get(client, f"{url}{'&' if '?' in url else '?'}limit=1")["next"] for url in LISTS}
    for url in LISTS:
        joint = "&" if "?" in url else "?"
        for other in LISTS:
            if _list(other) != _list(url):
                body = problem(client, f"{url}{joint}after={ends[other]}", 400)
                assert "not a cursor of this list" in body["detail"]


def _list(url: str) -> str:
    path = url.split("?")[0]
    return "/disputes" if path.endswith(("/claims", "/denials")) else path


@pytest.mark.parametrize("place", ["²", "-1", "9" * 30, "angus-king"])
def test_a_bad_cursor_of_search_is_refused(client: TestClient, place: str) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(["search", place]).encode()).decode().rstrip("=")
    problem(client, f"/search?q=plan&after={cursor}", 400)


# Export


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # in rdflib
@pytest.mark.parametrize(
    ("format_", "type_", "parser"),
    [
        ("ttl", "text/turtle", "turtle"),
        ("nt", "application/n-triples", "nt"),
        ("trig", "application/trig", "trig"),
        ("jsonld", "application/ld+json", "json-ld"),
        ("rdf", "application/rdf+xml", "xml"),
    ],
)
def test_export(client: TestClient, format_: str, type_: str, parser: str) -> None:
    id_ = get(client, "/documents?since=2031")["items"][0]["id"]
    by_format = client.get(f"/export?document={id_}&format={format_}", headers={"Accept": "text/css"})
    by_accept = client.get(f"/export?document={id_}", headers={"Accept": type_})
    assert by_format.status_code == 200
    assert by_format.content == by_accept.content
    assert by_format.headers["content-type"].split(";")[0] == type_
    assert "Accept" in re.split(r",\s*", by_format.headers["vary"])
    assert by_format.headers["content-disposition"] == f'attachment; filename="{id_}.{format_}"'
    dataset = Dataset()
    dataset.parse(data=by_format.text, format=parser)
    assert len(list(dataset.quads())) > 100


def test_export_of_everything_is_turtle_for_browsers(client: TestClient) -> None:
    response = client.get("/export", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.headers["content-type"].startswith("text/turtle")
    assert response.headers["content-disposition"] == 'attachment; filename="counterclaim.ttl"'
    assert response.headers["content-encoding"] == "gzip"
    assert "Rustem Umerov" in response.text
    assert "Norvale" in response.text


@pytest.mark.parametrize("accept", ["text/html", "nonsense", "*/*;q=0", "", ";;"])
def test_export_in_no_such_form(client: TestClient, accept: str) -> None:
    body = problem(client, "/export", 406, Accept=accept)
    assert "text/turtle" in body["detail"]
    assert client.get("/export", headers={"Accept": accept}).headers["vary"] == "Accept"


def test_export_of_no_such_document(client: TestClient) -> None:
    assert "'nope'" in problem(client, "/export?document=nope", 404)["detail"]


# What is refused


@pytest.mark.parametrize(
    ("url", "pointer", "words"),
    [
        ("/disputes?limt=1", "/query/limt", "known are actor, after, as_of, format, limit"),
        ("/export?limit=1", "/query/limit", "known are actor, document, format, layout"),
        ("/actors/x?limit=1", "/query/limit", "known are as_of, format"),
        ("/disputes?limit=1&limit=2", "/query/limit", "more than once"),
        ("/disputes?limit=0", "/query/limit", "greater than or equal to 1"),
        ("/disputes?limit=501", "/query/limit", "less than or equal to 500"),
        ("/disputes?limit=many", "/query/limit", "integer"),
        ("/disputes?status=settled", "/query/status", "'disputed'"),
        ("/disputes?since=yesterday", "/query/since", "'yesterday' is not a date"),
        ("/claims?until=2025-13", "/query/until", "not a date: give 2025"),
        ("/documents?since=2025-11-22T10:00", "/query/since", "not a date"),
        ("/disputes?text=", "/query/text", "at least 1"),
        ("/actors?kind=Robot", "/query/kind", "'Person'"),
        ("/search", "/query/q", "required"),
        ("/search?q=" + "x" * 201, "/query/q", "at most 200"),
        ("/export?format=xml", "/query/format", "'ttl'"),
    ],
)
def test_bad_parameters(offline: TestClient, url: str, pointer: str, words: str) -> None:
    body = problem(offline, url, 422)
    assert body["type"] == "urn:counterclaim:problem:invalid-request"
    ((place, detail),) = [(fault["pointer"], fault["detail"]) for fault in body["errors"]]
    assert place == pointer
    assert words in detail
    assert pointer in body["detail"]


@pytest.mark.parametrize("url", ["/nope", "/disputes/", "/terms/a%2Fb", "/static/nope", "/static/../main.py"])
def test_no_such_address(offline: TestClient, url: str) -> None:
    assert problem(offline, url, 404)["type"] == "about:blank"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_read_only(offline: TestClient, method: str) -> None:
    response = offline.request(method, "/disputes")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD"
    assert response.headers["content-type"] == "application/problem+json"


def test_a_long_address(offline: TestClient) -> None:
    assert "8192 bytes" in problem(offline, "/search?q=" + "x" * 8200, 414)["detail"]


# When the database is away


@pytest.mark.parametrize("url", DATA)
def test_away(offline: TestClient, url: str) -> None:
    body = problem(offline, url, 503)
    assert body["type"] == "urn:counterclaim:problem:unavailable"
    assert offline.get(url).headers["retry-after"] == "5"
    assert "127.0.0.1" not in json.dumps(body)
    assert "NEO4J" not in json.dumps(body)


def test_away_with_a_store_given() -> None:
    with (
        GraphDatabase.driver(DEAD) as driver,
        TestClient(create_app(Settings(), Store(driver))) as c,
    ):
        problem(c, "/disputes", 503)
        problem(c, "/readyz", 503)


def test_alive_but_not_ready(offline: TestClient) -> None:
    assert get(offline, "/healthz?probe=1") == {"status": "ok"}
    problem(offline, "/readyz", 503)
    assert get(offline, "/version")["version"]


def test_back_again(corpus_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = list[bool]()
    monkeypatch.setattr(corpus_store, "close", lambda: closed.append(True))
    with TestClient(create_app(Settings(neo4j_uri=DEAD))) as client:
        problem(client, "/readyz", 503)
        monkeypatch.setattr(api.connection, "open_store", lambda *_: corpus_store)
        assert get(client, "/readyz") == {"status": "ready"}
        assert len(get(client, "/disputes")["items"]) == 7
        assert closed == []
    assert closed == [True]


def test_ready(client: TestClient) -> None:
    assert get(client, "/readyz") == {"status": "ready"}


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (QueryTimeoutError("secret"), 504),
        (StoreError("secret"), 500),
        (UnavailableError("secret"), 503),
        (EngineError("secret"), 503),
        (ValueError("secret"), 500),
    ],
)
def test_inner_failures_keep_their_reasons(
    offline: TestClient,
    error: Exception,
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> Store:
        raise error

    monkeypatch.setattr(api.connection, "open_store", fail)
    body = problem(offline, "/disputes", status)
    assert "secret" not in json.dumps(body)
    assert f"request {body['request_id']}): secret" in caplog.text


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("/disputes", "give term or plan or actor"),
        ("/disputes?plan=x", "give term or actor"),
        ("/origins", "give term or plan or actor"),
        ("/plans", "by a filter or a smaller limit"),
    ],
)
def test_what_took_too_long_names_the_filters_that_help(
    offline: TestClient, url: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Store:
        raise QueryTimeoutError("slow")

    monkeypatch.setattr(api.connection, "open_store", fail)
    assert advice in problem(offline, url, 504)["detail"]


# Every answer


def test_request_id(offline: TestClient) -> None:
    assert offline.get("/healthz", headers={"X-Request-ID": "a-1"}).headers["x-request-id"] == "a-1"
    for odd in ("a b", "x" * 129, "<script>", ""):
        made = offline.get("/healthz", headers={"X-Request-ID": odd}).headers["x-request-id"]
        assert re.fullmatch(r"[0-9a-f]{32}", made)


@pytest.mark.parametrize(
    "url", ["/healthz", "/", "/docs", "/nope", "/disputes", "/openapi.json", "/?" + "x" * 9000]
)
def test_safe_headers(offline: TestClient, url: str) -> None:
    headers = offline.get(url).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; object-src 'none'; base-uri 'none';")
    assert ("unsafe-inline" in policy) == (url == "/docs")
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("url", ["/healthz", "/docs", "/disputes", "/search?q=plan", "/nope"])
def test_head(client: TestClient, url: str) -> None:
    asked, told = client.get(url), client.head(url)
    assert told.status_code == asked.status_code
    assert told.content == b""
    for name in ("content-type", "content-length"):
        assert told.headers[name] == asked.headers[name]


# The pages


@pytest.mark.parametrize(("url", "files"), [("/", 6), ("/docs", 4)])
def test_pages_load_nothing_foreign(offline: TestClient, url: str, files: int) -> None:
    page = offline.get(url)
    assert "://" not in page.text
    assert not re.search(r"<script(?![^>]* src=)|\son\w+=|style=", page.text)
    sources = re.findall(r'(?:src|href)="((?:static|openapi)[^"]+)"', page.text)
    assert len(sources) == files
    for source in sources:
        assert offline.get(f"/{source}").status_code == 200


@pytest.mark.parametrize(
    ("name", "sha256"),
    [
        (
            "swagger-ui-bundle-5.35.0.js",
            "e6a898692f2d768e807c3ba4626068a69a2c5dd960dd6c76f3e4d3a3de180af2",
        ),
        (
            "swagger-ui-5.35.0.css",
            "5ed08757e53da3e026d6cbecc61fe5d43585c9560b302d534ad56692519a273d",
        ),
        (
            "cytoscape-3.34.4.esm.min.js",
            "0d7e373a706f0f01d6fb7a6ccf04988c01307cee1c2f9bcc7b068e9f6b431e3f",
        ),
    ],
)
def test_vendored_files_are_as_published(name: str, sha256: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == sha256


def test_openapi_is_as_agreed(offline: TestClient) -> None:
    golden = ROOT / "tests" / "golden" / "openapi.json"
    text = json.dumps(get(offline, "/openapi.json"), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 rewrites it, if it is meant"


def test_openapi_tells_all(offline: TestClient) -> None:
    description = get(offline, "/openapi.json")
    schemas = description["components"]["schemas"]
    assert {"Problem", "Fault"} <= schemas.keys()
    assert not {"HTTPValidationError", "ValidationError"} & schemas.keys()
    operations = [(path, each) for path, item in description["paths"].items() for each in item.values()]
    for path, operation in operations:
        assert re.fullmatch(r"[a-z_]+", operation["operationId"])
        assert operation["summary"]
        assert operation["description"]
        assert operation["tags"][0] in {tag["name"] for tag in description["tags"]}
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
        for status, answer in operation["responses"].items():
            if status == "304":
                assert "content" not in answer
            elif int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"]
                example = answer["content"]["application/problem+json"]["example"]
                assert example["status"] == int(status)
        if operation["tags"] != ["system"]:
            assert {"422", "500", "503", "504"} <= operation["responses"].keys()
        if path in LISTS and "requestBody" not in operation:
            assert {"Link", "ETag"} <= operation["responses"]["200"]["headers"].keys()
            assert "text/csv" in operation["responses"]["200"]["content"]
        # A query may be sent as a body; it writes nothing.
        if path != "/sparql" and ("requestBody" in operation or "204" in operation["responses"]):
            assert {"401", "403"} <= operation["responses"].keys()
            assert operation["security"] == [{"key": []}, {}]
        assert {"414", "421"} <= operation["responses"].keys()
    # What is told is what is: a tag where there is one, and no 200 of what leads elsewhere.
    for path in ("/ontology", "/queries", "/queries/{name}", "/watch", "/watch/feed", "/id/{segment}/{id}"):
        assert "304" not in description["paths"][path]["get"]["responses"], path
        assert "ETag" not in description["paths"][path]["get"]["responses"].get("200", {}).get("headers", {})
    assert "200" not in description["paths"]["/id/{segment}/{id}"]["get"]["responses"]
    assert {"304", "507"} <= description["paths"]["/export"]["get"]["responses"].keys()
    for reference in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(description)):
        assert reference in schemas
