"""Claims that would be parts of themselves, by several documents together."""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from ..errors import ConflictError


def require_no_cycle(wholes: Iterable[tuple[str, str]]) -> None:
    """Raise ConflictError when a claim is a part of itself; given are pairs of part and whole."""
    sorter = TopologicalSorter[str]()
    for part, whole in wholes:
        sorter.add(part, whole)
    try:
        sorter.prepare()
    except CycleError as error:
        around = " is a part of ".join(error.args[1])
        raise ConflictError(
            f"a claim would be a part of itself, by several documents together: {around}; correct part_of "
            "in one of them"
        ) from error
