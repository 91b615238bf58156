"""The command line as its user meets it: outputs, errors and exit codes."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from graph.answers import Hit
from graph.console import output, print_json, say, tell
from graph.render import hits
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
    assert "1 of 2 files were refused (see above); the others are stored" in done.stderr.replace("\n", " ")
    assert "2 files in " in done.stderr
    assert ": 1 added, 1 refused; " in done.stderr
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
        (["annotate", "examples/articles"], 2, "examples/articles: a folder; name one file of it"),
        (["annotate", ANNOTATION], 2, "an annotation, not an article: check it with `counterclaim validate"),
        (["annotate", "ontology/shapes.ttl"], 2, "RDF, not an article"),
        (["annotate", "README.md"], 2, "save it as plain text (.txt)"),
        (["ingest", "README.md"], 2, "save it as plain text (.txt)"),
        (["ingest", "no-such-file.txt"], 2, "the file was refused (see above); nothing is stored"),
        (["ingest", "README.md", "CHANGELOG.md"], 2, "all files were refused (see above); nothing is stored"),
        (["forget", "0123456789abcdef"], 3, "no document '0123456789abcdef'"),
        (["actor", "nobody"], 3, "no actor 'nobody'"),
        (["search", "!!"], 2, "at least one word"),
        (["disputes", "--status", "maybe"], 2, "Invalid value"),
        (["disputes", "--limit", "0"], 2, "Invalid value"),
        (["no-such-command"], 2, "No such command"),
        (["disputes", "--until", "yesterday"], 2, "'yesterday' is not a date"),
        (["ingest", "tests/articles-nobody-wrote"], 2, "no such file"),
        (["validate", "missing/counterclaim.ttl"], 2, "no such file"),
        (["ingest", "docs/decisions"], 2, "no file to read"),
        (["export", "-o", "/nonexistent/x.ttl"], 2, "/nonexistent/x.ttl: cannot be written"),
        (["annotate", ARTICLE, "-o", "/nonexistent/a.yaml"], 2, "cannot be written"),
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


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost:7687"])
def test_a_server_address_of_the_wrong_kind(uri: str) -> None:
    done = run("disputes", NEO4J_URI=uri)
    assert done.returncode == 2
    assert "NEO4J_URI" in done.stderr


def test_names_and_words_are_printed_as_they_are(store: Store, tmp_path: Path) -> None:
    odd = tmp_path / "m[" / "[red]a.yaml"
    odd.parent.mkdir()
    assert f"{odd}: " in run("annotate", ARTICLE, "-o", odd).stderr
    article = tmp_path / "[bold]x.txt"
    article.write_text(
        "[red]Odd :gun: news\n\nAda Holm said that [bold] shells :gun: had hit the port.\n", "utf-8"
    )
    assert "[red]Odd :gun: news" in run("ingest", article).stdout
    assert ":gun:" in run("search", "shells").stdout


def test_one_bad_article_does_not_stop_the_others(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text("News B\n\nThe ½ Party denied that it met Boris² Smith.\n", "utf-8")
    (tmp_path / "c.yaml").symlink_to("/proc/self/mem")
    done = run("ingest", tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert f"{tmp_path / 'c.yaml'}: cannot be read" in done.stderr
    assert len(store.read("document_ids")) == 1


def test_lines_that_are_no_part_of_the_article_are_shown(store: Store, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "News A\n\nAda Holm said that shells had hit the port.\n\nFurther Reading\n+\n", "utf-8"
    )
    shown = "".join(run("ingest", article).stdout.split())  # wherever the lines break
    assert f"{article}:5:leftoutasnotpartofthearticle:“FurtherReading”" in shown
    assert f"{article}:6:leftoutasnotpartofthearticle:“+”" in shown


def test_a_forged_export_is_not_taken_for_the_ontology(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "counterclaim.ttl"
    run("ingest", ANNOTATION)
    run("export", "-o", file)
    file.write_text(file.read_text("utf-8").replace('cc:exact "', 'cc:exact "FORGED'), "utf-8")
    assert run("validate", file).returncode == 1
    assert run("validate", ROOT / "ontology" / "counterclaim.ttl").returncode == 0


def test_a_setting_that_is_wrong() -> None:
    done = run("disputes", COUNTERCLAIM_BASE_IRI="nonsense")
    assert done.returncode == 2
    assert "COUNTERCLAIM_BASE_IRI" in done.stderr


def test_a_name_commands_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape sequences rename windows, hide lines, even type: texts hold none, but hand-made names may."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    name = "Ada\x1b]0;owned\x07\x9b2J\x7f Lovelace"
    hit = Hit(kind="Actor", id="ada", text=name, score=1)
    output().print(hits([hit]))
    say(name, style="red")
    tell(name)
    print_json(hit)
    out, err = capsys.readouterr()
    assert out.count("Ada]0;owned2J Lovelace") == 2
    assert not re.search(r"[\x07\x7f-\x9f]|\x1b(?!\[[\d;]*m)", out + err)
    assert json.loads(out[out.index("{") :])["text"] == name
