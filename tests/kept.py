"""The whole graph as sorted lines of JSON, and a graph made of such lines, past the product."""

import json
from collections.abc import Callable
from itertools import groupby
from typing import Any

Cypher = Callable[..., list[dict[str, Any]]]


def dumped(cypher: Cypher) -> list[str]:
    """Return a line per node and edge, but for the revision, which says when, not what."""
    nodes = cypher("MATCH (n) WHERE NOT n:Revision RETURN labels(n) AS labels, properties(n) AS properties")
    edges = cypher(
        "MATCH (a)-[e]->(b) RETURN type(e) AS type, properties(e) AS properties, "
        "[labels(a), a.id] AS start, [labels(b), b.id] AS end"
    )
    for node in nodes:
        node["labels"].sort()
    for edge in edges:
        edge["start"][0].sort()
        edge["end"][0].sort()
    return sorted(json.dumps(each, ensure_ascii=False, sort_keys=True) for each in [*nodes, *edges])


def made_of(cypher: Cypher, lines: list[str]) -> None:
    """Make the graph of such lines, with nothing but what they say, as another release left it."""
    every = sorted((json.loads(line) for line in lines), key=_form)
    for form, rows in groupby(every, key=_form):
        cypher(_CREATE[form[0]].format(*form[1:]), rows=list(rows))


_CREATE = (
    "UNWIND $rows AS row CREATE (n:{}) SET n = row.properties",
    "UNWIND $rows AS row MATCH (a:{} {{id: row.start[1]}}) MATCH (b:{} {{id: row.end[1]}}) "
    "CREATE (a)-[e:{}]->(b) SET e = row.properties",
)


def _form(each: dict[str, Any]) -> tuple[int, str, str, str]:
    """Return what Cypher cannot take as a parameter of fast queries: labels and types; nodes come first."""
    if "type" not in each:
        return 0, ":".join(each["labels"]), "", ""
    return 1, ":".join(each["start"][0]), ":".join(each["end"][0]), each["type"]
