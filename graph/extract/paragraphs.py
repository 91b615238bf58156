"""Where paragraphs begin and end: a quotation goes on over the blank line that it is cut by."""

import re
from collections.abc import Iterator

from ..read.text import shadow

_PARAGRAPH = re.compile(r"[^\n]+")
_SAID = re.compile(
    r"\b(?:said|says|added|adding|stated|stressed|noted|wrote|told|continued|explained|emphasi[sz]ed|declared|saying|"
    r"announced|replied|answered|argued|warned|insisted|claimed|concluded|commented|posted)\b[^.:\n]{0,60}:\s*$"
)
"""The end of a paragraph that tells who says the quotation in the next one."""
_OPENS = re.compile(r"\s*[\"\u201c\u201e\u00ab]")


def paragraphs(text: str, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs stand: one that ends with 'she said:' goes on with the quotation after it.

    So does a quotation that is opened again in the next paragraph, as it was not closed.
    """
    since: int | None = None
    last = 0
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        if since is not None and not _OPENS.match(found[0]):
            yield since, last
            since = None
        since, last = start if since is None else since, end
        if not whole or not (_SAID.search(found[0]) or _goes_on(text, start, end)):
            yield since, last
            since = None
    if since is not None:
        yield since, last


def _goes_on(text: str, start: int, end: int) -> bool:
    """Say whether a paragraph leaves a quotation open that the next one opens again and closes."""
    after = _PARAGRAPH.search(text, end)
    if after is None or not _OPENS.match(after[0]):
        return False
    return all(shadow(piece).count('"') % 2 for piece in (text[start:end], after[0].rstrip()[1:]))


def opened_once(piece: str) -> str:
    """Return a piece without the marks that open a quotation again."""
    kept, *rest = piece.split("\n\n")
    for more in rest:
        again = more.startswith('"') and kept.count('"') % 2
        kept += "\n\n" + (" " + more[1:] if again else more)
    return kept
