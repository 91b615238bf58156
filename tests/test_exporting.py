"""Exports of one state of the graph, of chosen documents, by HTTP and on the command line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, URIRef
from starlette.testclient import TestClient
from typer.testing import CliRunner

from graph import steady
from graph.cli import app
from graph.contents import read_documents
from graph.errors import InputError, MovedError, NotFoundError
from graph.export import Choice, export, exported
from graph.ingest import ingest
from graph.judge import merge
from graph.ontology import CC
from graph.project import project
from graph.settings import Settings
from graph.store import Store

from .conftest import put
from .samples import model, saying
from .service import local

BASE = "https://counterclaim.example/id/"

ADA = saying("asserts", "ada", text="Ada: it rains", published="2026-01-01")
ADAH = saying("denies", "adah", text="Adah: it does not rain", published="2026-02")
TREATY = model()


@pytest.fixture
def full(store: Store) -> Store:
    for annotation in (ADA, ADAH, TREATY):
        put(store, annotation)
    return store


def id_of(annotation: Any) -> str:
    return project(annotation).document.id


def chosen(store: Store, choice: Choice, format_: str = "ttl") -> set[str]:
    with exported(store, BASE, format_, choice) as file:
        graph = Graph().parse(data=file.read().decode(), format="turtle")
    assert (None, RDF.type, CC.Judgement) not in graph or choice.everything
    return {str(graph.value(subject, CC.id)) for subject in graph.subjects(RDF.type, CC.Document)}


# Filters


def test_filters_choose_documents(full: Store) -> None:
    ada, adah, treaty = map(id_of, (ADA, ADAH, TREATY))
    for choice, want in (
        (Choice(), {ada, adah, treaty}),
        (Choice((ada, treaty)), {ada, treaty}),
        (Choice(plan="bridge"), {treaty}),
        (Choice(actor="ada"), {ada}),
        (Choice(actor="ada-holm", plan="bridge"), {treaty}),
        # Bo speaks of a part of the claim that is about the plan, and of a term of the plan.
        (Choice(actor="bo-lind", plan="bridge"), {treaty}),
        (Choice(actor="ada", plan="bridge"), set[str]()),
        (Choice(since="2026-01-02"), {adah, treaty}),
        (Choice(until="2026-01-01"), {ada}),
        (Choice(since="2026-01", until="2026-01"), {ada, treaty}),
        # A month is not known as precisely as a day is asked for.
        (Choice(until="2026-03-01"), {ada, treaty}),
    ):
        assert chosen(full, choice) == want, choice


def test_an_actor_that_is_merged_is_found_by_either_name(full: Store) -> None:
    merge(full, "ada", "adah")
    both = {id_of(ADA), id_of(ADAH)}
    assert chosen(full, Choice(actor="ada")) == both
    assert chosen(full, Choice(actor="adah")) == {id_of(ADAH)}


@pytest.mark.parametrize(
    "choice", [Choice(("nope",)), Choice((id_of(ADA), "nope")), Choice(actor="nope"), Choice(plan="nope")]
)
def test_a_misspelt_id_is_told(full: Store, choice: Choice) -> None:
    with pytest.raises(NotFoundError, match=r"holds no (document|actor|plan) 'nope'"):
        chosen(full, choice)


@pytest.mark.parametrize("format_", ["ttl", "rdf", "trig"])
def test_what_was_chosen_reads_back_as_it_was(
    full: Store, settings: Settings, cypher: Callable[..., Any], tmp_path: Path, format_: str
) -> None:
    merge(full, "ada", "adah")
    want = [each for each in read_documents(full) if each.document.id != id_of(TREATY)]
    file = tmp_path / f"part.{format_}"
    with exported(full, BASE, format_, Choice(actor="ada")) as part:
        file.write_bytes(part.read())
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, full)
    assert list(read_documents(full)) == want


# One state


def test_a_graph_that_changes_meanwhile_is_read_again(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    late = saying("asserts", "cy", text="Cy: it snows", published="2026-03-01")
    left = [late]
    rows = full.rows

    def writing(name: str, **params: object) -> list[list[Any]]:
        found = rows(name, **params)
        if left:
            put(full, left.pop())
        return found

    monkeypatch.setattr(full, "rows", writing)
    text = export(full, BASE)
    monkeypatch.undo()
    assert not left
    assert text == export(full, BASE)
    assert id_of(late) in text


def test_a_graph_that_never_rests_is_no_file(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, times = full.rows, list[int]()

    def writing(name: str, **params: object) -> list[list[Any]]:
        if name == "export_page" and params["after"] == "":
            times.append(1)
            put(full, saying("asserts", "cy", text=f"Cy: {len(times)}", published="2026-03-01"))
        return rows(name, **params)

    monkeypatch.setattr(full, "rows", writing)
    with pytest.raises(MovedError, match="written to each of the"):
        export(full, BASE)
    assert len(times) == steady.TRIES
    with local(full) as client:
        refused = client.get("/export")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert "try again" in refused.json()["detail"]
        assert "etag" not in refused.headers


def test_pages_join_without_a_seam(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(7):
        put(store, saying("asserts", "ada", text=f"Ada {n}: yes", published="2026-01-01"))
    whole = export(store, BASE)
    for size in (1, 2, 3, 7):
        monkeypatch.setattr("graph.exporting.pages.PAGE", size)
        assert export(store, BASE) == whole


# HTTP


@pytest.fixture
def client(full: Store) -> Iterator[TestClient]:
    with local(full) as client:
        yield client


def test_filters_over_http(client: TestClient, full: Store) -> None:
    ada, adah = id_of(ADA), id_of(ADAH)
    both = client.get(f"/export?document={ada}&document={adah}")
    with exported(full, Settings().base_iri, "ttl", Choice((adah, ada))) as file:
        assert both.content == file.read()
    assert 'filename="counterclaim.ttl"' in both.headers["content-disposition"]
    assert ada in client.get("/export?actor=ada&since=2026&until=2026-01-31").text
    assert ada not in client.get("/export?plan=bridge").text
    assert client.get("/export?plan=nope").status_code == 404
    assert client.get("/export?actor=ada&actor=bo").status_code == 422
    assert client.get("/export?document=").status_code == 422
    nanopubs = client.get("/export?format=trig&layout=nanopub")
    assert "np:hasAssertion" in nanopubs.text
    assert client.get("/export?format=ttl&layout=nanopub").status_code == 400


def test_head_tells_without_making_the_file(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    got = client.get("/export", headers={"accept-encoding": "identity"})
    assert int(got.headers["content-length"]) == len(got.content)

    def never(*_: object) -> None:
        raise AssertionError("made")

    monkeypatch.setattr("api.triples.exported", never)
    told = client.head("/export", headers={"accept-encoding": "identity"})
    assert (told.status_code, told.content) == (200, b"")
    assert "content-length" not in told.headers
    for name in ("content-type", "content-disposition", "etag"):
        assert told.headers[name] == got.headers[name]
    assert client.head("/export", headers={"if-none-match": got.headers["etag"]}).status_code == 304
    assert client.head("/export?document=nope").status_code == 404


# The command line


def run(*words: str) -> Any:
    return CliRunner().invoke(app, [*words])


def test_the_command_writes_what_the_suffix_says(full: Store, tmp_path: Path) -> None:
    for suffix, begins in (
        ("ttl", "PREFIX"), ("nt", "<"), ("trig", "PREFIX"), ("jsonld", '{"@context"'), ("rdf", "<?xml"),
    ):  # fmt: skip
        file = tmp_path / f"graph.{suffix}"
        assert run("export", "-o", str(file)).exit_code == 0
        assert file.read_text("utf-8").startswith(begins)
        assert file.read_text("utf-8") == run("export", "-f", suffix).stdout
    assert {path.name for path in tmp_path.iterdir()} == {
        f"graph.{suffix}" for suffix in ("ttl", "nt", "trig", "jsonld", "rdf")
    }


def test_the_command_filters(full: Store, tmp_path: Path) -> None:
    ada, adah = id_of(ADA), id_of(ADAH)
    text = run("export", "--document", ada, "--document", adah).stdout
    assert text.count("a cc:Document") == 2
    assert run("export", "--actor", "ada-holm", "--plan", "bridge").stdout.count("a cc:Document") == 1
    assert "hasPublicationInfo" in run("export", "--layout", "nanopub").stdout
    assert run("export", "--since", "yesterday").exit_code == 2
    for words in (["--since", "2026-02-31"], ["--since", "2026-02", "--until", "2026-01"]):
        assert isinstance(run("export", *words).exception, InputError)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "graph.xls"), "'xls' is no format"),
        (("-f", "xls"), "'xls' is no format"),
        (("--layout", "nanopub", "-o", "graph.ttl"), "one of TriG only"),
        (("-o", "nowhere/graph.ttl"), "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_told(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    caught = run("export", *words).exception
    assert isinstance(caught, InputError)
    assert message in str(caught)
    assert not list(tmp_path.iterdir())


def test_a_file_that_fails_leaves_the_one_before(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "graph.rdf"
    file.write_text("before", encoding="utf-8")
    put(full, saying("asserts", "cy", text="Cy: it\x0bsnows", published="2026-03-01"))
    caught = run("export", "-o", str(file)).exception
    assert isinstance(caught, InputError)
    assert "U+000B" in str(caught)
    assert file.read_text("utf-8") == "before"


def test_judgements_stand_beside_what_documents_state(full: Store) -> None:
    before = export(full, BASE)
    made = merge(full, "ada", "adah")
    graph = Graph().parse(data=export(full, BASE))
    judgement = URIRef(f"{BASE}judgement/{made.id}")
    assert set(graph) - set(Graph().parse(data=before)) == set(graph.triples((judgement, None, None)))
