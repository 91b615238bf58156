"""The IRIs of exports, followed: to the page for browsers, to data for programs."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from rdflib import RDF, Graph, URIRef
from starlette.testclient import TestClient

from graph.export import export
from graph.judge import reject, split
from graph.ontology import CC
from graph.settings import Settings
from graph.store import Store

from .conftest import put
from .samples import model
from .service import HOME, local

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture
def full(store: Store) -> Store:
    document = put(store, model()).document
    reject(store, store.read("document_statements", document=document, limit=1)[0]["statement"])
    split(store, "ada-holm", "ada-2", name="Ada II", documents=[document])
    return store


@pytest.fixture
def client(full: Store) -> Iterator[TestClient]:
    with local(full, follow_redirects=False) as client:
        yield client


def whole(store: Store) -> Graph:
    return Graph().parse(data=export(store, Settings().base_iri), format="turtle")


def seen(client: TestClient, path: str, accept: str) -> str:
    response = client.get(path, headers={"accept": accept})
    assert response.status_code == 303, response.text
    assert "Accept" in response.headers["vary"]
    return urljoin(f"{HOME}{path}", response.headers["location"]).removeprefix(HOME)


def test_every_iri_of_a_file_tells_what_the_file_tells(client: TestClient, full: Store) -> None:
    graph, base = whole(full), Settings().base_iri
    subjects = sorted(str(s) for s in set(graph.subjects()) if "/mention/" not in str(s))
    assert len({iri.removeprefix(base).split("/")[0] for iri in subjects}) == 9
    for iri in subjects:
        place = seen(client, f"/id/{iri.removeprefix(base)}", "text/turtle")
        answer = client.get(place)
        assert answer.headers["content-type"].startswith("text/turtle"), place
        found = Graph().parse(data=answer.text, format="turtle")
        about = (URIRef(iri), None, None)
        assert set(found.triples(about)) == set(graph.triples(about)), iri


PAGES = {
    "actor/council": "/#/actors/council",
    "plan/bridge": "/#/plans/bridge",
    "term/bridge:cost": "/#/terms/bridge:cost",
}


@pytest.mark.parametrize("path", PAGES)
def test_browsers_see_the_page(client: TestClient, path: str) -> None:
    assert seen(client, f"/id/{path}", HTML) == PAGES[path]


def test_programs_see_data(client: TestClient, full: Store) -> None:
    assert seen(client, "/id/actor/council", "application/json") == "/actors/council"
    assert seen(client, "/id/actor/council", "*/*") == "/rdf/actor/council?format=ttl"
    assert seen(client, "/id/actor/council?format=rdf", "*/*") == "/rdf/actor/council?format=rdf"
    role = "ada-holm.mayor"
    assert seen(client, f"/id/role/{role}", HTML) == f"/rdf/role/{role}?format=ttl"
    for iri in set(whole(full).subjects()):
        path = str(iri).removeprefix(Settings().base_iri)
        if path.split("/")[0] in ("actor", "claim", "document", "plan", "statement", "term", "judgement"):
            assert client.get(seen(client, f"/id/{path}", "application/json")).status_code == 200, path


@pytest.mark.parametrize("form", ["ttl", "nt", "jsonld", "rdf"])
def test_one_thing_in_each_form(client: TestClient, form: str) -> None:
    parser = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}.get(form, form)
    answer = client.get(f"/rdf/plan/bridge?format={form}")
    graph = Graph().parse(data=answer.text, format=parser)
    assert (URIRef(f"{Settings().base_iri}plan/bridge"), RDF.type, CC.Plan) in graph
    again = client.get(f"/rdf/plan/bridge?format={form}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("actors", "actor"),
        ("claims", "claim"),
        ("terms", "term"),
        ("plans", "plan"),
        ("statements", "statement"),
    ],
)
def test_a_resource_is_its_thing_as_rdf(client: TestClient, full: Store, path: str, kind: str) -> None:
    base = f"{Settings().base_iri}{kind}/"
    id_ = sorted(str(s) for s in set(whole(full).subjects()) if str(s).startswith(base))[0].removeprefix(base)
    answer = client.get(f"/{path}/{id_}", headers={"accept": "application/json;q=0.1, text/turtle"})
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "Accept" in answer.headers["vary"]
    assert answer.content == client.get(f"/rdf/{kind}/{id_}?format=ttl").content
    assert client.get(f"/{path}/{id_}", headers={"accept": "*/*"}).json()["id"] == id_
    assert client.get(f"/{path}/nobody?format=nt").status_code == 404
    if kind != "statement":
        refused = client.get(f"/{path}/{id_}?format=ttl&as_of=2025")
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/query/as_of"


def test_a_nanopublication_is_that_of_its_statement(client: TestClient, full: Store) -> None:
    statement = next(str(s) for s in whole(full).subjects(RDF.type, CC.Statement)).rpartition("/")[2]
    for name in (statement, f"{statement}.Head", f"{statement}.assertion"):
        assert seen(client, f"/id/nanopub/{name}", "application/json") == f"/statements/{statement}"


@pytest.mark.parametrize(
    "path",
    ["actor/nobody", "claim/nobody", "mention/0123456789abcdef", "nonsense/x", "revision/graph", "nanopub/x"],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    for url in (f"/id/{path}", f"/rdf/{path}"):
        answer = client.get(url, headers={"accept": "*/*"})
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "base", ["https://graph.example/data/kg/", "https://graph.example/", "https://graph.example/id/"]
)
def test_the_path_of_the_users_own_base_is_answered(full: Store, base: str) -> None:
    settings = Settings(base_iri=base)
    with local(full, settings, follow_redirects=False) as client:
        path = urlsplit(base).path
        assert seen(client, f"{path}actor/council", HTML) == "/#/actors/council"
        assert seen(client, "/id/actor/council", HTML) == "/#/actors/council"
        place = seen(client, f"{path}actor/council", "text/turtle")
        assert f"<{base}actor/>" in client.get(place).text
        assert client.get(f"{path}actor/nobody", headers={"accept": "*/*"}).status_code == 404
        # What is at an address of its own stays there.
        assert client.get("/actors/council").status_code == 200
        assert client.get("/static/docs.js").status_code == 200


def test_openapi_tells_of_ids_once(client: TestClient) -> None:
    paths: dict[str, Any] = client.get("/openapi.json").json()["paths"]
    assert {"/id/{segment}/{id}", "/rdf/{segment}/{id}"} <= set(paths)
