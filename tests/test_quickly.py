"""RDF read by the quick parser is what rdflib reads; what it refuses is told by rdflib."""

from pathlib import Path

import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from graph.errors import ReadError
from graph.light import graph_of
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import load_annotation
from graph.read.quickly import quickly
from graph.read.rdf import load_rdf, parse_rdf

from .conftest import annotations

AWKWARD = """
PREFIX : <https://example.org/>
:a :b "x", "x"@en, "2025-11-21T10:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>, 01, 1.50, true ;
   :c [ :d "\\u00e9 \\"quoted\\"\\nline" ], ( 1 2 ) .
"""


@pytest.mark.parametrize("format_", ["turtle", "nt", "trig"])
def test_the_same_triples_as_by_rdflib(format_: str) -> None:
    texts = [to_rdf([project(load_annotation(path))], "https://example.org/") for path in annotations()]
    texts.append(Graph().parse(data=AWKWARD, format="turtle"))
    for graph in texts:
        text = graph.serialize(format=format_)
        found, read, expected = quickly(text, format_), Dataset(default_union=True), Graph()
        assert found is not None
        (read if format_ == "trig" else expected).parse(data=text, format=format_)
        for triple in read.triples((None, None, None)):
            expected.add(triple)
        assert isomorphic(graph_of(found), expected)


def test_what_was_said_stays_as_it_was() -> None:
    graph = parse_rdf(AWKWARD.encode(), "turtle", "x")
    told = {str(value) for value in graph.objects()}
    assert {"2025-11-21T10:00:00Z", "01", "1.50"} <= told


@pytest.mark.parametrize("wrong", [":a :b .", "<a> <b> <<( <c> <d> <e> )>> .", '<a:b> <a:c> "x .'])
def test_what_is_wrong_or_newer_is_refused_as_before(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text("\n\n" + wrong, encoding="utf-8")
    with pytest.raises(ReadError, match=r"not valid turtle: .*(line|Quote expected)"):
        load_rdf(file, "turtle")
