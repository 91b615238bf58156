"""One GET of one address, connected to exactly the internet address that was checked."""

import socket
import ssl
import zlib
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any

from ..deadline import Deadline
from ..errors import ReadError, UnavailableError
from .place import Place

_CHUNK = 64 * 1024
_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
    "Accept-Encoding": "gzip",
    "User-Agent": "counterclaim",
    "Connection": "close",
}


@dataclass(frozen=True)
class Answer:
    """An answer as it came, decompressed; names of headers in lower case; no body unless it is 200."""

    status: int
    headers: dict[str, str]
    body: bytes


class _Pinned(HTTPConnection):
    """A connection to an internet address that is given, whatever the host's name leads to by now."""

    def __init__(self, place: Place, address: str, timeout: float) -> None:
        super().__init__(place.host, place.port, timeout=timeout)
        self._address = address
        self._secure = place.scheme == "https"

    def connect(self) -> None:
        """Connect to the address; the certificate must be the host's."""
        self.sock: Any = socket.create_connection((self._address, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            # The handshake comes later, so that the deadline can end it.
            self.sock = context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )


def get(place: Place, address: str, deadline: Deadline, most: int) -> Answer:
    """Return the answer of a place at its checked address, its body of at most `most` bytes.

    Raises ReadError (too large, packed in a way not asked for), UnavailableError (no whole answer).
    """
    connection = _Pinned(place, address, deadline.left)
    try:
        connection.connect()
        with deadline.over(connection.sock):
            if isinstance(connection.sock, ssl.SSLSocket):
                connection.sock.do_handshake()
            connection.request("GET", place.target, headers={"Host": place.host_header, **_HEADERS})
            with connection.getresponse() as response:
                body = _body(response, place.url, most) if response.status == 200 else b""
                answer = Answer(
                    response.status, {name.lower(): value for name, value in response.headers.items()}, body
                )
    except (OSError, HTTPException) as error:
        late = deadline.expired.is_set() or isinstance(error, TimeoutError)
        raise UnavailableError(f"{place.url}: {deadline if late else _reason(error)}") from error
    finally:
        connection.close()
    if deadline.expired.is_set():
        raise UnavailableError(f"{place.url}: {deadline}")
    return answer


def _body(response: HTTPResponse, url: str, most: int) -> bytes:
    packed = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packed not in ("identity", "gzip", "x-gzip", ""):
        raise ReadError(f"{url}: sent as {packed[:40]!r}, which was not asked for")
    # Unpacked piece by piece, never beyond the limit: a small answer may unpack to gigabytes.
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in packed else None
    data = bytearray()
    while piece := response.read(_CHUNK):
        try:
            data += unpack.decompress(piece, most + 1 - len(data)) if unpack else piece
        except zlib.error as error:
            raise ReadError(f"{url}: its gzip is broken: {error}") from error
        if len(data) > most:
            raise ReadError(f"{url}: larger than {most:,} bytes; save what matters as a file")
    if response.length or (unpack and not unpack.eof):
        raise ConnectionError("the connection was closed in the middle of the answer")
    return bytes(data)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
