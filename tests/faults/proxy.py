"""A TCP proxy on loopback that does to connections what networks do: delay, throttle, cut, swallow.

It counts bursts: what a client sends before it waits for an answer. A fault strikes at a burst, by its
number over all connections, from 1. So a test can strike at every round trip of a piece of work.
"""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self

PART = 1 << 16


class Proxy:
    """Leads a port of its own to a target; use it as a context manager."""

    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._open = set[socket.socket]()
        self._unheard = set[socket.socket]()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self.heal()

    def heal(self) -> None:
        """Be a wire again, and count from the beginning."""
        self.bursts = 0
        self.delay = 0.0
        """Seconds that each part waits, both ways."""
        self.rate = 0.0
        """Bytes in a second, to the client; 0: as they come."""
        self.strike_at = 0
        """The burst at which `strike` is called, before it is led on."""
        self.strike: Callable[[], object] = self.cut
        self.cut_before = 0
        """The burst that is never led on: the connections are cut."""
        self.cut_amid = 0
        """The burst of which half is led on; then the connections are cut."""
        self.cut_after = 0
        """The burst that is led on and whose answer is cut off."""
        self.swallowing = False
        """Whether all is taken, nothing is led on and nobody is told."""
        self.refusing = False
        """Whether new connections are cut at once."""

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.cut()
        for thread in self._threads:
            thread.join(10)

    def cut(self) -> None:
        """Cut all connections."""
        with self._lock:
            for each in self._open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def _start(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client = self._server.accept()[0]
                if self.refusing:
                    client.close()
                    continue
                try:
                    server = socket.create_connection(self._target, 5)
                except OSError:
                    client.close()
                    continue
                server.settimeout(None)
                for each in (client, server):
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._lock:
                    self._open |= {client, server}
                self._start(self._outward, client, server)
                self._start(self._inward, server, client)

    def _outward(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while part := client.recv(PART):
                with self._lock:
                    self.bursts += 1
                    number = self.bursts
                if number == self.strike_at:
                    self.strike()
                if number == self.cut_before:
                    break
                if number == self.cut_amid:
                    server.sendall(part[: len(part) // 2])
                    break
                if number == self.cut_after:
                    self._unheard.add(server)
                self._lead(part, server, 0)
                if number == self.cut_after:
                    break
        self._end(client, server)

    def _inward(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while part := server.recv(PART if not self.rate else max(1, int(self.rate / 20))):
                if server in self._unheard:
                    break
                self._lead(part, client, self.rate)
        self._end(server, client)

    def _lead(self, part: bytes, to: socket.socket, rate: float) -> None:
        if self.delay:
            time.sleep(self.delay)
        if rate:
            time.sleep(len(part) / rate)
        if not self.swallowing:
            to.sendall(part)

    def _end(self, *both: socket.socket) -> None:
        for each in both:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        with self._lock:
            self._open -= {*both}
