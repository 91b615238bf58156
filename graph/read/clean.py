"""Tell an article's paragraphs from the noise around them: bylines, teasers, widgets."""

import re
from dataclasses import dataclass, replace

from ..errors import ReadError
from .dates import find_when

_TEASER_HEAD = re.compile(
    r"(?:further reading|read (?:more|next|also)|related(?: articles?| news| stories)?|see also|"
    r"more (?:on this|from|stories).*|recommended(?: for you)?|you may also like|most read|"
    r"trending(?: now)?|editors?'? (?:picks?|choice)|advertisement|sponsored)\s*[:.]?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:news|read more|read also|related|watch|video|photos?|gallery|podcast|live|listen|"
    r"see also|image|photo credit|credits?|tags?|topics|share|source)\s*:\s.*|"
    r"(?:disclaimer|copyright|©|all rights reserved)\b.*|"
    r".*\b(?:submission successful|problem feedback|subscribe (?:to|now)|sign up (?:for|to)|"
    r"share (?:this|on)|click here|cookies?|newsletter|follow us|download (?:our|the) app|"
    r"leave a comment|skip to (?:main )?content|contact us)\b.*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_BY = re.compile(r"^(?:by|written by|reported by|from)\s+", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:published|updated|posted|last modified|date)\b\s*:?", re.IGNORECASE)
_NAME = r"[^\W\d_][\w.'’-]*"
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}$")
_OUTLET = re.compile(
    r"^The\b|\b(?:News|Times|Post|Herald|Wire|Courier|Gazette|Journal|Agency|Press|"
    r"Report|Tribune|Daily|Today|Media|Online|Staff|Desk|Mail|Telegraph)\b"
)
_CASED = re.compile(r"[^\W\d_]")


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

    def with_metadata(self, **known: str | None) -> "RawArticle":
        """Return the article with the values of `known` that are not empty."""
        return replace(self, **{key: value for key, value in known.items() if value})


@dataclass(frozen=True)
class Byline:
    """Who wrote it, where and when, as far as the line says."""

    author: str | None = None
    publisher: str | None = None
    published: str | None = None

    def joined(self, other: "Byline") -> "Byline":
        """Fill what is unknown from another line."""
        return Byline(
            self.author or other.author,
            self.publisher or other.publisher,
            self.published or other.published,
        )


def clean_text(text: str, name: str | None = None) -> RawArticle:
    """Keep the paragraphs of plain text verbatim, joined by blank lines, and drop the noise."""
    lines = [line.strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    title, byline = lines[0], Byline()
    kept, seen = [title], {_key(title)}
    dropped: list[str] = []
    for number, line in enumerate(lines[1:], 1):
        found = read_byline(line) if number <= 5 and len(kept) == 1 else None
        if found:
            byline = byline.joined(found)
        elif is_noise(line) or _key(line) in seen:
            dropped.append(line)
        else:
            kept.append(line)
            seen.add(_key(line))
    if is_noise(title) and len(kept) == 1 and not _CASED.search(title):
        raise ReadError(f"{name or 'text'}: no words in it: nothing to read")
    article = RawArticle("\n\n".join(kept), " ".join(title.split()), source=name, dropped=tuple(dropped))
    return article.with_metadata(author=byline.author, publisher=byline.publisher, published=byline.published)


def is_noise(line: str) -> bool:
    """Say whether a line belongs to the page around the article."""
    if not _CASED.search(line) or _TEASER_HEAD.fullmatch(line):
        return True
    if len(line.split()) == 1 and not _SENTENCE.search(line):
        return True
    return bool(_NOISE.fullmatch(line)) and len(line) < 300


def read_byline(line: str) -> Byline | None:
    """Read 'By Ann Author', 'Ann Author 2025-01-31 09:30 The Outlet' and the like."""
    if len(line) > 140:
        return None
    found = find_when(line)
    if not found and _OUTLET.search(line) and len(line.split()) <= 5 and not _SENTENCE.search(line):
        return Byline(publisher=line)
    if not found:
        name = _BY.sub("", line)
        known = name != line and _is_person(name.split(",")[0].split(" | ")[0])
        return _byline(name, "", None) if known else None
    when, start, end = found
    before, after = _label(line[:start]), _label(line[end:])
    if _SENTENCE.search(line) or len((before + " " + after).split()) > 12:
        return None
    return _byline(before, after, when)


def _label(part: str) -> str:
    return _LABEL.sub("", part).strip(" \t,|·•–—-()/")


def _is_person(name: str) -> bool:
    if " and " in name:
        return all(_is_person(one) for one in name.split(" and "))
    words = [word for word in name.split() if word.lower() not in ("and", "de", "van", "von")]
    return bool(_PERSON.match(name)) and not _OUTLET.search(name) and all(word[0].isupper() for word in words)


def _byline(before: str, after: str, when: str | None) -> Byline:
    both = re.split(r"[,|·•–—]| - ", f"{before}|{after}")
    parts = [part.strip() for part in both if part.strip()]
    author = next((part for part in parts if _BY.match(part)), None)
    if author is None:
        author = next((part for part in parts if _is_person(part)), None)
    outlet = next((part for part in parts if part != author and _outlet(part)), None)
    return Byline(_BY.sub("", author) if author else None, _outlet(outlet) if outlet else None, when)


def _outlet(text: str) -> str | None:
    text = re.sub(r"\bstaff\b", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:GMT|UTC|[A-Z]{1,3}ST|CET|BST)\b", "", text).strip(" ,|()")
    return text if re.search(r"[^\W\d_]{2}", text) else None


def _key(line: str) -> str:
    return re.sub(r"\W+", " ", line.lower()).strip()
