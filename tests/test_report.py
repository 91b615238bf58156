"""The report on what is wrong with files, packs and the graph: by shape and property, with true lines."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, XSD, Literal, URIRef

from graph.errors import AnnotationError
from graph.export import FORMATS, export
from graph.ontology import CC
from graph.packs import make_pack
from graph.project import claim_id
from graph.report import Report, check_file, check_graph
from graph.report.jsonlines import json_lines_of
from graph.report.lines import lines_of
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT, annotations, put
from .samples import TEXT, model
from .test_cli import run

BASE = "https://counterclaim.example/id/"


@pytest.fixture(scope="module")
def exports(database: Store, cypher: Callable[..., object]) -> dict[str, str]:
    cypher("MATCH (n) DETACH DELETE n")
    put(database, model())
    return {form: export(database, BASE, form) for form in FORMATS}


def reported(path: Path) -> Report:
    (report,) = check_file(path, Settings())
    return report


def changed(exports: dict[str, str], form: str, path: Path, old: str, new: str) -> tuple[Path, int]:
    """Write an export with one change; return also the line of it."""
    text = exports[form]
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    file = path / f"x.{form}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file, line


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_is_exported_is_valid(exports: dict[str, str], tmp_path: Path, form: str) -> None:
    file = tmp_path / f"x.{form}"
    file.write_text(exports[form], encoding="utf-8")
    report = reported(file)
    assert not report.findings
    assert report.documents == 1
    assert report.triples > 100


MODE = {
    "ttl": ('cc:mode "indirect"', 'cc:mode "sung"'),
    "trig": ('cc:mode "indirect"', 'cc:mode "sung"'),
    "nt": ('mode> "indirect"', 'mode> "sung"'),
    "jsonld": ('"mode": "indirect"', '"mode": "sung"'),
}


@pytest.mark.parametrize("form", sorted(MODE))
def test_a_value_that_is_wrong_has_its_line(exports: dict[str, str], tmp_path: Path, form: str) -> None:
    file, line = changed(exports, form, tmp_path, *MODE[form])
    (finding,) = reported(file).findings
    assert (finding.shape, finding.property) == ("shape:Statement", "cc:mode")
    assert finding.message == "must be one of: direct, indirect, mixed"
    assert finding.value == '"sung"'
    assert finding.line == line


MISSING = {
    "ttl": ('cc:title "Bridge" ;', ""),
    "trig": ('cc:title "Bridge" ;', ""),
}


@pytest.mark.parametrize("form", sorted(MISSING))
def test_what_is_missing_has_the_line_of_its_subject(
    exports: dict[str, str], tmp_path: Path, form: str
) -> None:
    file, _ = changed(exports, form, tmp_path, *MISSING[form])
    (finding,) = reported(file).findings
    assert (finding.shape, finding.property, finding.message) == ("shape:Document", "cc:title", "is missing")
    lines = file.read_text(encoding="utf-8").split("\n")
    assert finding.line is not None
    assert lines[finding.line - 1].startswith(("document:", f"<{BASE}document/"))
    assert finding.focus.startswith(f"{BASE}document/")


def test_rdf_xml_has_no_lines_rather_than_wrong_ones(exports: dict[str, str], tmp_path: Path) -> None:
    file, _ = changed(exports, "rdf", tmp_path, ">indirect<", ">sung<")
    (finding,) = reported(file).findings
    assert (finding.property, finding.line) == ("cc:mode", None)


def test_findings_are_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(
        f"""@prefix cc: <{CC}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# A comment with cc:title in it.
<http://x.example/d>
    a cc:Document ;
    cc:id "0123456789abcdef" ; cc:title "x",
        "y" ;
    cc:text \"\"\"one
two\"\"\" ;
    cc:sha256 "nonsense" ;
    cc:language 5 ;
    cc:colour "blue" ;
    cc:publishedBy <http://x.example/d> .
""",
        encoding="utf-8",
    )
    found = {(f.property, f.message, f.value, f.line) for f in reported(file).findings}
    assert found == {
        ("cc:title", "has more than one value", "", 7),
        ("cc:sha256", 'must match "^[0-9a-f]{64}$"', '"nonsense"', 11),
        ("cc:language", "must be of xsd:string", '"5"', 12),
        ("cc:colour", "is no property of such a node", '"blue"', 13),
        ("cc:publishedBy", "must lead to a cc:Actor", "http://x.example/d", 14),
    }


def test_words_and_ids_are_checked_once_the_shapes_hold(exports: dict[str, str], tmp_path: Path) -> None:
    file, _ = changed(exports, "ttl", tmp_path, 'cc:exact "the council', 'cc:exact "the COUNCIL')
    (finding,) = reported(file).findings
    assert finding.shape == "words"
    assert "is not what the text has at" in finding.message
    file, _ = changed(exports, "ttl", tmp_path, TEXT, TEXT + " More.")
    assert {finding.shape for finding in reported(file).findings} == {"ids"}


# Lines


def test_lines_of_odd_turtle() -> None:
    text = r"""@prefix : <http://x.example/> . # ends with "
@base <http://base.example/dir/> .
:s :p "a \" # no comment", '''long ' one
two''' ;
   :q <rel>, -1.5 , 2 , 3e0 ,
   true ;; .
