"""RDF/XML: an rdf:Description per subject."""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import quoteattr

from .blocks import IRI, XSD, Block
from .literals import xml

_USED = ("cc", "rdf")


def rdfxml(prefixes: Mapping[str, str], blocks: Iterable[Block]) -> Iterator[str]:
    """Yield an RDF/XML file; InputError where a text holds a character that XML cannot."""
    spaces = "".join(f"\n    xmlns:{name}={quoteattr(prefixes[name])}" for name in _USED)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for block in blocks:
        yield "".join(_lines(block))
    yield "</rdf:RDF>\n"


def _lines(block: Block) -> Iterator[str]:
    subject, predicates = block
    yield f"  <rdf:Description rdf:about={quoteattr(subject)}>\n"
    for name, items in predicates:
        for text, kind in items:
            if kind == IRI:
                yield f"    <{name} rdf:resource={quoteattr(text)}/>\n"
            else:
                typed = f' rdf:datatype="{XSD}{kind}"' if kind else ""
                yield f"    <{name}{typed}>{xml(text, subject)}</{name}>\n"
    yield "  </rdf:Description>\n"
