"""Whatever a file holds, its reader takes it or refuses it in words of ours; what it takes is verbatim."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.check import problems
from graph.coded import Options
from graph.coded.kinds import KINDS
from graph.coded.run import import_file
from graph.errors import CounterclaimError, InputError
from graph.project import project
from graph.rdf import to_rdf
from graph.receive import MEDIA_TYPES, understand_bytes
from graph.settings import Settings

from .coded import BRAT_MARKS, HEAD, ROWS, TABLE, brat, review
from .conftest import ROOT
from .dna_files import Study
from .fuzz import broken, reshaped
from .long import tries
from .samples import annotation, model
from .test_coded_foreign import ARTICLE, PREFIXES
from .web import PAGE

SETTINGS = Settings()
YAMLS = [yaml.safe_dump(annotation()).encode()]
GRAPH = to_rdf([project(model())], SETTINGS.base_iri)
RDF = {
    "text/turtle": "turtle", "application/n-triples": "nt", "application/ld+json": "json-ld",
    "application/rdf+xml": "xml", "application/trig": "trig",
}  # fmt: skip


def understood(data: bytes, media_type: str) -> None:
    """Understand a body, or be refused; every quote of what is understood stands in its text."""
    try:
        found = understand_bytes(data, media_type, SETTINGS)
    except InputError as error:
        told(error)
        return
    for each in found:
        if each.annotation is not None:
            assert problems(each.annotation) == []
        text = str(each.subgraph.document.properties.get("text", "")) if each.subgraph.nodes else ""
        for node in each.subgraph.labelled("Statement"):
            start, end = node.properties["start"], node.properties["end"]
            assert text[start:end] == node.properties["exact"]


@tries(60)
@given(broken(YAMLS))
def test_broken_annotations(data: bytes) -> None:
    understood(data, "application/yaml")


@tries(60)
@given(reshaped([annotation()]))
def test_annotations_of_another_shape(data: Any) -> None:
    understood(json.dumps(data).encode(), "application/json")


@tries(40)
@given(reshaped([{"text": "Ada said no.", "title": "T", "url": "https://x.example/", "published": "2026"}]))
def test_articles_as_json_of_another_shape(data: Any) -> None:
    understood(json.dumps(data).encode(), "application/json")


@pytest.mark.parametrize("media_type", RDF)
@tries(25)
@given(data=st.data())
def test_broken_rdf(media_type: str, data: st.DataObject) -> None:
    whole = GRAPH.serialize(format=RDF[media_type]).encode()
    understood(data.draw(broken([whole])), media_type)


@pytest.mark.parametrize("media_type", sorted(MEDIA_TYPES))
@tries(15)
@given(
    data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
)
def test_anything_at_all(media_type: str, data: bytes) -> None:
    understood(data, media_type)


@tries(60)
@given(broken([PAGE.encode()]))
def test_broken_pages(data: bytes) -> None:
    understood(data, "text/html")


ARTICLES = [path.read_bytes()[:1500] for path in sorted((ROOT / "examples/articles").glob("*.txt"))]


@tries(40)
@given(broken(ARTICLES))
def test_broken_articles(data: bytes) -> None:
    understood(data, "text/plain")


def test_a_claim_that_lost_its_text_is_refused() -> None:
    lines = [
        line
        for line in GRAPH.serialize(format="nt").split("\n")
        if "/claim/" not in line or "#text" not in line
    ]
    understood("\n".join(lines).encode(), "application/n-triples")


def dumped(data: Any) -> bytes:
    return json.dumps(data).encode()


def told(error: CounterclaimError, name: str = "") -> None:
    """An error says something, and where."""
    assert len(str(error)) > 10
    assert name in str(error)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def imported(kind: str, path: Path, mapping: Any = None) -> None:
    """Import a file without a store: an error of the input is an event, and no other is raised."""
    try:
        for event in import_file(path, KINDS[kind], Options(mapping or {}, SETTINGS), None):
            assert event
    except InputError as error:
        told(error)


@tries(60)
@given(
    data=st.one_of(
        reshaped([review()]).map(lambda x: json.dumps(x).encode()), broken([json.dumps(review()).encode()])
    )
)
def test_broken_reviews(folder: Path, data: bytes) -> None:
    path = folder / "review.json"
    path.write_bytes(data)
    imported("claimreview", path)


@tries(60)
@given(marks=broken([BRAT_MARKS.encode()]))
def test_broken_brat(folder: Path, marks: bytes) -> None:
    path = brat(folder / "brat")
    path.write_bytes(marks)
    imported("brat", path)


@tries(60)
@given(rows=broken([(HEAD + ROWS).encode()]), mapping=st.one_of(st.just(TABLE), reshaped([TABLE])))
def test_broken_tables_and_mappings(folder: Path, rows: bytes, mapping: Any) -> None:
    path = folder / "t.csv"
    path.write_bytes(rows)
    imported("csv", path, mapping if isinstance(mapping, dict) else {})


FTM = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Ada Voss"], "country": ["lv"]}},
    {"id": "o1", "schema": "Organization", "properties": {"name": ["Lake Council"]}},
    {"id": "m1", "schema": "Occupancy", "properties": {"holder": ["p1"], "startDate": ["2020"]}},
]  # fmt: skip


@tries(60)
@given(
    data=st.one_of(
        reshaped(FTM).map(lambda x: json.dumps(x).encode()),
        broken([b"\n".join(json.dumps(x).encode() for x in FTM)]),
    )
)
def test_broken_ftm(folder: Path, data: bytes) -> None:
    path = folder / "x.ftm.json"
    path.write_bytes(data)
    imported("ftm", path)


@tries(40)
@given(data=broken([(PREFIXES + ARTICLE).encode()]))
def test_broken_foreign_rdf(folder: Path, data: bytes) -> None:
    path = folder / "foreign.ttl"
    path.write_bytes(data)
    imported("rdf", path)


@pytest.fixture(scope="module")
def study(folder: Path) -> bytes:
    made = Study(folder / "seed.dna")
    made.statement(made.document(), 0, 9)
    return made.done().read_bytes()


@tries(60)
@given(data=st.data())
def test_broken_studies(folder: Path, study: bytes, data: st.DataObject) -> None:
    path = folder / "broken.dna"
    path.write_bytes(data.draw(broken([study])))
    imported("dna", path)
