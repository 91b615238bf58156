"""The service while its database goes away and comes back, while clients are slow, and while it is ended."""

import http.client
import json
import os
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from graph.engine import LocalEngine
from graph.read.annotation import dump_annotation
from graph.store import Store
from graph.write import write_document

from ..samples import model, saying
from .corpus import project, stories
from .proxy import Proxy
from .unit import ended, start
from .world import World

RETRY = "retry-after"
Answer = tuple[int, dict[str, str], bytes]


class Service:
    """`counterclaim serve` in a process of its own."""

    def __init__(self, environment: dict[str, str], told: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.told = told
        self.process: ForkServerProcess = start(environment, told, "serve", "--port", str(self.port))

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=150)
        try:
            if body is not None:
                headers["Content-Type"] = "application/yaml"
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def until(self, path: str, status: int, seconds: float = 60) -> Answer:
        """Ask until it answers so; nothing but 503 with advice may come before."""
        ends = time.monotonic() + seconds
        while True:
            with suppress(ConnectionError):
                answer = self.ask(path)
                if answer[0] == status:
                    return answer
                require_advice(answer)
            assert time.monotonic() < ends, self.told.read_text()[-2000:]
            time.sleep(0.1)

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def require_advice(answer: Answer) -> None:
    status, headers, body = answer
    assert status == 503, (status, body[:500])
    assert RETRY in headers
    assert json.loads(body)["status"] == 503


@pytest.fixture
def store(world: World) -> Iterator[Store]:
    with world.open() as store:
        for story in stories():
            write_document(store, project(story))
        yield store


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[dict[str, str]], Service]]:
    made: list[Service] = []

    def begin(environment: dict[str, str]) -> Service:
        made.append(Service(environment, tmp_path / f"told-{len(made)}"))
        return made[-1]

    yield begin
    for service in made:
        service.end()


Serve = Callable[[dict[str, str]], Service]
PATHS = ("/disputes", "/documents", "/actors", "/export?format=nt", "/search?q=rain")


@pytest.mark.timeout(300)
def test_a_restart_of_the_database_under_load(world: World, store: Store, serve: Serve) -> None:
    service = serve(world.environment())
    service.until("/readyz", 200)
    right = {path: service.ask(path)[2] for path in PATHS[:2]}
    over, stored, statuses = threading.Event(), set[str](), Counter[int]()

    def read(number: int) -> None:
        while not over.is_set():
            path = PATHS[number % len(PATHS)]
            began = time.monotonic()
            answer = service.ask(path)
            assert time.monotonic() - began < 45
            statuses[answer[0]] += 1
            if answer[0] != 200:
                require_advice(answer)
                time.sleep(0.05)
            elif path in right and not stored:
                assert answer[2] == right[path]

    def write() -> None:
        for number in range(1000):
            if over.is_set():
                return
            told = saying("asserts", "zoe", text=f"Zoe, {number}", published="2026-02-01", claim="It is late")
            answer = service.ask("/documents", "POST", dump_annotation(told))
            if answer[0] in (200, 201):
                stored.add(project(told).document.id)
            else:
                require_advice(answer)
            time.sleep(0.1)

    with ThreadPoolExecutor(9) as pool:
        work = [pool.submit(read, number) for number in range(8)]
        time.sleep(1)
        os.kill(world.engine.start().pid, signal.SIGKILL)
        while world.engine.status():
            time.sleep(0.02)
        work.append(pool.submit(write))
        time.sleep(1)
        world.engine.start()
        service.until("/readyz", 200)
        time.sleep(1)
        over.set()
        for each in work:
            each.result(90)
    assert statuses[200] > 0
    assert statuses[503] > 0
    assert stored <= {row["id"] for row in store.read("document_ids")}
    assert world.faults(store) == []


@pytest.mark.timeout(300)
def test_a_stopped_database_too(world: World, store: Store, serve: Serve) -> None:
    service = serve(world.environment())
    service.until("/readyz", 200)
    right = service.ask("/disputes")[2]
    world.engine.stop()
    require_advice(service.ask("/disputes"))
    require_advice(service.ask("/documents", "POST", dump_annotation(model())))
    require_advice(service.ask("/sparql?query=ASK%7B%7D"))
    assert service.ask("/healthz")[0] == 200
    world.engine.start()
    assert service.until("/disputes", 200)[2] == right


def test_a_database_that_is_away_at_the_start(world: World, store: Store, proxy: Proxy, serve: Serve) -> None:
    environment = world.environment(proxy.port)
    proxy.refusing = True
    service = serve(environment)
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        with suppress(ConnectionError):
            require_advice(service.ask("/readyz"))
            break
        time.sleep(0.1)
    require_advice(service.ask("/documents"))
    proxy.refusing = False
    assert service.until("/documents", 200)[0] == 200


