"""Tell an article's paragraphs from the noise around them: bylines, teasers, widgets."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..errors import ReadError
from .byline import SENTENCE, Byline, read_byline
from .dates import dateline_when

_TEASER_HEAD = re.compile(
    r"(?:further reading|read (?:more|next|also)|related(?: articles?| news| stories)?|see also|"
    r"more (?:on this|stories|from [^.!?]{1,40})|recommended(?: for you)?|you may also like|most read|"
    r"trending(?: now)?|editors?'? (?:picks?|choice)|advertisement|sponsored)\s*[:.]?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:news|read more|read also|related|watch|video|photos?|gallery|podcast|live|listen|"
    r"see also|image|photo credit|credits?|tags?|topics|share|source)\s*:\s.*|"
    r"(?:disclaimer\b|copyright\b|©).*|.*\ball rights reserved\b.*",
    re.IGNORECASE,
)
# What a page asks of its reader. Only at the head of a sentence: "they share this view" is news.
_REQUEST = re.compile(
    r"(?:^|[.!?:|•]\s+)(?:please\s+|to\s+)?(?:subscribe (?:now|to|for)|sign up|click (?:here|to)|follow us|"
    r"share (?:this|on)\b|download (?:our|the) app|leave a comment|skip to (?:main )?content|contact us|"
    r"submission successful|problem feedback|(?:we|this (?:site|website)) uses? cookies|"
    r"(?:accept|manage) (?:all )?cookies|get (?:our|the) (?:\w+ ){0,2}newsletter)",
    re.IGNORECASE,
)
_CASED = re.compile(r"[^\W\d_]")


class Origin(NamedTuple):
    """Where a paragraph of the cleaned text stands in the source: both offsets, and the line from 1."""

    text: int
    source: int
    line: int


@dataclass(frozen=True)
class RawArticle:
    """An article as read: the cleaned text, what is known of it, and what was dropped."""

    text: str
    title: str
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    source: str | None = None
    dropped: tuple[str, ...] = ()
    dropped_at: tuple[int, ...] = ()
    """The lines of the source, from 1, of what was dropped; empty for a page."""
    origins: tuple["Origin", ...] = ()

    def line_of(self, offset: int) -> int | None:
        """Return the line of the source, from 1, that holds an offset of `text`; None for a page."""
        origin = self._origin(offset)
        return origin.line if origin else None

    def source_offset(self, offset: int) -> int | None:
        """Return where a character of `text` stands in the decoded source, or None for a page.

        Line ends count as one character there, whatever the file has.
        """
        origin = self._origin(offset)
        return origin.source + offset - origin.text if origin else None

    def _origin(self, offset: int) -> "Origin | None":
        before = bisect_right(self.origins, offset, key=lambda origin: origin.text)
        return self.origins[before - 1] if before else None

    def with_metadata(self, **known: str | None) -> "RawArticle":
        """Return the article with the values of `known` that are not empty."""
        return replace(self, **{key: value for key, value in known.items() if value})


def clean_text(text: str, name: str | None = None) -> RawArticle:
    """Keep the paragraphs of plain text verbatim, joined by blank lines, and drop the noise."""
    lines = list(_lines(text))
    title, byline = lines[0][0], Byline()
    kept, seen = [lines[0]], {_key(title)}
    dropped: list[tuple[str, int]] = []
    for number, (line, source, at) in enumerate(lines[1:], 1):
        found = read_byline(line) if number <= 5 and len(kept) <= 2 else None
        if found and len(kept) == 2:
            # Below a line under the title only 'By Ann Author' is a byline; it stays in the text.
            byline = byline.joined(found) if found.author and line[:3].casefold() == "by " else byline
            found = None
        if found:
            byline = byline.joined(found)
        elif is_noise(line) or _key(line) in seen:
            dropped.append((line, at))
        else:
            kept.append((line, source, at))
            seen.add(_key(line))
    if is_noise(title) and len(kept) == 1 and not _CASED.search(title):
        raise ReadError(f"{name or 'text'}: no words in it: nothing to read")
    article = RawArticle(
        "\n\n".join(line for line, _, _ in kept),
        " ".join(title.split()),
        source=name,
        dropped=tuple(line for line, _ in dropped),
        dropped_at=tuple(at for _, at in dropped),
        origins=tuple(_origins(kept)),
    )
    published = byline.published or dateline_when([line for line, _, _ in kept[1:4]])
    return article.with_metadata(author=byline.author, publisher=byline.publisher, published=published)


Line = tuple[str, int, int]
"""A line without the spaces around it, its offset and its number, from 1."""


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are not blank."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield line.strip(), start + len(line) - len(line.lstrip()), number
        start += len(line) + 1


def _origins(kept: list[Line]) -> Iterator[Origin]:
    at = 0
    for line, source, number in kept:
        yield Origin(at, source, number)
        at += len(line) + 2


def is_noise(line: str) -> bool:
    """Say whether a line belongs to the page around the article."""
    if not _CASED.search(line) or _TEASER_HEAD.fullmatch(line):
        return True
    if len(line.split()) == 1 and not SENTENCE.search(line):
        return True
    return len(line) < 300 and bool(_LABELLED.fullmatch(line) or _REQUEST.search(line))


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line.lower()).strip()
