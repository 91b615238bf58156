"""Quotations and the cues beside them: what stands in quotation marks need not be parsed to be found."""

from spacy.tokens import Doc, Token

from .found import Found
from .quotemarks import MARKS, Region, regions

BREAKS = frozenset((",", "?", "!", ".", "\u2026", "...", "'", *MARKS))
_STOPS = BREAKS | {":", ";", ")"}


def region_of(i: int, quotes: list[Region]) -> Region | None:
    """Return the quotation that holds a token."""
    return next((r for r in quotes if r.first < i < r.last or (r.open and r.first < i)), None)


def beside(verb: Token, quotes: list[Region]) -> Region | None:
    """Return the quotation next to a verb: before it and its subject, or after it."""
    if region_of(verb.i, quotes):
        return None
    doc = verb.doc
    mine = {t.i for c in verb.children if c.dep_ not in ("ccomp", "xcomp", "parataxis") for t in c.subtree}
    mine |= {verb.i}
    low = high = verb.i
    while low - 1 >= 0 and (low - 1 in mine or (doc[low - 1].is_punct and doc[low - 1].text not in MARKS)):
        low -= 1
    while high + 1 < len(doc) and (high + 1 in mine or doc[high + 1].text in ",:-\u2013\u2014"):
        high += 1
    for region in quotes:
        gap = doc[region.last + 1 : verb.i]
        if region.last > verb.i or not (_ends(doc, region) and len(gap) < 25):
            continue
        plain = not any(t.pos_ in ("VERB", "AUX") or t.text in MARKS or t.is_sent_start for t in gap[1:])
        if region.last == low - 1 or plain:
            return region
    after = next((r for r in quotes if r.first in (high + 1, verb.i + 1)), None)
    return after if after is None or not _has_its_own(verb, after) else None


def _has_its_own(verb: Token, region: Region) -> bool:
    """'She laughed. "No," said Poe': a quotation that begins a sentence, and that words come after."""
    doc = verb.doc
    apart = doc[region.first - 1].text in (".", "!", "?")
    follows = doc[region.last + 1] if region.last + 1 < len(doc) else None
    goes_on = doc[region.last - 1].text == "," or (follows is not None and not follows.is_sent_start)
    return apart and not region.open and goes_on


def _ends(doc: Doc, region: Region) -> bool:
    """Say whether a quotation ends as speech does, by a comma or a stop, not as a scare quote."""
    after = doc[region.last + 1].text if region.last + 1 < len(doc) else "."
    return (
        doc[region.last - 1].text in BREAKS or after in BREAKS or after in ("-", "\u2013", "\u2014", "\u2015")
    )


def without_source(content: set[int], head: Token | None, word: Token, quoted: Region) -> set[int]:
    """Take what stands between a quotation and its cue out of the content, where the parser mixed them."""
    if quoted.last < word.i:
        return {i for i in content if i < quoted.last}
    if head is not None and head.i < word.i:
        return {i for i in content if i > word.i}
    return content


def go_on(doc: Doc, quotes: list[Region], found: list[Found]) -> None:
    """Give a quotation that nobody is named for to whom the one before it was given."""
    owners = [f for f in found if f.direct]
    for region in quotes:
        if len(region.tokens) < 4 or _owner(region, found) is not None:
            continue
        before = [f for f in owners if min(f.content[0][1]) < region.first and f.word.i < region.first]
        if before and (region.first == 0 or doc[region.first - 1].text in _STOPS):
            last = before[-1]
            last.content[0] = (doc, last.content[0][1] | set(region.tokens))


def _owner(region: Region, found: list[Found]) -> Found | None:
    """Return the attribution from outside a quotation that it belongs to."""
    return next(
        (f for f in found if f.word.i not in region.tokens and region.first + 1 in f.content[0][1]), None
    )


def across(
    doc: Doc, open_: list[tuple[Doc, Region, Found | None]], here: list[Found]
) -> list[tuple[Doc, Region, Found | None]]:
    """Join a quotation that runs over paragraphs, each opened by a mark and only the last one closed."""
    quotes = regions(doc)
    if not quotes or (open_ and quotes[0].first > 1):
        open_ = []
    if not quotes:
        return []
    first, last = quotes[0], quotes[-1]
    owner = _owner(first, here)
    before = open_[0][2] if open_ else None
    if owner is not None and before is None:
        for other, region, _ in open_:
            owner.content.append((other, frozenset(region.tokens)))
    elif owner is None and before is not None:
        owner = before
        before.content.append((doc, frozenset(first.tokens)))
    if not last.open:
        return []
    if last is first:
        return [*(o for o in open_ if owner is None), (doc, last, owner)]
    return [(doc, last, _owner(last, here))]
