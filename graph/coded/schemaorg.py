"""Values of schema.org's JSON-LD as they stand in a file: no context is ever fetched, no term guessed."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

Node = dict[str, Any]

_SCHEMA = re.compile(r"https?://(www\.)?schema\.org(/.*)?#?", re.IGNORECASE)
_PREFIX = re.compile(r"^(schema:|https?://(www\.)?schema\.org/)", re.IGNORECASE)


def is_schema(context: Any) -> bool:
    """Say whether a context, if there is one, gives names the meaning that schema.org gives them."""
    if context is None:
        return True
    if isinstance(context, str):
        return _SCHEMA.fullmatch(context) is not None
    if isinstance(context, list):
        return all(is_schema(part) for part in cast(list[Any], context))
    if not isinstance(context, dict):
        return False
    # '@language' and prefixes of other vocabularies change nothing for the names that are read here.
    terms = {k: v for k, v in cast(Node, context).items() if k not in ("@language", "@version")}
    return all(_harmless(key, value) for key, value in terms.items())


def _harmless(key: str, value: Any) -> bool:
    if key in ("@vocab", "schema"):
        return isinstance(value, str) and _SCHEMA.fullmatch(value) is not None
    return not key.startswith("@") and isinstance(value, str) and value.endswith(("/", "#"))


def plain(node: Node) -> Node:
    """Return a node with bare names: 'schema:url' and 'https://schema.org/url' are 'url'."""
    return {_PREFIX.sub("", key): value for key, value in node.items()}


def types(node: Node) -> set[str]:
    """Return the types of a node, without schema.org's prefix."""
    found = node.get("@type", node.get("type"))
    return {_PREFIX.sub("", each) for each in every(found) if isinstance(each, str)}


def every(value: Any) -> list[Any]:
    """Return a value that may be one or several as several."""
    if isinstance(value, dict) and "@list" in value:
        value = cast(Node, value)["@list"]
    values = cast(list[Any], value if isinstance(value, list) else [value])
    return [each for each in values if each is not None]


def words(value: Any) -> str | None:
    """Return the first text or number among the values, as it stands; else nothing."""
    for each in every(value):
        if isinstance(each, dict):
            each = cast(Node, each).get("@value")
        if isinstance(each, str) and each.strip():
            return each
        if isinstance(each, int | float) and not isinstance(each, bool):
            return str(each)
    return None


def nodes(value: Any, known: Mapping[str, Node]) -> list[Node]:
    """Return the nodes among the values; one that is only referred to is looked up in `known`."""
    return [found for each in every(value) if (found := _node(each, known)) is not None]


def _node(value: Any, known: Mapping[str, Node]) -> Node | None:
    if not isinstance(value, dict):
        return None
    node = plain(cast(Node, value))
    id_ = node.get("@id")
    if isinstance(id_, str) and not node.keys() - {"@id", "@type"}:
        return known.get(id_)
    return node


def inside(data: Any, depth: int = 8) -> Iterator[tuple[Any, Node]]:
    """Yield each node of a feed, list or graph with the context that holds for it."""
    yield from _inside(data, None, depth)


def _inside(data: Any, context: Any, depth: int) -> Iterator[tuple[Any, Node]]:
    if isinstance(data, list):
        for each in cast(list[Any], data):
            yield from _inside(each, context, depth)
        return
    if not isinstance(data, dict) or depth == 0:
        return
    node = plain(cast(Node, data))
    context = node.get("@context", context)
    yield context, node
    for key in HOLDERS:
        yield from _inside(node.get(key), context, depth - 1)


HOLDERS = (
    "@graph",
    "dataFeedElement",
    "itemListElement",
    "item",
    "mainEntity",
    "review",
    "reviews",
    "hasPart",
)
"""Properties by which feeds, lists, graphs and pages hold their members."""
