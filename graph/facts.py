"""What a document states of the nodes it shares with others, as 'key=value' lines on MENTIONS.

A shared node (actor, term, claim …) is the union of what its documents state of it. Keeping each
document's share on its own edge lets a corrected document take back exactly what it said.
"""

from decimal import Decimal

from .ontology import Ontology, load
from .subgraph import Edge, Node, Ref, Subgraph, Value

KIND = "kind"
"""Key of the fact that gives a node's most specific label."""


def lexical(value: Value) -> str:
    """Return one value as text, the same for equal values: 600000.0 -> '600000'."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = format(Decimal(repr(value)), "f")
        return text.removesuffix(".0")
    return str(value)


def parsed(name: str, text: str, ontology: Ontology | None = None) -> Value:
    """Return the value of a property from its text."""
    datatype = (ontology or load()).properties[name].datatype
    if datatype == "decimal":
        return float(text)
    if datatype == "integer":
        return int(text)
    return text == "true" if datatype == "boolean" else text


def facts_of(node: Node, subgraph: Subgraph) -> tuple[str, ...]:
    """Return what the subgraph states of a shared node: its kind, properties and edges, sorted."""
    facts = [f"{KIND}={node.label}"]
    for name, value in node.properties.items():
        values = value if isinstance(value, tuple) else (value,)
        facts += [f"{name}={lexical(v)}" for v in values]
    ontology = load()
    facts += [
        f"{edge.name}={ontology.nodes[edge.end[0]].segment}/{edge.end[1]}" for edge in subgraph.out(node.ref)
    ]
    return tuple(sorted(facts))


def restate(ref: Ref, facts: tuple[str, ...]) -> tuple[Node, list[Edge]]:
    """Return the node and the edges that a document's facts about it say: `facts_of` undone."""
    ontology = load()
    keys = {node.segment: node.key for node in ontology.nodes.values()}
    label, properties, edges = ref[0], dict[str, Value](), list[Edge]()
    for fact in facts:
        name, _, text = fact.partition("=")
        if name == KIND:
            label = text
        elif name in ontology.edges:
            segment, _, end = text.partition("/")
            edges.append(Edge(name, ref, (keys[segment], end)))
        elif ontology.properties[name].multiple:
            properties[name] = (*_several(properties.get(name, ())), text)
        else:
            properties[name] = parsed(name, text, ontology)
    return Node(label, ref[1], properties), edges


def _several(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
