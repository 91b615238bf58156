"""One state of the graph in one file, though others may write meanwhile."""

from collections.abc import Callable
from typing import BinaryIO, TypeVar

from .errors import MovedError
from .store import Store

T = TypeVar("T")

TRIES = 5


def steadily(store: Store, file: BinaryIO, write: Callable[[], T]) -> T:
    """Call `write`, which reads the graph and fills the file, until nobody wrote to the graph meanwhile.

    The file is emptied before it is filled again; MovedError after TRIES times.
    """
    for _ in range(TRIES):
        before = store.revision()
        done = write()
        if store.revision() == before:
            return done
        file.seek(0)
        file.truncate()
    raise MovedError(f"the graph was written to each of the {TRIES} times that it was read; try again")
