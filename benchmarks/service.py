"""What the HTTP service costs over the bare driver for the same queries, and how that grows.

    python benchmarks/service.py [--documents 110 …] [--clients 1 8 32] [--seconds S] [--home FOLDER]
        [--only PART …]

A synthetic corpus is written into a Neo4j of its own, in a temporary folder; about nine statements a
document. For each read endpoint, the queries that it runs are recorded once; then clients on threads
take turns, in one run: the service over HTTP with kept connections, and the bare driver and Neo4j's own
HTTP Query API with the same queries, texts and parameters. Figures are ratios to the bare driver, of the
median and of the 99th percentile; of the Query API of the median (api). Clients,
service and database share this machine's cores, so at many clients this is a ratio of work, not of waiting.
"""

import argparse
import base64
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any, cast

from addresses import addresses
from neo4j import READ_ACCESS, Driver, GraphDatabase

from graph import queries
from graph.generate import generate
from graph.project import project
from graph.settings import Settings
from graph.store import Row, Store, connection, local_engine, open_store
from graph.write import write_documents

BATCH = 128
Call = Callable[[], object]
Query = tuple[str, dict[str, object]]


class Recorder(Store):
    """A store that notes which queries an answer asks."""

    asked: list[Query]

    def read(self, name: str, **params: object) -> list[Row]:
        """Note and run."""
        self.asked.append((name, params))
        return super().read(name, **params)


class QueryApi:
    """Neo4j's HTTP Query API, with a kept connection for each thread."""

    def __init__(self, address: str, user: str, password: str) -> None:
        self._host = address.split("/")[2]
        login = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._headers = {"Authorization": f"Basic {login}", "Content-Type": "application/json"}
        self._local = threading.local()

    def anew(self) -> "QueryApi":
        """Forget the kept connections: Neo4j closes one that was idle through a long measurement."""
        self._local = threading.local()
        return self

    def run(self, asked: list[Query]) -> None:
        """Run queries, each as a request of its own, and read the answers."""
        for name, params in asked:
            body = {"statement": queries.load()[name].text, "parameters": params, "accessMode": "Read"}
            if not hasattr(self._local, "connection"):
                self._local.connection = http.client.HTTPConnection(self._host)
            kept = cast(http.client.HTTPConnection, self._local.connection)
            kept.request("POST", "/db/neo4j/query/v2", json.dumps(body), self._headers)
            answer = json.loads(kept.getresponse().read())
            if "errors" in answer:
                raise RuntimeError(f"{name}: {answer['errors']}")


def main() -> None:
    """Print a table per size of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[110])
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    parser.add_argument("--seconds", type=float, default=3.0, help="of each measurement")
    parser.add_argument("--only", nargs="+", default=[""], help="addresses that hold one of these")
    parser.add_argument("--home", type=Path, help="keeps the graph for the next run")
    options = parser.parse_args()
    place = nullcontext(str(options.home)) if options.home else tempfile.TemporaryDirectory()
    with place as home:
        os.environ["COUNTERCLAIM_HOME"] = home
        settings = Settings()
        uri, user, password = connection(settings)
        api = QueryApi(local_engine(settings).start().browser_url, user, password)
        driver = GraphDatabase.driver(
            uri,
            auth=(user, password),
            max_connection_pool_size=64,
            notifications_disabled_classifications=["UNRECOGNIZED"],
        )
        try:
            with open_store(settings) as store:
                written = len(store.read("document_ids"))
                for documents in sorted(options.documents):
                    if documents > written:
                        fill(store, written, documents)
                        written = documents
                    _measure(store, driver, api, options.clients, options.seconds, options.only)
        finally:
            driver.close()
            subprocess.run([_script(), "neo4j", "stop"], check=True, stdout=subprocess.DEVNULL)


def fill(store: Store, first: int, documents: int) -> None:
    """Write the documents of the corpus from number `first` on."""
    start, pending = time.perf_counter(), list[Any]()
    for annotation in generate(documents - first, 1, first):
        pending.append(project(annotation))
        if len(pending) == BATCH:
            write_documents(store, pending)
            pending.clear()
    if pending:
        write_documents(store, pending)
    rate = (documents - first) / (time.perf_counter() - start)
    print(f"\n{documents} documents; the last {documents - first} written at {rate:.1f} a second")


def _measure(
    store: Store, driver: Driver, api: QueryApi, clients: list[int], seconds: float, only: list[str]
) -> None:
    recorder = Recorder(driver)
    port = _free_port()
    server = subprocess.Popen(
        [_script(), "serve", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port)
        for path, question in addresses(store).items():
            if not any(part in path for part in only):
                continue
            recorder.asked = []
            question(recorder)
            asked = list(recorder.asked)
            for count in clients:
                bare = _times(partial(run_bare, driver, asked), count, seconds)
                plain = _times(partial(api.anew().run, asked), count, seconds)
                served = _times(_requester(port, path), count, seconds)
                print(
                    f"{path.split('?')[0]:34} {count:3} clients  p50 {_ratio(served, bare, 50):5.2f} x"
                    f"  p99 {_ratio(served, bare, 99):5.2f} x  api {_ratio(plain, bare, 50):5.2f} x"
                    f"   bare p50 {1000 * _quantile(bare, 50):8.1f} ms"
                    f"  {len(served) / seconds:7.1f}/s",
                    flush=True,
                )
    finally:
        server.terminate()
        server.wait(30)


def run_bare(driver: Driver, asked: list[Query]) -> None:
    """Run queries by the bare driver."""
    for name, params in asked:
        with driver.session(database="neo4j", default_access_mode=READ_ACCESS) as session:
            session.run(queries.load()[name].text, params).data()


def _requester(port: int, path: str) -> Call:
    local = threading.local()

    def request() -> None:
        if not hasattr(local, "connection"):
            local.connection = http.client.HTTPConnection("127.0.0.1", port)
        kept = cast(http.client.HTTPConnection, local.connection)
        kept.request("GET", path)
        answer = kept.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {body[:300]!r}")

    return request


def _times(call: Call, clients: int, seconds: float) -> list[float]:
    """Return how long each call took, in seconds; at least two calls a client, one before as a warm-up."""
    taken: list[float] = []
    call()
    stop = time.perf_counter() + seconds

    def run() -> None:
        mine = 0
        while time.perf_counter() < stop or mine < 2:
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
            mine += 1

    threads = [threading.Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def _ratio(served: list[float], bare: list[float], percent: int) -> float:
    return _quantile(served, percent) / _quantile(bare, percent)


def _quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _await(port: int) -> None:
    for _ in range(300):
        try:
            _requester(port, "/readyz")()
            return
        except (OSError, RuntimeError):
            time.sleep(0.1)
    raise RuntimeError("the service does not answer")


def _script() -> str:
    return str(Path(sys.executable).with_name("counterclaim"))


if __name__ == "__main__":
    main()
