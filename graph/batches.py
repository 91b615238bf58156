"""Rows in batches, as the driver's manual advises for UNWIND."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

BATCH = 1000


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """Yield rows in lists of at most BATCH."""
    items = list(rows)
    return (items[i : i + BATCH] for i in range(0, len(items), BATCH))
