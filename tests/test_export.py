"""Export and import: valid, byte-stable, and the same graph again."""

import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat
from rdflib import RDF, BNode, Graph
from rdflib.compare import isomorphic

from graph.contents import read_documents
from graph.errors import ConflictError, InputError, NotFoundError, ReadError
from graph.export import FORMATS, export
from graph.ingest import RDF_FORMATS, ingest, understand
from graph.models import Annotation
from graph.ontology import CC
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import load_annotation
from graph.read.rdf import parse_rdf
from graph.settings import Settings
from graph.store import Store
from graph.validate import violations
from graph.write import forget_document, write_document

from .conftest import annotations
from .samples import saying

BASE = "https://counterclaim.example/id/"


@pytest.fixture
def full(store: Store) -> Store:
    for path in annotations():
        write_document(store, project(load_annotation(path)))
    return store


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_a_round_trip_gives_the_same_bytes(
    store: Store, settings: Settings, cypher: Callable[..., object], tmp_path: Path, format_: str
) -> None:
    for path in annotations()[1::2]:
        write_document(store, project(load_annotation(path)))
    before, turtle = list(read_documents(store)), export(store, BASE)
    file = tmp_path / f"graph.{format_}"
    file.write_text(export(store, BASE, format_), encoding="utf-8")
    cypher("MATCH (n) DETACH DELETE n")
    assert len(ingest(file, settings, store)) == 2
    assert list(read_documents(store)) == before
    assert export(store, BASE, format_) == file.read_text(encoding="utf-8")
    assert isomorphic(Graph().parse(data=export(store, BASE)), Graph().parse(data=turtle))


def test_exports_are_valid_without_blank_nodes_or_shortcuts(full: Store) -> None:
    graph = Graph().parse(data=export(full, BASE))
    assert violations(graph) == []
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert not list(graph.triples((None, CC.disputes, None)))
    # The facts of an edge are kept, on the edge.
    assert list(graph.triples((None, RDF.predicate, CC.mentions)))


def test_n_triples_are_complete_and_each_subject_stands_once(full: Store) -> None:
    lines = export(full, BASE, "nt").splitlines()
    assert len(set(lines)) == len(lines) == len(Graph().parse(data=export(full, BASE)))
    subjects = [subject for subject, _ in groupby(lines, key=lambda line: line.split()[0])]
    assert len(set(subjects)) == len(subjects)


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # in rdflib
@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_each_format_says_what_the_documents_state(full: Store, format_: str) -> None:
    want = to_rdf(list(read_documents(full)), BASE)
    parser = RDF_FORMATS[f".{format_}"]
    found = parse_rdf(export(full, BASE, format_).encode(), parser, "it")
    missing, more = set(want) - set(found), set(found) - set(want)
    assert not missing
    # In TriG each document has a graph of its own: where they differ the union holds what each states.
    assert not more or format_ == "trig"


def test_nanopublications_are_well_formed_and_hold_all_that_trig_does(full: Store) -> None:
    quads = list(pyoxigraph.parse(export(full, BASE, "trig", layout="nanopub").encode(), RdfFormat.TRIG))
    graphs = {quad.graph_name.value for quad in quads}
    np = "http://www.nanopub.org/nschema#"
    kind = f"{np}Nanopublication"
    made = [q.subject.value for q in quads if getattr(q.object, "value", "") == kind]
    assert len(made) == len(set(made)) == len(re.findall("a cc:Statement", export(full, BASE))) > 50
    for iri in made:
        head = [q for q in quads if q.graph_name.value == f"{iri}.Head"]
        assert {q.subject.value for q in head} == {iri}
        named = {q.predicate.value.removeprefix(np): q.object.value for q in head}
        parts = [named[f"has{part}"] for part in ("Assertion", "Provenance", "PublicationInfo")]
        assert len(set(parts)) == 3
        assert len(head) == 4
        assert graphs >= set(parts)
        provenance, info = (
            {q.subject.value for q in quads if q.graph_name.value == part} for part in parts[1:]
        )
        assert parts[0] in provenance
        assert info == {iri}
    plain = {q.triple for q in pyoxigraph.parse(export(full, BASE, "trig").encode(), RdfFormat.TRIG)}
    assert plain <= {q.triple for q in quads}


def test_one_document(full: Store) -> None:
    (row, *_) = full.read("document_ids")
    graph = Graph().parse(data=export(full, BASE, document=row["id"]))
    assert len(list(graph.subjects(RDF.type, CC.Document))) == 1
    with pytest.raises(NotFoundError, match="no document 'x'"):
        export(full, BASE, document="x")


def test_an_empty_graph_is_an_empty_file(store: Store) -> None:
    assert len(Graph().parse(data=export(store, BASE))) == 0
    assert set(FORMATS) == {"ttl", "nt", "trig", "jsonld", "rdf"}


