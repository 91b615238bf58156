"""HTTP/1.1 by httptools, within bounds: the parser itself keeps whatever comes before a body.

Where another protocol is offered for what follows (`Upgrade: h2c`, as Java's client does by default), the
parser takes the body for the next request. None is spoken here: such an offer is left out.
"""

import sys

from httptools import HttpParserUpgrade, HttpRequestParser
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HELD = 65_536
"""Bytes of a request's head, or of what follows its body, as many as uvicorn's other parser takes."""


class Bounded(HttpToolsProtocol):
    """A connection that is answered with 400 and closed where a head does not end in time."""

    _held = 0
    """Bytes since the parser last gave something on: it may hold them all."""

    _begun = False
    """Whether the head is read: what looks like a header then is a trailer."""

    _offered = False
    """Whether the head that is read offers another protocol: it is read again without that."""

    _data = b""
    """What is parsed."""

    _again = b""
    """What is to be parsed after that."""

    def data_received(self, data: bytes) -> None:
        """Parse what came; refuse it where too much is held."""
        self._held += len(data)
        while data:
            self._data, self._again = data, b""
            super().data_received(data)
            data = self._again
        if self._held > MOST_HELD and not self.transport.is_closing():
            self.logger.warning("A request's head is longer than %d bytes.", MOST_HELD)
            self.send_400_response(f"The head of a request has at most {MOST_HELD} bytes.")

    def on_message_begin(self) -> None:
        """Begin a head."""
        self._begun = False
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; a trailer is none, though the parser gives it on as one."""
        if not self._begun:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Begin the request, unless its head was too long though it came at once, or is of no HTTP/1."""
        # What is raised here is an error of the parser: 400.
        if self._held > MOST_HELD and sum(map(len, self._head())) > MOST_HELD:
            raise ValueError("the head is too long")
        assert self.parser is not None
        if self.parser.get_http_version() not in ("1.0", "1.1"):
            raise ValueError("no version that is spoken here")
        self._offered = self.parser.should_upgrade()
        if self._offered:
            if self.parser.get_method() == b"CONNECT":
                raise ValueError("no proxy")
            return
        self._held, self._begun = 0, True
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Hand a piece of the body on."""
        self._held = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the request."""
        self._held = 0
        if not self._offered:
            super().on_message_complete()

    def _unsupported_upgrade_warning(self) -> None:
        """Read the request as one that offers no other protocol, and what follows as its body."""
        error = sys.exception()
        assert isinstance(error, HttpParserUpgrade)
        assert self.parser is not None
        first = b"%s %s HTTP/%s" % (
            self.parser.get_method(),
            self.url,
            self.parser.get_http_version().encode(),
        )
        lines = [first, *(b"%s: %s" % header for header in self.headers if header[0] != b"upgrade"), b"", b""]
        self.parser = HttpRequestParser(self)
        self._again = b"\r\n".join(lines) + self._data[error.args[0] :]

    def _head(self) -> list[bytes]:
        return [self.url, *(part for header in self.headers for part in header)]
