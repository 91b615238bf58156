"""HTTP/1.1 by httptools, within bounds: the parser itself keeps whatever comes before a body."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST_HELD = 65_536
"""Bytes of a request's head, or of what follows its body, as many as uvicorn's other parser takes."""


class Bounded(HttpToolsProtocol):
    """A connection that is answered with 400 and closed where a head does not end in time."""

    _held = 0
    """Bytes since the parser last gave something on: it may hold them all."""

    def data_received(self, data: bytes) -> None:
        """Parse what came; refuse it where too much is held."""
        self._held += len(data)
        super().data_received(data)
        if self._held > MOST_HELD and not self.transport.is_closing():
            self.logger.warning("A request's head is longer than %d bytes.", MOST_HELD)
            self.send_400_response(f"The head of a request has at most {MOST_HELD} bytes.")

    def on_headers_complete(self) -> None:
        """Begin the request, unless its head was too long though it came at once."""
        if self._held > MOST_HELD and sum(map(len, self._head())) > MOST_HELD:
            raise ValueError("the head is too long")  # The parser's error: 400.
        self._held = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Hand a piece of the body on."""
        self._held = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the request."""
        self._held = 0
        super().on_message_complete()

    def _head(self) -> list[bytes]:
        return [self.url, *(part for header in self.headers for part in header)]
