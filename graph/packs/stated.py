"""What the documents of a pack state, gathered one by one."""

from collections.abc import Iterable

from ..subgraph import Node, Ref, Subgraph
from .documents import ACTS

_FOLLOWED = ("spokenBy", "refersTo", "publishedBy", "reportedBy", "affiliatedWith")


class Stated:
    """What the documents of a pack state, gathered one by one: statements, acts and parts, not texts."""

    def __init__(self) -> None:
        self.statements = dict[str, tuple[Node, str]]()
        self.acts = dict[str, set[tuple[str, Ref]]]()
        self.documents = dict[str, Node]()
        self.actors = set[str]()
        self.names = dict[Ref, set[str]]()
        self.kinds = dict[str, set[str]]()
        self.edges = dict[str, dict[str, set[str]]]()
        """Per name of an edge: where it leads from each statement, document or actor."""
        self.notes = list[str]()
        self.places = dict[str, set[str]]()
        self.wholes = dict[str, set[str]]()

    def add(self, subgraph: Subgraph) -> None:
        """Take what one document states; of the document all but its text."""
        document = subgraph.document
        bare = {k: v for k, v in document.properties.items() if k != "text"}
        self.documents[document.id] = Node("Document", document.id, bare)
        self.actors |= {node.id for node in subgraph.labelled("Actor")}
        self.places[document.id] = {node.id for node in subgraph.labelled("Actor")}
        for node in subgraph.nodes.values():
            self._name(node)
        for edge in subgraph.edges.values():
            if edge.name in _FOLLOWED:
                self.edges.setdefault(edge.name, {}).setdefault(edge.start[1], set()).add(edge.end[1])
        for node in subgraph.labelled("Statement"):
            self.statements[node.id] = node, document.id
            edges = list(subgraph.out(node.ref))
            self.acts[node.id] = {(ACTS[e.name], e.end) for e in edges if e.name in ACTS}
            self.places[node.id] = {actor.id for actor in subgraph.labelled("Actor")}
        for claim in subgraph.labelled("Claim"):
            wholes = {e.end[1] for e in subgraph.out(claim.ref, "partOf")}
            self.wholes[claim.id] = self.wholes.get(claim.id, set()) | wholes

    def family(self, claim: str) -> set[str]:
        """Return a claim with its parts, and the larger claims that hold it."""
        return self.above(claim) | self.below(claim)

    def above(self, claim: str) -> set[str]:
        """Return a claim and the larger claims that hold it."""
        return _reached(claim, self.wholes)

    def below(self, claim: str) -> set[str]:
        """Return a claim and its parts."""
        parts = dict[str, set[str]]()
        for part, wholes in self.wholes.items():
            for whole in wholes:
                parts.setdefault(whole, set()).add(part)
        return _reached(claim, parts)

    def ends(self, edge: str, start: str) -> set[str]:
        """Return where the edges of a name lead from a node, as the documents give it."""
        return self.edges.get(edge, {}).get(start, set())

    def add_made(self, nodes: Iterable[Node]) -> None:
        """Take actors as the graph names them where no document of the pack does."""
        for node in nodes:
            if node.id in self.actors:
                name = node.properties.get("name")
                self.notes.append(
                    f"actor {node.id} is named {name!r} by no document of the pack: not re-checked"
                )
            self._name(node)

    def _name(self, node: Node) -> None:
        told = node.properties.get("name", node.properties.get("text"))
        if node.ref[0] != "Document" and told is not None:
            self.names.setdefault(node.ref, set()).add(str(told))
        if node.ref[0] == "Actor":
            self.kinds.setdefault(node.id, set()).add(node.label)


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    seen, ahead = set[str](), [start]
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += steps.get(at, ())
    return seen
