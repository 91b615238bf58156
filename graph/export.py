"""The graph as a file: Turtle, N-Triples, TriG, JSON-LD or RDF/XML, the same bytes for the same graph.

A file holds what documents state, untouched by judgements; the whole graph holds these beside it, and the
actors that only they know, which a file read back leaves to the judgements. Every document was checked
against the shapes when it was written; `counterclaim validate` checks a file.
"""

from collections.abc import Generator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from .errors import InputError
from .exporting.blocks import Names
from .exporting.choice import Choice
from .exporting.formats import FLAT, FORMATS, NANOPUBS, Format, Layout
from .exporting.pages import Source
from .exporting.things import thing
from .steady import steadily
from .store import Store

__all__ = ["FLAT", "FORMATS", "Choice", "Layout", "described", "export", "exported"]

_IN_MEMORY = 4_000_000
"""Bytes up to which a file is kept in memory until it is whole."""


def export(
    store: Store, base: str, format_: str = "ttl", document: str | None = None, layout: Layout = "documents"
) -> str:
    """Return the whole graph, or one document of it, as text; for small graphs and tests."""
    choice = Choice((document,)) if document is not None else Choice()
    with exported(store, base, format_, choice, layout) as file:
        return file.read().decode()


@contextmanager
def exported(
    store: Store, base: str, format_: str, choice: Choice | None = None, layout: Layout = "documents"
) -> Generator[BinaryIO]:
    """Give a file, open at its beginning, that holds one state of the graph, and take it away in the end.

    NotFoundError for an unknown id in the choice; InputError for a layout that the format does not have, or
    a text that it cannot hold; MovedError when the graph was written to each time it was read.
    """
    choice = choice or Choice()
    format_of = _format(format_, layout)
    choice.require_known(store)
    source = Source(store, Names(base), choice)
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        file = cast(BinaryIO, spool)

        def write() -> None:
            try:
                format_of.write(source, file)
            finally:
                source.close()

        steadily(store, file, write)
        file.seek(0)
        yield file


def described(store: Store, base: str, format_: str, segment: str, id_: str) -> str:
    """Return one thing, by the path of its IRI, in a form of FLAT; NotFoundError if it is not there."""
    names = Names(base)
    return "".join(FLAT[format_](names.prefixes, [thing(store, names, segment, id_)]))


def _format(name: str, layout: Layout) -> Format:
    if layout == "documents":
        return FORMATS[name]
    if name != "trig":
        raise InputError(f"the layout {layout} is one of TriG only; export trig")
    return NANOPUBS
