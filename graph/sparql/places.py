"""How many are answered at a time, and how many wait for it: those who wait hold threads that others need."""

import threading
from collections.abc import Generator
from contextlib import contextmanager

from ..errors import BusyError

_FULL = "too many other SPARQL queries are being answered; try again later"


class Places:
    """So many places, so many who wait for one, each so many seconds; threads share it."""

    def __init__(self, places: int, waiting: int, seconds: float) -> None:
        self._places = threading.BoundedSemaphore(places)
        self._waiting = threading.BoundedSemaphore(waiting)
        self._seconds = seconds

    @contextmanager
    def one(self) -> Generator[None]:
        """Hold a place; BusyError when none becomes free in time, and at once when too many wait."""
        if not self._places.acquire(blocking=False):
            self._wait()
        try:
            yield
        finally:
            self._places.release()

    def _wait(self) -> None:
        if not self._waiting.acquire(blocking=False):
            raise BusyError(_FULL)
        try:
            if not self._places.acquire(timeout=self._seconds):
                raise BusyError(_FULL)
        finally:
            self._waiting.release()
