"""A database of the fault tests' own: what it holds, whether that is whole, and how to start it again."""

import json
import os
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from neo4j import Driver
from pydantic import SecretStr

from graph.contents import read_document
from graph.engine import LocalEngine
from graph.export import export
from graph.settings import Settings
from graph.store import Store, Transaction, open_store
from graph.subgraph import Subgraph

from ..test_write import EVERYTHING

ORPHANS = """
MATCH (n) WHERE NOT n:Revision AND NOT n:Judgement AND NOT n:Document AND NOT n:Statement
  AND NOT EXISTS { (n)<-[:MENTIONS]-(:Document) } AND NOT EXISTS { (n)<-[:JUDGES]-(:Judgement) }
RETURN 'orphan' AS what, n.id AS id
UNION
MATCH (s:Statement) WHERE NOT EXISTS { (s)-[:IN]->(:Document) }
RETURN 'statement without a document' AS what, s.id AS id
UNION
MATCH (d:Document) WHERE d.sha256 IS NULL
RETURN 'document without a text' AS what, d.id AS id
UNION
MATCH (a)-[r]->(b)
WITH a, b, type(r) AS type, count(*) AS number WHERE number > 1
RETURN 'doubled ' + type AS what, a.id + ' ' + b.id AS id
"""
SHORTCUTS = """
MATCH (a:Actor)-[r:CLAIMS|DISPUTES|BACKS|OPPOSES]->(t)
RETURN a.id AS actor, type(r) AS type, t.id AS target, properties(r) AS properties
"""
TARGETS = "MATCH (t:Claim|Term|Plan|PlanVersion) RETURN collect(t.id) AS ids"


class _UndoneError(Exception):
    """Ends a transaction that only looked."""


@dataclass(frozen=True)
class State:
    """What a graph is: its file, and every node and edge with what it has."""

    file: str
    everything: tuple[str, ...]
    counts: dict[str, int]


@dataclass
class World:
    """The engine, and ways to look at its graph past the product."""

    engine: LocalEngine
    driver: Driver

    def settings(self, port: int | None = None, **given: Any) -> Settings:
        """Settings that lead to the database, or to a proxy before it."""
        connection = self.engine.start()
        uri = f"bolt://127.0.0.1:{port}" if port else connection.uri
        return Settings(**given).model_copy(
            update={"neo4j_uri": uri, "neo4j_password": SecretStr(connection.password), **given}
        )

    def environment(self, port: int | None = None) -> dict[str, str]:
        """The same for a process."""
        settings = self.settings(port)
        assert settings.neo4j_uri
        assert settings.neo4j_password
        secret = settings.neo4j_password.get_secret_value()
        return {**os.environ, "NEO4J_URI": settings.neo4j_uri, "NEO4J_PASSWORD": secret}

    @property
    def bolt(self) -> tuple[str, int]:
        """Host and port of the database."""
        return "127.0.0.1", int(self.engine.start().uri.rpartition(":")[2])

    def open(self, port: int | None = None, **given: Any) -> Store:
        return open_store(self.settings(port, **given))

    def cypher(self, text: Any, **params: object) -> list[dict[str, Any]]:
        return [r.data() for r in self.driver.execute_query(text, params, database_="neo4j").records]

    def wipe(self) -> None:
        self.cypher("MATCH (n) DETACH DELETE n")

    def rest(self) -> None:
        """Wait until the database works at nothing: a commit goes on when the client has gone."""
        while (
            self.cypher("SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS running")[0]["running"] > 1
        ):
            time.sleep(0.05)

    def state(self, store: Store) -> State:
        rows = self.cypher(EVERYTHING)
        lines = (json.dumps({**row, "labels": sorted(row["labels"])}, sort_keys=True) for row in rows)
        nodes = self.cypher("MATCH (n) WHERE NOT n:Revision UNWIND labels(n) AS name RETURN name")
        edges = self.cypher("MATCH ()-[r]->() RETURN type(r) AS name")
        counts = Counter(row["name"] for row in (*nodes, *edges))
        file = export(store, "https://counterclaim.example/id/", "trig")
        return State(file, tuple(sorted(lines)), dict(sorted(counts.items())))

    def faults(self, store: Store, versions: Iterable[Subgraph] = ()) -> list[str]:
        """What is not whole: half a document, what nothing states, doubled edges, stale shortcuts."""
        found = [f"{row['what']} {row['id']}" for row in self.cypher(ORPHANS)]
        known = [(each.document.id, each) for each in versions]
        for id_ in {id_ for id_, _ in known}:
            held = read_document(store.read, id_)
            if held is not None and not any(held == each for other, each in known if other == id_):
                found.append(f"half a document {id_}")
        return found + self._stale(store)

    def _stale(self, store: Store) -> list[str]:
        before = self._shortcuts()
        after: list[str] = []
        ids = self.cypher(TARGETS)[0]["ids"]

        def look(tx: Transaction) -> None:
            tx.run("refresh_shortcuts", targets=ids)
            rows = tx._tx.run(SHORTCUTS).data()  # pyright: ignore[reportPrivateUsage]
            after.extend(sorted(json.dumps(row, sort_keys=True) for row in rows))
            raise _UndoneError

        with suppress(_UndoneError):
            store.write(look)
        return [f"stale shortcut {line}" for line in sorted({*before} ^ {*after})]

    def _shortcuts(self) -> list[str]:
        return sorted(json.dumps(row, sort_keys=True) for row in self.cypher(SHORTCUTS))
