"""A preview tells that the graph would refuse what was handed in, and why; it changes nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.models import Annotation
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import dump_annotation
from graph.settings import Settings
from graph.store import Store

from .conftest import put
from .samples import saying
from .service import local
from .test_live import of_parts
from .test_write import everything
from .test_write_together import holding_statement_of

Cypher = Callable[..., list[dict[str, Any]]]
YAML, TURTLE = "application/yaml", "text/turtle"


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    with local(store) as client:
        yield client


def post(client: TestClient, body: str, media_type: str, query: str) -> Any:
    return client.post(f"/documents{query}", content=body, headers={"content-type": media_type})


def taken_statement() -> tuple[Annotation, str, str]:
    """A document, and as RDF another that calls its statement as the first does."""
    first, second = (saying("asserts", "ada", text=f"{n}: it rains", published="2026-01-01") for n in (1, 2))
    forged = holding_statement_of(project(first), project(second))
    return first, to_rdf([forged], Settings().base_iri).serialize(format="turtle"), TURTLE


def other_kind() -> tuple[Annotation, str, str]:
    first = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01", kind="State")
    second = saying("asserts", "ada", text="Ada again", published="2026-01-02")
    return first, dump_annotation(second), YAML


def a_circle() -> tuple[Annotation, str, str]:
    first = of_parts({"P": ["W"]}, "asserts", "W", "ann", 1)
    return first, dump_annotation(of_parts({"W": ["P"]}, "denies", "P", "bob", 1)), YAML


def of_a_machine() -> tuple[Annotation, str, str]:
    first = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01")
    data = first.model_dump()
    data["extraction"]["reader"] = "rules"
    data["statements"][0]["said"] = "2026-01-01"
    return first, dump_annotation(Annotation.model_validate(data)), YAML


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (taken_statement, "an id stands for something else"),
        (other_kind, "a Person here, a State in the graph"),
        (a_circle, "would be a part of itself"),
        (of_a_machine, "a person made what the graph holds of it"),
    ],
)
def test_a_preview_tells_what_storing_would_refuse(
    client: TestClient, store: Store, cypher: Cypher, given: Any, why: str
) -> None:
    first, body, media_type = given()
    put(store, first)
    before = everything(cypher)
    preview = post(client, body, media_type, "?dry_run=true")
    assert preview.status_code == 200, preview.text
    told = preview.json()
    assert (told["stored"], told["compared"]) == (False, True)
    assert why in told["refused"]
    assert everything(cypher) == before
    stored = post(client, body, media_type, "")
    assert stored.status_code == 409
    assert stored.json()["detail"] == told["refused"]


def test_a_preview_of_what_would_be_stored_is_not_refused(
    client: TestClient, store: Store, cypher: Cypher
) -> None:
    first, body, media_type = of_a_machine()
    put(store, first)
    before, revision = everything(cypher), store.revision()
    told = post(client, body, media_type, "?dry_run=true&replace=true").json()
    assert (told["stored"], told["compared"], told["refused"]) == (False, True, None)
    assert (everything(cypher), store.revision()) == (before, revision)
    assert post(client, body, media_type, "?replace=true").json()["documents"][0]["outcome"] == "replaced"


def test_a_preview_without_a_database_says_that_it_did_not_ask() -> None:
    _, body, media_type = other_kind()
    with local(settings=Settings(neo4j_uri="bolt://127.0.0.1:1")) as offline:
        told = post(offline, body, media_type, "?dry_run=true").json()
    assert (told["stored"], told["compared"], told["refused"]) == (False, False, None)
