"""Keys, and who may write: what a malicious website or another machine tries is refused."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from typer.testing import CliRunner

from api.main import create_app
from api.writers import Writer
from graph import keys
from graph.cli import app as command_line
from graph.errors import InputError, NotFoundError
from graph.settings import Settings

from .service import HOME


def service(home: Path, bound: str | None = "127.0.0.1", **settings: Any) -> FastAPI:
    """The service with one route that only tells who writes."""
    app = create_app(Settings(home=home, neo4j_uri="bolt://127.0.0.1:1", **settings), bound=bound)

    @app.post("/probe")
    def probe(writer: Writer) -> str:  # pyright: ignore[reportUnusedFunction]
        return writer

    return app


def ask(app: FastAPI, client: str = "127.0.0.1", base_url: str = HOME, **headers: str) -> tuple[int, Any]:
    with TestClient(app, base_url=base_url, client=(client, 50000)) as asking:
        response = asking.post("/probe", headers={k.replace("_", "-"): v for k, v in headers.items()})
    if response.status_code != 200:
        assert response.headers["content-type"] == "application/problem+json"
    if response.status_code == 401:
        assert response.headers["www-authenticate"] == "Bearer"
    return response.status_code, response.json()


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "127.1.2.3"])
def test_this_machine_needs_no_key(tmp_path: Path, host: str) -> None:
    assert ask(service(tmp_path), host=host) == (200, "local")


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_our_own_page_needs_no_key(tmp_path: Path, site: str) -> None:
    assert ask(service(tmp_path), origin=HOME, sec_fetch_site=site) == (200, "local")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:3000"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": ""},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"x_forwarded_for": "127.0.0.1"},
        {"forwarded": "for=1.2.3.4"},
        {"via": "1.1 proxy"},
        {"x_forwarded_proto": "http"},
    ],
)
def test_what_a_website_can_make_a_browser_send_is_refused(tmp_path: Path, headers: dict[str, str]) -> None:
    assert ask(service(tmp_path), **headers)[0] == 401


def test_what_a_proxy_without_headers_forwards_is_refused(tmp_path: Path) -> None:
    app = service(tmp_path)

    async def old(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "http_version": "1.0"}, receive, send)

    asking = TestClient(old, base_url=HOME, client=("127.0.0.1", 50000))
    assert asking.post("/probe").status_code == 401


@pytest.mark.parametrize("told", [True, False])
def test_what_nobody_may_write_is_not_parsed_at_length(tmp_path: Path, told: bool) -> None:
    asking = TestClient(service(tmp_path, "0.0.0.0"), base_url=HOME)
    body = b'{"kind": "accept", "statement": [' + b"[]," * 100_000 + b"[]]}"
    headers = {"Content-Type": "application/json"}
    response = asking.post("/judgements", content=body if told else iter([body]), headers=headers)
    assert response.status_code == 413


@pytest.mark.parametrize("client", ["192.0.2.7", "::ffff:192.0.2.7", "testclient"])
def test_other_machines_need_a_key(tmp_path: Path, client: str) -> None:
    assert ask(service(tmp_path), client)[0] == 401


@pytest.mark.parametrize("bound", [None, "0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_a_service_open_to_others_needs_a_key(tmp_path: Path, bound: str | None) -> None:
    assert ask(service(tmp_path, bound))[0] == 401


def test_the_settings_may_ask_for_a_key_always(tmp_path: Path) -> None:
    app = service(tmp_path, keys_required=True)
    assert ask(app)[0] == 401
    assert ask(app, authorization=f"Bearer {keys.create(tmp_path, 'loader')}") == (200, "loader")


def test_a_key_opens_from_anywhere_until_it_is_revoked(tmp_path: Path) -> None:
    app, key = service(tmp_path, "0.0.0.0"), keys.create(tmp_path, "loader")
    shown = {"authorization": f"bearer {key}", "host": "graph.example", "origin": "https://elsewhere.example"}
    assert ask(app, "192.0.2.7", **shown) == (200, "loader")
    keys.revoke(tmp_path, "loader")
    assert ask(app, "192.0.2.7", **shown)[0] == 401


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", "Bearer nonsense", "Basic {key}", "{key}", "Bearer {key}x"]
)
def test_a_wrong_key_is_worse_than_none(tmp_path: Path, shown: str) -> None:
    key = keys.create(tmp_path, "loader")
    assert ask(service(tmp_path), authorization=shown.format(key=key))[0] == 401


def test_a_key_without_the_scope(tmp_path: Path) -> None:
    key = keys.create(tmp_path, "reader", ())
    status, body = ask(service(tmp_path), authorization=f"Bearer {key}")
    assert (status, body["detail"]) == (403, "This key may not do this: it lacks the scope 'documents'.")


@pytest.mark.parametrize(
    ("scope", "documents", "judgements"),
    [("documents", True, False), ("judgements", False, True), ("write", True, True)],
)
def test_a_key_opens_what_its_scope_names(
    tmp_path: Path, scope: keys.Scope, documents: bool, judgements: bool
) -> None:
    shown = {"authorization": f"Bearer {keys.create(tmp_path, 'one', [scope])}"}
    app = create_app(Settings(home=tmp_path, neo4j_uri="bolt://127.0.0.1:1"))
    with TestClient(app) as client:
        # Who may write meets the database, which is away.
        handed = [client.delete("/documents/x", headers=shown), client.delete("/judgements/x", headers=shown)]
    assert [each.status_code for each in handed] == [503 if documents else 403, 503 if judgements else 403]


def test_keys_are_kept_as_hashes_in_a_private_file(tmp_path: Path) -> None:
    secret, path = keys.create(tmp_path, "loader"), tmp_path / "keys.json"
    assert secret.removeprefix(keys.PREFIX) not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keys.find(tmp_path, secret) == keys.keys(tmp_path)[0]
    assert keys.find(tmp_path, secret[:-1]) is None
    assert keys.create(tmp_path, "other") != secret
    with pytest.raises(InputError, match="already"):
        keys.create(tmp_path, "loader")
    with pytest.raises(InputError, match="no name"):
        keys.create(tmp_path, "two words")
    with pytest.raises(NotFoundError):
        keys.revoke(tmp_path, "nobody")


@pytest.mark.parametrize("damage", ["loose", "broken", "folder"])
def test_a_file_of_keys_that_cannot_be_trusted_opens_nothing(tmp_path: Path, damage: str) -> None:
    secret, path = keys.create(tmp_path, "loader"), tmp_path / "keys.json"
    if damage == "loose":
        path.chmod(0o666)
    elif damage == "broken":
        path.write_text(json.dumps([{"name": "loader"}]), encoding="utf-8")
    else:
        path.unlink()
        path.mkdir()
    with pytest.raises(keys.KeyFileError):
        keys.find(tmp_path, secret)
    status, body = ask(service(tmp_path), authorization=f"Bearer {secret}")
    assert status == 500
    assert "keys.json" not in body["detail"]


def test_the_command_line_makes_lists_and_revokes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path))
    run = CliRunner().invoke
    made = run(command_line, ["keys", "create", "loader"])
    assert keys.find(tmp_path, made.stdout.strip())
    assert run(command_line, ["keys", "list"]).stdout == "loader\twrite\n"
    assert run(command_line, ["keys", "create", "desk", "--scope", "judgements"]).exit_code == 0
    assert run(command_line, ["keys", "create", "odd", "--scope", "reading"]).exit_code == 2
    assert run(command_line, ["keys", "list"]).stdout == "desk\tjudgements\nloader\twrite\n"
    assert run(command_line, ["keys", "revoke", "desk"]).exit_code == 0
    assert run(command_line, ["keys", "revoke", "loader"]).stdout == "revoked loader\n"
    assert run(command_line, ["keys", "list"]).stdout == ""
