"""The service's one store: opened at the start, or later if the database is away then."""

import threading
from typing import Annotated

from fastapi import Depends, Request

from graph.errors import UnavailableError
from graph.settings import Settings
from graph.store import Store, is_lost, open_store

from .freshness import require_news

PATIENCE = 5.0
"""Seconds for which a write waits for a database that is away: it holds a thread that others need."""


class Connection:
    """Holds a store that was given, or opens one of its own as soon as the database answers."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._settings = settings
        self._store = store
        self._own = store is None
        self._opening = threading.Lock()

    def store(self) -> Store:
        """Return the store; UnavailableError while the database is away."""
        if self._store is not None and not self._lost(self._store):
            return self._store
        # One request at a time tries; the others must not fill the thread pool with waiting.
        if not self._opening.acquire(timeout=1):
            raise UnavailableError("the database is being opened")
        try:
            old = self._store
            if old is None or self._lost(old):
                self._store = open_store(self._settings, PATIENCE)
                if old:
                    old.close()
            assert self._store
            return self._store
        finally:
            self._opening.release()

    def _lost(self, store: Store) -> bool:
        return self._own and is_lost(self._settings, store)

    def close(self) -> None:
        """Close the store, unless it was given."""
        if self._own and self._store is not None:
            self._store.close()
            self._store = None


class Asked:
    """The connection as one request sees it."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def store(self) -> Store:
        """Return the store; raise NotModifiedError if the client has the answer of this store already."""
        connection: Connection = self._request.app.state.connection
        store = connection.store()
        require_news(self._request, store)
        return store


async def asked(request: Request) -> Asked:
    """Return the connection as the request sees it."""
    return Asked(request)


ConnectionDep = Annotated[Asked, Depends(asked)]
"""The connection; routes call `.store()` last, so that a bad request is told so even without a database."""
