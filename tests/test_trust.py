"""What a person made of a text is replaced by persons alone, through every door, unless it is asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner, Result

from graph.backups import back_up, restore
from graph.cli import app
from graph.contents import read_document
from graph.errors import ConflictError, InputError
from graph.judge import judgements, reject
from graph.models import Annotation
from graph.project import project
from graph.settings import Settings
from graph.store import Store
from graph.write import forget_document, write_document, write_documents

from .coded import BRAT_TEXT, HEAD, LAKE, ROWS, TABLE, brat, write
from .conftest import annotations, put
from .kept import dumped
from .samples import annotation, model, saying
from .service import local
from .test_cli import ANNOTATION, ARTICLE, run

Cypher = Callable[..., list[dict[str, Any]]]


def by(reader: str, title: str = "Bridge") -> Annotation:
    """The sample as a reader has it; another title makes it another reading."""
    return model(
        extraction={"reader": reader, "version": "1"},
        document={**annotation()["document"], "title": title},
    )


def here(*words: str | Path) -> Result:
    """A command in this process, which has read its language model already."""
    return CliRunner().invoke(app, [*map(str, words)])


def held(store: Store) -> str:
    """The reader of the sample that the graph holds."""
    subgraph = read_document(store.read, project(model()).document.id)
    assert subgraph
    (extraction,) = subgraph.labelled("Extraction")
    return str(extraction.properties["reader"])


MACHINES, CODED = ["rules", "llm", "synthetic"], ["dna", "brat", "csv", "claimreview", "rdf", "their-own"]
MAY = [
    *((old, new) for old in MACHINES for new in [*MACHINES, *CODED, "hand"]),
    *((coded, coded) for coded in CODED),
    *((coded, "hand") for coded in CODED),
    ("hand", "hand"),
]
MAY_NOT = [(old, new) for old in [*CODED, "hand"] for new in [*MACHINES, *CODED] if (old, new) not in MAY]


@pytest.mark.parametrize(("old", "new"), MAY)
def test_who_may_replace_whom(store: Store, old: str, new: str) -> None:
    put(store, by(old))
    assert put(store, by(new, "Bridge, again")).outcome == "replaced"
    assert held(store) == new


@pytest.mark.parametrize(("old", "new"), MAY_NOT)
def test_who_may_not_unless_it_is_asked_for(store: Store, cypher: Cypher, old: str, new: str) -> None:
    put(store, by(old))
    before = dumped(cypher)
    with pytest.raises(
        ConflictError, match=rf"\({old}\); another reading \({new}\).*--replace.*replace=true"
    ):
        put(store, by(new))
    assert dumped(cypher) == before
    assert write_documents(store, [project(by(new))], replace=True)[0].outcome == "replaced"
    assert held(store) == new


def test_the_same_again_is_never_refused(store: Store, cypher: Cypher) -> None:
    for reader in (*MACHINES, *CODED, "hand"):
        put(store, by(reader))
        before = dumped(cypher)
        assert put(store, by(reader)).outcome == "unchanged"
        assert dumped(cypher) == before
        forget_document(store, project(model()).document.id)


def test_in_one_transaction_too_and_nothing_of_it_is_written(store: Store) -> None:
    other = saying("asserts", "ada", text="It rains", published="2026-01-01")
    with pytest.raises(ConflictError):
        write_documents(store, [project(other), project(by("hand")), project(by("rules"))])
    assert store.read("document_ids") == []
    write_documents(store, [project(by("rules")), project(by("hand"))])
    assert held(store) == "hand"


def test_what_persons_judged_stays_whatever_replaces_what(store: Store) -> None:
    subgraph = project(by("rules"))
    write_document(store, subgraph)
    first, second = (node.id for node in subgraph.labelled("Statement"))
    made = {reject(store, first).id, reject(store, second).id}
    fewer = model(
        extraction={"reader": "rules", "version": "2"}, statements=annotation()["statements"][:1]
    )  # fmt: skip
    for again in (fewer, by("hand"), by("hand", "Another title")):
        put(store, again)
        assert {standing.judgement.id for standing in judgements(store)} == made
    rows = store.read("export_statements", document=subgraph.document.id)
    assert {row["properties"]["id"] for row in rows} == {first, second}
    assert {row["properties"].get("review") for row in rows} == {"rejected"}


def test_ingest_refuses_tells_what_to_do_and_does_it(store: Store, tmp_path: Path, cypher: Cypher) -> None:
    assert "added" in here("ingest", ANNOTATION).output
    before = dumped(cypher)
    (tmp_path / "a.txt").write_bytes(ARTICLE.read_bytes())
    (tmp_path / "b.txt").write_text("Dams\n\nThe minister of Norvale said that a dam was closed.\n")
    done = run("ingest", tmp_path)
    told = " ".join(done.stderr.split())
    assert done.returncode == 2
    assert f"{tmp_path}/a.txt: document" in told.replace("/ ", "/")
    assert "--replace" in told
    assert "1 of 2 files were refused (see above); the others are stored" in told
    assert len(store.read("document_ids")) == 2
    assert set(before) - set(dumped(cypher)) == set()
    assert "2 of 2 files are in the graph already" in here("ingest", "--resume", tmp_path).output
    assert "unchanged" in here("ingest", ANNOTATION).output
    assert "replaced" in here("ingest", "--replace", tmp_path / "a.txt").output
    assert "replaced" in here("ingest", ANNOTATION).output


def test_imports_refuse_the_document_and_take_the_others(store: Store, tmp_path: Path) -> None:
    text = LAKE.strip('"').replace('""', '"')
    (tmp_path / "lake.txt").write_text(text, encoding="utf-8")
    mapping = write(tmp_path / "m.yaml", TABLE)
    table = write(tmp_path / "t.csv", HEAD + ROWS)
    assert here("import", "--mapping", mapping, table).exit_code == 0
    by_hand = saying("asserts", "ada", text=text, published="2031-05-02")
    assert put(store, by_hand).outcome == "replaced"
    more = HEAD + ROWS + ROWS.replace("1,2031", "2,2031").replace("Bo Lind called", "Later Bo Lind called")
    write(tmp_path / "t.csv", more)
    done = run("import", "--mapping", mapping, table)
    assert done.returncode == 2
    assert "--replace" in done.stderr.replace("\n", " ")
    assert "2 refused" in done.stdout
    assert "1 added" in done.stdout
    assert "1 replaced" in here("import", "--replace", "--mapping", mapping, table).output


def test_an_import_of_another_kind_is_refused(store: Store, tmp_path: Path) -> None:
    marks = brat(tmp_path / "marks")
    assert here("import", marks).exit_code == 0
    with pytest.raises(ConflictError, match=r"\(brat\); another reading \(csv\)"):
        put(store, _reading_of(BRAT_TEXT, "csv"))
    assert "unchanged" in here("import", marks).output
    assert put(store, _reading_of(BRAT_TEXT, "hand")).outcome == "replaced"
    assert isinstance(here("import", marks).exception, InputError)
    assert here("import", "--replace", marks).exit_code == 0


def _reading_of(text: str, reader: str) -> Annotation:
    document = {"title": "Lake news", "text": text}
    return model(document=document, statements=[], mentions=[], extraction={"reader": reader, "version": "1"})


def test_over_http_it_is_a_conflict(store: Store) -> None:
    as_text, as_yaml = ({"content-type": kind} for kind in ("text/plain", "application/yaml"))
    with local(store) as client:
        assert client.post("/documents", content=ANNOTATION.read_bytes(), headers=as_yaml).status_code == 201
        problem = _refused(client, ARTICLE.read_bytes(), as_text)
        assert "replace=true" in problem["detail"]
        dry = client.post("/documents?dry_run=true", content=ARTICLE.read_bytes(), headers=as_text)
        assert dry.status_code == 200
        again = client.post("/documents", content=ANNOTATION.read_bytes(), headers=as_yaml)
        assert again.status_code == 200
        asked = client.post("/documents?replace=true", content=ARTICLE.read_bytes(), headers=as_text)
        assert (asked.status_code, asked.json()["documents"][0]["outcome"]) == (201, "replaced")
        assert client.post("/documents", content=ANNOTATION.read_bytes(), headers=as_yaml).status_code == 201


def _refused(client: TestClient, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    answer = client.post("/documents", content=body, headers=headers)
    assert answer.status_code == 409, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:counterclaim:problem:conflict"
    return answer.json()


def test_a_draft_tells_how_to_keep_a_correction(store: Store, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    assert here("annotate", ARTICLE, "-o", draft).exit_code == 0
    text = draft.read_text(encoding="utf-8")
    assert text.startswith("# Once you have corrected it, write 'hand' as reader")
    draft.write_text(text.replace("reader: rules", "reader: hand"), encoding="utf-8")
    assert "added" in here("ingest", draft).output
    assert isinstance(here("ingest", ARTICLE).exception, InputError)
    assert "unchanged" in here("ingest", draft).output


def test_a_draft_is_not_written_over_a_file_that_a_person_corrected(store: Store, tmp_path: Path) -> None:
    kept = tmp_path / "kept.yaml"
    doors = (
        ["annotate", ARTICLE],
        ["plans", "add", ARTICLE, "--plan", "an-accord", "--draft", "first draft"],
    )
    for corrected in (
        "extraction:\n  reader: hand\nhalf: [",
        '{"extraction": {"version": "1", "reader": "hand"}}',
    ):
        kept.write_text(corrected, encoding="utf-8")
        for door in doors:
            assert isinstance(here(*door, "-o", kept).exception, InputError)
            assert kept.read_text(encoding="utf-8") == corrected
    kept.write_text("extraction:\n  reader: rules\n", encoding="utf-8")
    assert here("annotate", ARTICLE, "-o", kept).exit_code == 0
    assert "statements:" in kept.read_text(encoding="utf-8")


def test_a_restore_that_goes_on_brings_back_what_the_backup_holds(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path
) -> None:
    put(store, by("rules"))
    whole, file = dumped(cypher), tmp_path / "kept.zip"
    back_up(store, Settings().base_iri, file)
    put(store, by("hand", "Another title"))
    restore(store, settings, file, resume=True)
    assert dumped(cypher) == whole


def test_samples_are_by_hand() -> None:
    """Else the tests above would try less than they say."""
    assert all("reader: hand" in path.read_text(encoding="utf-8") for path in annotations())
