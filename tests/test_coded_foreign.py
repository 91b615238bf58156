"""RDF of other vocabularies: Web Annotations with CiTO, PROV and schema.org, as far as they map."""

from pathlib import Path

import pytest
from rdflib import Graph

from graph import ask
from graph.coded import Item, Noted, Options, Refused, Taken
from graph.coded.foreign import read
from graph.coded.kinds import KINDS, kind_of
from graph.coded.run import import_file
from graph.errors import ReadError
from graph.export import export
from graph.models import Annotation
from graph.store import Store

TEXT = "𝔾 Mayor Ada Holm said the bridge was paid for. Bo Lind said the bridge was not paid for."
PREFIXES = """@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://coder.example/> .
"""
ARTICLE = f"""
<http://news.example/bridge> a schema:NewsArticle ; schema:headline "The bridge" ;
    schema:text "{TEXT}" ; dcterms:issued "2026-01-02"^^xsd:date ; schema:inLanguage "en" ;
    schema:publisher [ a schema:Organization ; schema:name "The Valley Post" ] ;
    schema:wordCount 17 .
"""
PEOPLE = """
:ada a foaf:Person ; foaf:name "Ada Holm" ; foaf:mbox <mailto:ada@example.org> .
:bo a schema:Person ; schema:name "Bo Lind" .
:paid a schema:Claim ; schema:text "The bridge was paid for" .
"""
ADA = """
:a1 a oa:Annotation ; cito:agreesWith :paid ; prov:wasAttributedTo :ada ; oa:motivatedBy oa:describing ;
    oa:hasTarget [ oa:hasSource <http://news.example/bridge> ;
        oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact "the bridge was paid for" ; oa:prefix "said " ] ] .
"""
BO = """
:a2 a oa:Annotation ; cito:disputes :paid ; prov:wasAttributedTo :bo ;
    oa:hasTarget [ oa:hasSource <http://news.example/bridge> ;
        oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact "the bridge was not paid for" ] ,
            [ a oa:TextPositionSelector ; oa:start 60 ; oa:end 87 ] ] .
"""
WHOLE = PREFIXES + ARTICLE + PEOPLE + ADA + BO


def items(tmp_path: Path, text: str, name: str = "x.ttl") -> list[Item]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return list(read(file, Options()))


def taken(found: list[Item]) -> Annotation:
    (one,) = (item for item in found if isinstance(item, Taken))
    return one.annotation


def refused(found: list[Item]) -> list[str]:
    return [item.why for item in found if isinstance(item, Refused)]


def test_annotations_become_statements(tmp_path: Path) -> None:
    found = items(tmp_path, WHOLE)
    assert not refused(found)
    annotation = taken(found)
    document = annotation.document
    assert (document.title, document.text, document.published) == ("The bridge", TEXT, "2026-01-02")
    assert (document.url, document.publisher) == ("http://news.example/bridge", "the-valley-post")
    assert {(actor.name, actor.kind) for actor in annotation.actors} == {
        ("Ada Holm", "Person"), ("Bo Lind", "Person"), ("The Valley Post", "Organization"),
    }  # fmt: skip
    said = {(s.speakers, s.asserts, s.denies, s.span.exact) for s in annotation.statements}
    assert said == {
        (("ada-holm",), ("c1",), (), "the bridge was paid for"),
        (("bo-lind",), (), ("c1",), "the bridge was not paid for"),
    }
    for statement in annotation.statements:
        assert TEXT[statement.span.start : statement.span.end] == statement.span.exact


def test_what_does_not_map_is_told_by_pattern_and_number(tmp_path: Path) -> None:
    notes = {(i.where, i.why) for i in items(tmp_path, WHOLE) if isinstance(i, Noted)}
    assert notes == {
        ("1 triple", "not mapped: [a foaf:Person] foaf:mbox []"),
        ("1 triple", "not mapped: [a oa:Annotation] oa:motivatedBy []"),
        ("1 triple", "not mapped: [a schema:NewsArticle] schema:wordCount xsd:integer"),
        ("1 triple", "not mapped: [] a oa:TextPositionSelector"),
        ("2 triples", "not mapped: [] a oa:TextQuoteSelector"),
    }


@pytest.mark.parametrize(
    ("form", "suffix"), [("nt", ".nt"), ("json-ld", ".jsonld"), ("xml", ".rdf"), ("trig", ".trig")]
)
def test_every_form_of_rdf(tmp_path: Path, form: str, suffix: str) -> None:
    text = Graph().parse(data=WHOLE, format="turtle").serialize(format=form)
    annotation = taken(items(tmp_path, text, f"x{suffix}"))
    assert len(annotation.statements) == 2


def test_the_older_address_of_schema_org(tmp_path: Path) -> None:
    assert (
        len(taken(items(tmp_path, WHOLE.replace("https://schema.org/", "http://schema.org/"))).statements)
        == 2
    )


