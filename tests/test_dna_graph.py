"""Studies of DNA in and out of a real graph, as a user does it on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph import ask
from graph.cli import app
from graph.coded import Options
from graph.coded.dna import DNA
from graph.coded.dna.write import write_dna
from graph.coded.run import Stored, import_file
from graph.contents import read_documents
from graph.errors import InputError, NotFoundError
from graph.judge import merge
from graph.read.annotation import load_annotation
from graph.store import Store
from tests.conftest import annotations, put
from tests.dna_files import CONCEPT, ORGANIZATION, PERSON, TEXT, Study
from tests.test_dna import HELPS, NOT, place

Cypher = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    study = Study(tmp_path / "study.dna")
    study.entity(PERSON, "Ada Example", Alias="Dr Example")
    group = study.entity(ORGANIZATION, "Friends of Fish", **{"counterclaim kind": "Collective"})
    study.entity(ORGANIZATION, "Fishers' Union", group)
    study.entity(CONCEPT, "The quota helps.", study.entity(CONCEPT, "Quotas are good."))
    for i, date in enumerate((1763683200, 1763769600)):
        document = study.document(f"{TEXT} \N{FISH} {i}.", f"On quotas {i}", date, Source="Example Wire")
        study.statement(document, *place(HELPS))
        study.statement(
            document, *place(NOT), person="Sam Sample", organization="Fishers' Union", agreement=0
        )
        study.statement(document, 0, 5, organization="Institute", concept="Quotas are good.")
    study.statement(document, *place(NOT), type_id=3)
    return study.done()


def imported(path: Path, store: Store) -> list[str]:
    events = import_file(path, DNA, Options(), store)
    return [event.outcome for event in events if isinstance(event, Stored)]


def test_an_import_twice_changes_nothing_the_second_time(path: Path, store: Store) -> None:
    assert imported(path, store) == ["added", "added"]
    held = list(read_documents(store))
    assert imported(path, store) == ["unchanged", "unchanged"]
    assert list(read_documents(store)) == held


def test_answers_are_those_of_the_study(path: Path, store: Store) -> None:
    imported(path, store)
    whole = next(found for found in ask.disputes(store, status=None).items if found.parts)
    assert (whole.claim.rstrip("."), whole.status) == ("Quotas are good", "disputed")
    assert [(part.text.rstrip("."), part.status) for part in whole.parts] == [("The quota helps", "denied")]
    assert (whole.claimed_by, whole.denied_by) == (["Ada Example"], ["Sam Sample"])
    sam = ask.actor(store, "sam-sample")
    assert [(role.post, role.organization) for role in sam.roles] == [("affiliation", "Fishers' Union")]


def test_out_and_into_an_empty_graph_and_out_again(
    path: Path, store: Store, cypher: Cypher, tmp_path: Path
) -> None:
    for sample in annotations():
        put(store, load_annotation(sample))
    imported(path, store)
    first, second = tmp_path / "first.dna", tmp_path / "second.dna"
    exported = write_dna(store, first)
    assert exported.documents == 6
    cypher("MATCH (n) DETACH DELETE n")
    assert set(imported(first, store)) == {"added"}
    held = list(read_documents(store))
    assert write_dna(store, second).statements == exported.statements
    assert second.read_bytes() == first.read_bytes()
    assert set(imported(second, store)) == {"unchanged"}
    assert list(read_documents(store)) == held


def test_judgements_are_counted_and_not_followed(path: Path, store: Store, tmp_path: Path) -> None:
    imported(path, store)
    before, after = tmp_path / "before.dna", tmp_path / "after.dna"
    write_dna(store, before)
    merge(store, "ada-example", "sam-sample")
    assert write_dna(store, after).left["judgements of persons"] == 1
    assert before.read_bytes() == after.read_bytes()


def test_one_document_alone(path: Path, store: Store, tmp_path: Path) -> None:
    imported(path, store)
    document = next(read_documents(store)).document.id
    assert write_dna(store, tmp_path / "one.dna", [document]).documents == 1
    with pytest.raises(NotFoundError, match="no document 'none'"):
        write_dna(store, tmp_path / "none.dna", ["none"])


def run(*args: str) -> Any:
    result = CliRunner().invoke(app, args)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_commands(path: Path, store: Store, tmp_path: Path) -> None:
    tried = run("import", str(path), "--dry-run", "--json")
    *_, summary = (json.loads(line) for line in tried.stdout.splitlines())
    assert (summary["read"], summary["taken"], summary["refused"]) == (7, 6, 1)
    assert not list(read_documents(store))
    told = run("import", str(path))
    assert "STATEMENTS, ID 7: is of another type than 'DNA Statement': 'Annotation'" in told.stderr.replace(
        "\n", " "
    )
    assert "7 rows read, 6 taken, 1 refused" in told.stdout
    out = tmp_path / "out.dna"
    assert "2 documents, 6 statements" in run("export", "-f", "dna", "-o", str(out)).stderr
    first = out.read_bytes()
    run("export", "-o", str(out))
    assert out.read_bytes() == first
    with pytest.raises(InputError, match="say where with -o"):
        run("export", "--format", "dna")


def test_a_mapping_file_says_who_speaks(path: Path, store: Store, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("actor: organization\ntarget: term\nplan: Quota Act\nlanguage: en\n")
    run("import", str(path), "--mapping", str(mapping))
    term = ask.term(store, "quota-act:the-quota-helps")
    assert {(stance.actor, stance.stance) for stance in term.stances} == {("Fishers' Union", "rejects")}
