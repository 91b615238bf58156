"""Taking back what a document stated of shared nodes, does not state now, and no other document states."""

from .batches import batches
from .facts import KIND
from .ontology import load
from .resolution import Resolution
from .store import Row, Transaction
from .subgraph import Ref, Subgraph, Value

Unsettled = tuple[Ref, str]
"""A node and the name of a property of which documents state different values."""


def withdraw(tx: Transaction, old: Subgraph, new: Subgraph, judged: Resolution) -> None:
    """Take back what the document stated before, does not state now, and no other states.

    Edges of judged actors lead elsewhere and are settled later.
    """
    document = old.document.id
    gone = [
        {"key": ref[0], "id": ref[1], "fact": fact}
        for ref, facts in _gone(old, new).items()
        for fact in sorted(facts)
    ]
    sole = [row for rows in batches(gone) for row in tx.run("sole_facts", document=document, facts=rows)]
    withdrawn: dict[str, list[Row]] = {"withdraw_kinds": [], "withdraw_items": [], "withdraw_edges": []}
    for row in sole:
        query, details = _withdrawal(str(row["fact"]))
        ends = {(row["key"], row["id"]), (details.get("end_key"), details.get("end"))}
        if query and not (query == "withdraw_edges" and ends & {("Actor", a) for a in judged.actors}):
            withdrawn[query].append({"key": row["key"], "id": row["id"], **details})
    dropped = sorted(_stated(old).keys() - _stated(new).keys())
    withdrawn["drop_mentions"] = [{"key": key, "id": id_} for key, id_ in dropped]
    for query, rows in withdrawn.items():
        for batch in batches(rows):
            tx.run(query, document=document, rows=batch)


def _withdrawal(fact: str) -> tuple[str, Row]:
    """Return the query that takes back a fact, and what it needs; single values are settled instead."""
    ontology = load()
    name, _, value = fact.partition("=")
    if name == KIND:
        return "withdraw_kinds", {"value": value}
    if name in ontology.edges:
        segment, _, end = value.partition("/")
        keys = {node.segment: node.key for node in ontology.nodes.values()}
        return "withdraw_edges", {"type": ontology.edges[name].type, "end_key": keys[segment], "end": end}
    return ("withdraw_items" if ontology.properties[name].multiple else ""), {"name": name, "value": value}


def unsettled(old: Subgraph, new: Subgraph) -> set[Unsettled]:
    """Return the single values that the document stated before and does not state now.

    When its date changes, all that it states may lose or gain the right of the earliest.
    """
    moved = new.nodes and old.document.properties.get("published") != new.document.properties.get("published")
    return {
        (ref, name)
        for ref, facts in (_stated(old) if moved else _gone(old, new)).items()
        for name in {fact.partition("=")[0] for fact in facts}
        if name in load().properties and not load().properties[name].multiple
    }


def settle_values(tx: Transaction, values: set[Unsettled]) -> None:
    """Let the earliest published document name each of these values."""
    decimals = {name for name, item in load().properties.items() if item.datatype == "decimal"}
    rows = [
        {"key": key, "id": id_, "name": name, "decimal": name in decimals}
        for (key, id_), name in sorted(values)
    ]
    for batch in batches(rows):
        tx.run("settle_values", rows=batch)


def _gone(old: Subgraph, new: Subgraph) -> dict[Ref, set[str]]:
    """Return what the document stated of each node before and does not state now."""
    now = _stated(new)
    return {ref: facts - now.get(ref, set()) for ref, facts in _stated(old).items()}


def _stated(subgraph: Subgraph) -> dict[Ref, set[str]]:
    return {
        edge.end: set(_strings(edge.properties.get("states")))
        for edge in subgraph.edges.values()
        if edge.name == "mentions"
    }


def _strings(value: Value | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
