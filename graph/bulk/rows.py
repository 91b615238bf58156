"""A document as what the importer is given of it: rows that stand by themselves, and lines to be merged.

What belongs to the document alone (its node, its statements, their edges, its mentions) are rows of CSV.
What it shares with others are lines to be sorted: its share of each node, edges between such nodes, and who
does what to which claim, of which shortcuts are made.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..errors import InputError
from ..ontology import load
from ..shortcuts import TARGETS
from ..subgraph import Edge, Node, Ref, Subgraph, Value

SEPARATOR = "\x1f"
"""Between the items of a list: no text should hold it."""

SHORTCUTS = {"asserts": "CLAIMS", "denies": "DISPUTES", "supports": "BACKS", "rejects": "OPPOSES"}
"""The edge from actor to target for each act, as in `refresh_shortcuts` of cypher/replace.cypher."""

_TYPES = {"decimal": "double", "integer": "long", "boolean": "boolean"}
_UNDATED = "9"
"""Later than all dates: `settle_values` in cypher/replace.cypher takes undated documents last."""

Table = tuple[str, ...]
"""What a file holds: ('node', label), or ('edge', type, label of the start, label of the end)."""


@dataclass
class Rows:
    """What some documents give: rows by their file, lines by their kind."""

    tables: dict[Table, list[str]] = field(default_factory=dict[Table, list[str]])
    nodes: list[str] = field(default_factory=list[str])
    edges: set[str] = field(default_factory=set[str])
    deeds: list[str] = field(default_factory=list[str])
    statements: list[str] = field(default_factory=list[str])
    """Which document each statement belongs to: no other may have it."""
    retracted: set[str] = field(default_factory=set[str])
    """The claims that somebody takes back: their shortcuts are worked out in the database."""

    def add(self, subgraph: Subgraph) -> None:
        """Add a document."""
        document = subgraph.document
        for node in subgraph.nodes.values():
            if node.ref[0] in load().shared:
                self.nodes.append(line(node.ref, share(node, document)))
            else:
                self._put(("node", node.label), node_row(node))
                if node.label == "Statement":
                    self.statements.append(line([node.id], document.id))
        for edge in subgraph.edges.values():
            if edge.start[0] in load().shared:
                self.edges.add(line((edge.name, *edge.start, *edge.end), None))
            else:
                type_ = load().edges[edge.name].type
                self._put(("edge", type_, edge.start[0], edge.end[0]), edge_row(edge))
        self._add_deeds(subgraph, document)

    def _put(self, table: Table, row: str) -> None:
        self.tables.setdefault(table, []).append(row)

    def _add_deeds(self, subgraph: Subgraph, document: Node) -> None:
        speakers: dict[Ref, list[str]] = {}
        acts: list[Edge] = []
        for edge in subgraph.edges.values():
            if edge.name == "spokenBy":
                speakers.setdefault(edge.start, []).append(edge.end[1])
            elif edge.name in SHORTCUTS and edge.end[0] in TARGETS:
                acts.append(edge)
            elif edge.name == "retracts":
                self.retracted.add(edge.end[1])
        for act in acts:
            if subgraph.nodes[act.start].properties["review"] != "rejected":
                for actor in speakers.get(act.start, ()):
                    group = (SHORTCUTS[act.name], actor, *act.end)
                    self.deeds.append(line(group, [act.start[1], document.properties.get("published")]))


def share(node: Node, document: Node) -> dict[str, object]:
    """Return what a document states of a shared node, in a form that merges: values with their precedence."""
    rank = [str(document.properties.get("published", _UNDATED)), document.id]
    values = {k: [rank, v] for k, v in node.properties.items() if not isinstance(v, tuple)}
    lists = {k: list(v) for k, v in node.properties.items() if isinstance(v, tuple)}
    return {"label": node.label, "from": document.id, "values": values, "lists": lists}


def line(key: Iterable[str], value: object) -> str:
    """Return a line that sorts by its key, and keeps apart keys that differ."""
    return f"{json.dumps([*key], ensure_ascii=False)}\t{json.dumps(value, ensure_ascii=False)}\n"


def parted(text: str) -> tuple[list[str], object]:
    """Return key and value of a line."""
    key, _, value = text.partition("\t")
    return json.loads(key), json.loads(value)


def header(table: Table) -> str:
    """Return the first line that the importer wants for a table."""
    if table[0] == "node":
        kind = load().nodes[table[1]]
        return ",".join([f"id:ID({kind.key})", *map(_column, _properties(kind.name))]) + "\n"
    names = edge_properties(table[1])
    return ",".join([f":START_ID({table[2]})", f":END_ID({table[3]})", *map(_column, names)]) + "\n"


def node_row(node: Node) -> str:
    """Return a node as a row."""
    return row(node.id, *(node.properties.get(name) for name in _properties(node.label)))


def edge_row(edge: Edge) -> str:
    """Return an edge as a row."""
    names = edge_properties(load().edges[edge.name].type)
    return row(edge.start[1], edge.end[1], *(edge.properties.get(name) for name in names))


def shortcut_row(actor: str, target: str, dates: list[str], statements: list[str]) -> str:
    """Return a shortcut as a row, its properties in the order of the ontology's names."""
    held: dict[str, Value | None] = {
        "count": len(statements),
        "first": min(dates, default=None),
        "last": max(dates, default=None),
        "statements": tuple(statements),
    }
    return row(actor, target, *(held[name] for name in edge_properties("CLAIMS")))


def edge_properties(type_: str) -> tuple[str, ...]:
    """Return the properties of edges of a type that documents give: those of judgements come later."""
    edge = next(edge for edge in load().edges.values() if edge.type == type_)
    return tuple(name for name in edge.properties if name not in ("as", "basis", "sureness"))


def _properties(label: str) -> tuple[str, ...]:
    return tuple(name for name in load().nodes[label].properties if name != "id")


def _column(name: str) -> str:
    if name == "count":
        return "count:long"
    if name in ("first", "last"):
        return name
    known = load().properties.get(name)
    if name in ("statements", "spans", "states") or (known and known.multiple):
        return f"{name}:string[]"
    type_ = _TYPES.get(known.datatype) if known else None
    return f"{name}:{type_}" if type_ else name


def row(*values: Value | None) -> str:
    """Return values as a row."""
    return ",".join(map(_cell, values)) + "\n"


def _cell(value: Value | None) -> str:
    """Return a value as the importer reads it: nothing is null, "" is an empty text."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = SEPARATOR.join(_items(value)) if isinstance(value, tuple) else value
    return '"' + text.replace('"', '""') + '"'


def _items(value: tuple[str, ...]) -> Iterator[str]:
    for item in value:
        if SEPARATOR in item:
            raise InputError(f"{item!r} holds the control character U+001F, which parts the items of lists")
        yield item
