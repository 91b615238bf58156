"""Nodes and edges of one document, as plain data: what is validated, written, exported, imported."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .ontology import load

Value = str | int | float | bool | tuple[str, ...]
Ref = tuple[str, str]
"""(label that carries the key, id): ('Actor', 'rustem-umerov')."""


@dataclass(frozen=True)
class Node:
    """A node: its most specific label, its id and its other properties."""

    label: str
    id: str
    properties: dict[str, Value] = field(default_factory=dict)

    @property
    def ref(self) -> Ref:
        """How edges name this node."""
        return load().key(self.label), self.id


@dataclass(frozen=True)
class Edge:
    """An edge: the ontology's name of it, its ends and its properties."""

    name: str
    start: Ref
    end: Ref
    properties: dict[str, Value] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, Ref, Ref]:
        """What makes the edge the same edge: an edge occurs once between two nodes."""
        return self.name, self.start, self.end


@dataclass
class Subgraph:
    """What one document says: the document, its statements, and what it states of shared nodes."""

    nodes: dict[Ref, Node] = field(default_factory=dict[Ref, Node])
    edges: dict[tuple[str, Ref, Ref], Edge] = field(default_factory=dict[tuple[str, Ref, Ref], Edge])

    @property
    def document(self) -> Node:
        """The one document node."""
        return next(node for node in self.nodes.values() if node.label == "Document")

    def add(self, item: Node | Edge) -> None:
        """Add a node or an edge; the same key replaces."""
        if isinstance(item, Node):
            self.nodes[item.ref] = item
        else:
            self.edges[item.key] = item

    def labelled(self, label: str) -> list[Node]:
        """Return the nodes of a key label, in order of id."""
        return sorted((n for n in self.nodes.values() if n.ref[0] == label), key=lambda n: n.id)

    def out(self, start: Ref, *names: str) -> Iterator[Edge]:
        """Yield the edges that leave a node, of the given names or of all."""
        for edge in self.edges.values():
            if edge.start == start and (not names or edge.name in names):
                yield edge
