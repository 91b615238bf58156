"""The ontology lints itself, its derived files are fresh, and the models mirror it."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, XSD, Graph, Literal, URIRef

from graph import derive
from graph.errors import ShapeError
from graph.light import Index, triples_of
from graph.models import ACTS, Actor, Document, Statement, Term
from graph.ontology import CC, load, relationship_type, source
from graph.project import EDGES, project
from graph.rdf import from_rdf, to_rdf
from graph.validate import require_valid, violations

from .conftest import ROOT
from .samples import model

BASE = "https://example.org/id/"


def test_derived_files_are_fresh() -> None:
    assert derive.stale(ROOT) == []


def test_drift_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "counterclaim.ttl").write_text("", encoding="utf-8")
    derive.derive(tmp_path)
    assert derive.stale(tmp_path) == []
    (tmp_path / "cypher" / "schema.cypher").write_text("// edited\n", encoding="utf-8")
    assert derive.stale(tmp_path) == ["cypher/schema.cypher"]


def test_the_ontology_satisfies_its_own_lint() -> None:
    assert violations(Graph().parse(data=source("counterclaim.ttl"), format="turtle")) == []


def test_the_lint_can_fail() -> None:
    graph = Graph().parse(data=source("counterclaim.ttl"), format="turtle")
    graph.add((CC.Nameless, RDF.type, OWL.Class))
    messages = [str(v) for v in violations(graph)]
    assert any("one English label" in message for message in messages)
    assert any("has a key" in message for message in messages)


def test_every_act_is_an_edge() -> None:
    assert {EDGES[act] for act in ACTS} <= set(load().edges)


@pytest.mark.parametrize(
    ("name", "type_"), [("spokenBy", "SPOKEN_BY"), ("in", "IN"), ("acceptsIf", "ACCEPTS_IF")]
)
def test_relationship_types(name: str, type_: str) -> None:
    assert relationship_type(name) == type_ == load().edges[name].type


@pytest.mark.parametrize(
    ("model_", "label", "elsewhere"),
    [
        (Document, "Document", {"publisher"}),
        (Actor, "Person", {"kind", "member_of", "affiliation", "roles"}),
        (Term, "Term", {"part_of", "binds", "other_values"}),
        (
            Statement,
            "Statement",
            {
                "span",
                "cue",
                "speaker_span",
                "speakers",
                "reported_by",
                "refers_to",
                "link_basis",
                "link_confidence",
                *ACTS,
            },
        ),
    ],
)
def test_models_mirror_the_ontology(model_: type, label: str, elsewhere: set[str]) -> None:
    fields = set(model_.model_fields) - elsewhere
    assert fields <= {*load().nodes[label].properties, "id"}


def test_valid_data_are_valid() -> None:
    require_valid(to_rdf([project(model())], BASE), "sample")


@pytest.mark.parametrize(
    ("label", "name", "value", "message"),
    [
        ("Statement", "certainty", Literal("maybe"), "must be one of: plain, hedged, rumoured"),
        ("Statement", "exact", None, "exact"),
        ("Statement", "unlinked", Literal("ignores"), "must be one of: denies, retracts, questions"),
        ("Statement", "linkConfidence", Literal("2", datatype=XSD.decimal), "linkConfidence"),
        ("Actor", "wikidata", Literal("42"), "wikidata"),
        ("Claim", "verdict", Literal("true"), "verdict"),
        ("Document", "published", Literal("soon"), "must be one xsd:gYear"),
    ],
)
def test_shapes_refuse(label: str, name: str, value: Literal | None, message: str) -> None:
    graph = to_rdf([project(model())], BASE)
    subject = sorted(graph.subjects(RDF.type, CC[label]))[0]
    graph.remove((subject, CC[name], None))
    if value is not None:
        graph.add((subject, CC[name], value))
    with pytest.raises(ShapeError) as caught:
        require_valid(graph, "file.ttl")
    assert message in str(caught.value)
    assert str(caught.value).startswith("file.ttl: ")


@pytest.mark.parametrize(
    ("edge", "label", "to", "message"),
    [
        ("about", "Claim", "Document", "claims are about actors, terms"),
        ("about", "Claim", None, "claims are about actors, terms"),
        ("mentions", "Document", "Statement", "documents mention actors, roles"),
        ("mentions", "Document", None, "documents mention actors, roles"),
        ("spokenBy", "Statement", "Claim", "spokenBy"),
    ],
)
def test_edges_reach_only_what_they_may(edge: str, label: str, to: str | None, message: str) -> None:
    graph = to_rdf([project(model())], BASE)
    subject = sorted(graph.subjects(RDF.type, CC[label]))[0]
    end = sorted(graph.subjects(RDF.type, CC[to]))[0] if to else URIRef(BASE + "nowhere")
    graph.add((subject, CC[edge], end))
    with pytest.raises(ShapeError, match=message):
        require_valid(graph, "file.ttl")


def test_an_actor_is_of_exactly_one_kind() -> None:
    graph = to_rdf([project(model())], BASE)
    person = sorted(graph.subjects(RDF.type, CC.Person))[0]
    graph.add((person, RDF.type, CC.State))
    with pytest.raises(ShapeError, match="exactly one kind"):
        require_valid(graph, "file.ttl")
    graph.remove((person, RDF.type, CC.State))
    graph.remove((person, RDF.type, CC.Person))
    with pytest.raises(ShapeError, match="exactly one kind"):
        require_valid(graph, "file.ttl")


def test_what_is_referred_to_stands_only_on_unlinked_statements() -> None:
    graph = to_rdf([project(model())], BASE)
    subject = sorted(graph.subjects(RDF.type, CC.Statement))[0]
    graph.add((subject, CC.refersTo, sorted(graph.subjects(RDF.type, CC.Person))[0]))
    with pytest.raises(ShapeError, match="only on an unlinked statement"):
        require_valid(graph, "file.ttl")


def test_the_example_is_valid_and_is_what_the_code_writes() -> None:
    text = source("example.ttl")
    graph = Graph().parse(data=text, format="turtle")
    require_valid(graph, "example.ttl")
    assert from_rdf(Index(triples_of(graph))) == [project(model())]
