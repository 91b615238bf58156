"""Shared nodes of many documents, merged in constant memory.

What each document states of each node is put aside in a temporary database, which lies on disk once it is
large, and is sorted there; then one node after the other is joined: lists are joined, of single values that
of the earliest published document stands (the rule of `settle_values` in cypher/replace.cypher).
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any, cast

from .blocks import Block, Names, shared
from .pages import Held

_MANY = 20_000


class Merging:
    """Takes documents in any order; then gives each shared node once. A context manager."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._seen: dict[tuple[Any, ...], tuple[str, str]] = {}
        self._stated = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._stated.execute("PRAGMA cache_size = -16000")
        self._stated.execute("PRAGMA temp_store = FILE")
        self._stated.execute("CREATE TABLE stated (key, id, published, document, facts)")
        self._stated.execute("BEGIN")

    def __enter__(self) -> "Merging":
        return self

    def __exit__(self, *_: object) -> None:
        self._stated.close()

    def add(self, held: Held) -> None:
        """Put aside what a document states."""
        when = held.published, held.id
        rows: list[tuple[str, str, str, str, str]] = []
        for (key, id_), facts in held.states:
            same = (key, id_, *facts)
            known = self._seen.get(same)
            if known is None or when < known:  # Most documents state no more of an actor than others did.
                self._seen[same] = when
                rows.append((key, id_, *when, json.dumps(facts, ensure_ascii=False)))
        self._stated.executemany("INSERT INTO stated VALUES (?, ?, ?, ?, ?)", rows)
        if len(self._seen) > _MANY:
            self._seen.clear()

    def blocks(self) -> Iterator[Block]:
        """Yield the shared nodes in order of kind and id."""
        order = "SELECT key, id, facts FROM stated ORDER BY key, id, published, document"
        rows = cast(Iterator[tuple[str, str, str]], self._stated.execute(order))
        for (key, id_), found in groupby(rows, key=lambda row: row[:2]):
            yield shared(self._names, (key, id_), (json.loads(facts) for _, _, facts in found))
