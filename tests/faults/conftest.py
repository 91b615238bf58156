"""A Neo4j of the fault tests' own, which they kill and start again; others' is never touched.

COUNTERCLAIM_KILLS says how often processes are killed (20; in the long mode 1000), COUNTERCLAIM_SEED where
chance begins; a failure tells the seed that it had.
"""

import os
import random
from collections.abc import Iterator

import pytest
from neo4j import GraphDatabase

from graph.engine import LocalEngine
from graph.settings import Settings

from .proxy import Proxy
from .world import World

KILLS = int(os.environ.get("COUNTERCLAIM_KILLS", "20"))
SEED = int(os.environ.get("COUNTERCLAIM_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)

SILENCE = 12
"""Seconds after which a silent database is given up; Neo4j's own default is 120."""


def pytest_report_header() -> str:
    return f"faults: {KILLS} kills, COUNTERCLAIM_SEED={SEED}"


@pytest.fixture(scope="package")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalEngine]:
    engine = LocalEngine(
        tmp_path_factory.mktemp("faults") / "neo4j",
        release=Settings().neo4j_version,
        conf=f"server.bolt.connection_keep_alive={SILENCE // 2}s\ndbms.cypher.min_replan_interval=1h\n",
    )
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()


@pytest.fixture(scope="package")
def the_world(engine: LocalEngine) -> Iterator[World]:
    connection = engine.start()
    with GraphDatabase.driver(
        connection.uri, auth=(connection.user, connection.password),
        notifications_disabled_classifications=["UNRECOGNIZED"],
    ) as driver:  # fmt: skip
        yield World(engine, driver)


@pytest.fixture
def world(the_world: World) -> World:
    """The database, empty; started again if the test before killed it."""
    with the_world.open():
        the_world.wipe()
    return the_world


@pytest.fixture
def proxy(world: World) -> Iterator[Proxy]:
    with Proxy(*world.bolt) as proxy:
        yield proxy


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    print(f"COUNTERCLAIM_SEED={SEED}")  # pytest shows it when the test fails
    return random.Random(f"{SEED} {request.node.name}")
