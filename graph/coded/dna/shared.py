"""What documents state of actors and concepts, gathered on disk, and the entities of a study made of it.

A study has one row for an actor or concept, whatever its documents call it: of single values the one that the
earliest published document gives, of names all.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from ...facts import facts_of
from ...models import slug
from ...ontology import load
from ...subgraph import Ref, Subgraph
from .actors import POST
from .entities import MISSPELLING, OWN_ID, OWN_KIND, OWN_NAME, OWN_TEXT, WIKIDATA
from .outgoing import SHORT, Said, shortened
from .tables import ACT, CONCEPT, ORGANIZATION, PERSON

_TYPES = {
    "State": "state",
    "Collective": "collective",
    "AnonymousSource": "anonymous source",
    "Term": "term",
    "Plan": "plan",
    "PlanVersion": "plan version",
}
"""What the attribute Type says; nothing of persons, organisations and claims, which are the rule."""

_UNUSED = {
    "actor": "actors that no statement here is of",
    "claim": "claims that no statement here bears on",
    "term": "terms that no statement here bears on",
    "event": "events",
    "role": "posts (DNA has the organisation alone)",
}
"""What nodes are called that a study has no row for, by the first part of their reference."""

_OF_TERMS = ("topic", "number", "amount", "unit", "otherValue", "deadline", "exception", "place")
_DETAILS = {
    "about": "links of claims to what they are about",
    "binds": "links of terms to whom they bind",
    **dict.fromkeys(_OF_TERMS, "details of terms (amounts, deadlines, numbers …)"),
}

_TABLES = (
    "CREATE TEMP TABLE facts (ref TEXT, key TEXT, value TEXT, rank TEXT, PRIMARY KEY (ref, key, value)) "
    "WITHOUT ROWID",
    "CREATE TEMP TABLE said (statement INTEGER, variable INTEGER, ref TEXT, "
    "PRIMARY KEY (statement, variable)) WITHOUT ROWID",
    "CREATE TEMP TABLE used (entity INTEGER PRIMARY KEY, variable INTEGER, ref TEXT, UNIQUE (variable, ref))",
    "CREATE TEMP TABLE attributes (entity INTEGER, name TEXT, value TEXT, PRIMARY KEY (entity, name)) "
    "WITHOUT ROWID",
)
_TAKE = "INSERT INTO temp.facts VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET rank = min(rank, excluded.rank)"
_USED = f"""
WITH RECURSIVE needed (variable, ref) AS (
  SELECT variable, ref FROM temp.said
  UNION SELECT ID, '' FROM VARIABLES WHERE ID IN ({PERSON}, {ORGANIZATION}, {CONCEPT}, {ACT})
  UNION SELECT iif(n.variable = {CONCEPT}, {CONCEPT}, {ORGANIZATION}), f.value
  FROM needed n JOIN temp.facts f ON f.ref = n.ref AND f.key = 'partOf'
)
INSERT INTO temp.used (variable, ref) SELECT variable, ref FROM needed ORDER BY variable, ref
"""
_CHILD_OF = f"""
UPDATE ENTITIES SET ChildOf = (
  SELECT whole.entity FROM temp.used part
  JOIN temp.facts f ON f.ref = part.ref AND f.key = 'partOf'
  JOIN temp.used whole ON whole.ref = f.value
    AND whole.variable = iif(part.variable = {CONCEPT}, {CONCEPT}, {ORGANIZATION})
  WHERE part.entity = ENTITIES.ID ORDER BY f.rank, f.value LIMIT 1)
"""
_SHORT_TEXTS = """
INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity)
SELECT s.statement, s.variable, u.entity
FROM temp.said s JOIN temp.used u ON u.variable = s.variable AND u.ref = s.ref
ORDER BY s.statement, s.variable
"""
_ATTRIBUTE_VARIABLES = f"""
INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable)
SELECT v.ID, d.column1 FROM (VALUES ('Type'), ('Alias'), ('Notes')) d
JOIN VARIABLES v ON v.ID IN ({PERSON}, {ORGANIZATION}, {CONCEPT})
UNION ALL SELECT * FROM (
  SELECT DISTINCT u.variable, a.name FROM temp.attributes a JOIN temp.used u ON u.entity = a.entity
  WHERE a.name NOT IN ('Type', 'Alias') ORDER BY a.name, u.variable)
"""
_ATTRIBUTE_VALUES = """
INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue)
SELECT e.ID, v.ID, coalesce(a.value, '')
FROM ENTITIES e JOIN ATTRIBUTEVARIABLES v ON v.VariableId = e.VariableId
LEFT JOIN temp.attributes a ON a.entity = e.ID AND a.name = v.AttributeVariable ORDER BY e.ID, v.ID
"""
_SEVERAL = """
SELECT count(*) FROM (SELECT 1 FROM temp.facts WHERE key = 'partOf' GROUP BY ref HAVING count(*) > 1)
"""
_OTHERS = f"""
SELECT substr(ref, 1, instr(ref, '/') - 1), count(DISTINCT ref) FROM temp.facts
WHERE ref NOT IN (SELECT ref FROM temp.used)
  AND ref NOT IN (SELECT ref FROM temp.facts WHERE key = 'publishes' OR (key = 'post' AND value = '{POST}'))
