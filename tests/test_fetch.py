"""Articles by their address: only from public places, within bounds, and as they were found."""

import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import CounterclaimError, ReadError, UnavailableError
from graph.fetch import fetch_article
from graph.fetch.addresses import refusal
from graph.fetch.page import HOPS, MOST
from graph.fetch.place import Place, resolved
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT
from .web import PAGE, sent, website

PRIVATE = Settings(fetch_private=True, fetch_timeout=5)


def test_an_article_is_read_with_the_address_where_it_was_found() -> None:
    pages: Any = {
        "/go": lambda h: sent(h, b"", 302, Location="/dam?a=1#part"),
        "/dam?a=1": lambda h: sent(h, PAGE.encode()),
    }
    with website(pages) as (site, asked):
        article = fetch_article(f"{site}/go#top", PRIVATE)
    assert article.title == "Kestrel says the dam will stay"
    assert "would not remove the dam" in article.text
    # Not what the page calls itself.
    assert (article.url, article.source) == (f"{site}/dam?a=1", None)
    assert [path for path, _ in asked] == ["/go", "/dam?a=1"]
    assert "Authorization" not in asked[0][1]
    assert "Cookie" not in asked[1][1]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE.encode("cp1252"), {"Content_Type": "text/html; charset=ISO-8859-1"}),
        (
            PAGE.replace("<head>", "<head><meta charset=windows-1252>").encode("cp1252"),
            {"Content_Type": "text/html"},
        ),
        (gzip.compress(PAGE.encode()), {"Content_Encoding": "gzip"}),
    ],
)
def test_encodings_that_pages_have(body: bytes, headers: dict[str, str]) -> None:
    with website({"/": lambda h: sent(h, body, **headers)}) as (site, _):
        assert "café" in fetch_article(site, PRIVATE).text


def drip(handler: Any) -> None:
    """Never end: a byte at a time, each well within a socket's own timeout."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def cut_off(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(PAGE.encode())


BOMB = gzip.compress(b" " * (MOST + 1_000_000))
BAD: list[tuple[Callable[[Any], None], str]] = [
    (lambda h: sent(h, b"no", 404), "answered 404"),
    (lambda h: sent(h, b"", 301, Location="/"), f"more than {HOPS} redirects"),
    (lambda h: sent(h, b"", 302, Location="file:///etc/passwd"), "only addresses that begin with http"),
    (lambda h: sent(h, b"", 302, Location="http://u:pw-canary@host.example/"), "holds a user or password"),
    (lambda h: sent(h, b"", 302, Location="http://169.254.169.254/latest"), "link-local or metadata"),
    (lambda h: sent(h, b"", 302, Location="http://[::ffff:169.254.169.254]/"), "link-local or metadata"),
    (lambda h: sent(h, b"", 302, Location="http://[/"), "no address"),
    (lambda h: sent(h, b"", 302, Location="http://host.example:22/"), "port 22"),
    (lambda h: sent(h, b"%PDF", Content_Type="application/pdf"), "is no article"),
    (lambda h: sent(h, b"x", Content_Type="text/html; charset=unicode_escape"), "encoding 'unicode_escape'"),
    (lambda h: sent(h, b"\xff", Content_Type="text/html; charset=utf-8"), "is not the utf-8"),
    (lambda h: sent(h, b"x", Content_Encoding="br"), "was not asked for"),
    (lambda h: sent(h, b"xx no gzip xx", Content_Encoding="gzip"), "gzip is broken"),
    (lambda h: sent(h, BOMB[:-9], Content_Encoding="gzip"), "larger than"),
    (lambda h: sent(h, BOMB, Content_Encoding="gzip"), "larger than"),
    (lambda h: sent(h, b" " * (MOST + 1)), "larger than"),
    (lambda h: sent(h, gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip"), "in the middle"),
    (cut_off, "in the middle"),
    (lambda h: h.wfile.write(b"no HTTP at all\r\n\r\n"), "no HTTP"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "message"), BAD, ids=[message for _, message in BAD])
def test_what_is_no_article_is_refused_in_words(answer: Callable[[Any], None], message: str) -> None:
    with website({"/": answer}) as (site, _), pytest.raises((ReadError, UnavailableError)) as error:
        fetch_article(site, PRIVATE)
    assert message in str(error.value)
    assert "canary" not in str(error.value)


def test_an_answer_that_never_ends_is_ended() -> None:
    began = time.monotonic()
    with website({"/": drip}) as (site, _), pytest.raises(UnavailableError, match="within 1 seconds"):
        fetch_article(site, Settings(fetch_private=True, fetch_timeout=1))
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://2130706433:{port}/", "http://0x7f.1:{port}/",
        "http://127.1:{port}/", "http://[::1]:{port}/", "http://[::ffff:127.0.0.1]:{port}/",
        "http://[64:ff9b::7f00:1]:{port}/", "http://0.0.0.0:{port}/", "http://[::]:{port}/",
        "http://LOCALHOST.:{port}/", "http://１２７.0.0.1:{port}/",
    ],
)  # fmt: skip
def test_this_machine_is_not_asked_by_any_of_its_names(url: str) -> None:
    with website({"/": lambda h: sent(h, PAGE.encode())}) as (site, asked):
        with pytest.raises(CounterclaimError):
            fetch_article(url.format(port=site.rpartition(":")[2]), Settings())
        assert asked == []


def test_a_redirect_to_this_machine_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public site leads to a private one: as the first hop can be no public one here, DNS plays it."""
    real = socket.getaddrinfo
    with website({"/": lambda h: sent(h, b"", 302, Location="http://10.0.0.7/")}) as (site, _):
        port = int(site.rpartition(":")[2])
        monkeypatch.setattr(
            "graph.fetch.place.refusal", lambda a, **_: None if a == "127.0.0.1" else "private"
        )
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda h, *a, **k: real("127.0.0.1" if h == "public.example" else h, *a, **k),
        )
        with pytest.raises(ReadError, match=r"10\.0\.0\.7 leads to 10\.0\.0\.7, private"):
            fetch_article(f"http://public.example:{port}/", Settings())