def test_an_export_is_whole_or_an_error(world: World, store: Store, proxy: Proxy, serve: Serve) -> None:
    service = serve(world.environment(proxy.port))
    service.until("/readyz", 200)
    path = "/export?format=trig"
    proxy.heal()
    right, every = service.ask(path)[2], proxy.bursts
    for number in range(1, every + 1):
        proxy.heal()
        proxy.cut_after = number
        answer = service.ask(path)
        proxy.heal()
        if answer[0] == 200:
            assert answer[2] == right
        else:
            require_advice(answer)
        assert service.until(path, 200)[2] == right


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_service_that_dies_amid_an_answer_leaves_no_short_file(
    world: World, store: Store, serve: Serve, encoding: str
) -> None:
    # Words that gzip cannot shorten: more than the sockets between hold.
    text = os.urandom(400_000).hex()
    for number in range(15):
        write_document(
            store, project(saying("asserts", "zoe", text=f"{number} {text}", published="2026-03-01"))
        )
    service = serve(world.environment())
    service.until("/readyz", 200)
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    connection.request("GET", "/export?format=nt", headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.read(1000)
    service.end()
    with answer, pytest.raises((http.client.IncompleteRead, ConnectionError)):
        answer.read()
    connection.close()


def test_slow_clients_hold_up_no_other(world: World, store: Store, serve: Serve) -> None:
    service = serve(world.environment())
    service.until("/readyz", 200)
    slow: list[socket.socket] = []
    try:
        for number in range(60):
            each = socket.create_connection(("127.0.0.1", service.port))
            slow.append(each)
            if number % 2:
                each.sendall(
                    b"GET /export?format=trig HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                )  # and read nothing
            else:
                each.sendall(
                    b"POST /documents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
                    b"Content-Length: 1000\r\n\r\nand no more"
                )
        began = time.monotonic()
        assert service.ask("/documents")[0] == 200
        assert service.ask("/documents", "POST", dump_annotation(model()))[0] in (200, 201)
        assert time.monotonic() - began < 20
    finally:
        for each in slow:
            each.close()


def test_what_was_asked_before_the_end_is_answered(
    world: World, store: Store, proxy: Proxy, serve: Serve
) -> None:
    service = serve(world.environment(proxy.port))
    service.until("/readyz", 200)
    right = service.ask("/export?format=nt")[2]
    proxy.heal()
    proxy.delay = 0.2
    story = saying("asserts", "zoe", text="Zoe at the end", published="2026-02-01")
    with ThreadPoolExecutor(2) as pool:
        reading = pool.submit(service.ask, "/export?format=nt")
        writing = pool.submit(service.ask, "/documents", "POST", dump_annotation(story))
        time.sleep(1)
        assert service.process.pid
        os.kill(service.process.pid, signal.SIGTERM)
        assert reading.result(60)[0] == 200
        assert reading.result()[2].startswith(right[:100])
        assert writing.result(60)[0] == 201
    assert ended(service.process, 60) in (0, -signal.SIGTERM)
    with pytest.raises(ConnectionError):
        service.ask("/healthz")
    assert project(story).document.id in {row["id"] for row in store.read("document_ids")}


@pytest.mark.timeout(300)
def test_a_local_engine_that_crashed_is_started_and_one_that_moved_is_found(
    world: World, store: Store, serve: Serve
) -> None:
    engine: LocalEngine = world.engine
    environment = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    service = serve({**environment, "NEO4J_URI": "", "COUNTERCLAIM_HOME": str(engine.home.parent)})
    right = service.until("/documents", 200)[2]
    os.kill(engine.start().pid, signal.SIGKILL)
    while engine.status():
        time.sleep(0.02)
    assert service.until("/documents", 200, 90)[2] == right
    assert engine.status() is not None
    # One that was stopped stays so.
    port = int(engine.start().uri.rpartition(":")[2])
    engine.stop()
    require_advice(service.ask("/documents"))
    assert engine.status() is None
    with socket.create_server(("127.0.0.1", port)):
        moved = engine.start()
        assert str(port) not in moved.uri
        assert service.until("/documents", 200)[2] == right
    engine.stop()  # so that the next one has the port that the others know
    engine.home.joinpath("conf", "neo4j.conf").write_text(conf_for(engine, port), encoding="utf-8")


def conf_for(engine: LocalEngine, port: int) -> str:
    text = engine.home.joinpath("conf", "neo4j.conf").read_text(encoding="utf-8")
    lines = (
        f"server.bolt.listen_address=127.0.0.1:{port}" if line.startswith("server.bolt.listen") else line
        for line in text.splitlines()
    )
    return "\n".join(lines) + "\n"
