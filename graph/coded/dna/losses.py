"""What a study holds that the graph has no place for: counted and told before its documents."""

from collections.abc import Iterator

from .. import Item, Noted, Refused
from .children import above, nonsense
from .counted import counted
from .database import Database, shown
from .documents import OWN_NOTES
from .entities import IS_HELD, OWN_KIND, Entities
from .mapping import Coding

_ATTRIBUTES = """
SELECT v.ID, t.Variable, v.AttributeVariable, count(*), min(a.AttributeValue)
FROM ATTRIBUTEVALUES a JOIN ATTRIBUTEVARIABLES v ON v.ID = a.AttributeVariableId
  JOIN VARIABLES t ON t.ID = v.VariableId
WHERE t.StatementTypeId = ? AND a.AttributeValue <> '' AND NOT ({held})
  AND a.EntityId NOT IN (SELECT entity FROM temp.attributes WHERE name = ?)
GROUP BY v.ID ORDER BY v.ID
"""
_VALUES = """
SELECT v.ID, v.Variable, count(*) FROM {table} d JOIN VARIABLES v ON v.ID = d.VariableId
WHERE v.StatementTypeId = ? AND {given} GROUP BY v.ID ORDER BY v.ID
"""
_GIVEN = {
    "DATABOOLEAN": "TRUE",
    "DATAINTEGER": "TRUE",
    "DATALONGTEXT": "d.Value <> ''",
    "DATASHORTTEXT": "EXISTS (SELECT 1 FROM ENTITIES e WHERE e.ID = d.Entity AND e.Value <> '')",
}
_DOCUMENTS = {
    "Section": "Section <> ''",
    "Type": "Type <> ''",
    "Notes": f"Notes <> '' AND Notes NOT LIKE '{OWN_NOTES}' || char(10) || '%'",
}


def losses(database: Database, coding: Coding, entities: Entities) -> Iterator[Item]:
    """Yield what is not taken of a file beside its statements, and what is wrong with its entities."""
    for error in nonsense(entities, database):
        yield Refused(error.where, error.why, rows=0)
    for entity, lead in entities.doubled():
        yield Noted(
            f"ENTITIES, ID {entity}", f"the same actor as ENTITIES, ID {lead}: its name is kept as another"
        )
    yield from _children(database, coding, entities)
    yield from _attributes(database, coding)
    yield from _variables(database, coding)
    yield from _documents(database)
    for table in ("REGEXES", "VARIABLELINKS"):
        yield from _table(database, table)


def _children(database: Database, coding: Coding, entities: Entities) -> Iterator[Item]:
    """A child of an actor that is no collective, and a term of a term, have no place."""
    claims = coding.mapping.target == "claim"
    count, first = 0, 0
    for row in database.rows("ENTITIES", "SELECT ID FROM ENTITIES WHERE ChildOf IS NOT NULL ORDER BY ID"):
        entity = entities.get(row[0])
        if entity is None or not entities.named(entity) or not (parents := above(entities, entity)):
            continue
        concept = entity.variable == coding.concept.id
        held = claims if concept else parents[0].attributes.get(OWN_KIND) == "Collective"
        if not held:
            count, first = count + 1, first or entity.id
    if count:
        children = counted(count, "entity is a child", "entities are children")
        yield Noted(
            "ENTITIES, ChildOf",
            f"{children} of others (the first is ID {first}): not held",
        )


def _attributes(database: Database, coding: Coding) -> Iterator[Item]:
    sql = _ATTRIBUTES.format(held=IS_HELD)
    for _, variable, name, count, example in database.rows("ATTRIBUTEVALUES", sql, coding.type_id, OWN_KIND):
        told = f"{counted(count, 'value')} of the attribute {shown(name)}, such as {shown(example)}: not held"
        yield Noted(f"ATTRIBUTEVALUES of {shown(variable)}", told)


def _variables(database: Database, coding: Coding) -> Iterator[Item]:
    used = (coding.actor, coding.organization, coding.concept, coding.agreement, coding.act)
    ids = {variable.id for variable in used if variable}
    for table, given in _GIVEN.items():
        for id_, name, count in database.rows(
            table, _VALUES.format(table=table, given=given), coding.type_id
        ):
            if id_ not in ids:
                yield Noted(
                    f"VARIABLES, ID {id_}",
                    f"{counted(count, 'value')} of the variable {shown(name)}: not held",
                )


def _documents(database: Database) -> Iterator[Item]:
    for column, given in _DOCUMENTS.items():
        row = database.one("DOCUMENTS", f"SELECT count(*) FROM DOCUMENTS WHERE {given}")
        if row and row[0]:
            yield Noted(f"DOCUMENTS, {column}", f"{counted(row[0], 'value')}: not held")
    sql = "SELECT count(*), min(Source) FROM DOCUMENTS WHERE Source <> '' AND NOT Source GLOB '*[^0-9 .,/-]*'"
    row = database.one("DOCUMENTS", sql)
    if row and row[0]:
        told = (
            f"{counted(row[0], 'value')} without letters, such as {shown(row[1])}: not taken as a publisher"
        )
        yield Noted("DOCUMENTS, Source", told)


def _table(database: Database, table: str) -> Iterator[Item]:
    if database.one("sqlite_master", "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table):
        row = database.one(table, f"SELECT count(*) FROM {table}")
        if row and row[0]:
            yield Noted(table, f"{counted(row[0], 'row')}: not held")
