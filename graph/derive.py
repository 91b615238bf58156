"""What follows from the ontology: schema.cypher, write.cypher, context.jsonld, docs/ontology.md."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .errors import CounterclaimError
from .ontology import CC, EdgeType, NodeType, Ontology, load

BANNER = "Derived from ontology/*.ttl by `counterclaim derive`; do not edit."
LOOKED_UP = (
    ("Document", "published"),
    ("Event", "date"),
    ("Judgement", "actor"),
    ("Judgement", "claim"),
    ("Judgement", "into"),
    ("Judgement", "statement"),
    ("Statement", "confidence"),
    ("Statement", "said"),
    ("Statement", "unlinked"),
)
"""Properties by which queries find nodes; each gets an index."""

FRESH = ("Statement",)
"""What is made anew with its document: nothing stands under its id, no edge leaves it, when it is written."""

ROOT = Path(__file__).resolve().parent.parent


def derive(root: Path = ROOT) -> list[Path]:
    """Write all derived files below `root`; return those that changed."""
    changed = [root / name for name in stale(root)]
    for name, text in derived().items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return changed


def stale(root: Path = ROOT) -> list[str]:
    """Return the names of derived files that are missing or differ from the ontology."""
    if not (root / "ontology" / "counterclaim.ttl").exists():
        raise CounterclaimError(f"{root} has no ontology folder; run this in a source checkout")
    return [
        name
        for name, text in derived().items()
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text
    ]


def derived() -> dict[str, str]:
    """Return the text of every derived file by its path."""
    ontology = load()
    return {
        "cypher/schema.cypher": schema(ontology),
        "cypher/write.cypher": "\n".join(_write(ontology)),
        "ontology/context.jsonld": json.dumps(context(ontology), indent=2) + "\n",
        "docs/ontology.md": "\n".join(_docs(ontology)),
    }


def schema(ontology: Ontology) -> str:
    """Return the constraints and indexes that the ontology's keys and searchable properties ask for."""
    keys = sorted({node.key for node in ontology.nodes.values()})
    lines = [f"// {BANNER}"]
    lines += [
        f"CREATE CONSTRAINT {k.lower()}_key IF NOT EXISTS FOR (n:{k}) REQUIRE n.id IS UNIQUE;" for k in keys
    ]
    fields = [p.name for p in ontology.properties.values() if p.searchable]
    # Documents have an index of their own: in one, their whole texts would drown their own statements.
    labels = sorted(
        {n.key for n in ontology.nodes.values() if set(n.properties) & set(fields)} - {"Document"}
    )
    each = ", ".join(f"n.{f}" for f in fields)
    lines.append(f"CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:{'|'.join(labels)}) ON EACH [{each}];")
    lines.append("CREATE FULLTEXT INDEX articles IF NOT EXISTS FOR (n:Document) ON EACH [n.text, n.title];")
    lines += [
        f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name});"
        for label, name in LOOKED_UP
    ]
    return "\n".join(lines) + "\n"


def write_query(label: str) -> str:
    """Return the name of the query that writes nodes of a label."""
    return f"{'create' if label in FRESH else 'merge'}_{label}".lower()


def edge_query(name: str, start: str, end: str, fresh: bool = False) -> str:
    """Return the name of the query that writes edges of a name between two key labels.

    `fresh` says that the document which states them had no such edge before.
    """
    return f"{'create' if fresh or start in FRESH else 'merge'}_{name}_{start}_{end}".lower()


def edge_pairs(edge: EdgeType, ontology: Ontology) -> list[tuple[str, str]]:
    """Return the pairs of key labels that an edge joins."""
    return sorted({(ontology.key(a), ontology.key(b)) for a, b in edge.pairs})


def _write(ontology: Ontology) -> Iterator[str]:
    yield f"// {BANNER}\n"
    for node in ontology.nodes.values():
        if node.name != "Actor":
            yield _merge_node(node, ontology)
    for edge in ontology.edges.values():
        if not edge.derived:
            for start, end in edge_pairs(edge, ontology):
                if start in FRESH or start == "Document":
                    yield _create_edge(edge, start, end)
                if start not in FRESH:
                    yield _merge_edge(edge, start, end)


def _merge_node(node: NodeType, ontology: Ontology) -> str:
    if node.name in FRESH:
        return _create_owned(node)
    return _merge_shared(node, ontology) if node.key in ontology.shared else _merge_owned(node)


def _create_owned(node: NodeType) -> str:
    return f"""// name: {write_query(node.name)}
// Make nodes of kind {node.name}; the database refuses one under whose id another stands.
// params: rows = []
UNWIND $rows AS row
CREATE (n:{node.key} {{id: row.id}})
SET n += row.scalars;
"""