GROUP BY 1
"""


class Shared:
    """Gathers what documents state of shared nodes, then writes the entities."""

    def __init__(self, connection: sqlite3.Connection, left: Counter[str]) -> None:
        self._connection = connection
        self._left = left
        for sql in _TABLES:
            connection.execute(sql)

    def take(self, subgraph: Subgraph) -> None:
        """Gather what a document states of shared nodes."""
        document = subgraph.document
        rank = f"{document.properties.get('published', '9')} {document.id}"
        for node in subgraph.nodes.values():
            if node.label not in ("Document", "Statement", "Extraction"):
                facts = (fact.partition("=") for fact in facts_of(node, subgraph))
                rows = [(key_of(node.ref), key, value, rank) for key, _, value in facts]
                self._connection.executemany(_TAKE, rows)
        for edge in subgraph.out(document.ref, "publishedBy"):  # it stands in DOCUMENTS.Source
            self._connection.execute(_TAKE, (key_of(edge.end), "publishes", "", rank))

    def say(self, statement: int, said: Said) -> None:
        """Note whom and what a statement names; a variable that is blank names ''."""
        names = ((PERSON, said.person), (ORGANIZATION, said.organization), (CONCEPT, said.concept))
        rows = [(statement, variable, key_of(ref) if ref else "") for variable, ref in names]
        rows.append((statement, ACT, said.act))
        self._connection.executemany("INSERT INTO temp.said VALUES (?, ?, ?)", rows)

    def write(self) -> None:
        """Write ENTITIES with their attributes, and DATASHORTTEXT, in one order for one graph."""
        execute = self._connection.execute
        execute(_USED)
        rows = self._connection.cursor().execute(
            "SELECT entity, variable, ref FROM temp.used ORDER BY entity"
        )
        for entity, variable, ref in rows:
            name, attributes = (ref, {}) if variable == ACT else self._described(variable, ref)
            value = self._distinct(variable, name, ref)
            if value != name:
                attributes |= dict(_pieces(OWN_NAME, name))
            row = (entity, variable, value)
            execute(
                "INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (?, ?, ?, 0, 0, 0)",
                row,
            )
            given = [(entity, key, text) for key, text in attributes.items() if text]
            self._connection.executemany("INSERT INTO temp.attributes VALUES (?, ?, ?)", given)
        for sql in (_CHILD_OF, _SHORT_TEXTS, _ATTRIBUTE_VARIABLES, _ATTRIBUTE_VALUES):
            execute(sql)
        self._count()

    def _described(self, variable: int, ref: str) -> tuple[str, dict[str, str]]:
        """Return the name of an actor or concept, and its attributes."""
        if not ref:
            return "", {}
        kind = self._value(ref, "kind")
        id_ = ref.partition("/")[2]
        name = self._value(ref, "text" if kind == "Claim" else "name")
        attributes = {"Type": _TYPES.get(kind, "")}
        if variable == CONCEPT:
            if kind != "Claim":
                attributes |= {OWN_KIND: kind, OWN_ID: id_}
            if kind == "Term" and (words := self._value(ref, "text")) != name:
                attributes |= dict(_pieces(OWN_TEXT, words))
            return name, attributes
        usual = "Person" if variable == PERSON else "Organization"
        attributes |= {OWN_KIND: kind if kind != usual else "", OWN_ID: id_ if id_ != slug(name) else ""}
        attributes["Alias"] = self._listed(ref, "aliases", name)
        attributes[MISSPELLING.capitalize()] = self._listed(ref, "misspellings", name)
        attributes[WIKIDATA.capitalize()] = self._value(ref, "wikidata")
        return name, attributes

    def _value(self, ref: str, key: str) -> str:
        return next(self._values(ref, key), "")

    def _values(self, ref: str, key: str) -> Iterator[str]:
        sql = "SELECT value FROM temp.facts WHERE ref = ? AND key = ? ORDER BY rank, value"
        yield from (row[0] for row in self._connection.execute(sql, (ref, key)))

    def _listed(self, ref: str, key: str, name: str) -> str:
        """Return names joined by semicolons, as many as DNA can hold."""
        names = set(self._values(ref, key))
        if key == "aliases":
            names |= set(self._values(ref, "name"))
        listed = ""
        for other in sorted(names - {name}):
            joined = f"{listed}; {other}" if listed else other
            if ";" in other or len(joined) > SHORT:
                self._left["other names of actors (too long for DNA)"] += 1
            else:
                listed = joined
        return listed

    def _distinct(self, variable: int, name: str, ref: str) -> str:
        """Return a name as DNA can hold it, unlike that of any other entity of the variable."""
        value = shortened(name)
        taken = "SELECT 1 FROM ENTITIES WHERE VariableId = ? AND Value = ?"
        if ref and (value != name or self._connection.execute(taken, (variable, value)).fetchone()):
            value = shortened(name, f" [{ref.partition('/')[2][-60:]}]")
        return value

    def _count(self) -> None:
        """Count what documents state of shared nodes and the study does not hold."""
        for segment, count in self._connection.execute(_OTHERS):
            if segment in _UNUSED:
                self._left[_UNUSED[segment]] += count
        for key, count in self._connection.execute("SELECT key, count(*) FROM temp.facts GROUP BY key"):
            if key in _DETAILS:
                self._left[_DETAILS[key]] += count
        several = self._connection.execute(_SEVERAL).fetchone()[0]
        self._left["parts of several wholes (the first is given)"] += several


def key_of(ref: Ref) -> str:
    """Return a reference to a node as facts name it: 'claim/0123456789abcdef'."""
    return f"{load().nodes[ref[0]].segment}/{ref[1]}"


def _pieces(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Cut a value into attributes that DNA can hold."""
    for number, start in enumerate(range(0, len(value), SHORT), start=1):
        yield (name if number == 1 else f"{name} {number}"), value[start : start + SHORT]
