"""Under which names the service answers: a website that leads its own name here reads and writes nothing."""

from typing import Any

import pytest
from pydantic import ValidationError

from graph.settings import Settings

from .service import local

FOREIGN = [
    "evil.example:8000",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "evil.example@127.0.0.1:8000",
    "127.0.0.1:8000, evil.example",
    "192.0.2.7",
    "0.0.0.0:8000",
    "[::1",
    "",
]
NAMED = Settings(hosts="graph.example, my_upstream")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST.:80", "[::1]:8000", "127.1.2.3"])
def test_this_machine_is_answered(host: str) -> None:
    assert local().get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/healthz", "/queries", "/", "/static/app.css", "/nothing", "/openapi.json"]
)
@pytest.mark.parametrize("host", FOREIGN)
def test_a_foreign_host_reads_nothing(address: str, host: str) -> None:
    response = local().get(address, headers={"host": host})
    assert (response.status_code, response.json()["title"]) == (421, "Misdirected Request")
    assert response.headers["content-type"] == "application/problem+json"


def test_a_foreign_host_writes_nothing_and_hears_no_leave() -> None:
    client = local(settings=Settings(cors_origins="*"))
    asked = {
        "origin": "http://evil.example",
        "access-control-request-method": "DELETE",
        "host": "evil.example",
    }
    assert client.options("/documents/x", headers=asked).status_code == 421
    assert client.delete("/documents/x", headers=asked).status_code == 421


def test_two_hosts_are_none() -> None:
    headers: Any = [("host", "127.0.0.1"), ("host", "evil.example")]
    assert local().get("/healthz", headers=headers).status_code == 421


@pytest.mark.parametrize("bound", ["127.0.0.1", "0.0.0.0"])
def test_hosts_of_the_settings_are_answered_and_no_others(bound: str) -> None:
    client = local(settings=NAMED, bound=bound)
    for host in ("graph.example", "Graph.Example.:8000", "my_upstream", "localhost"):
        assert client.get("/healthz", headers={"host": host}).status_code == 200
    assert client.get("/healthz", headers={"host": "other.example"}).status_code == 421


def test_another_name_does_not_write_without_a_key() -> None:
    headers = {"host": "graph.example", "origin": "http://graph.example"}
    assert local(settings=NAMED).delete("/documents/x", headers=headers).status_code == 401


@pytest.mark.parametrize("bound", [None, "0.0.0.0", "192.0.2.1"])
def test_a_service_open_to_others_has_any_name(bound: str | None) -> None:
    assert local(bound=bound).get("/healthz", headers={"host": "graph.example"}).status_code == 200


@pytest.mark.parametrize("hosts", ["graph.example:80", "http://graph.example", "a b", "*", "a,,b"])
def test_what_is_no_list_of_names_is_refused(hosts: str) -> None:
    with pytest.raises(ValidationError):
        Settings(hosts=hosts)
