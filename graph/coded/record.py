"""A record of data as a text of its own: each value verbatim, after the name it has in the source."""

from ..models import Span
from ..read.text import check


class Record:
    """The text of a record as it grows, and where each value stands in it.

    Coded data are often all there is of a document. Its text is then the record's own words: what is quoted
    from it is what the source holds, and the names before the values are the source's too.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._spans: dict[str, Span] = {}

    def add(self, name: str, value: str | None) -> Span | None:
        """Add a value, if there is one, under its name in the source; return where it stands; ReadError."""
        value = (value or "").strip()
        if not value:
            return None
        check(value, name)
        start = self._length + len(name) + 2
        span = Span(start=start, end=start + len(value), exact=value)
        self._spans.setdefault(name, span)
        self._lines.append(f"{name}: {value}\n")
        self._length += len(self._lines[-1])
        return span

    def span(self, name: str) -> Span | None:
        """Return where the first value of this name stands."""
        return self._spans.get(name)

    def text(self, where: str) -> str:
        """Return the whole text; ReadError if a value holds what is no text."""
        return check("".join(self._lines), where)
