"""Judging over HTTP: made, listed, refused and undone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import keys
from graph.project import claim_id, project
from graph.settings import Settings
from graph.store import Store

from .conftest import put
from .samples import saying
from .service import HOME, local
from .test_judge import DENIAL, saying_of
from .test_judge_statements import CLAIM, only, put_one
from .test_write import Cypher, everything

NOBODY = "0123456789abcdef"


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    with local(store) as client:
        yield client


def judge(client: TestClient, status: int = 201, **body: Any) -> dict[str, Any]:
    # As JSON escapes it: a client may send half of a surrogate pair.
    headers = {"Content-Type": "application/json"}
    response = client.post("/judgements", content=json.dumps(body), headers=headers)
    assert response.status_code == status, response.text
    if status != 201:
        assert response.headers["content-type"] == "application/problem+json"
    else:
        assert response.headers["location"] == f"/judgements/{response.json()['id']}"
    return response.json()


def test_a_page_rejects_and_takes_it_back(client: TestClient, store: Store, cypher: Cypher) -> None:
    put(store, CLAIM)
    said = put_one(store, saying("denies", "cy", text="Cy: no", published="2026-01-02"))
    before = everything(cypher)
    made = judge(client, kind="reject", statement=said, reason=" misread ", by="Zoe")
    assert (made["told"], made["waits"], made["reason"]) == (f"{said} is rejected", False, "misread")
    assert client.get("/disputes").json()["items"] == []
    (evidence,) = client.get("/actors/cy").json()["statements"]
    assert (evidence["review"], evidence["judged"]) == ("rejected", [made["id"]])
    assert client.get(f"/judgements/{evidence['judged'][0]}").json() == made
    again = judge(client, kind="reject", statement=said, reason="misread", by="Zoe")
    assert again == made
    told = judge(client, 409, kind="accept", statement=said)
    assert f"{said} is rejected ({made['id']}); undo that first" in told["detail"]
    assert told["type"] == "urn:counterclaim:problem:conflict"
    undone = client.delete(f"/judgements/{made['id']}")
    assert (undone.status_code, undone.content) == (204, b"")
    assert everything(cypher) == before
    assert client.delete(f"/judgements/{made['id']}").status_code == 404


def test_each_kind_is_judged_listed_and_undone(client: TestClient, store: Store, cypher: Cypher) -> None:
    said = put_one(store, CLAIM)
    put(store, saying_of("asserts", "adah", "Adah: it pours", "2026-01-01", claim="It pours"))
    denial = put_one(store, DENIAL)
    before = everything(cypher)
    bodies = [
        {"kind": "accept", "statement": said},
        {"kind": "reject", "statement": denial},
        {"kind": "link", "statement": denial, "claim": claim_id("It pours")},
        {"kind": "split", "actor": "ada", "into": "anna", "name": "Anna", "statements": [said]},
        {"kind": "merge", "actor": "adah", "into": "bo"},
    ]
    made = sorted((judge(client, **body) for body in bodies), key=lambda j: j["id"])
    assert client.get("/judgements").json() == {"items": made, "next": None}
    first = client.get("/judgements?limit=3")
    rest = client.get(first.links["next"]["url"]).json()
    assert [*first.json()["items"], *rest["items"]] == made
    filters = {
        "kind=merge": {"merge"},
        f"statement={said}": {"accept", "split"},
        f"statement={denial}&kind=link": {"link"},
        "actor=adah": {"merge"},
        "actor=anna": {"split"},
        f"claim={claim_id('It pours')}": {"link"},
    }
    for filter_, kinds in filters.items():
        assert {j["kind"] for j in client.get(f"/judgements?{filter_}").json()["items"]} == kinds, filter_
    assert [j["kind"] for j in client.get("/actors/bo").json()["judged"]] == ["merge"]
    assert [j["kind"] for j in client.get("/actors/ada").json()["judged"]] == ["split"]
    for judgement in made:
        assert client.delete(f"/judgements/{judgement['id']}").status_code == 204
    assert everything(cypher) == before


def test_a_wrong_link_is_dismissed(client: TestClient, store: Store, cypher: Cypher) -> None:
    put(store, CLAIM)
    denial = put_one(store, DENIAL)
    (dispute,) = client.get("/disputes").json()["items"]
    (linked,) = client.get("/review").json()["linked"]
    assert linked == dispute["denying"][0]
    made = judge(client, kind="link", statement=linked["id"])
    assert made["told"] == f"{denial} means no claim of the graph"
    assert client.get("/disputes").json()["items"] == []
    found = client.get("/review").json()
    assert (found["denials"], found["linked"]) == ([], [])


REFUSED = {
    "no body": ({}, 422, "/body"),
    "no kind": ({"statement": NOBODY}, 422, "/body"),
    "an unknown kind": ({"kind": "delete", "statement": NOBODY}, 422, "/body"),
    "no statement": ({"kind": "accept"}, 422, "/body/accept/statement"),
    "another's field": ({"kind": "accept", "statement": NOBODY, "claim": NOBODY}, 422, "/body/accept/claim"),
    "no id": ({"kind": "reject", "statement": "x"}, 422, "/body/reject/statement"),
    "half a letter": (
        {"kind": "reject", "statement": NOBODY, "reason": "\ud800"}, 422, "/body/reject/reason"),
    "a letter that files refuse": (
        {"kind": "reject", "statement": NOBODY, "reason": "a\x00b"}, 422, "/body/reject/reason"),
    "a long reason": (
        {"kind": "reject", "statement": NOBODY, "reason": "x" * 2001}, 422, "/body/reject/reason"),
    "an unknown statement": ({"kind": "accept", "statement": NOBODY}, 404, None),
    "an unknown claim": ({"kind": "link", "statement": "DENIAL", "claim": NOBODY}, 404, None),
    "an unknown actor": ({"kind": "merge", "actor": "ada", "into": "nobody"}, 404, None),
    "a split of nothing": ({"kind": "split", "actor": "ada", "into": "anna"}, 400, None),
    "what says its claim": ({"kind": "link", "statement": "CLAIM"}, 400, None),
    "itself": ({"kind": "merge", "actor": "ada", "into": "ada"}, 409, None),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_judged_is_refused(
    client: TestClient, store: Store, cypher: Cypher, name: str
) -> None:
    ids = {"CLAIM": put_one(store, CLAIM), "DENIAL": put_one(store, DENIAL)}
    before = everything(cypher)
    given, status, pointer = REFUSED[name]
    told = judge(client, status, **{k: ids.get(str(v), v) for k, v in given.items()})
    if pointer is not None:
        assert [fault["pointer"] for fault in told["errors"]] == [pointer]
    assert everything(cypher) == before


@pytest.mark.parametrize("given", ["text/plain", "application/x-www-form-urlencoded", "application/yaml"])
def test_a_judgement_is_json(client: TestClient, given: str) -> None:
    body = f'{{"kind": "accept", "statement": "{NOBODY}"}}'
    answer = client.post("/judgements", content=body, headers={"content-type": given})
    assert (answer.status_code, answer.headers["content-type"]) == (415, "application/problem+json")
    assert "send application/json" in answer.json()["detail"]
    as_json = {"content-type": "application/json; charset=utf-8"}
    assert client.post("/judgements", content=body, headers=as_json).status_code == 404


def test_only_who_may_write_judges(store: Store, tmp_path: Path) -> None:
    said, settings = put_one(store, CLAIM), Settings(home=tmp_path)
    body = {"kind": "accept", "statement": said}
    with TestClient(create_app(settings, store), base_url=HOME) as client:
        assert client.post("/judgements", json=body).status_code == 401
        assert client.delete(f"/judgements/{NOBODY}").status_code == 401
        key = keys.create(tmp_path, "newsroom")
        headers = {"Authorization": f"Bearer {key}"}
        made = client.post("/judgements", json=body, headers=headers).json()
        assert made["by"] == "newsroom"
        assert client.get("/judgements").json()["items"] == [made]
        assert client.delete(f"/judgements/{made['id']}", headers=headers).status_code == 204


def test_an_unknown_judgement_is_not_found(client: TestClient) -> None:
    assert client.get(f"/judgements/{NOBODY}").status_code == 404
    assert client.get("/judgements?after=zzz").status_code == 400
    assert client.get("/judgements?kind=delete").status_code == 422


def test_the_review_tells_what_waits(client: TestClient, store: Store) -> None:
    said = project(saying("asserts", "ada", text="so", published="2026-01-01", confidence=0.2))
    put(store, saying("asserts", "ada", text="so", published="2026-01-01", confidence=0.2))
    assert [s["id"] for s in client.get("/review").json()["unsure"]] == [only(said)]
    judge(client, kind="accept", statement=only(said))
    assert client.get("/review").json()["unsure"] == []


def test_what_the_rules_are_least_sure_of_is_for_a_person(client: TestClient, store: Store) -> None:
    text = (
        "The dam\n\nThe Harbour Gazette, 3 March 2031\n\n"
        "Norvale rejected on Monday a report that it had agreed to remove the dam.\n"
        "Foreign minister Ada Kestrel said that Norvale would keep the dam.\n"
    )
    assert client.post("/documents", content=text, headers={"content-type": "text/plain"}).status_code == 201
    unsure = {each["exact"] for each in client.get("/review").json()["unsure"]}
    assert "it had agreed to remove the dam" in unsure
    assert "Norvale would keep the dam" not in unsure
