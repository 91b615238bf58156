"""The formats that the graph is exported in, by the suffix of their files. A new one is a line in FORMATS."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO, Literal

from .blocks import Block, shared
from .jsonld import jsonld
from .merging import Merging
from .nanopubs import trig_nanopubs
from .pages import Source
from .rdfxml import rdfxml
from .turtle import Turtle, ntriples, turtle

Layout = Literal["documents", "nanopub"]
"""What the named graphs of TriG are: documents, or nanopublications."""

Text = Callable[[Source], Iterator[str]]
Flat = Callable[[Mapping[str, str], Iterable[Block]], Iterator[str]]


@dataclass(frozen=True)
class Format:
    """A format: its media type, and what writes a source into an open file, a part at a time."""

    media_type: str
    write: Callable[[Source, BinaryIO], None]


def blocks(source: Source) -> Iterator[Block]:
    """Yield a source as one graph, each subject once: documents, what they share, judgements."""
    with Merging(source.names) as merging:
        for held in source.documents():
            yield from held.own
            yield from held.statements
            merging.add(held)
        yield from merging.blocks()
    made = set[str]()
    for judged in source.judgements():
        yield from (block for block in judged.blocks if block[0] not in made)
        made.update(block[0] for block in judged.blocks)


def trig(source: Source) -> Iterator[str]:
    """Yield a TriG file: a graph per document, with all that it states, and one per judgement."""
    writer = Turtle(source.names.prefixes)
    yield writer.head()
    yield from document_graphs(writer, source)
    yield from judgement_graphs(writer, source)


def document_graphs(writer: Turtle, source: Source) -> Iterator[str]:
    """Yield a named graph of TriG for each document, with all that it states."""
    for held in source.documents():
        known = [shared(source.names, ref, [facts]) for ref, facts in held.states]
        yield writer.graph(held.iri, [*held.own, *held.statements, *known])


def judgement_graphs(writer: Turtle, source: Source) -> Iterator[str]:
    """Yield a named graph of TriG for each judgement."""
    for judged in source.judgements():
        yield writer.graph(judged.iri, judged.blocks)


def written(text: Text) -> Callable[[Source, BinaryIO], None]:
    """Return what writes the text of a source into a file, many parts at a time."""

    def write(source: Source, out: BinaryIO) -> None:
        parts = text(source)
        while some := "".join(islice(parts, 500)):
            out.write(some.encode())

    return write


def flat(writer: Flat) -> Callable[[Source, BinaryIO], None]:
    """Return what writes a source as one graph."""
    return written(lambda source: writer(source.names.prefixes, blocks(source)))


FLAT: dict[str, Flat] = {"ttl": turtle, "nt": ntriples, "jsonld": jsonld, "rdf": rdfxml}
"""What writes one graph, without names of graphs."""

FORMATS: dict[str, Format] = {
    "ttl": Format("text/turtle", flat(turtle)),
    "nt": Format("application/n-triples", flat(ntriples)),
    "trig": Format("application/trig", written(trig)),
    "jsonld": Format("application/ld+json", flat(jsonld)),
    "rdf": Format("application/rdf+xml", flat(rdfxml)),
}
NANOPUBS = Format("application/trig", written(trig_nanopubs))
