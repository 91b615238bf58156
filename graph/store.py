"""The database: runs named queries and translates the driver's errors. Only this module knows the driver."""

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    Result,
    Session,
    unit_of_work,
)
from neo4j import Query as TimedQuery
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable

from . import queries
from .engine import LocalEngine, Memory
from .errors import ConflictError, QueryTimeoutError, StoreError, UnavailableError
from .schema import SCHEMA, require_current, require_unmoved
from .settings import Settings

Row = dict[str, Any]
T = TypeVar("T")

RECENT = 1.0
"""Seconds for which a revision may be told again without asking the database."""

_UNKNOWN = (float("-inf"), object(), "")
_TIMEOUTS = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")


class Transaction:
    """One transaction: runs named queries that are committed together or not at all."""

    def __init__(self, tx: ManagedTransaction) -> None:
        self._tx = tx

    def run(self, name: str, **params: object) -> list[Row]:
        """Run a named query and return its rows."""
        return self._tx.run(queries.load()[name].text, params).data()


class Store:
    """A database with the schema of the ontology; use it as a context manager."""

    def __init__(
        self,
        driver: Driver,
        database: str = "neo4j",
        timeout: float = 30.0,
        uri: str = "",
        schema: int = SCHEMA,
        was: Sequence[int] = (),
    ) -> None:
        self.uri = uri
        self._driver = driver
        self._database = database
        self._timeout = timeout
        self._schema = schema
        self._known_schemas = frozenset({schema, *was})
        self._writes = object()
        self._known = _UNKNOWN
        # In a cluster, what this store reads is never older than what it wrote, whichever server answers.
        self._bookmarks = GraphDatabase.bookmark_manager()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def of_schema(self, schema: int, *was: int) -> "Store":
        """Return the same database, written to as one of `schema`, where it is that or of `was`."""
        other = Store(self._driver, self._database, self._timeout, self.uri, schema, was)
        other._bookmarks = self._bookmarks
        return other

    def verify(self) -> None:
        """Raise UnavailableError or StoreError unless the database answers."""
        with _translated(), self._session(WRITE_ACCESS) as session:
            session.run("RETURN 1").consume()

    def apply_schema(self, patience: int = 60) -> None:
        """Create the constraints and indexes that are missing; wait as many seconds until they are online."""
        with _translated(), self._session(WRITE_ACCESS) as session:
            for statement in queries.schema():
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes($seconds)", seconds=patience).consume()

    def alter(self, name: str, **params: object) -> None:
        """Run a named query that changes constraints or indexes; each is a transaction of its own."""
        with _translated(), self._session(WRITE_ACCESS) as session:
            session.run(queries.load()[name].text, params).consume()

    def read(self, name: str, **params: object) -> list[Row]:
        """Run a named query in READ routing and return its rows; QueryTimeoutError when it is too slow."""
        return self._read(name, params, Result.data)

    def rows(self, name: str, **params: object) -> list[list[Any]]:
        """Run a named query as `read` does; return bare values, which is faster where they are many."""
        return self._read(name, params, Result.values)

    def _read(self, name: str, params: dict[str, object], take: Callable[[Result], T]) -> T:
        query = TimedQuery(queries.load()[name].text, timeout=self._timeout)
        with _translated(), self._session(READ_ACCESS) as session:
            return take(session.run(query, params))

    def schema(self) -> int:
        """Return of which schema the graph is: 0 if it does not say, and if it is empty, this release's."""
        (state,) = self.read("schema_state")
        return (state["schema"] or 0) if state["held"] else SCHEMA

    def revision(self) -> str:
        """Return a word that changes with every write; '' while nothing was written."""
        read, writes = time.monotonic(), self._writes
        rows = self.read("revision")
        revision = (rows[0]["revision"] or "") if rows else ""
        # A thread that read before another wrote must not put back what that write has made old.
        self._known = (read, writes, revision)
        return revision

    def recent_revision(self) -> str:
        """Return the revision as it was within the last second, but after each write by this store."""
        read, writes, revision = self._known
        recent = writes == self._writes and time.monotonic() - read < RECENT
        return revision if recent else self.revision()

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one write transaction; the driver repeats it after deadlocks and lost connections.

        SchemaError if the graph was, or is being, brought to another schema since it was opened.
        """

        @unit_of_work(timeout=self._timeout * 10)
        def managed(tx: ManagedTransaction) -> T:
            transaction = Transaction(tx)
            # First, for here writers wait for each other: what one reads, no other changes until it ends.
            (raised,) = transaction.run("raise_revision", schema=self._schema)
            require_unmoved(raised["was"], self._known_schemas)
            return work(transaction)

        try:
            with _translated(), self._session(WRITE_ACCESS) as session:
                return session.execute_write(managed)
        finally:  # Also where it failed: a connection that broke does not tell whether all was stored.
            self._writes = object()

    def _session(self, access: str) -> Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )


def open_store(
    settings: Settings, patience: float = 30.0, indexing: int = 60, any_schema: bool = False
) -> Store:
    """Return a store on the configured server, or on the local engine, which is started when needed.

    A write is tried again for `patience` seconds while the database is away; new indexes are waited for as
    many seconds as `indexing` says. SchemaError for a graph of another schema, unless `any_schema`.
    """
    uri, user, password = connection(settings)
    driver = GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=10,
        connection_acquisition_timeout=20,
        max_transaction_retry_time=patience,
        # An empty graph lacks labels that queries name; that is no defect worth a warning.
        notifications_disabled_classifications=["UNRECOGNIZED"],
    )
    store = Store(driver, settings.neo4j_database, settings.query_timeout, uri)
    try:
        store.verify()
        store.apply_schema(indexing)
        if not any_schema:
            require_current(store.schema())
    except BaseException:
        store.close()
        raise
    return store


def is_lost(settings: Settings, store: Store) -> bool:
    """Return whether the local engine crashed, or is found elsewhere now, so that `open_store` is needed.

    A server is found where it was, and an engine that was stopped stays so.
    """
    if settings.neo4j_uri:
        return False
    engine = local_engine(settings)
    return engine.crashed() or engine.address() not in (None, store.uri)


def connection(settings: Settings) -> tuple[str, str, str]:
    """Return (URI, user, password) of the database that the settings name."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        return settings.neo4j_uri, settings.neo4j_user, password
    local = local_engine(settings).start()
    return local.uri, local.user, local.password


