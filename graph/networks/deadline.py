"""How long a computation may take."""

from time import monotonic

from ..errors import OverlongError


class Deadline:
    """So many seconds from now; without a number, no end. Only whether there is an answer depends on it."""

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self._end = None if seconds is None else monotonic() + seconds

    def check(self, advice: str) -> None:
        """Raise OverlongError, with the advice, when the time is over."""
        if self._end is not None and monotonic() >= self._end:
            raise OverlongError(f"not computed within {self._seconds:g} seconds; {advice}")


ENDLESS = Deadline()
