"""The local engine: start it, attach to it, stop it."""

import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from . import classes, config, releases
from .errors import EngineError
from .importing import DATABASE, discard, half_made, marked, run_admin
from .jars import default_cache, ensure_jars
from .java import java
from .memory import Memory, read_memory
from .process import Process, exclusive

START_TIMEOUT = 180.0
STOP_TIMEOUT = 60.0


@dataclass(frozen=True)
class Connection:
    """How to reach a running engine."""

    uri: str
    user: str
    password: str = field(repr=False)
    browser_url: str
    pid: int


class LocalEngine:
    """Neo4j Community with its data in `home`; it outlives the command that started it.

    `cache` is where the jars are kept, `release` which Neo4j it is, `memory` what it is started with: one
    that runs keeps what it has. `options` are further flags of the JVM, `conf` further lines of `neo4j.conf`;
    an engine with such flags uses the archive of classes, if there is one, but never records it.
    """

    def __init__(
        self,
        home: Path,
        cache: Path | None = None,
        options: Sequence[str] = (),
        release: str = releases.DEFAULT,
        memory: Memory | None = None,
        conf: str = "",
    ) -> None:
        self.home = home.absolute()
        self.release = releases.RELEASES[release]
        self.password_file = self.home / "password"
        self._cache = (cache or default_cache(self.release)).absolute()
        self.memory = memory or Memory()
        self._conf = conf
        self._process = Process(self.home, options, self.memory.heap)
        self.log_file = self._process.log_file

    def start(self) -> Connection:
        """Return the connection to the engine, started if none runs; EngineError says why not."""
        with self._explained():
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            with exclusive(self.home, START_TIMEOUT):
                running = self._process.alive()
                releases.check(self.home, self.release, running)
                if not running:
                    self._launch()
                return self._attach()

    def status(self) -> Connection | None:
        """Return the connection to the running engine, or None; asks nothing of the engine."""
        with self._explained():
            return self._connection() if self._process.alive() else None

    def crashed(self) -> bool:
        """Return whether the engine ended without being stopped: then `start` brings all back."""
        with self._explained():
            return self._process.crashed()

    def address(self) -> str | None:
        """Return the URI of the running engine, or None."""
        with self._explained():
            return config.uri(self.home) if self._process.alive() else None

    def running_memory(self) -> Memory | None:
        """Return the memory with which the engine that runs was started; None where none runs or tells."""
        with self._explained():
            return read_memory(self.home) if self._process.alive() else None

    def stop(self) -> bool:
        """Stop the engine, and return whether one ran; EngineError when it cannot be ended."""
        if not self.home.exists():
            return False
        with self._explained(), exclusive(self.home, START_TIMEOUT):
            if not self._process.alive():
                return False
            if self._process.stop(STOP_TIMEOUT):
                classes.publish(self._cache, self.home)
            return True

    def has_database(self) -> bool:
        """Return whether there is a graph, be it empty."""
        return (self.home / "data" / "databases" / DATABASE).exists() and not half_made(self.home)

    def import_database(self, arguments: Sequence[str], folder: Path) -> None:
        """Make the graph anew of files in a folder by `neo4j-admin`; the engine must not run."""
        with self._explained():
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            with exclusive(self.home, START_TIMEOUT):
                if self._process.alive():
                    raise EngineError(f"The Neo4j in {self.home} runs; stop it first.")
                self.memory.check()
                jars = ensure_jars(self._cache, self.release)
                discard(self.home)
                config.prepare_password(self.home)
                releases.record(self.home, self.release)
                config.write_conf(self.home, self.release, self.memory, self._conf, *config.free_ports())
                with marked(self.home):
                    run_admin(self.home, jars, arguments, folder, self.memory.heap)

    def tail(self, lines: int) -> str:
        """Return the last lines of the engine's log."""
        return self._process.tail(lines)

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Turn what the file system refuses into an EngineError."""
        try:
            yield
        except OSError as error:
            raise EngineError(
                f"The data folder {self.home} of the local Neo4j cannot be used: {error}. "
                "Choose another with COUNTERCLAIM_HOME."
            ) from error

    def _launch(self) -> None:
        java()  # without it the download would be in vain
        self.memory.check()
        jars = ensure_jars(self._cache, self.release)
        discard(self.home)
        config.prepare_password(self.home)
        releases.record(self.home, self.release)
        wanted = config.last_ports(self.home)
        for _ in range(3):
            config.write_conf(self.home, self.release, self.memory, self._conf, *config.free_ports(wanted))
            self._process.spawn(self.release.main, jars, self._cache)
            if self._came_up() or not self._process.lost_port():
                return
            wanted = 0, 0

    def _came_up(self) -> bool:
        """Wait until Neo4j says that it serves; return False when it ended instead."""
        deadline = time.monotonic() + START_TIMEOUT
        while self._process.alive():
            if self._process.serving():
                return True
            if time.monotonic() > deadline:
                raise EngineError(
                    f"Neo4j has not come up in {START_TIMEOUT:.0f} s. See {self.log_file}; "
                    "`counterclaim neo4j stop` ends it."
                )
            time.sleep(0.05)
        return False

    def _attach(self) -> Connection:
        """Return the connection once Bolt has answered on it with the password in the file."""
        if not self._came_up():
            log = self._process.tail(15)
            raise EngineError(f"Neo4j ended while starting. {self.log_file} ends with:\n{log}")
        connection = self._connection()
        try:
            _ask(connection)
        except AuthError as error:
            raise EngineError(
                f"Neo4j refuses the password in {self.password_file}. Put the password of the "
                f"user {connection.user} into that file, or stop the engine and delete "
                f"{self.home} to begin with an empty graph."
            ) from error
        except (DriverError, Neo4jError) as error:
            raise EngineError(
                f"Neo4j runs (pid {connection.pid}) but does not answer: {error}. "
                f"See {self.log_file}; `counterclaim neo4j stop` ends it."
            ) from error
        return connection

    def _connection(self) -> Connection:
        _, http = config.read_ports(self.home)
        return Connection(
            uri=config.uri(self.home),
            user=config.USER,
            password=config.read_password(self.home),
            browser_url=f"http://{config.HOST}:{http}/browser/",
            pid=self._process.pid(),
        )


def _ask(connection: Connection) -> None:
    """Run the smallest query; the driver's errors say what is wrong."""
    with neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        connection.uri,
        auth=(connection.user, connection.password),
        connection_timeout=10,
        max_transaction_retry_time=10,
    ) as driver:
        driver.execute_query("RETURN 1", database_="neo4j")
