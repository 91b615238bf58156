"""The list of statements, and the articles that filters leave: what is there, and in which order."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph.settings import Settings
from graph.store import Store

PLAN, TERM = "28-point-plan", "28-point-plan:ukraine-armed-forces"


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def items(client: TestClient, url: str) -> list[dict[str, Any]]:
    response = client.get(url)
    assert response.status_code == 200, response.text
    return response.json()["items"]


@pytest.fixture(scope="module")
def everything(client: TestClient) -> list[dict[str, Any]]:
    return items(client, "/statements?limit=500")


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in found]


def test_each_statement_stands_once_newest_document_first_in_the_order_of_its_text(
    client: TestClient, everything: list[dict[str, Any]]
) -> None:
    told = [
        statement
        for document in items(client, "/documents?limit=500")
        for statement in client.get(f"/documents/{document['id']}").json()["statements"]
    ]
    assert ids(everything) == ids(told)
    assert len(everything) > 50


@pytest.mark.parametrize("act", ["asserts", "denies", "rejects", "demands"])
def test_by_what_they_do(client: TestClient, everything: list[dict[str, Any]], act: str) -> None:
    does = [each for each in everything if act in (each["unlinked"], *(deed["act"] for deed in each["acts"]))]
    assert ids(items(client, f"/statements?act={act}&limit=500")) == ids(does) != []


def test_by_who_speaks_in_what_and_when(client: TestClient, everything: list[dict[str, Any]]) -> None:
    own = [each for each in everything if "rustem-umerov" in (s["id"] for s in each["speakers"])]
    assert ids(items(client, "/statements?actor=rustem-umerov")) == ids(own) != []
    document = own[0]["document"]
    inside = [each for each in own if each["document"] == document]
    assert ids(items(client, f"/statements?actor=rustem-umerov&document={document['id']}")) == ids(inside)
    for name in ("until", "as_of"):
        early = [each for each in everything if (each["document"]["published"] or "9") <= "2025-11-21"]
        assert ids(items(client, f"/statements?{name}=2025-11-21&limit=500")) == ids(early) != []
    late = [each for each in everything if (each["document"]["published"] or "9") >= "2025-11-24"]
    assert ids(items(client, "/statements?since=2025-11-24&limit=500")) == ids(late)
    assert items(client, "/statements?review=rejected") == []
    assert ids(items(client, "/statements?review=unreviewed&limit=500")) == ids(everything)


def test_by_claim_and_its_parts(client: TestClient, everything: list[dict[str, Any]]) -> None:
    claim = client.get("/claims/b74322f59e199576").json()
    among = {claim["id"], *(part["id"] for part in claim["parts"])}
    on = [each for each in everything if among & {deed["id"] for deed in each["acts"]}]
    assert ids(items(client, f"/statements?claim={claim['id']}&limit=500")) == ids(on) != []


@pytest.mark.parametrize("filter_", [f"plan={PLAN}", f"term={TERM}", f"plan={PLAN}&actor=friedrich-merz"])
def test_by_plan_and_term_as_on_the_timeline(client: TestClient, filter_: str) -> None:
    moments = items(client, f"/timeline?{filter_}&limit=500")
    told = {each["id"] for each in moments if each["kind"] == "statement"}
    found = ids(items(client, f"/statements?{filter_}&limit=500"))
    assert set(found) == told != set()
    assert len(found) == len(told)


def test_pages_and_the_table(client: TestClient, everything: list[dict[str, Any]]) -> None:
    found, url = list[str](), "/statements?limit=7"
    while url:
        response = client.get(url)
        found += ids(response.json()["items"])
        url = response.links.get("next", {}).get("url", "")
    assert found == ids(everything)
    table = client.get("/statements?format=csv&limit=500").text.splitlines()
    assert table[0].startswith("id,speakers,acts,exact,start,end")
    assert len(table) > len(everything)


@pytest.mark.parametrize("path", ["/statements", "/documents"])
@pytest.mark.parametrize("name", ["actor", "plan", "term", "claim"])
def test_an_id_that_names_nothing_is_told(client: TestClient, path: str, name: str) -> None:
    response = client.get(f"{path}?{name}=nobody-nowhere")
    assert response.status_code == 404
    assert response.json()["errors"][0]["pointer"] == f"/query/{name}"


@pytest.mark.parametrize("path", ["/terms", "/networks/conflict", f"/plans/{PLAN}/board"])
def test_a_topic_that_no_term_has_is_told_with_those_that_there_are(client: TestClient, path: str) -> None:
    response = client.get(f"{path}?topic=armed-force")
    assert response.status_code == 404
    (fault,) = response.json()["errors"]
    assert fault["pointer"] == "/query/topic"
    assert "armed-forces" in fault["detail"]
    assert client.get(f"{path}?topic=armed-forces").status_code == 200


@pytest.mark.parametrize(
    "filter_", ["actor=rustem-umerov", f"plan={PLAN}", f"term={TERM}", "claim=b74322f59e199576"]
)
def test_articles_by_who_speaks_and_what_they_mention(
    client: TestClient, everything: list[dict[str, Any]], filter_: str
) -> None:
    found = ids(items(client, f"/documents?{filter_}"))
    spoken = {each["document"]["id"] for each in items(client, f"/statements?{filter_}&limit=500")}
    assert spoken
    assert spoken <= set(found)
    assert len(found) < len(items(client, "/documents")) or filter_.startswith("plan")
    early = ids(items(client, f"/documents?{filter_}&as_of=2025-11-21"))
    assert early == ids(items(client, f"/documents?{filter_}&until=2025-11-21"))
    assert set(early) < set(found)