def test_a_text_beside_the_file(tmp_path: Path) -> None:
    bare = WHOLE.replace(f'schema:text "{TEXT}" ; ', "")
    assert refused(items(tmp_path, bare)) == [
        "its text is neither in the file (schema:text, rdf:value) nor beside it, and is never fetched"
    ]
    (tmp_path / "bridge.txt").write_text(TEXT, encoding="utf-8")
    assert taken(items(tmp_path, bare)).document.text == TEXT
    for elsewhere in ("http://news.example/../../etc/passwd", "file:///etc/passwd", "http://news.example/"):
        away = bare.replace("http://news.example/bridge", elsewhere)
        assert "never fetched" in refused(items(tmp_path, away))[0]
    (tmp_path / "bridge.txt").unlink()
    (tmp_path / "bridge.txt").symlink_to("/etc/hostname")
    assert "never fetched" in refused(items(tmp_path, bare))[0]


def test_a_claim_as_body_is_what_its_author_asserts(tmp_path: Path) -> None:
    body = ADA.replace("cito:agreesWith :paid ; prov:wasAttributedTo :ada", "oa:hasBody :paid")
    people = PEOPLE.replace(":paid a schema:Claim ;", ":paid a schema:Claim ; schema:author :ada ;")
    (statement,) = taken(items(tmp_path, PREFIXES + ARTICLE + people + body)).statements
    assert (statement.asserts, statement.speakers) == (("c1",), ("ada-holm",))


SOURCE = "<http://news.example/bridge>"
QUOTED = 'oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact "the bridge was'
BAD = {
    "nowhere": ('oa:exact "the bridge was paid', 'oa:exact "the tunnel was paid', "stands nowhere"),
    "twice": ('oa:exact "the bridge was paid for" ; oa:prefix "said "', 'oa:exact "the bridge was"',
              "stands 2 times"),
    "elsewhere": ("oa:start 60", "oa:start 61", "is not what the text has at 61-87"),
    "outside": ("oa:end 87", "oa:end 870", "is outside the text"),
    "no number": ("oa:start 60", 'oa:start "x"', "are no numbers"),
    "backwards": ("oa:start 60 ; oa:end 87", "oa:start 87 ; oa:end 60", "is outside the text"),
    "nobody": ("prov:wasAttributedTo :bo ;", "", "nothing tells who says it"),
    "a dangling speaker": ("wasAttributedTo :bo ;", "wasAttributedTo :nobody ;", "has no name in the file"),
    "of no kind": (":bo a schema:Person ;", ":bo", "nothing tells whether 'Bo Lind' is a person"),
    "of two kinds": (":bo a schema:Person ;", ":bo a schema:Person , schema:Country ;", "more than one kind"),
    "no act": ("cito:disputes :paid ;", "cito:discusses :paid ;", "it does nothing to a claim"),
    "a dangling claim": ("cito:disputes :paid", "cito:disputes :none", "has no text in the file"),
    "a narrowed selector": ("[ a oa:TextPositionSelector ;", "[ oa:refinedBy :x ;", "narrows its target"),
    "no selector": (f"{QUOTED} not", f"{QUOTED} not".replace("hasSelector", "other"), "selects no words"),
    "two targets": (":a2 a oa:Annotation ;", ":a2 a oa:Annotation ; oa:hasTarget :x ;", "it has 2 targets"),
    "no source": (f"[ oa:hasSource {SOURCE} ;\n        {QUOTED} not", f"[ {QUOTED} not", "names no source"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_refused_and_the_other_is_taken(tmp_path: Path, name: str) -> None:
    old, new, message = BAD[name]
    assert old in WHOLE
    found = items(tmp_path, WHOLE.replace(old, new))
    (why,) = refused(found)
    assert message in why
    assert len(taken(found).statements) == 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.ttl", WHOLE[:-40], "not valid turtle"),
        ("x.ttl", PREFIXES + PEOPLE, "holds no oa:Annotation"),
        ("x.ttl", "", "holds no oa:Annotation"),
        (
            "x.jsonld",
            '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "x:y"}',
            "contexts are never fetched",
        ),
        ("x.rdf", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', ""),
        ("x.rdf", '<!DOCTYPE r SYSTEM "http://x.example/d.dtd"><r/>', ""),
        ("x.pdf", WHOLE, "its name does not tell which RDF it is"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        items(tmp_path, text, name)
    assert message in str(caught.value)


def test_a_text_with_an_odd_date_is_refused_whole(tmp_path: Path) -> None:
    found = items(tmp_path, WHOLE.replace('"2026-01-02"^^xsd:date', '"last week"'))
    assert [(i.why, i.rows) for i in found if isinstance(i, Refused)] == [("'last week' is not a date", 2)]


def test_it_is_a_kind_of_import() -> None:
    assert kind_of(Path("x.ttl"), None) is KINDS["rdf"]
    assert kind_of(Path("x.nt"), None).name == "rdf"


def test_from_the_file_to_the_answer_and_again(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(WHOLE, encoding="utf-8")
    for outcome in ("added", "unchanged"):
        events = list(import_file(file, KINDS["rdf"], Options(), store))
        assert [e.outcome for e in events if hasattr(e, "outcome")] == [outcome]
    (dispute,) = ask.disputes(store).items
    assert (dispute.claim, dispute.claimed_by, dispute.denied_by) == (
        "The bridge was paid for", ["Ada Holm"], ["Bo Lind"],
    )  # fmt: skip
    ours = tmp_path / "ours.ttl"
    ours.write_text(export(store, "https://counterclaim.example/id/"), encoding="utf-8")
    with pytest.raises(ReadError, match="an export of our own"):
        list(read(ours, Options()))
