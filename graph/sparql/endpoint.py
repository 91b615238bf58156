"""The door for queries: keeps the holder in step with the graph, and asks it."""

import json
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from ..errors import InputError, MovedError, QueryTimeoutError, StoreError, UnavailableError
from ..exporting.blocks import Names
from ..store import Store
from .fill import Changes, Known, Progress, changes
from .holder import HEAD
from .query import Query

AT_ONCE = 8
"""Queries that are evaluated at a time; each is a process."""
MEMORY = 1_000_000_000
"""Bytes that one query may use beside the triples."""
MOST_BYTES = 20_000_000
"""Bytes of an answer."""
TRIES = 5
_GRACE = 5.0
_HOLDER = Path(__file__).with_name("holder.py")


class Endpoint:
    """Answers SPARQL on what the graph holds now; threads may share it. Close it after use."""

    def __init__(self, base: str, seconds: float, told: Progress | None = None) -> None:
        self.prefixes = Names(base).prefixes
        """Prefixes that a query need not declare."""
        self._base = base
        self._seconds = seconds
        self._told = told
        self._holder: _Holder | None = None
        self._known = dict[str, Known]()
        self._wasted = 0
        self._revision: str | None = None
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._state = threading.Condition()
        self._filling: threading.Thread | None = None
        self._failure: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the holder; the next query would start another."""
        with self._state:
            if self._filling:
                self._filling.join()
            self._drop()

    def answer(self, store: Store, query: Query, form: str, wait: float | None = None) -> bytes:
        """Return the answer of a query in one of its forms.

        InputError for a query that is wrong or asks for too much; QueryTimeoutError; UnavailableError when
        after `wait` seconds (None: for ever) the graph is still being read, or too many others ask.
        """
        self._keep_step(store, wait)
        if not self._places.acquire(timeout=self._seconds):
            raise UnavailableError("too many other queries are being answered")
        try:
            holder = self._holder
            if holder is None:
                raise UnavailableError("the triples are being read anew")
            return holder.ask(self._request(query, form))
        except OSError as error:
            with self._state:
                self._drop()
            raise UnavailableError(f"what holds the triples has gone: {error}") from error
        finally:
            self._places.release()

    def _request(self, query: Query, form: str) -> dict[str, Any]:
        return {
            "query": query.text, "form": form,
            "prefixes": self.prefixes,
            "default_graphs": query.default_graphs, "named_graphs": query.named_graphs,
            "seconds": self._seconds, "memory": MEMORY, "most": MOST_BYTES,
        }  # fmt: skip

    def _keep_step(self, store: Store, wait: float | None) -> None:
        """Return when the holder has what the graph had when this was called, or later."""
        revision = store.revision()
        until = None if wait is None else time.monotonic() + wait
        with self._state:
            while self._holder is None or self._revision != revision:
                if self._failure:
                    failure, self._failure = self._failure, None
                    raise failure
                if self._filling is None:
                    # Others may have written, and read, since.
                    revision = store.revision()
                    if self._holder is not None and self._revision == revision:
                        return
                    self._filling = threading.Thread(target=self._fill, args=(store,), daemon=True)
                    self._filling.start()
                left = None if until is None else until - time.monotonic()
                if not self._state.wait(left if left is None else max(left, 0)) and until is not None:
                    raise UnavailableError("the graph is still being read for SPARQL")

    def _fill(self, store: Store) -> None:
        try:
            self._renew(store)
        except Exception as error:
            self._failure = error
        with self._state:
            self._filling = None
            self._state.notify_all()

    def _renew(self, store: Store) -> None:
        """Bring the holder in step with one state of the graph."""
        if self._wasted > sum(known.triples for known in self._known.values()):
            # What is removed from the triples in memory is not given back by them.
            with self._state:
                self._drop()
        for _ in range(TRIES):
            before = store.revision()
            found = changes(store, self._base, self._known, self._told)
            with found.file:
                if store.revision() != before:
                    continue
                self._load(found, before)
                return
        raise MovedError(f"the graph was written to each of the {TRIES} times that it was read; try again")

    def _load(self, found: Changes, revision: str) -> None:
        with self._state:
            if self._holder is None:
                self._holder = _Holder()
            try:
                self._holder.load(found)
            except (OSError, StoreError) as error:
                self._drop()
                raise StoreError(f"the triples cannot be loaded: {error}") from error
            self._known, self._revision = found.known, revision
            self._wasted += found.removed

    def _drop(self) -> None:
        if self._holder:
            self._holder.end()
        self._holder, self._revision, self._known, self._wasted = None, None, {}, 0


class _Holder:
    """The process that holds the triples, seen from outside."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        self._sending = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, str(_HOLDER), str(theirs.fileno())],
                pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )  # fmt: skip

    def load(self, found: Changes) -> None:
        """Let it take a file; StoreError."""
        with self._sending, self._control.makefile("rb") as replies:
            socket.send_fds(self._control, [b"L"], [found.file.fileno()])
            reply = json.loads(replies.readline() or '{"error": "its process ended"}')
        if "error" in reply:
            raise StoreError(reply["error"])

    def ask(self, request: dict[str, Any]) -> bytes:
        """Return an answer; errors as for `Endpoint.answer`."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs, self._sending:
                socket.send_fds(self._control, [b"Q"], [theirs.fileno()])
            ours.settimeout(request["seconds"] + _GRACE)
            ours.sendall(json.dumps(request).encode())
            ours.shutdown(socket.SHUT_WR)
            with ours.makefile("rb") as file:
                (length,) = HEAD.unpack(_exactly(file.read(HEAD.size), HEAD.size))
                head = json.loads(_exactly(file.read(length), length))
                body = _exactly(file.read(head["size"]), head["size"])
        if "error" in head:
            raise _error(head, request)
        return body

    def end(self) -> None:
        """End it, and wait until it has ended."""
        self._control.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
            return
        self._process.kill()
        self._process.wait()


def _exactly(data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise OSError("the answer broke off")
    return data


def _error(head: dict[str, Any], request: dict[str, Any]) -> Exception:
    match head["error"]:
        case "time":
            return QueryTimeoutError(f"the query ran longer than {request['seconds']:g} seconds")
        case "syntax":
            return InputError(f"not a SPARQL query: {head['told']}")
        case "query":
            return InputError(f"the query cannot be answered: {head['told']}")
        case "size":
            return InputError(f"the answer has more than {request['most']:,} bytes; ask for less, by LIMIT")
        case "memory":
            return InputError(
                f"the query needs more than {request['memory']:,} bytes of memory; ask for less"
            )
        case "depth":
            return InputError("the query is nested too deeply")
        case _:
            return StoreError("the query was ended from outside")
