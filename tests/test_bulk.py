"""Loading offline gives the graph that ingest gives: the same nodes, edges, exports, indexes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from typer.testing import CliRunner

from graph.bulk import runs
from graph.bulk.corpus import Files, Synthetic
from graph.bulk.load import finish_database, load
from graph.bulk.prepare import prepare
from graph.cli import app
from graph.engine import LocalEngine
from graph.errors import ConflictError, InputError
from graph.export import export
from graph.generate import generate
from graph.ingest import ingest, understand, write_understood
from graph.judge import link, merge, reject
from graph.models import Annotation
from graph.read.annotation import dump_annotation
from graph.settings import Settings
from graph.store import Store, connection, open_store

from .conftest import ROOT, annotations
from .samples import saying
from .strait import STRAIT
from .test_cli import run

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


def test_judgements_of_a_file_are_loaded_too(
    store: Store, cypher: Callable[..., Rows], home: Settings, tmp_path: Path
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
    load(tmp_path / "bulk", home)
    assert _held(_asked(home))[:2] == expected[:2]
    finish_database(tmp_path / "bulk", home, lambda _: None)
    assert _held(_asked(home))[:2] == expected[:2], "finishing twice is finishing once"


def test_only_an_empty_database_is_loaded_into(home: Settings, tmp_path: Path) -> None:
    prepare(Synthetic(3), tmp_path / "bulk", home)
    with open_store(home):
        pass  # made, and left empty
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
    assert "--nodes=Actor:Person=node-Person.header,node-Person-.*" in script
    with pytest.raises(InputError, match=r"import\.sh on its machine"):
        load(bulk, Settings(neo4j_uri="bolt://127.0.0.1:1"))


def test_what_contradicts_forbids_the_load(tmp_path: Path) -> None:
    def written(name: str, annotation: Annotation) -> Path:
        path = tmp_path / name
        path.write_text(dump_annotation(annotation), encoding="utf-8")
        return path

    day = "2026-01-01"
    one = written("1.yaml", saying("asserts", "ada", text="it rains", published=day))
    two = written("2.yaml", saying("asserts", "ada", text="it rains now", published=day, kind="State"))
    with pytest.raises(ConflictError, match=r"a (Person|State) in one, a (Person|State) in the other"):
        prepare(Files([one, two]), tmp_path / "kinds", Settings(), chunk=1)
    three = written("3.yaml", saying("denies", "ada", text="it rains", published=day))
    with pytest.raises(ConflictError, match="give the same text and say different things"):
        prepare(Files([one, three]), tmp_path / "texts", Settings(), chunk=1)
    # Mended, the same folder goes on.
    written("3.yaml", saying("asserts", "ada", text="it rains", published=day))
    assert prepare(Files([one, three]), tmp_path / "texts", Settings(), chunk=1).documents == 1
    with pytest.raises(InputError, match="another corpus"):
        prepare(Files([one]), tmp_path / "texts", Settings(), chunk=1)
    bad = tmp_path / "bad.yaml"
    bad.write_text("document: 1\n", encoding="utf-8")
    held = prepare(Files([one, bad]), tmp_path / "bad", Settings())
    assert held.documents == 1
    assert len(held.refused) == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_preparing_goes_on_where_it_was_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    folder, whole = tmp_path / "bulk", tmp_path / "whole"
    code = (
        "import sys; from pathlib import Path; from graph.bulk.prepare import prepare; "
        "from graph.bulk.corpus import Synthetic; from graph.settings import Settings\n"
        "if __name__ == '__main__': prepare(Synthetic(120), Path(sys.argv[1]), Settings(), 2, chunk=10)"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script, folder], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 120
        while len(list(folder.glob("chunk-*.json"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        if sign == signal.SIGKILL:
            os.killpg(process.pid, sign)
        else:
            process.send_signal(sign)
        process.wait(timeout=120)
    held = {path: path.stat().st_mtime_ns for path in folder.glob("chunk-*.json")}
    assert 2 <= len(held) < 12
    assert not (folder / "complete.json").exists()
    prepare(Synthetic(120), folder, Settings(), chunk=10)
    assert held == {path: path.stat().st_mtime_ns for path in held}, "what was made was made again"
    prepare(Synthetic(120), whole, Settings(), chunk=10)
    names = sorted(path.name for path in whole.iterdir() if path.suffix != ".sqlite")
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".sqlite") == names
    for name in names:
        assert (folder / name).read_bytes() == (whole / name).read_bytes(), name


def test_a_folder_that_is_not_there_is_told_and_nothing_promised(tmp_path: Path) -> None:
    done = run("bulk", "prepare", tmp_path / "nowhere", "--to", tmp_path / "bulk")
    assert done.returncode == 2
    assert "nowhere: no such file" in done.stderr
    assert "nothing to load" in done.stderr
    assert "bulk load" not in done.stdout
