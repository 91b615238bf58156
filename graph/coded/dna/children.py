"""ChildOf: the entities that one is a part of, nearest first."""

from collections.abc import Iterator

from ...project import claim_id
from .database import Database, RowError
from .entities import Entities, Entity

DEEPEST = 50


def above(entities: Entities, entity: Entity) -> list[Entity]:
    """Return what an entity is a child of, nearest first; none where ChildOf makes no sense.

    Why it makes none is told once for the file (`nonsense`), not for each statement.
    """
    try:
        return _above(entities, entity)
    except RowError:
        return []


def nonsense(entities: Entities, database: Database) -> Iterator[RowError]:
    """Yield what is wrong with ChildOf in a file: no such entity, another variable, a circle."""
    sql = "SELECT ID FROM ENTITIES WHERE ChildOf IS NOT NULL ORDER BY ID"
    for row in database.rows("ENTITIES", sql):
        try:
            entity = entities.get(row[0])
            if entity is not None:
                _above(entities, entity)
        except RowError as error:
            yield error


def _above(entities: Entities, entity: Entity) -> list[Entity]:
    found: list[Entity] = []
    at, seen = entity, {_key(entities, entity)}
    while at.parent is not None:
        parent = entities.get(at.parent)
        if parent is None:
            raise RowError(at.where, f"ChildOf {at.parent}: no such row in ENTITIES")
        if not entities.alike(at, parent):
            raise RowError(at.where, f"ChildOf {at.parent} is an entity of another variable")
        if _key(entities, parent) in seen:
            raise RowError(entity.where, f"ChildOf leads in a circle, through ENTITIES, ID {parent.id}")
        if len(found) == DEEPEST:
            raise RowError(entity.where, f"ChildOf is more than {DEEPEST} deep")
        seen.add(_key(entities, parent))
        found.append(parent)
        at = parent
    return found


def _key(entities: Entities, entity: Entity) -> str:
    """Two rows that are one node of the graph count as one, or a circle could be hidden in them."""
    if entity.variable == entities.coding.concept.id:
        return claim_id(entity.value)
    return entities.id_of(entity)[0] if entities.named(entity) else f"entity {entity.id}"
