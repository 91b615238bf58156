"""Whatever a text holds, each format writes it so that two parsers read the same triples from it."""

import re
from collections.abc import Callable, Iterable

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat
from rdflib import Literal, URIRef

from graph.errors import InputError, ReadError
from graph.exporting.ahead import ahead
from graph.exporting.blocks import IRI, XSD, Block, Names, block, mention, shared
from graph.exporting.formats import FLAT
from graph.exporting.turtle import Turtle
from graph.ontology import load
from graph.read.rdf import parse_rdf

NAMES = Names("https://counterclaim.example/id/")
PARSERS = {
    "ttl": ("turtle", RdfFormat.TURTLE),
    "nt": ("nt", RdfFormat.N_TRIPLES),
    "jsonld": ("json-ld", RdfFormat.JSON_LD),
    "rdf": ("xml", RdfFormat.RDF_XML),
}
Triple = tuple[str, str, str, str]

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
IDS = st.from_regex(r"\w+([-.:]\w+){0,2}", fullmatch=True)
WHEN = st.sampled_from(["2026", "2026-01", "2026-01-02", "2026-01-02T10:00:00Z", "2026-01-02T10:00:00+02:00"])
VALUES = {
    "string": WORDS,
    "integer": st.integers(-(10**9), 10**9),
    "boolean": st.booleans(),
    "when": WHEN,
    "decimal": st.floats(0, 1e12, allow_nan=False) | st.sampled_from([1.0, 1e-7, 1 / 3, 1e18]),
}


@st.composite
def nodes(draw: st.DrawFn) -> Block:
    """A node of any kind, with any of its properties, and edges to others."""
    label = draw(st.sampled_from(sorted(set(load().nodes) - {"Revision"})))
    node, id_ = load().nodes[label], draw(IDS)
    properties = dict[str, object]()
    for name in draw(st.sets(st.sampled_from(node.properties))) - {"id"}:
        item = load().properties[name]
        value = VALUES[item.datatype]
        properties[name] = draw(st.lists(value, min_size=1, max_size=3) if item.multiple else value)
    ends = [(edge.name, end) for edge in load().edges.values() for start, end in edge.pairs if start == label]
    edges = draw(st.lists(st.tuples(st.sampled_from(ends), IDS), max_size=4)) if ends else []
    iris = [(name, NAMES.iri(load().key(end), id_)) for (name, end), id_ in edges]
    return block(NAMES.iri(node.key, id_), label, id_, properties, iris)


NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 has no form for; it is refused, never dropped."""


def words_of(blocks: Iterable[Block]) -> str:
    return "".join(text for _, facts in blocks for _, items in facts for text, _ in items)


def expected(blocks: Iterable[Block]) -> set[Triple]:
    def spelt(name: str) -> str:
        prefix, _, local = name.partition(":")
        return NAMES.prefixes[prefix] + local

    kinds = {"": f"{XSD}string", IRI: IRI}
    return {
        (subject, spelt(name), text, kinds.get(kind, XSD + kind))
        for subject, predicates in blocks
        for name, items in predicates
        for text, kind in items
    }


def by_rdflib(text: str, format_: str) -> set[Triple]:
    return {
        (str(s), str(p), str(o), IRI if isinstance(o, URIRef) else _datatype(o))
        for s, p, o in parse_rdf(text.encode(), PARSERS[format_][0], "it")
    }


def _datatype(term: object) -> str:
    assert isinstance(term, Literal)
    return str(term.datatype or f"{XSD}string")


def by_oxigraph(text: str, format_: str) -> set[Triple]:
    found = set[Triple]()
    for quad in pyoxigraph.parse(input=text.encode(), format=PARSERS[format_][1]):
        o = quad.object
        kind = o.datatype.value if isinstance(o, pyoxigraph.Literal) else IRI
        found.add((quad.subject.value, quad.predicate.value, o.value, kind))
    return found


@pytest.mark.parametrize("format_", FLAT)
@given(st.lists(nodes(), max_size=3, unique_by=lambda each: each[0]))
@settings(max_examples=120, deadline=None)
def test_two_parsers_read_what_was_written(format_: str, blocks: list[Block]) -> None:
    if format_ == "rdf" and NO_XML.search(words_of(blocks)):
        with pytest.raises(InputError, match="which RDF/XML cannot hold"):
            "".join(FLAT[format_](NAMES.prefixes, blocks))
        return
    text = "".join(FLAT[format_](NAMES.prefixes, blocks))
    want = expected(blocks)
    assert by_rdflib(text, format_) == want
    assert by_oxigraph(text, format_) == want


@given(st.lists(nodes(), min_size=1, max_size=3, unique_by=lambda each: each[0]))
@settings(max_examples=60, deadline=None)
def test_named_graphs_hold_what_was_put_into_them(blocks: list[Block]) -> None:
    writer = Turtle(NAMES.prefixes)
    text = writer.head() + "".join(writer.graph(subject, [(subject, facts)]) for subject, facts in blocks)
    found: dict[str, set[Triple]] = {}
    for quad in pyoxigraph.parse(input=text.encode(), format=RdfFormat.TRIG):
        o = quad.object
        kind = o.datatype.value if isinstance(o, pyoxigraph.Literal) else IRI
        triple = quad.subject.value, quad.predicate.value, o.value, kind
        found.setdefault(quad.graph_name.value, set()).add(triple)
    assert found == {each[0]: expected([each]) for each in blocks}


@pytest.mark.parametrize("format_", FLAT)
def test_the_order_of_what_is_given_does_not_matter(format_: str) -> None:
    ends = [("partOf", NAMES.iri("Actor", id_)) for id_ in ("b", "a", "c:d", "ä")]
    lists = [["x", "y", 'z"'], ["y", 'z"', "x", "x"]]
    texts = {
        "".join(
            FLAT[format_](
                NAMES.prefixes, [block(NAMES.iri("Actor", "p"), "Person", "p", {"aliases": names}, edges)]
            )
        )
        for names in lists
        for edges in (ends, ends[::-1], [*ends, *ends])
    }
    assert len(texts) == 1


def test_shared_nodes_are_joined() -> None:
    facts = [["kind=Person", "name=A", "aliases=x"], ["kind=Person", "name=B", "aliases=y", "wikidata=Q1"]]
    found = dict(shared(NAMES, ("Actor", "a"), facts)[1])
    assert found["cc:name"] == [("A", "")]
    assert found["cc:aliases"] == [("x", ""), ("y", "")]
    assert found["cc:wikidata"] == [("Q1", "")]


def test_no_subject_is_a_blank_node() -> None:
    subject, facts = mention(NAMES, ("Document", "d"), ("Term", "p:t"), None, ["kind=Term"])
    assert subject.startswith("https://counterclaim.example/id/mention/")
    assert "cc:spans" not in dict(facts)


@pytest.mark.parametrize("base", ["https://x.example/> <a:b> <c:d/", "https://x.example/ y/", 'https://x."/'])
def test_a_base_that_would_break_out_of_its_brackets_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="cannot be the base"):
        Names(base)


# Reading RDF/XML


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>'
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>'
BAD_XML = {
    "billion laughs": (LAUGHS, "body:1: declares a document type"),
    "an external entity": (EXTERNAL, "declares a document type"),
    "an external subset": ('<?xml version="1.0"?>\n<!DOCTYPE r SYSTEM "http://127.0.0.1/x"><r/>', "body:2: "),
    "a truncated file": ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"', "not valid XML"),
    "another encoding": ('<?xml version="1.0" encoding="ISO-8859-1"?><r/>', "declared as ISO-8859-1"),
    "an undeclared prefix": ("<rdf:RDF/>", "not valid"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_XML)
def test_bad_xml_is_refused(name: str) -> None:
    text, message = BAD_XML[name]
    with pytest.raises(ReadError, match=re.escape(message)):
        parse_rdf(text.encode(), "xml", "body")


# Reading ahead


def test_reading_ahead_keeps_order_and_raises_what_was_raised() -> None:
    def broken() -> Iterable[int]:
        yield 1
        raise ValueError("gone")

    assert list(ahead(iter(range(100)))) == list(range(100))
    found = ahead(iter(broken()))
    assert next(found) == 1
    with pytest.raises(ValueError, match="gone"):
        next(found)


def test_who_stops_listening_ends_the_reading() -> None:
    ended = list[bool]()

    def endless(note: Callable[[bool], None]) -> Iterable[int]:
        try:
            yield from range(10**9)
        finally:
            note(True)

    found = ahead(iter(endless(ended.append)))
    next(found)
    found.close()  # pyright: ignore[reportAttributeAccessIssue]
    assert ended == [True]
