"""The door for queries: keeps the holder in step with the graph, and asks it."""

import threading
import time
from typing import Any, Self

from ..errors import BusyError, MovedError, StoreError
from ..exporting.blocks import Names
from ..store import Store
from .fill import Changes, Known, Progress, changes
from .places import Places
from .process import MEMORY, MOST_BYTES, Holder
from .query import Query

AT_ONCE = 8
"""Queries that are evaluated at a time; each is a process."""
WAITING = 16
"""Queries that may wait for others to end; more are refused at once."""
PATIENCE = 2.0
"""Seconds that they wait."""
TRIES = 5


class Endpoint:
    """Answers SPARQL on what the graph holds now; threads may share it. Close it after use."""

    def __init__(self, base: str, seconds: float, told: Progress | None = None) -> None:
        self.prefixes = Names(base).prefixes
        """Prefixes that a query need not declare."""
        self._base = base
        self._seconds = seconds
        self._told = told
        self._holder: Holder | None = None
        self._known = dict[str, Known]()
        self._wasted = 0
        self._revision: str | None = None
        self._places = Places(AT_ONCE, WAITING, min(PATIENCE, seconds))
        self._state = threading.Condition()
        self._filling: threading.Thread | None = None
        self._failure: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the holder; the next query would start another."""
        if filling := self._filling:
            filling.join()  # It needs the lock to end.
        with self._state:
            self._drop()

    def answer(self, store: Store, query: Query, form: str, wait: float | None = None) -> bytes:
        """Return the answer of a query in one of its forms.

        InputError for a query that is wrong or asks for too much; QueryTimeoutError; BusyError when after
        `wait` seconds (None: for ever) the graph is still being read, too many others ask, or the process
        that holds the triples is lost twice.
        """
        request = self._request(query, form)
        with self._places.one():
            for _ in range(2):  # It may have been lost long ago, which nobody noticed.
                holder = self._keep_step(store, wait)
                try:
                    return holder.ask(request)
                except TimeoutError as error:
                    if not holder.answers():
                        self._lose(holder)
                    raise BusyError("the query was not answered in time; try again later") from error
                except OSError:
                    self._lose(holder)
        raise BusyError("the process that holds the triples for SPARQL ended; try again")

    def _lose(self, holder: Holder) -> None:
        """Let go of a holder, unless another has taken its place."""
        with self._state:
            if self._holder is holder:
                self._drop()

    def _request(self, query: Query, form: str) -> dict[str, Any]:
        return {
            "query": query.text, "form": form,
            "prefixes": self.prefixes,
            "default_graphs": query.default_graphs, "named_graphs": query.named_graphs,
            "seconds": self._seconds, "memory": MEMORY, "most": MOST_BYTES,
        }  # fmt: skip

    def _keep_step(self, store: Store, wait: float | None) -> Holder:
        """Return the holder when it has what the graph had when this was called, or later."""
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
                        return self._holder
                    self._filling = threading.Thread(target=self._fill, args=(store,), daemon=True)
                    self._filling.start()
                left = None if until is None else until - time.monotonic()
                if not self._state.wait(left if left is None else max(left, 0)) and until is not None:
                    raise BusyError("the graph is still being read for SPARQL; try again later")
            return self._holder

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
            known = self._known
            found = changes(store, self._base, known, self._told)
            with found.file:
                if store.revision() == before and self._load(found, before, known):
                    return
        raise MovedError(f"the graph was written to each of the {TRIES} times that it was read; try again")

    def _load(self, found: Changes, revision: str, known: dict[str, Known]) -> bool:
        """Load what changed since `known`; False when the holder was lost, so that all is needed."""
        with self._state:
            if self._known is not known:
                return False
            held = self._holder is not None
            holder = self._holder = self._holder or Holder()
            try:
                holder.load(found)
            except (OSError, StoreError) as error:
                self._drop()
                if held and isinstance(error, OSError):
                    return False
                raise StoreError(f"the triples cannot be loaded: {error}") from error
            self._known, self._revision = found.known, revision
            self._wasted += found.removed
            return True

    def _drop(self) -> None:
        if self._holder:
            self._holder.end()
        self._holder, self._revision, self._known, self._wasted = None, None, {}, 0
