"""The quick check of shapes says yes only where pySHACL does, and to all that is sound."""

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from graph.agreed import agreed
from graph.errors import ShapeError
from graph.generate import generate
from graph.ingest import understand_rdf
from graph.judgements import Judgement
from graph.light import Index, graph_of, triples_of
from graph.ontology import CC
from graph.project import project
from graph.rdf import triples
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.shapes import Shapes
from graph.validate import explained, shapes, violations

from .conftest import ROOT, annotations

BASE = "https://counterclaim.example/id/"
HASH = "0123456789abcdef"
JUDGED = [
    Judgement("merge", "a", "b"), Judgement("split", "a", "c", "C", documents=(HASH,)),
    Judgement("link", statement=HASH), Judgement("accept", statement=HASH),
    Judgement("align", older=("p:d:x",)), Judgement("dismiss", finding=HASH),
]  # fmt: skip


@cache
def quick() -> Shapes:
    return Shapes(shapes())


@cache
def sound() -> Graph:
    paths = [*annotations()[:1], ROOT / "examples" / "strait" / "annotations" / "14-draft-2.yaml"]
    subgraphs = [project(load_annotation(path)) for path in paths]
    stated = triples([*subgraphs, *map(project, generate(1, 1))], BASE, JUDGED)
    return graph_of(agreed(Index(stated)).triples)


def surely(shapes: Shapes, graph: Graph) -> bool:
    return shapes.surely_hold(Index(triples_of(graph)))


def test_what_is_sound_passes() -> None:
    assert surely(quick(), sound())
    assert explained(sound()) == []


VALUES: list[Node] = [
    Literal("x"), Literal("direct"), Literal(""), Literal("x", lang="en"), Literal(3), Literal(-1),
    Literal(True), Literal(Decimal("0.5")), Literal(Decimal("1.5")), Literal("x", datatype=XSD.integer),
    Literal("2025-13-40", datatype=XSD.date), Literal("2025-11-21", datatype=XSD.date),
    Literal("2025", datatype=XSD.gYear), Literal("25", datatype=XSD.gYear),
    Literal("2025-11", datatype=XSD.gYearMonth), Literal("2025-11-21T10:00:00", datatype=XSD.dateTime),
    Literal("soon", datatype=XSD.dateTime), Literal("1e3", datatype=XSD.decimal),
    Literal("NaN", datatype=XSD.double), Literal("maybe", datatype=XSD.boolean), Literal("merge"),
    Literal("align"), Literal(HASH), Literal("char=1,2"), Literal("char=a,b"), Literal("Q1"),
    BNode("b"), URIRef("urn:nobody"), CC.Person, CC.Claim, CC.Statement, CC.State, OWL.Class,
]  # fmt: skip
CLASSES = [value for value in VALUES if isinstance(value, URIRef)]
PREDICATES: list[Node] = [*set(shapes().objects(None, SH.path)), CC.unknown, RDFS.comment, RDFS.subClassOf]
PREDICATES.sort(key=str)


@st.composite
def broken(draw: st.DrawFn) -> Graph:
    """The triples of one or two resources of the sound graph and all they lead to, a few of them changed."""
    graph = Graph()
    for triple in sound():
        graph.add(triple)
    subjects: list[Node] = sorted(set(graph.subjects()), key=str)
    for _ in range(draw(st.integers(1, 3))):
        subject = draw(st.sampled_from(subjects))
        held: list[tuple[Node, Node]] = sorted(graph.predicate_objects(subject), key=str)
        if not held:
            continue
        predicate, value = draw(st.sampled_from(held))
        others: list[Node] = sorted(set(graph.objects(None, predicate)), key=str)
        others.append(draw(st.sampled_from(VALUES)))
        match draw(st.sampled_from(["remove", "replace", "add", "strange", "retype"])):
            case "remove":
                graph.remove((subject, predicate, value))
            case "replace":
                graph.remove((subject, predicate, value))
                graph.add((subject, predicate, draw(st.sampled_from(others))))
            case "add":
                graph.add((subject, predicate, draw(st.sampled_from(others))))
            case "strange":
                graph.add((subject, draw(st.sampled_from(PREDICATES)), draw(st.sampled_from(VALUES))))
            case _:
                graph.add((subject, RDF.type, draw(st.sampled_from(CLASSES))))
    return graph


@settings(max_examples=80, deadline=None)
@given(broken())
def test_it_says_yes_exactly_where_pyshacl_does(graph: Graph) -> None:
    fine = not explained(graph)
    if (None, RDFS.subClassOf, None) in graph:
        assert not surely(quick(), graph)
    else:
        assert surely(quick(), graph) == fine


@pytest.mark.parametrize(
    "constraint",
    ["sh:maxLength 1", "sh:path [ sh:inversePath cc:id ] ; sh:minCount 0", 'sh:pattern "X" ; sh:flags "i"'],
)
def test_what_it_does_not_know_is_not_passed(constraint: str) -> None:
    at = "" if "sh:path" in constraint else "sh:path cc:id ; "
    text = f"[] a sh:NodeShape ; sh:targetClass cc:Plan ; sh:property [ {at}{constraint} ] ."
    known = Graph().parse(data=f"@prefix sh: <{SH}> . @prefix cc: <{CC}> . {text}", format="turtle")
    plan = Graph().add((URIRef("urn:p"), RDF.type, CC.Plan)).add((URIRef("urn:p"), CC.id, Literal("x")))
    assert not surely(Shapes(known), plan)


def test_a_fault_is_told_by_pyshacl() -> None:
    graph = Graph().add((URIRef("urn:p"), RDF.type, CC.Plan))
    assert violations(graph) == explained(graph) != []


def test_what_documents_state_must_hold_by_itself_too() -> None:
    """The file around them is sound; of a claim's text its document says nothing."""
    stated = list(triples([project(load_annotation(annotations()[0]))], BASE))
    assert len(understand_rdf(stated, "it", Settings())) == 1
    dropped = next(t for t in stated if t[1] == str(CC.states) and t[2][0].startswith("text="))
    kept = [triple for triple in stated if triple != dropped]
    assert surely(quick(), graph_of(kept))
    with pytest.raises(ShapeError, match="text: Less than 1 values"):
        understand_rdf(kept, "it", Settings())


def test_a_statement_given_twice_counts_once() -> None:
    stated = list(triples([project(load_annotation(annotations()[0]))], BASE))
    assert quick().surely_hold(Index(stated + stated))
