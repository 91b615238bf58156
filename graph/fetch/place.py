"""An address of the web as parts that can be connected to, checked before anything is asked of it."""

import re
import socket
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urldefrag, urlsplit

from ..errors import ReadError, UnavailableError
from .addresses import refusal

LONGEST = 2000
"""Characters of an address: more than any article's, and what browsers agree on."""

_PORTS = {"http": 80, "https": 443}
_LOWEST = 1024
"""Ports below belong to services that are no websites, but for those of HTTP itself."""

_REMEDY = " (COUNTERCLAIM_FETCH_PRIVATE=true permits this machine and private networks)"


@dataclass(frozen=True)
class Place:
    """Scheme, host and port to connect to, and what to ask for there."""

    url: str
    scheme: Literal["http", "https"]
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """Return the host as the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(url: str) -> Place:
    """Return the parts of an address; ReadError says why it is none that can be fetched."""
    url = urldefrag(url).url
    if len(url) > LONGEST:
        raise ReadError(f"{url[:80]}…: longer than {LONGEST} characters; that is no article's address")
    if re.search(r"[\s\\<>\"\x00-\x20\x7f-\x9f]", url):
        raise ReadError(f"{url!r}: spaces, quotes or backslashes cannot stand in an address; encode them")
    try:
        parts = urlsplit(url)
        # The encoding of names that DNS knows; it refuses labels that are too long or empty.
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError as error:
        raise ReadError(f"{url}: no address that can be fetched: {error}") from error
    if parts.username is not None or parts.password is not None:
        raise ReadError(f"{parts.scheme}://…@{host}: holds a user or password; nothing is sent with them")
    scheme: Literal["http", "https"] = "https" if parts.scheme == "https" else "http"
    if parts.scheme not in _PORTS or not host:
        raise ReadError(
            f"{url}: only addresses that begin with http:// or https:// and name a host are fetched"
        )
    port = _PORTS[scheme] if port is None else port
    if port not in _PORTS.values() and port < _LOWEST:
        raise ReadError(f"{url}: port {port} is no website's; give 80, 443, or {_LOWEST} and above")
    return Place(url, scheme, host, port, _target(parts.path, parts.query))


def _target(path: str, query: str) -> str:
    """Return path and query in ASCII, with what is encoded already left as it is."""
    asked = (path or "/") + (f"?{query}" if query else "")
    return quote(asked, safe="/?:@!$&'()*+,;=%~-._[]|^`{}")


def resolved(place: Place, *, private: bool) -> str:
    """Return the one internet address to connect to, asked of DNS once.

    ReadError if the name leads to any address that is refused: a name that leads to several would
    let its owner choose. UnavailableError if it leads nowhere just now.
    """
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnavailableError(f"{place.url}: the host {place.host} is not known: {error}") from error
    addresses = [str(each[4][0]) for each in found]
    for address in addresses:
        if kind := refusal(address, private=private):
            # Said only where it would help.
            remedy = "" if private or refusal(address, private=True) else _REMEDY
            raise ReadError(
                f"{place.url}: {place.host} leads to {address}, {kind}; "
                f"only public websites are fetched{remedy}"
            )
    return addresses[0]