def _merge_owned(node: NodeType) -> str:
    return f"""// name: {write_query(node.name)}
// Write nodes of kind {node.name}, which no two documents share, in place of what stood there.
// params: rows = []
UNWIND $rows AS row
MERGE (n:{node.key} {{id: row.id}})
SET n = row.scalars, n.id = row.id;
"""


def _merge_shared(node: NodeType, ontology: Ontology) -> str:
    """Setting the id first takes the write lock, so that the lists read after it are current."""
    lists = [name for name in node.properties if ontology.properties[name].multiple]
    sets = [f"n:{label}" for label in node.labels[1:]] + ["n += row.scalars"]
    sets += [f"n.{name} = {_union(name)}" for name in lists]
    labels = ", ".join(f"'{label}'" for label in node.labels)
    return f"""// name: {write_query(node.name)}
// Merge nodes of kind {node.name}; return those that differ from what the graph holds under their id.
// params: rows = []
UNWIND $rows AS row
MERGE (n:{node.key} {{id: row.id}})
SET n.id = row.id
WITH n, row,
  [key IN keys(row.scalars) WHERE n[key] <> row.scalars[key] |
    {{key: key, held: n[key], given: row.scalars[key]}}] AS values,
  [label IN labels(n) WHERE NOT label IN [{labels}]] AS kinds
SET {", ".join(sets)}
WITH n, values, kinds
WHERE size(values) + size(kinds) > 0
RETURN n.id AS id, values, kinds,
  COLLECT {{ MATCH (n)<-[:MENTIONS]-(d:Document) RETURN d.title ORDER BY d.id LIMIT 1 }} AS titles;
"""


def _union(name: str) -> str:
    return f"""CASE
  WHEN row.lists.{name} IS NULL THEN n.{name}
  ELSE COLLECT {{
    UNWIND coalesce(n.{name}, []) + row.lists.{name} AS item
    RETURN DISTINCT item ORDER BY item }}
  END"""


def _merge_edge(edge: EdgeType, start: str, end: str) -> str:
    sets = "\nSET " + ", ".join(f"r.{p} = row.properties.{p}" for p in edge.properties)
    return f"""// name: {edge_query(edge.name, start, end)}
// Merge edges {start} {edge.type} {end}; return how many there are.
// params: rows = []
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})
MATCH (b:{end} {{id: row.end}})
MERGE (a)-[r:{edge.type}]->(b){sets if edge.properties else ""}
RETURN count(*) AS merged;
"""


def _create_edge(edge: EdgeType, start: str, end: str) -> str:
    given = ", ".join(f"{p}: row.properties.{p}" for p in edge.properties)
    return f"""// name: {edge_query(edge.name, start, end, fresh=True)}
// Make edges {start} {edge.type} {end} where there are none; return how many.
// params: rows = []
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})
MATCH (b:{end} {{id: row.end}})
CREATE (a)-[:{edge.type}{f" {{{given}}}" if given else ""}]->(b)
RETURN count(*) AS merged;
"""


def context(ontology: Ontology) -> dict[str, Any]:
    """Return the JSON-LD context: short names for classes, properties and edges."""
    terms: dict[str, Any] = {"@version": 1.1, "cc": str(CC)}
    terms["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    terms["xsd"] = "http://www.w3.org/2001/XMLSchema#"
    for node in ontology.nodes.values():
        terms[node.name] = f"cc:{node.name}"
    for edge in ontology.edges.values():
        terms[edge.name] = {"@id": f"cc:{edge.name}", "@type": "@id"}
    for item in ontology.properties.values():
        terms[item.name] = (
            {"@id": f"cc:{item.name}", "@type": f"xsd:{item.datatype}"}
            if item.datatype in ("decimal", "integer", "boolean")
            else f"cc:{item.name}"
        )
    return {"@context": terms}


def _docs(ontology: Ontology) -> Iterator[str]:
    yield f"<!-- {BANNER} -->\n# Ontology {ontology.version}\n"
    yield "Nodes, edges and properties of the graph. `ontology/counterclaim.ttl` is the source.\n"
    yield "## Nodes\n\n| label | what it is | properties |\n|---|---|---|"
    for node in ontology.nodes.values():
        names = ", ".join(f"`{name}`" for name in node.properties)
        yield f"| `{':'.join(node.labels)}` | {node.definition} | {names} |"
    yield "\n## Edges\n\n| type | from → to | meaning | properties |\n|---|---|---|---|"
    for edge in ontology.edges.values():
        pairs = "; ".join(f"{a} → {b}" for a, b in edge.pairs) or "derived from statements"
        names = ", ".join(f"`{name}`" for name in edge.properties)
        yield f"| `{edge.type}` | {pairs} | {edge.definition} | {names} |"
    yield "\n## Properties\n\n| key | type | meaning |\n|---|---|---|"
    for item in ontology.properties.values():
        kind = f"list of {item.datatype}" if item.multiple else item.datatype
        yield f"| `{item.name}` | {kind} | {item.definition} |"
    yield ""
