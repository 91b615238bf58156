"""The stands that were taken, for who says 'this' right after one."""

from typing import NamedTuple


class Stood(NamedTuple):
    """Who took a stand on what, and where."""

    speakers: tuple[str, ...]
    targets: tuple[str, ...]
    at: int
