"""Where DNA says that something stands, in our code points, and back.

DNA keeps caret positions of a Java text pane: they count UTF-16 units, and a Windows line end (CR LF) as
one, for the pane shows it so. (Java: javax.swing.text.DefaultEditorKit.read.) The words that DNA's own tables
show are cut by SQLite, which counts code points; where the two differ, the caret is what the coder marked.
"""

from array import array
from bisect import bisect_right


class Offsets:
    """Offsets of one text, both ways."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._units = None if _plain(text) else _units(text)

    @property
    def end(self) -> int:
        """The last offset of DNA in this text."""
        return self._units[-1] if self._units else self._length

    def ours(self, unit: int) -> int | None:
        """Return the code point at an offset of DNA; None if it is outside the text or splits a character."""
        if not 0 <= unit <= self.end:
            return None
        if self._units is None:
            return unit
        # After a Windows line end, not within it: the last code point that has this offset.
        at = bisect_right(self._units, unit) - 1
        return at if self._units[at] == unit else None

    def dnas(self, point: int) -> int | None:
        """Return DNA's offset of a code point; None if DNA has none there (within a Windows line end)."""
        unit = point if self._units is None else self._units[point]
        return unit if self.ours(unit) == point else None


def _plain(text: str) -> bool:
    return "\r\n" not in text and (text.isascii() or max(text) <= "\uffff")


def _units(text: str) -> "array[int]":
    """Return the offset of DNA at each code point, and at the end."""
    units, at = array("L", [0]), 0
    for before, character in zip("\0" + text, text, strict=False):
        within = character == "\n" and before == "\r"
        at += 0 if within else 2 if character > "\uffff" else 1
        units.append(at)
    return units
