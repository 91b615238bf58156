"""Of which schema the graph is. A release that changes what the graph holds adds a step to `migrations`."""

from .errors import SchemaError

SCHEMA = 1
"""The schema of this release: how many steps `migrations` has."""

UNFINISHED = -1
"""What stands for the schema of a graph that was imported from files and lacks what `bulk finish` does."""


def migrating(schema: int) -> int:
    """Return what stands for the schema of a graph while a step leads it on from `schema`."""
    return UNFINISHED - 1 - schema


def begun(schema: int) -> int:
    """Return the schema that a graph was of when a step that has not ended began; else the schema itself."""
    return migrating(schema) if schema < UNFINISHED else schema


def require_known(schema: int) -> None:
    """Raise SchemaError for a graph of a newer schema than this release knows, or one that is unfinished."""
    if schema > SCHEMA:
        raise SchemaError(
            f"the graph is of schema {schema}, and this release knows {SCHEMA}: a newer Counterclaim "
            "wrote it; use that one"
        )
    if schema == UNFINISHED:
        raise SchemaError(
            "the graph was imported from files and lacks links and judgements yet: run "
            "`counterclaim bulk finish` with the folder of these files"
        )


def require_current(schema: int) -> None:
    """Raise SchemaError, which says what to do, for a graph of another schema than this release's."""
    require_known(schema)
    if schema < UNFINISHED:
        raise SchemaError(
            "the graph is being brought to another schema, or that was interrupted: wait for it, or run "
            "`counterclaim migrate`, which goes on"
        )
    if schema < SCHEMA:
        raise SchemaError(
            f"the graph is of schema {schema}, and this release needs {SCHEMA}: make a backup, then run "
            "`counterclaim migrate`"
        )


def require_unmoved(was: int | None, known: frozenset[int]) -> None:
    """Raise SchemaError where a graph is no longer of a schema that its writer knows it to be of."""
    if was is not None and was not in known:
        raise SchemaError(
            f"the graph is of another schema ({was}) than when it was opened: it was migrated meanwhile, or "
            "is just now; nothing is written. Start this anew, with the release that migrates it"
        )
