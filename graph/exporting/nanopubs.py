"""Nanopublications in TriG: each statement as one, by https://nanopub.net/guidelines/working_draft/.

Head names the three others. The assertion is the statement with its words, its speakers and what it bears
on, as the document states them; the provenance says of the assertion whence it is and who recorded it, how
surely; the publication info says of the nanopublication what it introduces. Beside them each document has a
graph with itself and all that it states of shared nodes, so that the file reads back whole.

Left out: trusty URIs, signatures, and a time of creation (the same graph gives the same bytes).
"""

from collections.abc import Iterator

from .blocks import CC, IRI, Block, Object, shared
from .pages import Held, Source
from .turtle import Turtle

PREFIXES = {
    "np": "http://www.nanopub.org/nschema#",
    "npx": "http://purl.org/nanopub/x/",
    "prov": "http://www.w3.org/ns/prov#",
}
SEGMENT = "nanopub"
PARTS = ("Head", "assertion", "provenance", "pubinfo")
RECORD = frozenset(
    f"cc:{name}"
    for name in ("confidence", "in", "linkBasis", "linkConfidence", "recordedBy", "reportedBy", "review")
)
"""What is said of the record of a statement, not of what was said."""
_CITED = ("rdf:type", "cc:id", "cc:title", "cc:url", "cc:published", "cc:publishedBy", "cc:sha256")


def trig_nanopubs(source: Source) -> Iterator[str]:
    """Yield a TriG file of nanopublications, and of the documents they are from."""
    writer = Turtle({**source.names.prefixes, SEGMENT: f"{source.names.base}{SEGMENT}/", **PREFIXES})
    yield writer.head()
    for held in source.documents():
        known = [shared(source.names, ref, [facts]) for ref, facts in held.states]
        yield writer.graph(held.iri, [*held.own, *known])
        by_iri = {block[0]: block for block in known}
        for statement in held.statements:
            for name, blocks in _graphs(source.names.base, held, statement, by_iri):
                yield writer.graph(name, blocks)
    for judged in source.judgements():
        yield writer.graph(judged.iri, judged.blocks)


def _graphs(
    base: str, held: Held, statement: Block, known: dict[str, Block]
) -> Iterator[tuple[str, list[Block]]]:
    iri, facts = statement
    made = f"{base}{SEGMENT}/{dict(facts)['cc:id'][0][0]}"
    head, assertion, provenance, info = (f"{made}.{p}" for p in PARTS)
    parts: list[tuple[str, list[Object]]] = [
        ("rdf:type", [(f"{PREFIXES['np']}Nanopublication", IRI)]),
        ("np:hasAssertion", [(assertion, IRI)]),
        ("np:hasProvenance", [(provenance, IRI)]),
        ("np:hasPublicationInfo", [(info, IRI)]),
    ]
    yield head, [(made, parts)]
    said = [(name, items) for name, items in facts if name not in RECORD]
    ends = sorted({text for _, items in said for text, kind in items if kind == IRI and text in known})
    yield assertion, [(iri, said), *(known[end] for end in ends)]
    yield provenance, _provenance(held, statement, assertion)
    yield info, [(made, _info(held, statement))]


def _provenance(held: Held, statement: Block, assertion: str) -> list[Block]:
    iri, facts = statement
    found, cited = dict(facts), dict(held.own[0][1])
    return [
        (
            assertion,
            [
                ("prov:wasAttributedTo", found["cc:spokenBy"]),
                ("prov:wasDerivedFrom", [(held.iri, IRI)]),
                ("prov:wasGeneratedBy", found["cc:recordedBy"]),
            ],
        ),
        (iri, [(name, items) for name, items in facts if name in RECORD]),
        (held.iri, [(name, cited[name]) for name in _CITED if name in cited]),
    ]


def _info(held: Held, statement: Block) -> list[tuple[str, list[Object]]]:
    iri, facts = statement
    return [
        ("npx:hasNanopubType", [(f"{CC}Statement", IRI)]),
        ("npx:introduces", [(iri, IRI)]),
        ("prov:wasDerivedFrom", [(held.iri, IRI)]),
        ("prov:wasGeneratedBy", dict(facts)["cc:recordedBy"]),
    ]
