"""The database: runs named queries and translates the driver's errors. Only this module knows the driver."""

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
from .engine import LocalEngine
from .errors import QueryTimeoutError, StoreError, UnavailableError
from .settings import Settings

Row = dict[str, Any]
T = TypeVar("T")

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

    def __init__(self, driver: Driver, database: str = "neo4j", timeout: float = 30.0) -> None:
        self._driver = driver
        self._database = database
        self._timeout = timeout
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

    def verify(self) -> None:
        """Raise UnavailableError or StoreError unless the database answers."""
        with _translated(), self._session(WRITE_ACCESS) as session:
            session.run("RETURN 1").consume()

    def apply_schema(self) -> None:
        """Create the constraints and indexes that are missing, and wait until they are online."""
        with _translated(), self._session(WRITE_ACCESS) as session:
            for statement in queries.schema():
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(60)").consume()

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

    def revision(self) -> str:
        """Return a word that changes with every write; '' while nothing was written."""
        rows = self.read("revision")
        return rows[0]["revision"] if rows else ""

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one write transaction; the driver repeats it after deadlocks and lost connections."""

        @unit_of_work(timeout=self._timeout * 10)
        def managed(tx: ManagedTransaction) -> T:
            transaction = Transaction(tx)
            done = work(transaction)
            transaction.run("raise_revision")  # last, for all writers wait for each other here
            return done

        with _translated(), self._session(WRITE_ACCESS) as session:
            return session.execute_write(managed)

    def _session(self, access: str) -> Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )


def open_store(settings: Settings) -> Store:
    """Return a store on the configured server, or on the local engine, which is started when needed."""
    uri, user, password = connection(settings)
    driver = GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=10,
        connection_acquisition_timeout=20,
        max_transaction_retry_time=30,
        # An empty graph lacks labels that queries name; that is no defect worth a warning.
        notifications_disabled_classifications=["UNRECOGNIZED"],
    )
    store = Store(driver, settings.neo4j_database, settings.query_timeout)
    try:
        store.verify()
        store.apply_schema()
    except BaseException:
        store.close()
        raise
    return store


def connection(settings: Settings) -> tuple[str, str, str]:
    """Return (URI, user, password) of the database that the settings name."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
        return settings.neo4j_uri, settings.neo4j_user, password
    local = local_engine(settings).start()
    return local.uri, local.user, local.password


def local_engine(settings: Settings, options: Sequence[str] = ()) -> LocalEngine:
    """Return the local engine that the settings describe, with further flags of its JVM."""
    return LocalEngine(settings.home / "neo4j", options=options, release=settings.neo4j_version)


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
        raise StoreError(f"the database refused: {error.message} ({error.code})") from error
    except DriverError as error:
        raise UnavailableError(f"the connection to the database failed: {error}") from error
