"""Reading ahead: the next item is fetched by a thread while the one before is worked on."""

from collections.abc import Generator, Iterator
from queue import Queue
from threading import Event, Thread, current_thread
from typing import TypeVar

T = TypeVar("T")

DEPTH = 2
"""Items that wait at most."""


def ahead(items: Iterator[T]) -> Generator[T]:
    """Yield the items of an iterator that runs in a thread of its own; what it raises is raised here."""
    waiting: Queue[tuple[T] | BaseException | None] = Queue(DEPTH)
    left = Event()

    def run() -> None:
        try:
            for item in items:
                if left.is_set():
                    return
                waiting.put((item,))
            waiting.put(None)
        # Whatever it is, it belongs to the one who asked.
        except BaseException as error:
            waiting.put(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        while (item := waiting.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item[0]
    finally:
        left.set()
        # Whoever forgets to close this may have it collected in the thread itself.
        while thread.is_alive() and thread is not current_thread():
            while not waiting.empty():
                waiting.get()
            thread.join(0.01)
