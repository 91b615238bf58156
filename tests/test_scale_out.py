"""What a cluster asks of a client, as far as one machine shows it: routing, read access, bookmarks, a move.

Neo4j Community has no clusters, so both engines here are single servers, each with a routing table of itself.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine import LocalEngine
from graph.errors import StoreError
from graph.export import export
from graph.ingest import ingest
from graph.settings import Settings
from graph.store import Store, open_store

from .conftest import RELEASE, ROOT

BASE = Settings().base_iri
FIRST, *OTHERS = sorted((ROOT / "examples" / "annotations").glob("*.yaml"))


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[LocalEngine]]:
    homes = [tmp_path_factory.mktemp(name) for name in ("one", "other")]
    engines = [LocalEngine(home, release=RELEASE) for home in homes]
    yield engines
    for engine in engines:
        engine.stop()


def routed(engine: LocalEngine) -> Store:
    """Open a store as for a cluster or Aura: the driver asks the server for its routing table."""
    there = engine.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_URI", there.uri.replace("bolt://", "neo4j://"))
        patch.setenv("NEO4J_PASSWORD", there.password)
        return open_store(Settings())


def test_a_store_reads_what_it_and_others_wrote_and_never_writes_when_reading(
    engines: list[LocalEngine],
) -> None:
    with routed(engines[0]) as writer, routed(engines[0]) as reader:
        ingest(FIRST, Settings(), writer)
        assert len(writer.read("document_ids")) == len(reader.read("document_ids")) == 1
        with pytest.raises(StoreError, match="read access mode"):
            reader.read("raise_revision")  # as a read server of a cluster would refuse


def test_reads_carry_the_bookmarks_of_the_writes_before_them(
    engines: list[LocalEngine], caplog: pytest.LogCaptureFixture
) -> None:
    with routed(engines[0]) as store:
        ingest(OTHERS[0], Settings(), store)
        with caplog.at_level(logging.DEBUG, logger="neo4j.io"):
            store.read("document_ids")
    (sent,) = [line for line in caplog.messages if " C: RUN " in line]
    assert "'mode': 'r'" in sent
    assert re.search(r"'bookmarks': \['[^']+'", sent)


def test_a_second_engine_filled_from_the_first_answers_the_same(
    engines: list[LocalEngine], tmp_path: Path
) -> None:
    file = tmp_path / "graph.nt"
    with routed(engines[0]) as one:
        for path in (FIRST, *OTHERS):
            ingest(path, Settings(), one)
        file.write_text(export(one, BASE, "nt"))
    with routed(engines[1]) as other:
        ingest(file, Settings(), other)
        assert export(other, BASE, "nt") == file.read_text()