def local_engine(settings: Settings, options: Sequence[str] = (), conf: str = "") -> LocalEngine:
    """Return the local engine of the settings, with further flags of its JVM and lines of `neo4j.conf`."""
    memory = Memory(settings.neo4j_heap, settings.neo4j_page_cache)
    return LocalEngine(
        settings.home / "neo4j", options=options, release=settings.neo4j_version, memory=memory, conf=conf
    )


@contextmanager
def _translated() -> Generator[None]:
    try:
        yield
    except ServiceUnavailable as error:
        raise UnavailableError(
            f"the database cannot be reached: {error}; check that it runs and NEO4J_URI"
        ) from error
    except AuthError as error:
        raise UnavailableError(
            "the database refused user or password; check NEO4J_USER and NEO4J_PASSWORD"
        ) from error
    except Neo4jError as error:
        if any(code in (error.code or "") for code in _TIMEOUTS):
            raise QueryTimeoutError(f"the query ran past its time limit: {error.message}") from error
        if "ConstraintValidation" in (error.code or ""):
            raise ConflictError(f"an id stands for something else in the graph: {error.message}") from error
        if error.is_retryable():  # It stops, starts, or has no memory left for now.
            raise UnavailableError(
                f"the database cannot answer now: {error.message} ({error.code})"
            ) from error
        raise StoreError(f"the database refused: {error.message} ({error.code})") from error
    except DriverError as error:
        raise UnavailableError(f"the connection to the database failed: {error}") from error
