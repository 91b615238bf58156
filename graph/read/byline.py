"""Read a byline: who wrote an article, for which outlet, and when."""

import re
from dataclasses import dataclass

from .dates import find_when

SENTENCE = re.compile(r"[.!?…:;]['\"”’)\]]*$")
"""How a line ends that is a sentence or introduces one."""

_BY = re.compile(r"^(?:by|written by|reported by|from)\s+", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:published|updated|posted|last modified|date)\b\s*:?", re.IGNORECASE)
_NAME = r"[^\W\d_][\w.'’-]*"
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,3}}$")
_OUTLET = re.compile(
    r"^The\b|\b(?:News|Times|Post|Herald|Wire|Courier|Gazette|Journal|Agency|Press|"
    r"Report|Tribune|Daily|Today|Media|Online|Staff|Desk|Mail|Telegraph|Standard|Chronicle|Observer|"
    r"Guardian|Independent|Globe|Record|Register|Examiner|Monitor|Bulletin|Dispatch|Radio|TV|Network|"
    r"Review|Weekly|Broadcasting|Television)\b"
)
_ONE_WORD = frozenset(
    ("Reuters", "Politico", "Axios", "Bloomberg", "Euractiv", "Interfax", "Tass", "Xinhua", "Semafor", "Ansa")
)
"""Outlets of one word; another word beside a date is a place: 'Geneva, 21 November 2025'."""
# Kinds of copy and places of a page: whoever they are printed beside did the publishing.
_RUBRIC = re.compile(
    r"(?:(?:internet|online|web|staff|special|wire|agency) reports?|live(?: blog| updates?)?|analysis|"
    r"opinion|comment|commentary|editorial|explainer|feature|interview|briefing|breaking(?: news)?|world|"
    r"politics|international|business|news|web desk|news desk)$",
    re.IGNORECASE,
)


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


def read_byline(line: str) -> Byline | None:
    """Read 'By Ann Author', 'Ann Author 2025-01-31 09:30 The Outlet' and the like."""
    if len(line) > 140:
        return None
    found = find_when(line)
    if not found and _OUTLET.search(line) and len(line.split()) <= 5 and not SENTENCE.search(line):
        return Byline(publisher=line)
    if not found:
        name = _BY.sub("", line)
        known = name != line and _is_person(name.split(",")[0].split(" | ")[0])
        return _byline(name, "", None) if known else None
    when, start, end = found
    before, after = _label(line[:start]), _label(line[end:])
    if SENTENCE.search(line) or len((before + " " + after).split()) > 12:
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
    if parts == [outlet] and before and not after and _is_place(before):
        outlet = None
    return Byline(_BY.sub("", author) if author else None, _outlet(outlet) if outlet else None, when)


def _is_place(word: str) -> bool:
    named = _OUTLET.search(word) or word in _ONE_WORD or word.isupper()
    return bool(re.fullmatch(_NAME, word)) and not named


def _outlet(text: str) -> str | None:
    text = re.sub(r"\bstaff\b", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:GMT|UTC|[A-Z]{1,3}ST|CET|BST)\b", "", text).strip(" ,|()")
    return text if re.search(r"[^\W\d_]{2}", text) and not _RUBRIC.match(text) else None
