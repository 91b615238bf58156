"""An end to an exchange over HTTP: a socket's own timeout starts anew with every byte."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from time import monotonic


class Deadline:
    """A number of seconds from now on, at whose end a connection is broken off."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.expired = threading.Event()
        self._end = monotonic() + seconds

    @property
    def left(self) -> float:
        """Return the seconds that are left, a thousandth of one at least: none would mean for ever."""
        return max(0.001, self._end - monotonic())

    @contextmanager
    def over(self, sock: socket.socket) -> Generator[None]:
        """Break a connection off, if it is still in use at the end."""

        def end() -> None:
            self.expired.set()
            # It may have ended by itself in this very moment. Not by TLS, which another thread is reading.
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

        timer = threading.Timer(self.left, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def __str__(self) -> str:
        """Say that it has passed."""
        return f"no answer within {self.seconds:g} seconds"
