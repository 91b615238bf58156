"""Networks of the sample corpus with choices, over HTTP and as files."""

import csv
import io
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.networkfiles import graphml
from graph.networks import Options
from graph.networks.options import Kind
from graph.networktables import table
from graph.settings import Settings
from graph.store import Store

from .test_relations import edges

XML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def client(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as client:
        yield client


def test_networks_with_choices_over_http(client: TestClient) -> None:
    found = client.get("/networks/subtract?mode=twomode&normalisation=activity").json()
    assert all(-1 <= edge["weight"] <= 1 for edge in found["edges"])
    series = client.get("/networks/conflict/windows?window=days&until=2025-12-31").json()
    assert next(s["middle"] for s in series["slices"] if s["edges"]) == "2025-11-22"
    camps = client.get("/networks/polarisation?plan=28-point-plan").json()["divisions"][0]
    assert 0 < camps["modularity"] <= 1
    assert len(camps["camps"]) == 2
    steps = client.get("/networks/backbone?plan=28-point-plan").json()["steps"]
    assert steps[-1]["loss"] >= steps[0]["loss"]
    for bad in ("conflict?mode=twomode", "conflict?normalisation=activity", "backbone?method=fixed"):
        assert client.get(f"/networks/{bad}").status_code == 400


def test_a_network_on_one_term_rests_on_it_and_on_claims_about_it(client: TestClient) -> None:
    term = "28-point-plan:ukraine-armed-forces"
    table = client.get(f"/networks/ignore?term={term}&format=csv&table=statements&isolates=true").text
    told = {row["statement"] for row in csv.DictReader(io.StringIO(table))}
    said = client.get(f"/statements?term={term}&limit=500").json()["items"]
    assert told == {each["id"] for each in said if not each["inference"]} != set()
    whole = client.get("/networks/congruence").json()["edges"]
    own = client.get(f"/networks/congruence?term={term}").json()["edges"]
    assert 0 < len(own) < len(whole)
    assert {one["kind"] for edge in own for one in edge["on"]} <= {"Term", "Claim"}
    assert client.get("/networks/conflict?term=no-term").status_code == 404


def test_a_table_holds_no_formula() -> None:
    assert table(("a",), [("=1+1",), ("-x",), (-2,), (None,)]).split("\r\n")[1:5] == [
        "'=1+1",
        "'-x",
        "-2",
        '""',
    ]


@pytest.mark.parametrize("kind", ["congruence", "conflict"])
def test_across_the_range_the_weights_are_the_numbers_of_concepts(corpus_store: Store, kind: Kind) -> None:
    found = ask.network(corpus_store, kind, Options(duplicates="acrossrange"))
    assert {(e.source, e.target): e.weight for e in found.edges} == edges(corpus_store, kind)
    assert all(len(edge.on or ()) == edge.weight for edge in found.edges)


def test_more_choices_of_networks(corpus_store: Store) -> None:
    two = ask.network(
        corpus_store, "subtract", Options(kind="subtract", mode="twomode"), actor="rustem-umerov"
    )
    assert {edge.source for edge in two.edges} == {"rustem-umerov"}
    assert any(edge.weight < 0 for edge in two.edges)
    concepts = ask.network(corpus_store, "congruence", Options(mode="concepts"), actor="canada")
    assert all([on.id for on in edge.on or ()] == ["canada"] for edge in concepts.edges)
    organised = ask.network(corpus_store, "conflict", Options(organisations=True))
    assert ("national-security-and-defence-council", "united-states") in {
        (edge.source, edge.target) for edge in organised.edges
    }
    alone = ask.network(corpus_store, "conflict", Options(isolates=True))
    assert len(alone.nodes) > len(ask.network(corpus_store, "conflict").nodes)
    assert ask.network(corpus_store, "conflict", Options(on=False)).edges[0].on is None


def test_networks_as_files(client: TestClient, corpus_store: Store) -> None:
    found = client.get("/networks/conflict?format=graphml&minimum=2")
    assert found.headers["content-type"].startswith("application/graphml+xml")
    root = ElementTree.fromstring(found.content)
    assert {n.get("id") for n in root.iter(f"{XML}node")} == {
        "angus-king", "tommy-pigott", "rustem-umerov", "us-officials",
    }  # fmt: skip
    assert len(list(root.iter(f"{XML}edge"))) == 2
    rows = list(csv.reader(io.StringIO(client.get("/networks/conflict?format=csv").text)))
    assert rows[0] == ["source", "target", "weight", "on"]
    assert len(rows) == 8
    matrix = list(csv.reader(io.StringIO(client.get("/networks/conflict?format=csv&table=matrix").text)))
    assert len(matrix) == len(matrix[0]) == 12
    table = client.get("/networks/conflict?format=csv&table=statements&actor=rustem-umerov").text
    said = list(csv.DictReader(io.StringIO(table)))
    assert {row["actor_id"] for row in said} == {"rustem-umerov"}
    assert "he approved any of it" in {row["words"] for row in said}
    root = ElementTree.fromstring(client.get("/networks/conflict?format=gexf").content)
    assert len(list(root.iter("{http://gexf.net/1.3}edge"))) == 7
    for form, begins in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        assert client.get(f"/networks/conflict?format={form}").content.startswith(begins)
    network = ask.network(corpus_store, "conflict", minimum=2)
    network.nodes[0].name = "a\x00<b>\x0b&"
    ElementTree.fromstring(graphml(network))
