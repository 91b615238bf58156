"""Others that write the nodes and edges of documents: the bare driver by UNWIND, and neomodel.

Both put the same nodes, edges and properties into the same schema. Neither refuses what contradicts, takes
back what a correction no longer says, links denials, counts shortcuts or makes writers wait for each other.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, LiteralString, cast

from neo4j import Driver, ManagedTransaction

from graph.ontology import NodeType, load
from graph.subgraph import Edge, Node, Ref, Subgraph, Value

Write = Callable[[Sequence[Subgraph]], object]
"""Writes documents in one transaction."""


def unwind(driver: Driver) -> Write:
    """Return what writes by the driver alone: one query for each kind of node, and of edge."""

    def work(tx: ManagedTransaction, subgraphs: Sequence[Subgraph]) -> None:
        nodes = sorted(_nodes(subgraphs).values(), key=lambda node: node.label)
        for label, alike in groupby(nodes, key=lambda node: node.label):
            rows = [{"id": node.id, "properties": _plain(node.properties)} for node in alike]
            labels = load().nodes[label].labels
            more = f"SET n:{':'.join(labels[1:])} " if labels[1:] else ""
            _run(
                tx,
                f"UNWIND $rows AS row MERGE (n:{labels[0]} {{id: row.id}}) {more}SET n += row.properties",
                rows,
            )

        def kind(edge: Edge) -> tuple[str, str, str]:
            return edge.name, edge.start[0], edge.end[0]

        for (name, start, end), alike in groupby(sorted(_edges(subgraphs), key=kind), key=kind):
            rows = [
                {"start": edge.start[1], "end": edge.end[1], "properties": _plain(edge.properties)}
                for edge in alike
            ]
            _run(
                tx,
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
                f"MERGE (a)-[e:{load().edges[name].type}]->(b) SET e += row.properties",
                rows,
            )

    def write(subgraphs: Sequence[Subgraph]) -> None:
        with driver.session(database="neo4j") as session:
            session.execute_write(work, subgraphs)

    return write


def neomodel(uri: str, user: str, password: str) -> Write:
    """Return what writes by neomodel: nodes of a class together, edges one by one, as it offers."""
    import neomodel as nm  # pyright: ignore[reportMissingImports]

    module: Any = nm
    module.config.DATABASE_URL = uri.replace("://", f"://{user}:{password}@")
    classes = _classes(module)

    def write(subgraphs: Sequence[Subgraph]) -> None:
        held: dict[Ref, Any] = {}
        with module.db.write_transaction:
            nodes = sorted(_nodes(subgraphs).values(), key=lambda node: node.label)
            for label, alike in groupby(nodes, key=lambda node: node.label):
                some = list(alike)
                made = classes[label].create_or_update(*({"key": n.id, **_plain(n.properties)} for n in some))
                held |= {node.ref: object_ for node, object_ in zip(some, made, strict=True)}
            for edge in _edges(subgraphs):
                relation = getattr(held[edge.start], f"{edge.name}_{edge.end[0]}")
                relation.connect(held[edge.end], _plain(edge.properties))

    return write


def _classes(nm: Any) -> dict[str, Any]:
    """Return neomodel's class for each label, with our properties, and a relation for each kind of edge."""
    ontology, made = load(), dict[str, Any]()
    lists = {name: nm.ArrayProperty(nm.StringProperty()) for name in ("spans", "states")}
    mention = type("Mention", (nm.StructuredRel,), lists)
    for kind in sorted(ontology.nodes.values(), key=lambda kind: len(kind.labels)):
        base = made[kind.labels[-2]] if len(kind.labels) > 1 else nm.StructuredNode
        fields: dict[str, Any] = {"__module__": __name__}
        if base is nm.StructuredNode:
            fields["key"] = nm.StringProperty(db_property="id", unique_index=True, required=True)
        fields |= {name: _property(nm, name) for name in kind.properties if name != "id"}
        fields |= _relations(nm, kind, mention)
        made[kind.name] = globals()[kind.name] = type(kind.name, (base,), fields)
    return made


def _relations(nm: Any, kind: NodeType, mention: Any) -> dict[str, Any]:
    ontology, found = load(), dict[str, Any]()
    for edge in ontology.edges.values():
        model = mention if edge.name == "mentions" else None
        for start, end in edge.pairs:
            key = ontology.key(end)
            if ontology.key(start) == kind.name:
                found[f"{edge.name}_{key}"] = nm.RelationshipTo(f"{__name__}.{key}", edge.type, model=model)
    return found


def _property(nm: Any, name: str) -> Any:
    kind = load().properties[name]
    if kind.multiple:
        return nm.ArrayProperty(nm.StringProperty())
    types = {"integer": nm.IntegerProperty, "decimal": nm.FloatProperty, "boolean": nm.BooleanProperty}
    return types.get(kind.datatype, nm.StringProperty)()


def _nodes(subgraphs: Sequence[Subgraph]) -> dict[Ref, Node]:
    return {ref: node for subgraph in subgraphs for ref, node in subgraph.nodes.items()}


def _edges(subgraphs: Sequence[Subgraph]) -> list[Edge]:
    return list({key: edge for subgraph in subgraphs for key, edge in subgraph.edges.items()}.values())


def _plain(properties: dict[str, Value]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _run(tx: ManagedTransaction, text: str, rows: list[dict[str, Any]]) -> None:
    tx.run(cast(LiteralString, text), rows=rows).consume()
