"""Writing: idempotent, exact on correction, independent of order, whole or not at all."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase
from rdflib import Graph

from graph.contents import read_document
from graph.errors import ConflictError, NotFoundError
from graph.export import export
from graph.models import Annotation
from graph.ontology import CC
from graph.project import project
from graph.queries import load
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store, connection
from graph.write import forget_document, write_document

from .conftest import annotations, put
from .samples import annotation, model, saying, span

Cypher = Callable[..., list[dict[str, Any]]]
EVERYTHING = """
MATCH (n) WHERE NOT n:Revision OPTIONAL MATCH (n)-[r]->(m)
RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, properties(r) AS edge, m.id AS end
"""


def everything(cypher: Cypher) -> list[str]:
    # Neo4j gives properties and labels in an order of its own.
    rows = [{**row, "labels": sorted(row["labels"])} for row in cypher(EVERYTHING)]
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_what_is_written_is_read_back(store: Store) -> None:
    for path in annotations():
        subgraph = project(load_annotation(path))
        write_document(store, subgraph)
        assert read_document(store.read, subgraph.document.id) == subgraph


def test_a_second_write_changes_nothing(store: Store, cypher: Cypher) -> None:
    assert put(store, model()).outcome == "added"
    before = everything(cypher)
    assert put(store, model()).outcome == "unchanged"
    assert everything(cypher) == before


def test_order_of_documents_does_not_matter(store: Store, cypher: Cypher) -> None:
    subgraphs = [project(load_annotation(path)) for path in annotations()]
    for subgraph in subgraphs:
        write_document(store, subgraph)
    forwards = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for subgraph in reversed(subgraphs):
        write_document(store, subgraph)
    assert everything(cypher) == forwards


def test_forgetting_leaves_what_was_there_before(store: Store, cypher: Cypher) -> None:
    first, *rest = [project(load_annotation(path)) for path in annotations()]
    write_document(store, first)
    before = everything(cypher)
    for subgraph in rest:
        write_document(store, subgraph)
    for subgraph in rest:
        forget_document(store, subgraph.document.id)
    assert everything(cypher) == before
    forget_document(store, first.document.id)
    assert everything(cypher) == []


def test_forgetting_the_unknown_is_an_error(store: Store) -> None:
    with pytest.raises(NotFoundError, match="0123456789abcdef"):
        forget_document(store, "0123456789abcdef")


def test_a_correction_replaces_what_the_document_said_and_nothing_else(store: Store, cypher: Cypher) -> None:
    other = saying("asserts", "ada-holm", text="Ada: it rains", published="2026-01-01")
    actors = [{**a, "name": "Ada Holm"} for a in other.model_dump()["actors"]]
    put(store, type(other).model_validate({**other.model_dump(), "actors": actors}))
    put(store, model())
    corrected = annotation()
    corrected["actors"][0] = {"id": "ada-holm", "kind": "Person", "name": "Ada Holm"}
    corrected["actors"][1]["kind"] = "Collective"
    del corrected["statements"][1]["cue"]
    assert put(store, model(**corrected)).outcome == "replaced"
    ada = cypher("MATCH (a:Actor {id: 'ada-holm'}) RETURN a{.*} AS a, labels(a) AS labels")[0]
    assert ada["a"] == {"id": "ada-holm", "name": "Ada Holm"}
    assert cypher("MATCH (:Actor)-[:HOLDS]->(r) RETURN r") == []
    assert cypher("MATCH (b:Actor {id: 'bo-lind'}) RETURN labels(b) AS l") == [{"l": ["Actor", "Collective"]}]
    assert cypher("MATCH (s:Statement) WHERE s.cue = 'denied' RETURN s") == []
    assert cypher("MATCH (s:Statement) RETURN count(s) AS n") == [{"n": 3}]


def test_a_contradiction_is_refused_whole(store: Store, cypher: Cypher) -> None:
    put(store, model())
    before = everything(cypher)
    text = "Bo: it rains"
    clash = saying("asserts", "bo-lind", text=text, published="2026-01-01", kind="State")
    with pytest.raises(ConflictError) as caught:
        put(store, clash)
    assert "'bo-lind'" in str(caught.value)
    assert "a State here, a Person in the graph" in str(caught.value)
    assert "from 'Bridge'" in str(caught.value)
    assert everything(cypher) == before


def test_shortcuts_follow_live_statements(store: Store, cypher: Cypher) -> None:
    edges = (
        "MATCH (a:Actor)-[r:CLAIMS|DISPUTES]->(c) RETURN a.id AS a, type(r) AS t, r.count AS n ORDER BY a, t"
    )
    put(store, saying("asserts", "ada", text="Ada: it rains", published="2026-01-01"))
    put(store, saying("asserts", "ada", text="Ada: it rains!", published="2026-01-02"))
    put(store, saying("denies", "bo", text="Bo: no", published="2026-01-02"))
    assert cypher(edges) == [
        {"a": "ada", "t": "CLAIMS", "n": 2},
        {"a": "bo", "t": "DISPUTES", "n": 1},
    ]
    put(store, saying("retracts", "ada", text="Ada: sorry", published="2026-01-03"))
    assert cypher(edges) == [{"a": "bo", "t": "DISPUTES", "n": 1}]
    put(store, saying("denies", "bo", text="Bo: no", published="2026-01-02", review="rejected"))
    assert cypher(edges) == []


def test_sixteen_writers_of_overlapping_documents(store: Store, cypher: Cypher) -> None:
    subgraphs = [
        project(saying("asserts", f"a{n % 3}", text=f"it rains {n}", published="2026-01-01"))
        for n in range(32)
    ]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda subgraph: write_document(store, subgraph), subgraphs))
    parallel = everything(cypher)
    cypher("MATCH (n) DETACH DELETE n")
    for subgraph in subgraphs:
        write_document(store, subgraph)
    assert everything(cypher) == parallel


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=NAMES, alias=NAMES, said=NAMES)
def test_any_text_survives(store: Store, name: str, alias: str, said: str) -> None:
    actors = [{"id": "x", "kind": "Person", "name": name, "aliases": [alias]}]
    text = f"{said}."
    data = annotation(
        document={"title": name, "text": text},
        actors=actors, plans=[], terms=[], mentions=[],
        claims=[{"id": "c", "text": said + "x"}],
        statements=[{"id": "s", "speakers": ["x"], "asserts": ["c"], "span": span(text, text)}],
    )  # fmt: skip
    subgraph = project(model(**data))
    write_document(store, subgraph)
    assert read_document(store.read, subgraph.document.id) == subgraph
    forget_document(store, subgraph.document.id)


def named(who: str, published: str) -> Annotation:
    data = saying("asserts", "ada", text=f"{who}: it rains", published=published).model_dump()
    return Annotation.model_validate({**data, "actors": [{**data["actors"][0], "name": who}]})


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_earliest_document_names_what_several_name_differently(
    store: Store, cypher: Cypher, order: tuple[int, ...]
) -> None:
    name = "MATCH (a:Actor {id: 'ada'}) RETURN a.name AS name"
    stories = [named("Ada", "2026-01-03"), named("Ada B.", "2026-01-01"), named("A. B.", "2026-01-02")]
    for n in order:
        put(store, stories[n])
    assert cypher(name) == [{"name": "Ada B."}]
    graph = Graph().parse(data=export(store, "https://example.org/id/"))
    assert len(list(graph.triples((None, CC.name, None)))) == 1
    forget_document(store, project(stories[1]).document.id)
    assert cypher(name) == [{"name": "A. B."}]
    put(store, named("A. B.", "2026-01-09"))
    assert cypher(name) == [{"name": "Ada"}]


def test_a_plan_made_for_an_empty_graph_does_not_go_through_all_that_a_speaker_said(
    store: Store, cypher: Cypher, settings_: Settings
) -> None:
    """For each act anew: the plan stays while thousands of statements are written, and that takes minutes."""
    cypher("CALL db.clearQueryCaches()")
    uri, user, password = connection(settings_)
    with GraphDatabase.driver(uri, auth=(user, password)) as driver:
        text: Any = f"EXPLAIN {load()['refresh_shortcuts'].text}"
        plan = json.dumps(driver.execute_query(text, targets=["x"]).summary.plan)
    assert "SPOKEN_BY]->(a)" in plan
    assert "(a)<-" not in plan


@pytest.fixture
def settings_(request: pytest.FixtureRequest) -> Settings:
    return request.getfixturevalue("settings")
