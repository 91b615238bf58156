"""JSON-LD: one node object a line, in the ontology's own context."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..ontology import source
from .blocks import IRI, Block, Object


def jsonld(prefixes: Mapping[str, str], blocks: Iterable[Block]) -> Iterator[str]:
    """Yield a JSON-LD file."""
    context = json.loads(source("context.jsonld"))["@context"]
    yield f'{{"@context": {json.dumps(context, sort_keys=True)},\n"@graph": ['
    between = "\n"
    for block in blocks:
        yield between + json.dumps(_node(block), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _node(block: Block) -> dict[str, Any]:
    subject, predicates = block
    node: dict[str, Any] = {"@id": subject}
    for name, items in predicates:
        if name == "rdf:type":
            node["@type"] = _one([_short(text) for text, _ in items])
        else:
            prefix, _, local = name.partition(":")
            ours = prefix == "cc"
            node[local if ours else name] = _one([_value(item, ours) for item in items])
    return node


def _short(iri: str) -> str:
    """Return a class as the context names it."""
    local = iri.rpartition("#")[2]
    return "rdf:Statement" if "rdf-syntax" in iri else local


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _value(item: Object, ours: bool) -> Any:
    text, kind = item
    if not kind:
        return text
    if kind == IRI:
        return text if ours else {"@id": text}
    if kind in ("integer", "boolean"):  # The context gives these properties their datatype, and decimals too.
        return json.loads(text)
    return text if kind == "decimal" else {"@type": f"xsd:{kind}", "@value": text}