def test_a_name_is_asked_for_once_and_the_checked_address_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the second answer of DNS would be another address."""
    answers: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: Any, port: Any, *a: Any, **k: Any) -> Any:
        if host != "rebind.example":
            return real(host, port, *a, **k)
        answers.append("127.0.0.1" if not answers else "10.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers[-1], port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with website({"/": lambda h: sent(h, PAGE.encode())}) as (site, asked):
        host = f"rebind.example:{site.rpartition(':')[2]}"
        assert fetch_article(f"http://{host}/", PRIVATE).url == f"http://{host}/"
    assert answers == ["127.0.0.1"]
    assert asked[0][1]["Host"] == host


def test_a_name_that_leads_to_a_private_address_too_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.216.34", "192.168.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: both)
    with pytest.raises(ReadError, match=r"192\.168\.0\.1, a private address"):
        fetch_article("http://both.example/", Settings())


REFUSED = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.255.255",
    "192.168.1.1", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255", "100.100.100.200",
    "168.63.129.16", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "::", "::1", "fe80::1",
    "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:7f00:1::1",
    "2002:808:808::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:169.254.169.254", "::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "100::1",
]  # fmt: skip
PERMITTED = [
    "93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_addresses_that_are_refused(address: str) -> None:
    assert refusal(address)


@pytest.mark.parametrize("address", PERMITTED)
def test_addresses_that_are_permitted(address: str) -> None:
    assert refusal(address) is None


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "168.63.129.16", "fe80::1", "224.0.0.1", "0.0.0.0", "fd00:ec2::254"]
)
def test_metadata_is_refused_on_private_networks_too(address: str) -> None:
    assert refusal(address, private=True)
    # The setting that permits private networks would not help, and is not named.
    with pytest.raises(ReadError, match=r"websites are fetched$"):
        resolved(Place(address, "http", address, 80, "/"), private=False)


@given(st.ip_addresses())
def test_what_is_not_global_is_never_permitted(address: Any) -> None:
    inner = getattr(address, "ipv4_mapped", None) or address
    assert refusal(str(address)) or ip_address(str(inner)).is_global


@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map("http://{}".format)))
def test_any_text_is_refused_in_words_before_anything_is_called(url: str) -> None:
    with pytest.MonkeyPatch.context() as patch:

        def nowhere(*_: Any, **__: Any) -> Any:
            raise socket.gaierror("not asked here")

        patch.setattr(socket, "getaddrinfo", nowhere)
        with pytest.raises((ReadError, UnavailableError)):
            fetch_article(url, Settings())


def test_ingest_and_annotate_take_addresses(store: Store, settings: Settings) -> None:
    def run(*arguments: str, private: bool = True) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "COUNTERCLAIM_FETCH_PRIVATE": str(private).lower()}
        program = "from graph.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
        )

    with website({"/dam": lambda h: sent(h, PAGE.encode())}) as (site, asked):
        refused = run("annotate", f"{site}/dam", private=False)
        assert (refused.returncode, refused.stdout, asked) == (2, "", [])
        assert "only public websites" in refused.stderr
        annotated = run("annotate", f"{site}/dam")
        assert f"url: {site}/dam" in annotated.stdout, annotated.stderr
        stored = run("ingest", f"{site}/dam")
        assert stored.returncode == 0, stored.stderr
        gone = run("ingest", "http://127.0.0.1:1999/")
        assert gone.returncode == 4, gone.stderr
    ((document,),) = [[store.read("document", document=each["id"])[0]] for each in store.read("document_ids")]
    assert f"{site}/dam" in str(document)
