"""Graphs of older releases: refused with what to do, then brought to this one; the first release's included.

tests/graphs/first-release.jsonl is all that the first release wrote of examples/annotations, node by node.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph import ask
from graph.errors import SchemaError
from graph.export import export
from graph.migrations import STEPS, migrate
from graph.models import Annotation
from graph.read.annotation import dump_annotation
from graph.schema import SCHEMA, require_current
from graph.settings import Settings
from graph.store import Store, open_store

from .conftest import put
from .kept import dumped, made_of
from .samples import model
from .service import local
from .test_cli import run

FIRST = Path(__file__).parent / "graphs" / "first-release.jsonl"
BASE = "https://counterclaim.example/id/"
Cypher = Callable[..., list[dict[str, Any]]]


def told(done: int, total: int) -> None:
    assert done <= total


def test_each_schema_has_its_step() -> None:
    assert len(STEPS) == SCHEMA


@pytest.fixture
def old(store: Store, cypher: Cypher) -> Store:
    """What the first release left behind: no revision, no word of a schema."""
    made_of(cypher, FIRST.read_text(encoding="utf-8").splitlines())
    return store


def test_an_older_graph_is_refused_with_what_to_do(old: Store, settings: Settings) -> None:
    assert old.schema() == 0
    with pytest.raises(SchemaError, match="run `counterclaim migrate`"):
        open_store(settings)
    failed = run("disputes")
    assert failed.returncode == 1
    assert "counterclaim migrate" in failed.stderr


def test_the_first_releases_graph_becomes_what_this_release_would_have_written(
    old: Store, settings: Settings, cypher: Cypher, tmp_path: Path
) -> None:
    file = tmp_path / "old.trig"
    file.write_text(export(old, BASE, "trig"), encoding="utf-8")
    assert [step.does for step in migrate(old, told)] == [step.does for step in STEPS]
    assert old.schema() == SCHEMA
    migrated = dumped(cypher)
    assert len(ask.disputes(old).items) == 7
    cypher("MATCH (n) DETACH DELETE n")
    assert run("ingest", file).returncode == 0
    assert dumped(cypher) == migrated


def test_what_was_derived_is_derived_anew(old: Store, cypher: Cypher) -> None:
    whole = dumped(cypher)
    cypher("MATCH ()-[e:DISPUTES]->() DELETE e")
    cypher("MATCH (:Actor)-[e:CLAIMS]->() SET e.count = 99")
    assert dumped(cypher) != whole
    assert list(migrate(old, told))
    assert dumped(cypher) == whole


def test_the_command_migrates_once(old: Store) -> None:
    first, second = run("migrate"), run("migrate")
    assert (first.returncode, second.returncode) == (0, 0)
    assert STEPS[0].does.split(":")[0] in first.stderr
    assert "done" not in second.stderr
    assert run("disputes").returncode == 0


def test_an_interrupted_migration_has_not_been(old: Store, cypher: Cypher) -> None:
    def interrupted(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(migrate(old, interrupted))
    with pytest.raises(SchemaError, match="run `counterclaim migrate`, which goes on"):
        require_current(old.schema())
    assert list(migrate(old, told))
    assert old.schema() == SCHEMA


def test_whoever_opened_the_graph_before_writes_neither_while_it_is_migrated_nor_after(
    old: Store, settings: Settings, cypher: Cypher
) -> None:
    """A service of the older release, say: it knows nothing of the new schema."""
    service = old.of_schema(0)
    put(service, model())
    tried = list[int]()

    def written_meanwhile(done: int, total: int) -> None:
        before = dumped(cypher)
        for other in (service, old):
            with pytest.raises(SchemaError, match="nothing is written"):
                put(other, another())
        assert dumped(cypher) == before
        tried.append(done)

    assert list(migrate(old, written_meanwhile))
    assert tried
    with pytest.raises(SchemaError, match="nothing is written"):
        put(service, another())
    assert old.schema() == SCHEMA
    assert put(old, another()).outcome == "replaced"


def test_the_service_tells_of_it(store: Store, cypher: Cypher) -> None:
    put(store, model())
    cypher("MATCH (r:Revision) SET r.schema = $newer", newer=SCHEMA + 1)
    with local(store) as client:
        answer = client.post(
            "/documents",
            content=dump_annotation(another()),
            headers={"content-type": "application/yaml"},
        )
    assert answer.status_code == 503, answer.text
    assert "another release" in answer.json()["detail"]
    assert store.schema() == SCHEMA + 1


def another() -> Annotation:
    return model(document={**model().document.model_dump(), "title": "Another"})


def test_a_newer_graph_is_left_alone(store: Store, settings: Settings, cypher: Cypher) -> None:
    put(store, model())
    cypher("MATCH (r:Revision) SET r.schema = $newer", newer=SCHEMA + 1)
    before = dumped(cypher)
    with pytest.raises(SchemaError, match="a newer Counterclaim wrote it"):
        open_store(settings)
    with pytest.raises(SchemaError, match="a newer Counterclaim wrote it"):
        list(migrate(store, told))
    assert dumped(cypher) == before


def test_an_older_release_that_writes_is_found_out(store: Store, settings: Settings) -> None:
    put(store, model())
    open_store(settings).close()
    # As releases did that asked nothing before they wrote.
    store.of_schema(SCHEMA - 1, SCHEMA).write(lambda _: None)
    with pytest.raises(SchemaError):
        open_store(settings)


def test_an_index_on_other_properties_is_made_anew(store: Store, cypher: Cypher) -> None:
    put(store, model())
    try:
        cypher("DROP INDEX document_published")
        cypher("CREATE INDEX document_published FOR (n:Document) ON (n.title)")
        cypher("CREATE INDEX of_somebody_else IF NOT EXISTS FOR (n:Document) ON (n.author)")
        list(migrate(store, told))
        shown = {row["name"]: row["properties"] for row in store.read("indexes")}
        assert shown["document_published"] == ["published"]
        assert shown["of_somebody_else"] == ["author"]
    finally:
        cypher("DROP INDEX of_somebody_else IF EXISTS")


def test_require_current_takes_this_release_only() -> None:
    require_current(SCHEMA)
    for other in (SCHEMA - 1, SCHEMA + 1):
        with pytest.raises(SchemaError):
            require_current(other)
