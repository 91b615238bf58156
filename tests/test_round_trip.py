"""Graph to file to empty graph to file: the same bytes, the same documents, whatever the documents say."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from graph.contents import read_document, read_documents
from graph.errors import CounterclaimError, InputError
from graph.export import FORMATS, Choice, Layout, export, exported
from graph.generate import generate
from graph.ingest import RDF_FORMATS, ingest
from graph.judge import accept, merge, reject, split
from graph.models import Annotation
from graph.project import project
from graph.read.rdf import load_rdf
from graph.settings import Settings
from graph.store import Store
from graph.write import write_documents

BASE = "https://counterclaim.example/id/"
Cypher = Callable[..., Any]

ODD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
NAMES = st.sampled_from(["Ada", "Ada Holm", 'A. "Ada" Holm', "Åda <b>&amp;", "阿达"])
DATES = st.sampled_from(["2026", "2026-01", "2026-01-02", "2026-01-02T10:00:00Z"])


@st.composite
def reports(draw: st.DrawFn, n: int) -> Annotation:
    """A document of its own words, in which actors and terms are those of others and differ from theirs."""
    said = draw(ODD).strip() or "It rains"
    text = f"{n} Ada and Bo said: {said}"
    start = text.index(said, text.index(": "))
    place = draw(st.sampled_from(["p", "p-draft"]))
    return Annotation.model_validate(
        {
            "document": {"title": f"Report {n}", "text": text, "published": draw(DATES), "publisher": "post"},
            "extraction": {"reader": "hand", "version": "1"},
            "actors": [
                {"id": "ada", "kind": "Person", "name": draw(NAMES),
                 "aliases": draw(st.lists(NAMES, max_size=2)),
                 "roles": [{"post": "Mayor", "since": "2024-01"}]},
                {"id": "bo", "kind": "Person", "name": draw(NAMES)},
                {"id": "post", "kind": "Organization", "name": "The Post"},
            ],
            "plans": [{"id": "p", "name": draw(NAMES)}],
            "versions": [{"id": "p-draft", "plan": "p", "name": draw(NAMES), "dated": draw(DATES)}],
            "terms": [{"id": "p:t", "part_of": place, "name": draw(NAMES), "text": draw(NAMES),
                       "amount": draw(st.sampled_from(["1", "0.5", "1000000"])), "binds": ["bo"]}],
            "claims": [{"id": "c", "text": draw(NAMES), "about": ["ada", "p:t"]}],
            "statements": [
                {"id": "s", "speakers": ["ada"], "asserts": ["c"],
                 "confidence": draw(st.sampled_from([1.0, 1 / 3])),
                 "span": {"start": start, "end": start + len(said), "exact": said}},
                {"id": "t", "speakers": ["bo"], "rejects": ["p:t"], "reported_by": "s",
                 "span": {"start": start, "end": start + len(said), "exact": said}},
            ],
        }
    )  # fmt: skip


@st.composite
def corpora(draw: st.DrawFn) -> list[Annotation]:
    made = [draw(reports(n)) for n in range(draw(st.integers(1, 3)))]
    return made + list(generate(draw(st.integers(0, 1)), draw(st.integers(0, 99)), draw(st.integers(0, 99))))


LAYOUTS: list[tuple[str, Layout]] = [*((format_, "documents") for format_ in FORMATS), ("trig", "nanopub")]


@given(corpora(), st.sampled_from(LAYOUTS), st.booleans())
@examples(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # Shrinking takes minutes with a database.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_file_read_back_gives_the_same_file(
    store: Store,
    settings: Settings,
    cypher: Cypher,
    tmp_path: Path,
    documents: list[Annotation],
    kind: tuple[str, Layout],
    judged: bool,
) -> None:
    cypher("MATCH (n) DETACH DELETE n")
    write_documents(store, [project(document) for document in documents])
    if judged:
        judge(store)
    before, (format_, layout) = list(read_documents(store)), kind
    try:
        text = export(store, BASE, format_, layout=layout)
    except InputError:  # What XML cannot hold is refused.
        assert format_ == "rdf"
        return
    file = tmp_path / f"graph.{format_}"
    file.write_text(text, encoding="utf-8")
    graph = load_rdf(file, RDF_FORMATS[f".{format_}"])
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert list(read_documents(store)) == before
    again = export(store, BASE, format_, layout=layout)
    assert again == text
    file.write_text(again, encoding="utf-8")
    assert isomorphic(load_rdf(file, RDF_FORMATS[f".{format_}"]), graph)
    # A part of the graph is a file of its own that reads back too.
    alone = before[0].document.id
    with exported(store, BASE, format_, Choice((alone,)), layout) as part:
        file.write_bytes(part.read())
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert [each.document.id for each in read_documents(store)] == [alone]
    assert read_document(store.read, alone) == before[0]


def judge(store: Store) -> None:
    """Judge all that can be judged of what `reports` say."""
    said = [row["id"] for row in store.read("export_known", key="Actor", id="ada")]
    documents = [row["id"] for row in store.read("document_ids")]
    statements = [s.id for d in read_documents(store) for s in d.labelled("Statement")]
    assert said
    for step in (
        lambda: merge(store, "ada", "bo", reason='one and the same, "they" say', by="cy"),
        lambda: split(store, "ada", "ada-2", name="Ada the Second", documents=documents[:1]),
        lambda: reject(store, statements[0], reason="misread"),
        lambda: accept(store, statements[-1]),
    ):
        with suppress(CounterclaimError):
            step()


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_documents_that_differ_make_one_file_that_reads_back(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, format_: str
) -> None:
    """A term that two documents word differently had two wordings in TriG, which reading refused."""
    for n, words in enumerate(("half", "a third")):
        data = next(generate(1, 1)).model_dump(mode="json")
        term = {"id": "p:t", "part_of": "p", "name": "T", "text": words, "amount": str(n)}
        text = f"{n} {data['document']['text']}"
        shifted = {**data, "document": {**data["document"], "text": text}, "statements": [], "mentions": []}
        plans = [*data["plans"], {"id": "p", "name": "P"}]
        terms = [*data["terms"], term]
        write_documents(
            store, [project(Annotation.model_validate({**shifted, "plans": plans, "terms": terms}))]
        )
    before, file = list(read_documents(store)), tmp_path / f"graph.{format_}"
    file.write_text(export(store, BASE, format_), encoding="utf-8")
    cypher("MATCH (n) DETACH DELETE n")
    ingest(file, settings, store)
    assert list(read_documents(store)) == before
