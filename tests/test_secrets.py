"""Secrets are in no output, whatever goes wrong: each is a word that is then looked for."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.settings import Settings

from .conftest import ROOT
from .service import local

CANARIES = {
    "NEO4J_PASSWORD": "canary-password",
    "COUNTERCLAIM_LLM_KEY": "canary-llm-key",
    "COUNTERCLAIM_WEBHOOK_SECRET": "canary-webhook-secret",
}
AWAY = {
    **CANARIES,
    "NEO4J_URI": "bolt://127.0.0.1:1",
    "COUNTERCLAIM_READER": "llm",
    "COUNTERCLAIM_LLM_URL": "http://127.0.0.1:1/v1",
    "COUNTERCLAIM_LLM_MODEL": "m",
    "COUNTERCLAIM_LLM_RETRIES": "0",
}
ARTICLE = "examples/articles/fictional-river-treaty.txt"


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        (["disputes"], {}),
        (["ingest", ARTICLE], {}),
        (["annotate", ARTICLE], {}),
        (["annotate", ARTICLE, "--dry-run"], {}),
        (["watch", "examples/strait/watch.yaml", "--webhook", "http://127.0.0.1:1/canary-path"], {}),
        (["disputes"], {"NEO4J_URI": "canary-password"}),
        (["disputes"], {"COUNTERCLAIM_LLM_URL": "http://user:canary-password@x/"}),
        (["annotate", "https://user:canary-password@host.example/"], {}),
        (["ingest", "https://host.example:1/?token=x", "https://u:canary-password@[/"], {}),
    ],
)  # fmt: skip
def test_the_command_line_tells_no_secret(
    arguments: list[str], changed: dict[str, str], tmp_path: Path
) -> None:
    env = {**os.environ, "COUNTERCLAIM_HOME": str(tmp_path), **AWAY, **changed}
    program = "from graph.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=250,
    )  # fmt: skip
    assert "canary" not in done.stdout + done.stderr, done
    assert "Traceback" not in done.stderr


def test_settings_and_the_service_tell_no_secret(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name, value in AWAY.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    told = [repr(settings), str(settings), settings.model_dump_json()]
    with caplog.at_level(logging.DEBUG), local(settings=settings) as client:
        key = {"authorization": "Bearer counterclaim_canary-key"}
        for address in ("/claims", "/readyz", "/version", "/openapi.json", "/docs", "/export"):
            told.append(client.get(address, headers=key).text)
        told.append(
            client.post("/documents", content="x", headers={**key, "content-type": "text/plain"}).text
        )
        told.append(json.dumps(client.get("/openapi.json").json()))
    assert "canary" not in "".join(told)
    assert "canary" not in caplog.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../main.py", "/static/..%2fmain.py", "/static/%2e%2e/main.py", "/static/..%5cmain.py",
        "/static//etc/passwd", "/static/%2fetc/passwd", "/static/js/../../../pyproject.toml",
        "/queries/..%2f..%2fpyproject.toml", "/rdf/actor/..%2f..%2fetc%2fpasswd", "/id/..%2f/x",
        "/static/%00",
    ],
)  # fmt: skip
def test_paths_lead_to_nothing_outside(path: str) -> None:
    with local(settings=Settings(neo4j_uri="bolt://127.0.0.1:1")) as client:
        response = client.get(path, follow_redirects=False)
    assert response.status_code in (400, 404, 405, 503), (path, response.text[:200])
    assert "import" not in response.text
    assert "root:" not in response.text
