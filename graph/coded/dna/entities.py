"""The entities of a study: names of actors and concepts, each with the one id that it has in the graph.

What is known of them is looked up in temporary tables on disk, never held in memory as a whole.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from ...errors import InputError
from ...models import Slug, slug
from ...project import digest
from .database import Database, RowError, text
from .mapping import Coding

OWN = "counterclaim "
"""What begins the names of attributes of ours, so that what DNA has no place for is found again."""

OWN_ID, OWN_KIND, OWN_NAME, OWN_TEXT = (f"{OWN}{name}" for name in ("id", "kind", "name", "text"))
"""The last two are cut into pieces that DNA can hold: 'counterclaim text', 'counterclaim text 2', …"""

ALIAS, WIKIDATA, MISSPELLING = "alias", "wikidata", "misspelling"
HELD = (ALIAS, WIKIDATA, MISSPELLING)
"""Names of attributes, in lower case, that have a place in the graph, beside our own."""

IS_HELD = "lower(v.AttributeVariable) IN ('" + "', '".join(HELD) + f"') OR v.AttributeVariable LIKE '{OWN}%'"
"""In SQL: whether an attribute variable `v` is one of these or our own."""

_SLUG = TypeAdapter[str](Slug)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

_TABLES = (
    # of all attributes the ones that are used, by entity
    "CREATE TEMP TABLE attributes (entity INTEGER, name TEXT, value)",
    "CREATE INDEX temp.attribute ON attributes (entity)",
    # the id in the graph of each entity, and the entity that gives the name to all that share the id
    "CREATE TEMP TABLE names (entity INTEGER PRIMARY KEY, concept INTEGER, id TEXT, fold TEXT, lead INTEGER)",
    "CREATE INDEX temp.name ON names (concept, id)",
)


@dataclass(frozen=True)
class Entity:
    """One row of ENTITIES with the attributes that are used."""

    id: int
    variable: int
    value: str
    parent: int | None
    attributes: dict[str, str]

    @property
    def where(self) -> str:
        """How a message names it."""
        return f"ENTITIES, ID {self.id}"


class Entities:
    """Looks up entities of one study."""

    def __init__(self, database: Database, coding: Coding) -> None:
        self._database = database
        self.coding = coding
        for sql in _TABLES:
            database.connection.execute(sql)
        database.connection.execute("BEGIN")
        self._take_attributes()
        # An organisation keeps its id where a person is called the same.
        for variable in (coding.organization, coding.actor, coding.concept):
            if variable is not None:
                self._name_all(variable.id, concept=variable == coding.concept)
        database.connection.execute("COMMIT")
        self._require_names(coding.mapping.kinds)
        self.get = lru_cache(maxsize=4096)(self._get)
        self._ids = lru_cache(maxsize=4096)(self._id_row)

    def _require_names(self, names: Iterable[str]) -> None:
        sql = "SELECT 1 FROM temp.names WHERE fold = ? AND NOT concept"
        for name in names:
            if self._database.one("ENTITIES", sql, fold(name)) is None:
                raise InputError(f"mapping: kinds: ENTITIES has no actor called {name!r}")

    def _take_attributes(self) -> None:
        sql = (
            "INSERT INTO temp.attributes SELECT a.EntityId, lower(v.AttributeVariable), a.AttributeValue "
            "FROM ATTRIBUTEVALUES a JOIN ATTRIBUTEVARIABLES v ON v.ID = a.AttributeVariableId "
            f"WHERE a.AttributeValue <> '' AND ({IS_HELD}) ORDER BY v.ID"
        )
        for _ in self._database.rows("ATTRIBUTEVALUES", sql):
            pass

    def _name_all(self, variable: int, *, concept: bool) -> None:
        execute = self._database.connection.execute
        rows = self._database.rows(
            "ENTITIES", "SELECT ID, Value FROM ENTITIES WHERE VariableId = ? ORDER BY ID", variable
        )
        for id_, value in rows:
            try:
                name = line(text(value))
            except RowError:
                continue  # told where it is used
            if name:
                taken = self._id_for(id_, name, concept)
                execute("INSERT INTO temp.names VALUES (?, ?, ?, ?, ?)", (id_, concept, *taken))

    def _id_for(self, entity: int, name: str, concept: bool) -> tuple[str, str, int]:
        """Return id, folded name and leading entity: one id for one name, whatever its case and width."""
        folded = fold(name)
        own = self._attribute(entity, OWN_ID)
        id_ = own if own and is_slug(own) else slug(name)
        if not is_slug(id_) or len(id_) > 250:
            id_ = f"{'concept' if concept else 'actor'}-{digest(folded)}"
        lead = self._holder(concept, id_)
        if lead and lead[1] != folded and id_ != own:
            # Names that differ in more than case and marks of the letters are not the same.
            id_ = f"{id_}-{digest(folded)[:8]}"
            lead = self._holder(concept, id_)
        return id_, folded, lead[0] if lead else entity

    def _holder(self, concept: bool, id_: str) -> tuple[int, str] | None:
        sql = "SELECT lead, fold FROM temp.names WHERE concept = ? AND id = ? LIMIT 1"
        row = self._database.one("ENTITIES", sql, concept, id_)
        return (row[0], text(row[1])) if row else None

    def _attribute(self, entity: int, name: str) -> str | None:
        sql = "SELECT value FROM temp.attributes WHERE entity = ? AND name = ?"
        row = self._database.one("ATTRIBUTEVALUES", sql, entity, name)
        return line(text(row[0], f"ATTRIBUTEVALUES of ENTITIES, ID {entity}")) if row else None

    def _get(self, id_: int) -> Entity | None:
        sql = "SELECT VariableId, Value, ChildOf FROM ENTITIES WHERE ID = ?"
        row = self._database.one("ENTITIES", sql, id_)
        if row is None:
            return None
        where = f"ENTITIES, ID {id_}"
        attributes = self._database.rows(
            "ATTRIBUTEVALUES", "SELECT name, value FROM temp.attributes WHERE entity = ?", id_
        )
        held = {text(name): text(value, f"ATTRIBUTEVALUES of {where}") for name, value in attributes}
        named = _joined(held, OWN_NAME) or text(row[1], where)
        held[OWN_TEXT] = _joined(held, OWN_TEXT)
        return Entity(id_, row[0], line(named), row[2], {name: line(value) for name, value in held.items()})

    def id_of(self, entity: Entity) -> tuple[str, int]:
        """Return the id that an entity has in the graph, and the entity that gives its name."""
        found = self._ids(entity.id)
        if found is None:
            raise RowError(entity.where, "has no name")
        return found

    def _id_row(self, entity: int) -> tuple[str, int] | None:
        row = self._database.one("ENTITIES", "SELECT id, lead FROM temp.names WHERE entity = ?", entity)
        return (text(row[0]), row[1]) if row else None

    def named(self, entity: Entity) -> bool:
        """Return whether an entity is an actor or concept of the coding, and has a name."""
        return self._ids(entity.id) is not None

    def alike(self, child: Entity, parent: Entity) -> bool:
        """Return whether one entity can be a part of another: both actors, or of one variable."""
        actors = [v.id for v in (self.coding.actor, self.coding.organization) if v is not None]
        return child.variable == parent.variable or (child.variable in actors and parent.variable in actors)

    def sharing(self, entity: Entity) -> Iterator[Entity]:
        """Yield all entities that have the same id in the graph, in their order."""
        sql = (
            "SELECT o.entity FROM temp.names n JOIN temp.names o ON o.concept = n.concept AND o.id = n.id "
            "WHERE n.entity = ? ORDER BY o.entity"
        )
        for row in list(self._database.rows("ENTITIES", sql, entity.id)):
            if found := self.get(row[0]):
                yield found

    def doubled(self) -> Iterator[tuple[int, int]]:
        """Yield the actors that are named by another entity already, and that entity."""
        sql = "SELECT entity, lead FROM temp.names WHERE entity <> lead AND NOT concept ORDER BY entity"
        yield from ((row[0], row[1]) for row in self._database.rows("ENTITIES", sql))


def _joined(attributes: dict[str, str], name: str) -> str:
    """Return what was cut into pieces called 'name', 'name 2' and so on."""
    pieces = [attributes.get(name, "")]
    while (piece := attributes.get(f"{name} {len(pieces) + 1}")) is not None:
        pieces.append(piece)
    return "".join(pieces)


def is_slug(value: str) -> bool:
    """Return whether a text can be an id."""
    try:
        _SLUG.validate_python(value)
    except ValidationError:
        return False
    return True


def line(value: str) -> str:
    """Return a name as one line without control characters."""
    return _CONTROL.sub(" ", value).strip()


def fold(name: str) -> str:
    """Return a name without what makes no other name: case, width, marks' encoding, doubled spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
