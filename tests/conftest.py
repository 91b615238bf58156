"""Fixtures. Fixture strategy:

* One real Neo4j per session: NEO4J_URI if it is set, else a container when a Docker engine answers,
  else the local engine in a temporary folder. Never a stand-in, never a skip.
  `scripts/test --neo4j 2026.08` (COUNTERCLAIM_NEO4J_VERSION) says which release container and engine are.
* `store` is that database, empty at the start of each test.
* `corpus_store` holds exactly examples/annotations for the tests of one module, which only read.
  A module uses one of the two, never both.
"""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph.models import Annotation
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store, local_engine, open_store
from graph.write import Written, write_document

ROOT = Path(__file__).resolve().parent.parent
RELEASE = Settings().neo4j_version
IMAGE = f"neo4j:{RELEASE}-community"
NO_CHROMIUM = "no Chromium on this machine"
NO_DOCKER = "no Docker engine on this machine"
EXCUSED = (NO_CHROMIUM, NO_DOCKER)


def pytest_report_header() -> str:
    return f"neo4j: {_kind()}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed run, but for want of Chromium or Docker: all else must be tested."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") and any(not _excused(str(report.longrepr)) for report in skipped):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _excused(reason: str) -> bool:
    return any(excuse in reason for excuse in EXCUSED)


def _kind() -> str:
    if os.environ.get("NEO4J_URI"):
        return f"server at {os.environ['NEO4J_URI']}"
    return f"container {IMAGE}" if docker_answers() else f"local engine {RELEASE}"


def docker_answers() -> bool:
    if os.environ.get("DOCKER_HOST"):
        return True
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex("/var/run/docker.sock") == 0


@pytest.fixture(scope="session", autouse=True)
def quick_compiler() -> Iterator[None]:
    """Every Java process of the tests has the quick compiler alone: each asks many different questions once.

    An engine that only starts takes 3.7 seconds of CPU so, 5.6 to 6.5 otherwise.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COUNTERCLAIM_HOME", str(home))
        if os.environ.get("NEO4J_URI"):
            yield Settings()
        elif docker_answers():
            yield from _container(patch)
        else:
            # Plans that last: small graphs come and go, and to plan anew for each took 40 of 100 of the
            # engine's time.
            engine = local_engine(Settings(), conf="dbms.cypher.min_replan_interval=1h\n")
            engine.start()
            try:
                yield Settings()
            finally:
                engine.stop()


def _container(patch: pytest.MonkeyPatch) -> Iterator[Settings]:
    from testcontainers.community.neo4j import Neo4jContainer

    with Neo4jContainer(IMAGE, password="counterclaim-tests") as container:
        patch.setenv("NEO4J_URI", container.get_connection_url())
        patch.setenv("NEO4J_PASSWORD", "counterclaim-tests")
        yield Settings()


@pytest.fixture(scope="session")
def database(settings: Settings) -> Iterator[Store]:
    """The session's database; a server of the user's own must be empty, for the tests wipe it."""
    with open_store(settings) as store:
        if store.read("document_ids") and not os.environ.get("COUNTERCLAIM_TEST_WIPE"):
            pytest.exit("NEO4J_URI holds documents; set COUNTERCLAIM_TEST_WIPE=1 to wipe them", 3)
        yield store


@pytest.fixture(scope="session")
def cypher(settings: Settings, database: Store) -> Iterator[Callable[..., list[dict[str, Any]]]]:
    """Runs Cypher text of a test's own, past the product, to look at what is really there."""
    from graph.store import connection

    uri, user, password = connection(settings)
    with GraphDatabase.driver(
        uri,
        auth=(user, password),
        notifications_min_severity="INFORMATION",
        notifications_disabled_classifications=["UNRECOGNIZED"],
        warn_notification_severity="INFORMATION",
    ) as driver:

        def run(text: Any, /, **params: object) -> list[dict[str, Any]]:
            return [r.data() for r in driver.execute_query(text, params, database_="neo4j").records]

        yield run


@pytest.fixture
def store(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    return database


@pytest.fixture(scope="module")
def corpus_store(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    for path in annotations():
        write_document(database, project(load_annotation(path)))
    return database


def annotations() -> list[Path]:
    return sorted((ROOT / "examples" / "annotations").glob("*.yaml"))


def put(store: Store, annotation: Annotation) -> Written:
    return write_document(store, project(annotation))
