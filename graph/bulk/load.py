"""A prepared folder into the local Neo4j: empty, stopped, imported, started, finished."""

from collections.abc import Callable
from pathlib import Path

from ..engine import LocalEngine
from ..errors import InputError
from ..settings import Settings
from ..store import local_engine, open_store
from .command import arguments, completed
from .finish import finish, require_empty

PATIENCE = 24 * 3600
"""Seconds until the indexes of millions of nodes must be there."""


def load(folder: Path, settings: Settings, tell: Callable[[str], None] = lambda _: None) -> None:
    """Load a prepared folder into the local Neo4j; ConflictError unless that is empty."""
    completed(folder)
    if settings.neo4j_uri:
        raise InputError(
            f"NEO4J_URI names a server: stop its database, run {folder}/import.sh on its machine, start the "
            "database, then run `counterclaim bulk finish` here"
        )
    engine = local_engine(settings)
    options = ["--overwrite-destination=true"] if _emptied(engine, settings) else []
    tell("Neo4j imports the files")
    command = arguments(folder, settings.neo4j_database)
    engine.import_database([*command[:3], *options, *command[3:]], folder)
    finish_database(folder, settings, tell)


def finish_database(folder: Path, settings: Settings, tell: Callable[[str], None]) -> None:
    """Make schema and all else that the files could not hold, on the local engine or a server."""
    completed(folder)
    tell("indexes are made")
    with open_store(settings, indexing=PATIENCE, any_schema=True) as store:
        finish(folder, store, tell)


def _emptied(engine: LocalEngine, settings: Settings) -> bool:
    """Stop the engine; return whether it has an empty database. ConflictError when that holds anything."""
    if not engine.has_database():
        return False
    with open_store(settings) as store:
        require_empty(store)
    engine.stop()
    return True
