"""The service on the wire: what is no good HTTP is refused alike by our parser and by uvicorn's other one."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import uvicorn

from api import server
from api.main import create_app
from api.protocol import MOST_HELD
from graph.settings import Settings

DEAD = "bolt://127.0.0.1:1"
HOST = b"Host: 127.0.0.1\r\n"
FINE = b"GET /healthz HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"


@pytest.fixture(scope="module", params=["ours", "h11"])
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    settings = Settings(neo4j_uri=DEAD, shutdown_timeout=1)
    options: dict[str, Any] = server.options(settings) | {"log_config": None}
    if request.param == "h11":
        options["http"] = "h11"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(create_app(settings, bound="127.0.0.1"), **options)
        serving = uvicorn.Server(config)
        thread = threading.Thread(target=serving.run, args=([listening],))
        thread.start()
        while not serving.started:
            time.sleep(0.01)
        yield listening.getsockname()[1]
        serving.should_exit = True
        thread.join(timeout=30)
        assert not thread.is_alive()


def asked(port: int, *pieces: bytes) -> bytes:
    """Return what is answered until the connection is closed; where it is reset, what came before."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        with suppress(ConnectionError):
            for piece in pieces:
                connection.sendall(piece)
        answer = b""
        with suppress(ConnectionError):
            while more := connection.recv(65_536):
                answer += more
    return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_a_good_request_is_answered(port: int) -> None:
    assert status(asked(port, FINE)) == 200
    assert status(asked(port, *(FINE[n : n + 1] for n in range(len(FINE))))) == 200


def test_head_has_no_body(port: int) -> None:
    answer = asked(port, FINE.replace(b"GET", b"HEAD"))
    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n")


@pytest.mark.parametrize(
    "head",
    [
        b"GET\r\n\r\n",
        b"GET /healthz\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"No colon\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"Bad name: 1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: a\x00b\r\n\r\n",
        b"POST /documents HTTP/1.1\r\n" + HOST + b"Content-Length: many\r\n\r\n",
        b"POST /documents HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        b"POST /documents HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
    ],
)
def test_what_is_no_http_is_400_and_the_connection_ends(port: int, head: bytes) -> None:
    assert status(asked(port, head)) == 400
    assert status(asked(port, FINE)) == 200


@pytest.mark.parametrize(
    "start",
    [
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"X-Long: ",
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"X-Name",
        b"GET /",
    ],
)
def test_a_head_without_end_is_cut(port: int, start: bytes) -> None:
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(start)
        with suppress(ConnectionError):
            while sent < 50 * MOST_HELD:
                connection.sendall(b"a" * 4096)
                sent += 4096
        with suppress(ConnectionError):
            while connection.recv(65_536):
                pass
    # What the system holds on its way was sent, too; what a parser without a bound takes is all of it.
    assert sent < 50 * MOST_HELD
    assert status(asked(port, FINE)) == 200


def test_headers_without_end_are_cut(port: int) -> None:
    lines = [b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(100)]
    answer = asked(port, b"GET /healthz HTTP/1.1\r\n", HOST, *lines, b"\r\n")
    assert status(answer) in (400, 0)
    answer = asked(port, b"GET /healthz HTTP/1.1\r\n" + HOST + b"".join(lines[:60]) + b"\r\n")
    assert status(answer) in (200, 0) or answer.startswith(b"HTTP/1.1 200")


def test_trailers_without_end_are_cut(port: int) -> None:
    head = b"POST /documents?dry_run=true HTTP/1.1\r\n" + HOST + b"Content-Type: text/plain\r\n"
    trailers = [b"X-%d: %s\r\n" % (n, b"a" * 1000) for n in range(2000)]
    answer = asked(port, head + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n", *trailers, b"\r\n")
    assert status(answer) in (400, 0)


def test_a_trailer_is_no_header(port: int) -> None:
    head = b"POST /documents?dry_run=true HTTP/1.1\r\n" + HOST + b"Content-Type: text/plain\r\n"
    body = b"1\r\na\r\n0\r\nX-Request-ID: trailing\r\n\r\n"
    answer = asked(port, head + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body)
    assert status(answer) == 200
    assert b"trailing" not in answer


@pytest.mark.parametrize("port", ["ours"], indirect=True)
@pytest.mark.parametrize("version", [b"9.9", b"2.0", b"1.2", b"0.9"])
def test_no_other_version_is_spoken(port: int, version: bytes) -> None:
    assert status(asked(port, b"GET /healthz HTTP/" + version + b"\r\n" + HOST + b"\r\n")) == 400


def test_an_overlong_address_is_414(port: int) -> None:
    answer = asked(port, b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
    assert status(answer) == 414
    assert b"application/problem+json" in answer


def test_a_foreign_host_is_421_and_none_is_refused(port: int) -> None:
    answer = asked(port, b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    assert status(answer) == 421
    assert status(asked(port, b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")) in (400, 421)
    absolute = b"GET http://127.0.0.1/healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    assert status(asked(port, absolute)) in (400, 421)


def test_a_slow_body_is_waited_for_and_others_are_answered_meanwhile(port: int) -> None:
    head = b"POST /sparql HTTP/1.1\r\n" + HOST + b"Content-Type: application/sparql-query\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as slow:
        slow.sendall(head + b"Content-Length: 20\r\nConnection: close\r\n\r\nASK")
        assert status(asked(port, FINE)) == 200
        slow.settimeout(0.5)
        with pytest.raises(TimeoutError):
            slow.recv(1)
        slow.settimeout(30)
        slow.sendall(b" { ?s ?p ?o }    ")
        assert status(slow.recv(65_536)) in (200, 503)


def test_a_body_that_is_too_long_is_413_before_all_of_it_came(port: int) -> None:
    head = b"POST /documents HTTP/1.1\r\n" + HOST + b"Content-Type: text/plain\r\nConnection: close\r\n"
    answer = asked(port, head + b"Content-Length: 999999999\r\n\r\n" + b"a" * 1000)
    assert status(answer) == 413


def test_what_was_sent_behind_a_request_is_no_part_of_it(port: int) -> None:
    both = FINE.replace(b"Connection: close\r\n", b"") + FINE
    assert asked(port, both).count(b"HTTP/1.1 200") == 2


def test_a_body_behind_an_offer_of_another_protocol_is_a_body(port: int) -> None:
    body = b"title: [\r\n\r\nGET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
    head = b"POST /documents?dry_run=true HTTP/1.1\r\n" + HOST + b"Content-Type: application/yaml\r\n"
    length = b"Content-Length: %d\r\n" % len(body)
    offer = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
    last = FINE.replace(b"/healthz", b"/nothing")
    plain = asked(port, head + length + b"\r\n", body, last)
    told = plain[plain.index(b"{") :].split(b"request_id")[0]
    assert b"body:4" in told
    for pieces in (
        (head + offer + length + b"\r\n" + body + last,),
        (head + offer + length + b"\r\n", body, last),
    ):
        answer = asked(port, *pieces)
        assert told in answer
        assert (answer.count(b"HTTP/1.1 "), answer.count(b"HTTP/1.1 404")) == (2, 1)
    twice = (head + offer + length + b"\r\n" + body) * 2 + last
    assert asked(port, twice).count(b"HTTP/1.1 ") == 3
    chunked = b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    assert told in asked(port, head + offer + chunked + last)