BAD = {
    "not turtle": ("x.ttl", "this is not turtle", "not valid turtle"),
    "not json": ("x.jsonld", "{", "not valid JSON"),
    "a remote context": ("x.jsonld", '{"@context": "https://example.org/c"}', "contexts are never fetched"),
    "a remote context of a term": (
        "x.jsonld",
        '{"@context": {"a": {"@id": "x:a", "@context": "https://example.org/c"}}, "a": {"b": 1}}',
        "contexts are never fetched",
    ),
    "a remote context in a context": (
        "x.jsonld",
        '{"@context": [{"@context": "file:///etc/hosts"}]}',
        "contexts are never fetched",
    ),
    "an imported context": (
        "x.jsonld",
        '{"@context": {"@import": "https://example.org/c"}}',
        "contexts are never fetched",
    ),
    "nested too deeply": ("x.jsonld", '{"a":' * 700 + "1" + "}" * 700, "nested too deeply"),
    "no document": ("x.ttl", "<a:b> <c:d> <e:f> .", "holds no cc:Document"),
    "a document without text": (
        "x.ttl",
        f"<a:b> a <{CC.Document}> ; <{CC.id}> '0123456789abcdef' .",
        "text: Less than 1 values",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused(name: str, tmp_path: Path, settings: Settings) -> None:
    file, text, message = BAD[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises((InputError, ReadError)) as caught:
        understand(tmp_path / file, settings)
    assert message in str(caught.value)
    assert str(tmp_path / file) in str(caught.value) or name == "no document"


def test_a_quote_that_was_tampered_with(full: Store, settings: Settings, tmp_path: Path) -> None:
    text = export(full, BASE)
    quote = "The United States had written the plan"
    assert text.count(f'cc:exact "{quote}') == 1
    file = tmp_path / "x.ttl"
    file.write_text(text.replace(f'cc:exact "{quote}', f'cc:exact "{quote.upper()}'), encoding="utf-8")
    with pytest.raises(InputError, match="is not what the text has"):
        understand(file, settings)


ODD_TEXT = "Ann said that\u2028it rains\x85 and\x0bpours \U0001f327."
ODD = {
    "separators": {"text": ODD_TEXT},
    "a time in Zulu": {"published": "2026-01-01T10:00:00Z"},
    "a year": {"published": "2026"},
    "a small number": {"confidence": 0.00001},
    "a third": {"confidence": 1 / 3},
    "a great amount": {"amount": "1000000000000000000"},
    "a fine amount": {"amount": "0.30000000000000004"},
}


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_odd_values_come_back(store: Store, settings: Settings, tmp_path: Path, format_: str) -> None:
    odd = [odd_document(n, **values) for n, values in enumerate(ODD.values())]
    if format_ == "rdf":  # XML cannot hold a vertical tab; that is told, and nothing is left out.
        write_document(store, project(odd[0]))
        with pytest.raises(InputError, match=r"statement/\w+ holds the character U\+000B|U\+000B"):
            export(store, BASE, format_)
        forget_document(store, project(odd.pop(0)).document.id)
    for document in odd:
        write_document(store, project(document))
    before = list(read_documents(store))
    file = tmp_path / f"odd.{format_}"
    file.write_text(export(store, BASE, format_), encoding="utf-8")
    reports = ingest(file, settings, store)
    assert {r.written.outcome for r in reports if r.written} == {"unchanged"}
    assert list(read_documents(store)) == before


def odd_document(
    n: int, text: str = "It rains.", published: str = "2026-01-01", confidence: float = 1.0, amount: str = "1"
) -> Annotation:
    text = f"{n} {text}"
    base = saying("asserts", "ann", text=text, published=published, confidence=confidence).model_dump()
    term = {"id": f"p:t{n}", "part_of": "p", "name": "T", "text": "T", "amount": amount}
    document = {**base["document"], "title": f"Odd {n}"}
    plans = [{"id": "p", "name": "P"}]
    return Annotation.model_validate({**base, "document": document, "plans": plans, "terms": [term]})


FORGED = {
    "the text": ('"text": "0 It rains."', '"text": "0 It snows."', "is not"),
    "a claim": ("It rains", "It pours", "is not"),
    "a kind": ('"kind=Person"', '"kind=Nonsense"', "does not know"),
    "a fact": ('"kind=Person"', '"kind=Person", "colour=blue"', "does not know"),
    "an edge": ('"kind=Person"', '"kind=Person", "partOf=nowhere/x"', "does not know"),
    "a surrogate": ('"title": "Odd 0"', '"title": "Odd \\ud800"', "surrogate"),
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_files_are_refused(store: Store, settings: Settings, tmp_path: Path, name: str) -> None:
    write_document(store, project(odd_document(0)))
    old, new, message = FORGED[name]
    text = export(store, BASE, "jsonld")
    assert old in text
    file = tmp_path / "forged.jsonld"
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=message):
        understand(file, settings)


def test_a_file_is_stored_whole_or_not_at_all(store: Store, settings: Settings, tmp_path: Path) -> None:
    for n in range(2):
        write_document(store, project(odd_document(n)))
    file = tmp_path / "two.ttl"
    file.write_text(export(store, BASE), encoding="utf-8")
    for row in store.read("document_ids"):
        forget_document(store, row["id"])
    clash = saying("asserts", "ann", text="Ann", published="2026-01-01", kind="State")
    write_document(store, project(clash))
    with pytest.raises(ConflictError):
        ingest(file, settings, store)
    assert len(store.read("document_ids")) == 1


def test_two_documents_may_place_one_source_differently(
    store: Store, settings: Settings, cypher: Callable[..., object], tmp_path: Path
) -> None:
    for body, text in (("Senate", "They said it rains."), ("Army", "They said that it rains.")):
        source = {"id": "aides", "kind": "AnonymousSource", "name": "Aides", "affiliation": body.lower()}
        document = saying("asserts", "aides", text=text, published="2026-01-01", kind="AnonymousSource")
        actors = [source, {"id": body.lower(), "kind": "Organization", "name": body}]
        data = {**document.model_dump(mode="json"), "actors": actors}
        write_document(store, project(Annotation.model_validate(data)))
    file = tmp_path / "graph.ttl"
    file.write_text(export(store, BASE), encoding="utf-8")
    before = list(read_documents(store))
    cypher("MATCH (n) DETACH DELETE n")
    assert len(ingest(file, settings, store)) == 2
    assert list(read_documents(store)) == before
