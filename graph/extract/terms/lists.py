"""Provisions in lists: numbered and bulleted lines, '(1) ... (2) ...' in a sentence, 'paragraph 4 (...)'."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ..lexicon import verb_act
from ..sentences import written
from .wordlists import listed

_PART = r"(?:articles?|points?|items?|clauses?|sections?|paragraphs?|provisions?)"
_NUMBERED = re.compile(
    rf"\s*(?:{_PART}\s+)?(?:\((\d{{1,3}}|[a-h]|[ivx]{{1,4}})\)\s*|(\d{{1,3}})\s*[.):]\s+|([a-h])\)\s+)", re.I
)
_COLON = re.compile(rf"\s*{_PART}\s+(\d{{1,3}})\s*(?:[:.)]|[-–—](?=\s))\s+", re.I)
_BULLET = re.compile(r"\s*[-*•–—·▪]\s+")
_INLINE = re.compile(r"\((\d{1,2}|[a-h])\)\s+")
_BRACKETED = re.compile(rf"\b{_PART}\s+(\d{{1,3}})(?: of [^().,;]{{3,40}})?\s+\(([^()]{{8,300}})\)", re.I)
_NAMED = re.compile(
    rf"\b{_PART}\s+(\d{{1,3}})(?: of the [\w-]+ (?:draft|text|plan|version))?,\s+(an?\s[^,]{{6,200}}),", re.I
)


@dataclass(frozen=True)
class Item:
    """One item of a list: its tokens without number and final stop."""

    number: str | None
    tokens: list[Token]


def items(doc: Doc) -> Iterator[Item]:
    """Yield the items of a paragraph that is one item, or that lists several in running text."""
    articles = [s for s in doc.sents if _COLON.match(s.text)]
    if (item := _line(doc)) and len(articles) < 2:
        yield item
        return
    for sentence in articles:
        found = _COLON.match(sentence.text)
        start, end = sentence.start_char + (found.end() if found else 0), sentence.end_char
        if found and (tokens := _between(doc, start, end)):
            yield Item(found[1], tokens)
    yield from _inline(doc)
    for pattern in (_BRACKETED, _NAMED):
        for found in pattern.finditer(written(doc)):
            if tokens := _between(doc, *found.span(2)):
                yield Item(found[1], tokens)


def after_colon(sentence: Span, plan: Callable[[Token], bool]) -> list[list[Token]]:
    """Return A, B and C of 'some detail on the draft: A; B; C', where a plan is named before the colon."""
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is None or colon.i - sentence.start > 25 or colon.i + 2 >= sentence.end:
        return []
    before = sentence.doc[sentence.start : colon.i]
    told = any(plan(t) and _heads_list(t) for t in before)
    rest = [t for t in sentence if t.i > colon.i]
    marks = [i for i, t in enumerate(rest) if t.text == ";"]
    if not told or not marks or any(t.text in ('"', "“") for t in rest[:1]):
        return []
    edges = [-1, *marks, len(rest)]
    found = [rest[a + 1 : b] for a, b in pairwise(edges)]
    found = [_bare(part) for part in found]
    return [part for part in found if len(part) > 1]


def _heads_list(plan: Token) -> bool:
    """'Detail on the draft', 'the main points of the plan', 'what the deal holds'."""
    near = plan.doc[max(plan.sent.start, plan.i - 5) : min(plan.sent.end, plan.i + 5)]
    return any(t.lemma_.lower() in listed("contents") | listed("holds") for t in near) or plan.dep_ == "nsubj"


def _bare(part: list[Token]) -> list[Token]:
    while part and (part[-1].is_punct or part[-1].lower_ == "and"):
        part = part[:-1]
    while part and (part[0].is_punct or part[0].lower_ == "and"):
        part = part[1:]
    return part


def is_line(doc: Doc) -> bool:
    """Say whether a paragraph is an item of a list."""
    return _line(doc) is not None and sum(bool(_COLON.match(s.text)) for s in doc.sents) < 2


def _line(doc: Doc) -> Item | None:
    found = _NUMBERED.match(written(doc)) or _COLON.match(written(doc))
    bullet = _BULLET.match(written(doc))
    start = found or bullet
    if start is None or len(doc) < 4:
        return None
    tokens = [t for t in doc if t.idx >= start.end()]
    first = next(iter(tokens), None)
    if first is None or (bullet and not found and verb_act(first.lemma_)) or written(doc).isupper():
        return None
    end = next((t.i for t in tokens if _ends(t)), tokens[-1].i)
    part = [t for t in tokens if t.i <= end]
    while part and part[-1].text in (".", ";", ",", "and", "or"):
        part.pop()
    heading = all(t.text.isupper() for t in part if t.is_alpha)
    number = next((g for g in found.groups() if g), None) if found else None
    return None if len(part) < 2 or heading else Item(number, part)


def _ends(token: Token) -> bool:
    after = token.i + 1 < len(token.doc)
    return token.text == ";" or (token.text == "." and (not after or token.nbor().is_sent_start is not False))


def _inline(doc: Doc) -> Iterator[Item]:
    marks = list(_INLINE.finditer(written(doc)))
    labels = [m[1] for m in marks]
    if len(marks) < 2 or labels[0] not in ("1", "a") or not _in_order(labels):
        return
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        stop = after.start() if after else _sentence_end(doc, mark.end())
        if tokens := _between(doc, mark.end(), stop):
            yield Item(mark[1], tokens)


def _in_order(labels: list[str]) -> bool:
    start = labels[0]
    if start == "1":
        return all(x == str(i) for i, x in enumerate(labels, 1))
    return all(x == chr(ord("a") + i) for i, x in enumerate(labels))


def _sentence_end(doc: Doc, at: int) -> int:
    found = re.search(r"[.;](?=\s|$)", written(doc)[at:])
    return at + found.start() if found else len(written(doc))


def _between(doc: Doc, start: int, end: int) -> list[Token]:
    tokens = [t for t in doc if t.idx >= start and t.idx + len(t) <= end]
    while tokens and (tokens[-1].text in (",", ";", ".", ":") or tokens[-1].lower_ in ("and", "or")):
        tokens.pop()
    return tokens if len(tokens) > 1 else []
