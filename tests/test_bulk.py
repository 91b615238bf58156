"""Loading offline gives the graph that ingest gives: the same nodes, edges, exports, indexes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from typer.testing import CliRunner

from graph.backups import back_up
from graph.bulk import runs
from graph.bulk.corpus import Files, Synthetic
from graph.bulk.finish import finish
from graph.bulk.load import finish_database, load
from graph.bulk.prepare import prepare
from graph.cli import app
from graph.engine import LocalEngine
from graph.engine.errors import EngineError
from graph.errors import ConflictError, InputError, SchemaError
from graph.export import export
from graph.generate import generate
from graph.ingest import ingest, understand, write_understood
from graph.judge import accept, link, merge, reject, undo
from graph.migrations import migrate
from graph.models import Annotation
from graph.read.annotation import dump_annotation
from graph.schema import require_current
from graph.settings import Settings
from graph.store import Store, connection, open_store

from .conftest import annotations, put
from .samples import model, saying
from .strait import STRAIT

Rows = list[Any]
NODES = "MATCH (n) WHERE NOT n:Revision RETURN labels(n) AS labels, properties(n) AS properties"
EDGES = (
    "MATCH (a)-[r]->(b) RETURN labels(a) AS start, a.id AS a, type(r) AS type, labels(b) AS end, b.id AS b, "
    "properties(r) AS properties"
)
SCHEMA = "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint, state"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Settings]:
    """A local engine of the test's own, that has never run."""
    settings = Settings(home=tmp_path / "home", neo4j_uri=None)
    yield settings
    LocalEngine(settings.home / "neo4j").stop()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The examples, a synthetic corpus, documents that differ on what they share, words hard to quote."""
    folder = tmp_path / "files"
    folder.mkdir()
    for number, annotation in enumerate([*generate(8, 7), *_awkward()]):
        (folder / f"{number:03}.yaml").write_text(dump_annotation(annotation), encoding="utf-8")
    return [*annotations(), *sorted((STRAIT / "annotations").glob("*.yaml")), *sorted(folder.iterdir())]


def _awkward() -> Iterator[Annotation]:
    words = "He said: \"it, rains; back\\slash\\\", 100 %\nand a second line\u2028, €, 𝒳, 'quoted', "
    yield saying("asserts", "ada", text=words + "done", published="2026-01-02", claim=words + "truly")
    yield saying("retracts", "ada", text="I take it back", published="2026-01-03", claim=words + "truly")
    yield saying("asserts", "bo", text="It rains", published="2026-01-01", review="rejected")
    told = saying("asserts", "cy", text="Dee lied", published="2026-01-04", claim="Dee lied")
    plain = told.model_dump(mode="json")
    plain["actors"].append({"id": "dee", "kind": "Person", "name": "Dee"})
    plain["claims"][0]["about"] = ["dee"]
    yield Annotation.model_validate(plain)
    plain = saying("denies", "dee", text="Dee denies what Cy said", published="2026-01-05").model_dump(
        mode="json"
    )
    plain["actors"].append({"id": "cy", "kind": "Person", "name": "Cy"})
    plain["claims"] = []
    plain["statements"][0] |= {"denies": [], "unlinked": "denies", "refers_to": ["cy"]}
    yield Annotation.model_validate(plain)
    plain = saying("denies", "bo", text="It does not", published="2025-12-31").model_dump(mode="json")
    plain["actors"][0] |= {"name": "Bo the Elder", "aliases": ["Z", "B"], "wikidata": "Q1"}
    yield Annotation.model_validate(plain)
    plain = saying("asserts", "bo", text="Long is it", published="2026-02-02").model_dump(mode="json")
    plain["document"]["text"] += " and long" * 600_000 + " with a\r\n line's end, a \x00 and a \x1f\r"
    yield Annotation.model_validate(plain)
    plain = saying("denies", "bo", text="No, it does not", published="2026-02-01").model_dump(mode="json")
    plain["actors"][0] |= {"name": "Bo, later", "aliases": ["A"], "wikidata": "Q1"}
    yield Annotation.model_validate(plain)


def _held(cypher: Callable[..., Rows]) -> tuple[list[str], list[str], list[str]]:
    nodes, edges, schema = (
        sorted(json.dumps({**row, **_sorted(row)}, sort_keys=True) for row in cypher(query))
        for query in (NODES, EDGES, SCHEMA)
    )
    return nodes, edges, schema


def _sorted(row: dict[str, Any]) -> dict[str, Any]:
    return {name: sorted(row[name]) for name in ("labels", "start", "end") if name in row}


def _asked(settings: Settings) -> Callable[..., Rows]:
    uri, user, password = connection(settings)

    def run(text: Any) -> Rows:
        with GraphDatabase.driver(uri, auth=(user, password)) as driver:
            return [record.data() for record in driver.execute_query(text, database_="neo4j").records]

    return run


@pytest.mark.timeout(900)  # two engines start, on any machine
def test_the_same_documents_give_the_same_graph_by_both_ways(
    store: Store, cypher: Callable[..., Rows], files: list[Path], home: Settings, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    write_understood(store, [document for path in files for document in understand(path, home)])
    monkeypatch.setattr(runs, "FAN", 3)
    prepared = prepare(Files(files), tmp_path / "bulk", home, workers=2, chunk=6)
    assert prepared.documents == len(files)
    assert prepared.refused == []
    load(tmp_path / "bulk", home)
    nodes, edges, schema = _held(cypher)
    loaded = _held(_asked(home))
    assert loaded[0] == nodes
    assert loaded[1] == edges
    assert loaded[2] == schema
    assert any('"basis"' in edge for edge in edges), "no denial was linked: the test shows too little"
    assert any('"RETRACTS"' in edge for edge in edges)
    with open_store(home) as other:
        for format_ in ("ttl", "trig"):
            assert export(other, home.base_iri, format_) == export(store, home.base_iri, format_)
        # And the graph goes on from there as any other.
        more = tmp_path / "more.yaml"
        more.write_text(dump_annotation(next(generate(1, 9))), encoding="utf-8")
        assert [r.written.outcome for r in ingest(more, home, other) if r.written] == ["added"]
        assert [r.written.outcome for r in ingest(files[-1], home, other) if r.written] == ["unchanged"]


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_judgements_of_a_file_are_loaded_too(
    store: Store, cypher: Callable[..., Rows], home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in annotations():
        ingest(path, home, store)
    actors = [row["id"] for row in cypher("MATCH (a:Person) RETURN a.id AS id ORDER BY id LIMIT 2")]
    merge(store, *actors)
    reject(store, cypher("MATCH (s:Statement)-[:ASSERTS]->() RETURN s.id AS id ORDER BY id")[0]["id"])
    open_ = cypher("MATCH (s:Statement) WHERE s.unlinked = 'denies' RETURN s.id AS id ORDER BY id")
    claims = cypher("MATCH (c:Claim) RETURN c.id AS id ORDER BY id")
    if open_:
        link(store, open_[0]["id"], claims[0]["id"])
    file = tmp_path / "all.trig"
    file.write_text(export(store, home.base_iri, "trig"), encoding="utf-8")
    expected = _held(cypher)
    prepare(Files([file]), tmp_path / "bulk", home)
    with monkeypatch.context() as patch:
        patch.setattr("graph.bulk.finish.apply", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            load(tmp_path / "bulk", home)
    for opening in (lambda: open_store(home), lambda: load(tmp_path / "bulk", home)):
        with pytest.raises(SchemaError, match="bulk finish"):
            opening()
    with open_store(home, any_schema=True) as other:
        with pytest.raises(SchemaError, match="bulk finish"):
            list(migrate(other, lambda _done, _total: None))
        with pytest.raises(SchemaError, match="bulk finish"):
            back_up(other, home.base_iri, tmp_path / "none.zip")
    finish_database(tmp_path / "bulk", home, lambda _: None)
    open_store(home).close()
    assert _held(_asked(home))[:2] == expected[:2]
    finish_database(tmp_path / "bulk", home, lambda _: None)
    assert _held(_asked(home))[:2] == expected[:2], "finishing twice is finishing once"


def test_a_judgement_that_contradicts_another_is_told_and_the_rest_is_finished(
    store: Store, tmp_path: Path
) -> None:
    put(store, model())
    (document,) = (row["id"] for row in store.read("document_ids"))
    statement = store.read("export_statements", document=document)[0]["properties"]["id"]
    files: list[Path] = []
    for judge in (accept, reject):
        judged = judge(store, statement)
        files.append(tmp_path / f"{judge.__name__}.trig")
        files[-1].write_text(export(store, Settings().base_iri, "trig"), encoding="utf-8")
        undo(store, judged.id)
    prepare(Files(files), tmp_path / "bulk", Settings())
    said: list[str] = []
    with pytest.raises(InputError, match="1 judgements were refused"):
        finish(tmp_path / "bulk", store, said.append)
    assert any("refused" in words and statement in words for words in said)
    assert "1 judgements are applied" in said
    require_current(store.schema())


def test_only_an_empty_database_is_loaded_into(home: Settings, tmp_path: Path) -> None:
    prepare(Synthetic(3), tmp_path / "bulk", home)
    with open_store(home):
        pass  # made, and left empty
    prepare(Synthetic(3), tmp_path / "broken", home)
    (tmp_path / "broken" / "node-Person-merged.csv").write_text('"never ends', encoding="utf-8")
    LocalEngine(home.home / "neo4j").stop()
    with pytest.raises(EngineError, match="refused the files"):
        load(tmp_path / "broken", home)
    load(tmp_path / "bulk", home)
    with open_store(home) as store:
        before = export(store, home.base_iri, "nt")
    prepare(Synthetic(3, seed=1), tmp_path / "other", home)
    with pytest.raises(ConflictError, match="not empty"):
        load(tmp_path / "other", home)
    prepare(Synthetic(5), tmp_path / "third", home)
    with pytest.raises(ConflictError, match="is not made of these"):
        finish_database(tmp_path / "third", home, lambda _: None)
    with open_store(home) as store:
        assert export(store, home.base_iri, "nt") == before


def test_a_server_is_told_how(tmp_path: Path) -> None:
    bulk = tmp_path / "bulk"
    done = CliRunner().invoke(app, ["bulk", "prepare", "--documents", "4", "--to", str(bulk)])
    assert done.exit_code == 0, done.output
    script = (bulk / "import.sh").read_text(encoding="utf-8")
    assert "neo4j-admin \\\n  database \\\n  import \\\n  full \\\n  neo4j" in script
    assert "--nodes=Actor:Person=./node-Person.header,./node-Person-.*" in script
    with pytest.raises(InputError, match=r"import\.sh on its machine"):
        load(bulk, Settings(neo4j_uri="bolt://127.0.0.1:1"))
