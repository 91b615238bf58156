"""Migrations: what brings a graph that an older release wrote to the schema of this one, step by step.

Each step may be interrupted and run again. A step is never changed once it is released; what changes
later is one more, and SCHEMA counts them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import queries
from .batches import batches
from .contents import read_document
from .relink import relink
from .schema import begun, migrating, require_known
from .shortcuts import refresh, targets
from .store import Store, Transaction

TOGETHER = 100
"""Documents that are dealt with in one transaction."""

_INDEX = re.compile(
    r"CREATE (?:FULLTEXT )?INDEX (\w+) IF NOT EXISTS FOR \(n:([\w|]+)\) ON (?:EACH )?[(\[](.*)[)\]]"
)

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""

Columns = tuple[frozenset[str], frozenset[str]]
"""The labels and the properties that an index is on."""


@dataclass(frozen=True)
class Step:
    """One step: what it does, in words, and its work."""

    does: str
    work: Callable[[Store, Progress], None]


def migrate(store: Store, progress: Progress) -> Iterator[Step]:
    """Yield each step that the graph lacks when it is done; in the end make indexes as this release has them.

    While a step works, nobody else can write. SchemaError for a graph of a newer release.
    """
    schema = begun(store.schema())
    require_known(schema)
    for number, step in enumerate(STEPS[schema:], schema):
        # From here on whoever opened the graph before is refused; and an interrupt cannot pass for the end.
        during = store.of_schema(migrating(number), number)
        during.write(lambda _: None)
        step.work(during, progress)
        store.of_schema(number + 1, migrating(number)).write(lambda _: None)
        yield step
    _renew_indexes(store)


def _renew_indexes(store: Store) -> None:
    """Make anew each index of ours that is on other labels or properties than this release has it on."""
    wanted = dict(map(_columns, filter(None, map(_INDEX.fullmatch, queries.schema()))))
    for row in store.read("indexes"):
        is_on = frozenset(row["labels"]), frozenset(row["properties"])
        if wanted.get(row["name"], is_on) != is_on:
            store.alter("drop_index", index=row["name"])
    store.apply_schema()


def _columns(index: re.Match[str]) -> tuple[str, Columns]:
    name, labels, properties = index.groups()
    return name, (frozenset(labels.split("|")), frozenset(p.strip()[2:] for p in properties.split(",")))


def _derive_anew(store: Store, progress: Progress) -> None:
    """Work out shortcuts and links of unlinked statements anew from what documents state."""
    ids = [row["id"] for row in store.read("document_ids")]
    done = 0
    for some in batches(ids, TOGETHER):
        store.write(lambda tx, some=some: _derive(tx, some))
        done += len(some)
        progress(done, len(ids))


def _derive(tx: Transaction, documents: list[str]) -> None:
    tx.run("lock_documents", documents=documents)
    held = [subgraph for id_ in documents if (subgraph := read_document(tx.run, id_)) is not None]
    refresh(tx, targets(*held))
    relink(tx, documents=documents)


STEPS = (
    Step(
        "what follows from statements is worked out anew: shortcuts, and links of unlinked denials",
        _derive_anew,
    ),
)
