"""FollowTheMoney entities: people, organisations and the posts they hold, as entries of a gazetteer.

Entities say who is who; nobody says anything in them. As documents they would fill the graph with actors of
whom no article speaks; as a gazetteer they are known wherever an article names them.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ConfigDict

from ..errors import ReadError
from ..extract.actors.gazetteer import load
from . import Item, Options, Refused, RowError
from .book import KINDS, Book, Entity, countries
from .jsonitems import Broken, Json, json_items
from .mapping import checked

MOST = 10_000
"""Actors that are taken: with many more, finding names makes reading each article slow."""

TIES = {
    "Occupancy": ("holder", "post"),
    "Directorship": ("director", "organization"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
}
"""Who holds something, and what or where, by the schema of the entity that ties the two."""


class Wanted(BaseModel):
    """The user's mapping file: which entities to take of a large file; all, if it does not say."""

    model_config = ConfigDict(extra="forbid")
    schemata: tuple[str, ...] = tuple(KINDS)
    countries: tuple[str, ...] = ()
    """Two-letter codes: only entities of these."""


def read(path: Path, options: Options) -> Iterator[Item]:
    """Yield each actor of a file with its posts; ReadError if it is no JSON, or holds too many actors."""
    wanted = checked(Wanted, options.mapping)
    actors, positions, left = dict[str, Entity](), dict[str, Entity](), Counter[str]()
    for item in json_items(path):
        try:
            _collect(_entity(item), wanted, actors, positions, left)
        except RowError as error:
            yield Refused(f"line {item.line}", str(error))
        if len(actors) > MOST:
            why = f"more than {MOST:,} actors; take those of some countries or schemata, by a mapping"
            raise ReadError(f"{path}: {why}")
    book = Book(load(options.settings.gazetteer))
    yield from book.enter(actors)
    for item in json_items(path):
        if isinstance(item, Json) and (refused := _tie(item, book, positions)):
            yield refused
    left["Position that nobody holds"] = sum(position.rows for position in positions.values())
    yield from (Refused(f"schema {name}", _LEFT, count) for name, count in left.items() if count)
    yield from book.entries()


_LEFT = "neither an actor that is asked for nor a post of one"


def _collect(
    entity: Entity,
    wanted: Wanted,
    actors: dict[str, Entity],
    positions: dict[str, Entity],
    left: Counter[str],
) -> None:
    if entity.schema in wanted.schemata and entity.schema in KINDS:
        if wanted.countries and not set(countries(entity)) & set(wanted.countries):
            left[f"{entity.schema} of other countries"] += 1
        elif (held := actors.setdefault(entity.id, entity)) is not entity:
            held.merge(entity)
    elif entity.schema == "Position":
        positions.setdefault(entity.id, entity)
    elif entity.schema not in TIES:
        left[entity.schema] += 1


def _entity(item: Json | Broken) -> Entity:
    if isinstance(item, Broken):
        raise RowError(item.why)
    raw = cast(dict[str, Any], item.data) if isinstance(item.data, dict) else {}
    id_, schema, given = raw.get("id"), raw.get("schema"), raw.get("properties")
    if not (isinstance(id_, str) and isinstance(schema, str) and isinstance(given, dict)):
        raise RowError("no entity: it needs an id, a schema and properties")
    properties = {name: _texts(values) for name, values in cast(dict[str, Any], given).items()}
    caption = raw.get("caption")
    return Entity(id_, item.line, schema, properties, caption if isinstance(caption, str) else None)


def _texts(values: Any) -> list[str]:
    several = cast(list[Any], values if isinstance(values, list) else [values])
    # Entities within entities, as some exports have them, are told by their id.
    named = (cast(dict[str, Any], v).get("id") if isinstance(v, dict) else v for v in several)
    return [" ".join(v.split()) for v in named if isinstance(v, str) and v.strip()]


def _tie(item: Json, book: Book, positions: dict[str, Entity]) -> Refused | None:
    """Give the holder of a post the post; say why if it cannot be."""
    try:
        tie = _entity(item)
    except RowError:
        return None  # told before
    if tie.schema not in TIES:
        return None
    who, what = (tie.first(name) or "" for name in TIES[tie.schema])
    try:
        position = positions.get(what)
        book.hold(who, tie, position or what)
        if position is not None:
            position.rows = 0  # counted with its first holder
    except RowError as error:
        return Refused(f"line {tie.line}", f"{tie.schema}: {error}")
    return None
