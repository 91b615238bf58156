"""Turtle and TriG: a block per subject, prefixes once at the head."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from .blocks import IRI, XSD, Block, Object
from .literals import quoted

_LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


class Turtle:
    """Writes blocks with these prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(sorted(prefixes.items()))
        self._heads = {iri: f"{prefix}:" for prefix, iri in self.prefixes.items()}
        self.iri = lru_cache(1 << 16)(self._iri)

    def head(self) -> str:
        """Return the declarations of the prefixes."""
        return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in self.prefixes.items()) + "\n"

    def _iri(self, iri: str) -> str:
        """Return an IRI, shortened where that needs no escapes."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        head = self._heads.get(iri[:cut])
        return f"{head}{iri[cut:]}" if head and _LOCAL.fullmatch(iri, cut) else f"<{iri}>"

    def block(self, block: Block) -> str:
        """Return one block, an empty line after it."""
        subject, predicates = block
        lines = [self.iri(subject)]
        for name, objects in predicates:
            written = [self._object(item) for item in objects]
            name = "a" if name == "rdf:type" else name
            if len(written) == 1:
                lines.append(f"    {name} {written[0]} ;")
            else:
                lines.append(f"    {name}")
                lines += [f"        {item} ," for item in written[:-1]]
                lines.append(f"        {written[-1]} ;")
        lines.append(".\n\n")
        return "\n".join(lines)

    def _object(self, item: Object) -> str:
        text, kind = item
        if not kind:
            return quoted(text)
        if kind == IRI:
            return self.iri(text)
        # Decimals keep their marks: rdflib reads a bare 0.0000001 as 1E-7, which is no decimal.
        return text if kind in ("boolean", "integer") else f"{quoted(text)}^^{self.iri(XSD + kind)}"

    def graph(self, name: str, blocks: Iterable[Block]) -> str:
        """Return blocks as a named graph, as TriG has it."""
        return f"{self.iri(name)} {{\n\n{''.join(map(self.block, blocks))}}}\n\n"


def lines(prefixes: Mapping[str, str]) -> Callable[[Block], str]:
    """Return what writes a block as N-Triples, a line per triple."""

    @cache
    def spelt(name: str) -> str:
        prefix, _, local = name.partition(":")
        return f"<{prefixes[prefix]}{local}>"

    def write(block: Block) -> str:
        subject, predicates = block
        return "".join(
            f"<{subject}> {spelt(name)} {_term(item)} .\n" for name, items in predicates for item in items
        )

    return write


def _term(item: Object) -> str:
    text, kind = item
    if not kind:
        return quoted(text)
    return f"<{text}>" if kind == IRI else f"{quoted(text)}^^<{XSD}{kind}>"


def turtle(prefixes: Mapping[str, str], blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a Turtle file."""
    writer = Turtle(prefixes)
    yield writer.head()
    yield from map(writer.block, blocks)


def ntriples(prefixes: Mapping[str, str], blocks: Iterable[Block]) -> Iterator[str]:
    """Yield an N-Triples file."""
    yield from map(lines(prefixes), blocks)
