"""Neo4j in a container of its own, set as docker-compose.yml sets it; skipped where no Docker answers."""

import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from graph import ask
from graph.errors import StoreError
from graph.export import export
from graph.ingest import ingest
from graph.settings import Settings
from graph.store import Store, open_store

from ..conftest import IMAGE, NO_DOCKER, ROOT, docker_answers

pytestmark = pytest.mark.skipif(not docker_answers(), reason=NO_DOCKER)
PASSWORD = "counterclaim/tests"  # a slash, as a generated password may have


@pytest.fixture(scope="module")
def container() -> Iterator[Any]:
    from testcontainers.community.neo4j import Neo4jContainer

    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]
    container = Neo4jContainer(IMAGE, password=PASSWORD)
    for name, value in service["environment"].items():
        # Ports and password are the container's own; an image may be built with usage reports off.
        if "${" not in value and "usage__report" not in name:
            container.with_env(name, value)
    with container:
        yield container


@pytest.fixture(scope="module")
def inside(container: Any) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_URI", container.get_connection_url())
        patch.setenv("NEO4J_PASSWORD", PASSWORD)
        settings = Settings()
        with open_store(settings) as store:
            for path in sorted((ROOT / "examples" / "annotations").glob("*.yaml")):
                ingest(path, settings, store)
            yield store


def answering(settings: Settings) -> Store:
    """Open a store as soon as the database answers, as the service does."""
    deadline = time.monotonic() + 180
    while True:
        try:
            return open_store(settings)
        except StoreError:
            if time.monotonic() > deadline:
                raise
            time.sleep(1)


def test_documents_are_stored_and_asked(inside: Store) -> None:
    assert len(ask.documents(inside).items) == 4
    assert ask.disputes(inside).items


def test_a_container_killed_and_started_again_has_lost_nothing(
    container: Any, inside: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = export(inside, Settings().base_iri, "nt")
    wrapped = container.get_wrapped_container()
    wrapped.kill(signal.SIGKILL)
    with pytest.raises(StoreError):
        ask.documents(inside)
    wrapped.start()
    monkeypatch.setenv("NEO4J_URI", container.get_connection_url())  # the port is another one now
    with answering(Settings()) as store:
        assert export(store, Settings().base_iri, "nt") == before


def test_the_health_check_tells_the_truth(container: Any) -> None:
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["neo4j"]
    command = service["healthcheck"]["test"][1].replace("$$", "$")
    wrapped = container.get_wrapped_container()
    assert wrapped.exec_run(["sh", "-c", command]).exit_code == 0
    wrong = wrapped.exec_run(["sh", "-c", command], environment={"NEO4J_AUTH": "neo4j/something-else"})
    assert wrong.exit_code != 0
