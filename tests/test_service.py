"""The service as a process: logs, request ids, figures, CORS, and its end."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from starlette.testclient import TestClient

from api.logs import REQUEST_ID, JsonLines, Lines
from api.receiving import ARTICLE
from graph.settings import Settings
from graph.store import Store

from .service import local

DEAD = "bolt://127.0.0.1:1"


def client(**settings: Any) -> TestClient:
    return local(settings=Settings(neo4j_uri=DEAD, **settings))


# Logs


def test_each_request_is_one_line_with_its_id(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "api.access")
    ids = list[str | None]()
    caplog.handler.addFilter(lambda _: not ids.append(REQUEST_ID.get()))
    with client() as asking:
        asking.get("/actors/a%0Ab?limit=%0A1", headers={"X-Request-ID": "mine-1"})
    (record,) = [record for record in caplog.records if record.name == "api.access"]
    assert "mine-1" in ids
    assert "\n" not in record.getMessage()
    told = record.told  # pyright: ignore[reportAttributeAccessIssue]
    assert {k: told[k] for k in ("method", "path", "query", "status", "client")} == {
        "method": "GET",
        "path": "/actors/a%0Ab",
        "query": "limit=%0A1",
        "status": 422,
        "client": "127.0.0.1",
    }
    assert told["bytes"] > 100


def test_a_path_ends_no_line_of_the_log_of_failures(caplog: pytest.LogCaptureFixture) -> None:
    with client() as asking:
        assert asking.get("/actors/a%0Aerror:%20forged").status_code == 503
    (record,) = [record for record in caplog.records if record.name == "api.problems"]
    assert "/actors/a%0Aerror%3A%20forged" in record.getMessage()
    assert "forged" not in record.getMessage().partition("\n")[2]


@pytest.mark.parametrize("formatter", [JsonLines(), Lines()])
def test_lines_of_the_log(formatter: logging.Formatter) -> None:
    record = logging.LogRecord("api.x", logging.ERROR, "f", 1, "failed: %s", ("a\nb",), None)
    record.told = {"status": 500}
    token = REQUEST_ID.set("mine-2")
    try:
        line = formatter.format(record)
    finally:
        REQUEST_ID.reset(token)
    if isinstance(formatter, JsonLines):
        found = json.loads(line)
        assert "\n" not in line
        assert {k: found[k] for k in ("level", "logger", "message", "request_id", "status")} == {
            "level": "error",
            "logger": "api.x",
            "message": "failed: a\nb",
            "request_id": "mine-2",
            "status": 500,
        }
        assert found["time"].endswith("+00:00")
    else:
        assert line == "error: failed: a\nb [mine-2]"


# Figures


def test_figures_for_prometheus() -> None:
    with client(metrics=True) as asking:
        asking.get("/actors/one")
        asking.get("/actors/two")
        asking.head("/nowhere/three")
        asking.request("BREW1", "/nowhere/four")
        response = asking.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=")
    assert (
        'counterclaim_request_seconds_count{method="GET",route="/actors/{id}",status="503"} 2.0'
        in response.text
    )
    assert 'route="none",status="404"' in response.text
    assert 'method="other"' in response.text
    assert "BREW1" not in response.text
    assert "one" not in response.text.replace("none", "")
    with client() as asking:
        assert asking.get("/metrics").status_code == 404


# CORS


def test_other_origins_read_only_if_the_settings_name_them() -> None:
    origin, other = "https://a.example", "https://b.example"
    with client() as asking:
        assert "access-control-allow-origin" not in asking.get("/healthz", headers={"origin": origin}).headers
    with client(cors_origins=f"{origin}, https://c.example") as asking:
        allowed = asking.get("/healthz", headers={"origin": origin}).headers
        assert allowed["access-control-allow-origin"] == origin
        assert "ETag" in allowed["access-control-expose-headers"]
        assert "access-control-allow-credentials" not in allowed
        assert "access-control-allow-origin" not in asking.get("/healthz", headers={"origin": other}).headers
        preflight = {
            "origin": origin,
            "access-control-request-method": "DELETE",
            "access-control-request-headers": "authorization",
        }
        assert asking.options("/documents/x", headers=preflight).status_code == 200
        refused = asking.options("/documents/x", headers={**preflight, "origin": other})
        assert (refused.status_code, refused.headers["content-type"]) == (400, "application/problem+json")
        assert "COUNTERCLAIM_CORS_ORIGINS" in refused.json()["detail"]
        # The Neo4j Browser asks for the style from an origin that nobody names.
        browser = {**preflight, "origin": other, "access-control-request-method": "GET"}
        assert asking.options("/neo4j/style.grass", headers=browser).status_code == 204
        style = asking.get("/neo4j/style.grass", headers={"origin": other})
        assert style.headers["access-control-allow-origin"] == "*"
        # To be allowed to read is not to be allowed to write without a key.
        assert asking.delete("/documents/x", headers={"origin": origin}).status_code == 401


@pytest.mark.parametrize("wrong", ["a.example", "https://a.example/path", "https://a.example *", "null"])
def test_origins_that_are_none(wrong: str) -> None:
    with pytest.raises(ValueError, match="cors_origins"):
        Settings(cors_origins=wrong)


# Its end


def test_what_was_asked_before_the_end_is_answered(store: Store, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    given = {"COUNTERCLAIM_LOG_FORMAT": "json", "COUNTERCLAIM_SHUTDOWN_TIMEOUT": "120"}
    environment = {**os.environ, **given}
    command = [str(Path(sys.executable).parent / "counterclaim"), "serve", "--port", str(port)]
    service = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/readyz")
        answers = list[int]()
        asking = threading.Thread(target=lambda: answers.append(_post(port)))
        asking.start()
        time.sleep(0.5)  # The language model alone takes longer to load than this.
        service.send_signal(signal.SIGTERM)
        asking.join(timeout=120)
        assert answers == [201]
        _, errors = service.communicate(timeout=60)
    finally:
        service.kill()
    assert len(store.read("document_ids")) == 1
    lines = [json.loads(line) for line in errors.decode().splitlines()]
    assert [(each["path"], each["status"]) for each in lines if each.get("method") == "POST"] == [
        ("/documents", 201)
    ]
    assert all(each["request_id"] for each in lines if each["logger"] == "api.access")


def _post(port: int) -> int:
    request = Request(f"http://127.0.0.1:{port}/documents", ARTICLE.encode(), {"Content-Type": "text/plain"})
    with urlopen(request, timeout=120) as response:
        return response.status


def _wait(url: str) -> None:
    for _ in range(240):
        try:
            with urlopen(url, timeout=10):
                return
        except URLError:
            time.sleep(0.25)
    raise AssertionError(f"{url} does not answer")
