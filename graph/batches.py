"""Rows in batches, as the driver's manual advises for UNWIND."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

BATCH = 1000


def batches(rows: Iterable[T], most: int = BATCH) -> Iterator[list[T]]:
    """Yield rows in lists of at most `most`."""
    items = list(rows)
    return (items[i : i + most] for i in range(0, len(items), most))