[ :p :s ] .
[] :p ( 1 :x [ :q "deep" ] ) .
_:b1 :p :s .
:with\,comma :p "\u00e9"@en-GB , "5"^^<http://www.w3.org/2001/XMLSchema#byte>
.
GRAPH :g { :in :p :s . :last :p :s }
:h { :more :p :s . }
"""
    lines = lines_of(text)
    x = "http://x.example/"
    s, p, q = (URIRef(x + name) for name in "spq")
    assert lines.of(s) == 3
    assert lines.of(s, p, Literal('a " # no comment')) == 3
    assert lines.of(s, p, Literal("long ' one\ntwo")) == 3
    assert lines.of(s, q) == 5
    assert lines.of(s, q, URIRef("http://base.example/dir/rel")) == 5
    assert lines.of(s, q, Literal("-1.5", datatype=XSD.decimal)) == 5
    assert lines.of(s, q, Literal("true", datatype=XSD.boolean)) == 6
    assert lines.of(URIRef(x + "with,comma"), p, Literal("é", lang="en-GB")) == 10
    assert lines.of(URIRef(x + "in")) == lines.of(URIRef(x + "last")) == 12
    assert lines.of(URIRef(x + "more"), p, s) == 13
    assert lines.of(URIRef(x + "nobody"), p) is None
    assert lines.of(None) is None


@pytest.mark.parametrize(
    "text", ["", "nonsense", "<a> <b> ", "x:y <a> <b> .", '<a> <b> "open .', "<a> <b> ((((", "{"]
)
def test_no_lines_where_the_text_is_not_understood(text: str) -> None:
    assert lines_of(text).of(URIRef("a")) is None


def test_lines_of_json_ld() -> None:
    text = """{
  "@context": {"x": "http://x.example/", "name": {"@id": "x:name"}, "id": "@id"},
  "@graph": [
    {"id": "x:s", "@type": "x:T",
     "name": ["one",
       {"@value": "two"}],
     "x:knows": {
       "id": "http://y.example/#o", "name": "three" } }
  ]
}
"""
    lines = json_lines_of(text)
    s, o = URIRef("http://x.example/s"), URIRef("http://y.example/#o")
    name = URIRef("http://x.example/name")
    assert lines.of(s) == 4
    assert lines.of(s, RDF.type, URIRef("http://x.example/T")) == 4
    assert lines.of(s, name, Literal("one")) == 5
    assert lines.of(s, name, Literal("two")) == 6
    assert lines.of(s, URIRef("http://x.example/knows"), o) == 7
    assert lines.of(o, name, Literal("three")) == 8
    inner = text.replace('"id": "http://y', '"@context": {}, "id": "http://y')
    assert json_lines_of(inner).of(s) is None


# Annotations, packs, the graph


def test_annotations_have_the_lines_of_their_faults(tmp_path: Path) -> None:
    good = annotations()[0].read_text(encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(good, encoding="utf-8")
    assert not reported(file).findings
    file.write_text(
        good.replace("certainty: rumoured", "certainty: sung", 1).replace("kind: Person", "kind: Ghost", 1)
    )
    report = reported(file)
    assert report.findings
    for finding in report.findings:
        assert finding.line
        line = file.read_text(encoding="utf-8").split("\n")[finding.line - 1]
        assert "sung" in line or "Ghost" in line, line
    file.write_text("document: [", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"a\.yaml"):
        reported(file)


def test_packs_and_the_graph(database: Store, exports: dict[str, str], tmp_path: Path) -> None:
    claim = claim_id("The council approved the bridge and paid for it")
    make_pack(database, BASE, claim, tmp_path / "p.zip")
    reports = list(check_file(tmp_path / "p.zip", Settings()))
    assert [report.findings for report in reports] == [[]] * len(reports)
    assert any("!documents/" in report.name for report in reports)
    report = check_graph(database, BASE)
    assert (report.documents, report.findings) == (1, [])
    assert report.triples > 100


def test_a_graph_that_was_changed_by_hand(store: Store, cypher: Callable[..., object]) -> None:
    put(store, model())
    cypher("MATCH (s:Statement) SET s.mode = 'sung'")
    report = check_graph(store, BASE)
    assert {(f.shape, f.property, f.value) for f in report.findings} == {
        ("shape:Statement", "cc:mode", '"sung"')
    }
    done = run("validate")
    assert done.returncode == 1
    assert "shape:Statement cc:mode: 2" in done.stdout
    cypher("MATCH (s:Statement) SET s.mode = 'direct', s.exact = 'never said'")
    assert {finding.shape for finding in check_graph(store, BASE).findings} == {"words"}


def test_the_command(exports: dict[str, str], tmp_path: Path) -> None:
    bad, line = changed(exports, "ttl", tmp_path, *MODE["ttl"])
    done = run("validate", bad, annotations()[0])
    assert done.returncode == 1
    assert f"{bad}: 1 finding\n  shape:Statement cc:mode: 1\n    {bad}:{line}: " in done.stdout
    assert f"{annotations()[0]}: valid" in done.stdout
    told = json.loads(run("validate", "--json", bad).stdout)
    assert told["valid"] is False
    assert told["reports"][0]["findings"][0]["line"] == line
    (tmp_path / "no.ttl").write_text("this is not turtle", encoding="utf-8")
    done = run("validate", tmp_path / "no.ttl", annotations()[0], ROOT / "ontology" / "counterclaim.ttl")
    assert done.returncode == 2
    assert "not valid turtle" in done.stderr.replace("\n", " ")
    assert done.stdout.count(": valid") == 2
    assert json.loads(run("validate", "--json", tmp_path / "no.ttl").stdout)["unread"]
