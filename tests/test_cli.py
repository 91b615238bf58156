"""The command line as its user meets it: outputs, errors and exit codes."""

import json
import os
import socket
import subprocess
import sys
import time
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from graph.store import Store

from .conftest import ROOT

COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"
ARTICLE = ROOT / "examples" / "articles" / "1-plan-in-outline.txt"
ANNOTATION = ROOT / "examples" / "annotations" / "1-plan-in-outline.yaml"


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COUNTERCLAIM, *words], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def test_from_an_article_to_the_answer_and_back(store: Store, tmp_path: Path) -> None:
    done = run("ingest", ARTICLE)
    assert done.returncode == 0, done.stderr
    assert "added" in done.stdout
    assert "unchanged" in run("ingest", ARTICLE).stdout
    answer = run("disputes", "--actor", "rustem-umerov")
    assert "US officials" in answer.stdout
    assert "anonymous sources only" in answer.stdout
    assert run("export", "-o", tmp_path / "x.ttl").returncode == 0
    assert run("validate", tmp_path / "x.ttl").returncode == 0
    # A person's reading of the same text takes the place of the rules'.
    replaced = run("ingest", ANNOTATION)
    assert "replaced" in replaced.stdout, replaced.stderr
    (row,) = store.read("document_ids")
    assert run("forget", row["id"]).returncode == 0
    assert store.read("document_ids") == []


def test_annotate_writes_a_file_that_can_be_ingested(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    assert run("annotate", ARTICLE, "-o", file).returncode == 0
    assert file.read_text(encoding="utf-8") == run("annotate", ARTICLE).stdout
    assert run("ingest", file).returncode == 0
    assert "unchanged" in run("ingest", ARTICLE).stdout
    assert store.read("document_ids")


def test_a_bad_file_is_refused_and_the_others_are_stored(store: Store, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("document: 1\n", encoding="utf-8")
    (tmp_path / "good.yaml").write_text(ANNOTATION.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("ingest", tmp_path)
    assert done.returncode == 2
    assert f"{tmp_path / 'bad.yaml'}:1: document" in done.stderr.replace("\n", "")
    assert len(store.read("document_ids")) == 1


def test_json_is_for_programs(store: Store) -> None:
    answer = json.loads(run("disputes", "--json").stdout)
    assert answer == {"items": [], "next": None}
    assert "No such claims" in run("disputes").stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ingest", "no-such-file.txt"], 2, "no-such-file.txt: no such file"),
        (["annotate", "no-such-file.txt"], 2, "no such file"),
        (["forget", "0123456789abcdef"], 3, "no document '0123456789abcdef'"),
        (["actor", "nobody"], 3, "no actor 'nobody'"),
        (["search", "!!"], 2, "at least one word"),
        (["disputes", "--status", "maybe"], 2, "Invalid value"),
        (["disputes", "--limit", "0"], 2, "Invalid value"),
        (["no-such-command"], 2, "No such command"),
    ],
)
def test_errors_say_what_was_wrong(store: Store, words: list[str], code: int, message: str) -> None:
    done = run(*words)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_the_service_as_the_readme_starts_it(store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    service = subprocess.Popen(
        [COUNTERCLAIM, "serve", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        answer = wait_for(f"http://127.0.0.1:{port}/export?format=ttl")
        assert answer.headers["Content-Type"].startswith("text/turtle")
    finally:
        service.terminate()
        _, errors = service.communicate(timeout=30)
    assert b"Traceback" not in errors


def wait_for(url: str) -> HTTPResponse:
    for _ in range(120):
        try:
            return urlopen(url, timeout=10)
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
        time.sleep(0.25)
    raise AssertionError(f"{url} does not answer")


def test_a_server_that_is_away() -> None:
    done = run("disputes", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="secret-word")
    assert done.returncode == 4
    assert "cannot be reached" in done.stderr
    assert "secret-word" not in done.stderr


def test_a_setting_that_is_wrong() -> None:
    done = run("disputes", COUNTERCLAIM_BASE_IRI="nonsense")
    assert done.returncode == 2
    assert "base_iri" in done.stderr
