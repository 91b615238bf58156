"""SIGKILL of the process that ingests, and of Neo4j: nothing lost, nothing doubled."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import psutil
import pytest

from graph.store import Store
from graph.subgraph import Subgraph

from ..conftest import ROOT
from .conftest import KILLS
from .corpus import write_corpus
from .proxy import Proxy
from .unit import ended, start
from .world import State, World

OF_ENGINE = max(1, KILLS // 10)
"""Each costs a start of Neo4j."""
AT_BOUNDARIES = KILLS * 3 // 10
AT_RANDOM = KILLS - OF_ENGINE - AT_BOUNDARIES
ROUND = 8
"""Kills after which what was begun is let end, and all is compared."""


WARM = 3
"""Runs after which Neo4j has planned its queries, and a run takes as long as the next."""


class Corpus:
    """Files, how long they take, and the graph that they give when nobody disturbs."""

    def __init__(self, world: World, store: Store, folder: Path) -> None:
        self.world, self.store, self.folder, self.told = world, store, folder / "files", folder / "told"
        self.folder.mkdir()
        self.versions: list[Subgraph] = write_corpus(self.folder)
        for _ in range(WARM):
            world.wipe()
            self.run()
        self.undisturbed: State = world.state(store)
        world.wipe()

    def start(self, port: int | None = None) -> ForkServerProcess:
        return start(self.world.environment(port), self.told, "ingest", "--workers", "1", self.folder)

    def run(self, port: int | None = None) -> None:
        began = time.monotonic()
        assert ended(self.start(port)) == 0, self.told.read_text()
        self.seconds = time.monotonic() - began

    def require_whole(self) -> None:
        assert self.world.faults(self.store, self.versions) == []

    def require_complete(self) -> None:
        """What was killed is run again, to the end: the graph is the undisturbed one."""
        self.run()
        assert self.world.state(self.store) == self.undisturbed
        self.require_whole()
        self.world.wipe()


@pytest.fixture(scope="module")
def _corpus(the_world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with the_world.open() as store:
        yield Corpus(the_world, store, tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def corpus(_corpus: Corpus, world: World) -> Corpus:
    return _corpus


@pytest.mark.timeout(60 + 10 * KILLS)
def test_the_process_killed_at_random_points(corpus: Corpus, chance: random.Random) -> None:
    killed = 0
    for number in range(AT_RANDOM):
        process = corpus.start()
        time.sleep(chance.uniform(0, corpus.seconds))
        killed += process.is_alive()
        process.kill()
        process.join()
        corpus.require_whole()
        if number % ROUND == ROUND - 1:
            corpus.require_complete()
    corpus.require_complete()
    print(f"{killed} of {AT_RANDOM} kills met the process at work, which takes {corpus.seconds:.2f} s")
    assert killed > AT_RANDOM // 4


@pytest.mark.timeout(60 + 10 * KILLS)
def test_the_process_killed_at_every_kind_of_boundary(
    corpus: Corpus, proxy: Proxy, chance: random.Random
) -> None:
    corpus.run(proxy.port)
    every = proxy.bursts
    for number in range(AT_BOUNDARIES):
        corpus.world.wipe()
        proxy.heal()
        process = corpus.start(proxy.port)
        proxy.strike = process.kill
        proxy.strike_at = 1 + (number * every + chance.randrange(every)) // AT_BOUNDARIES
        process.join(60)
        assert process.exitcode == -signal.SIGKILL, corpus.told.read_text()
        corpus.require_whole()
        if number % ROUND == ROUND - 1:
            corpus.require_complete()
    corpus.require_complete()
    print(f"{AT_BOUNDARIES} kills spread over {every} round trips")


@pytest.mark.timeout(120 + 30 * KILLS)
def test_neo4j_killed_at_random_points(corpus: Corpus, chance: random.Random) -> None:
    engine = corpus.world.engine
    outlived = 0
    for _ in range(OF_ENGINE):
        process = corpus.start()
        time.sleep(chance.uniform(0, corpus.seconds))
        os.kill(engine.start().pid, signal.SIGKILL)
        while engine.status() is not None:
            time.sleep(0.02)
        engine.start()
        code = ended(process)
        assert code in (0, 4), corpus.told.read_text()
        outlived += code == 0
        corpus.require_whole()
        corpus.require_complete()
    print(f"{outlived} of {OF_ENGINE} outlived the restart")


READING = """
import sys, time
from pathlib import Path
from graph.batch import understand_all
from graph.settings import Settings
if __name__ == "__main__":
    reading = understand_all(sorted(Path(sys.argv[1]).iterdir()), Settings(), workers=2)
    next(reading)
    print("reads", flush=True)
    time.sleep(100)
"""


def test_those_who_read_end_with_the_process_that_is_killed(tmp_path: Path) -> None:
    folder, script = tmp_path / "files", tmp_path / "reading.py"
    folder.mkdir()
    write_corpus(folder)
    script.write_text(READING, encoding="utf-8")
    command = [sys.executable, script, folder]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        assert process.stdout.readline() == "reads\n"
        readers = psutil.Process(process.pid).children()
        assert len(readers) >= 2
        process.kill()
        _, alive = psutil.wait_procs(readers, timeout=30)
        for each in alive:
            each.kill()
        assert alive == []
