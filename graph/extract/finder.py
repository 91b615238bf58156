"""Find attributions in parsed paragraphs: cue words with their frames, then the quotation marks around them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from . import asides
from .clauses import goes_on
from .found import Found
from .frames import passive, slots
from .lexicon import cue_verbs, frame_words, verb_act
from .quotemarks import MARKS, Region, regions
from .sources import (
    Source,
    beside_quote,
    phrase_of,
    source_of_adjective,
    source_of_noun,
    source_of_verb,
)

_PARTS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}
_WITH_OBJECT = ("infinitive", "to", "as", "of", "for", "with", "on")
_SEEM = frozenset(("seem", "appear"))
_CLAUSES = ("that", "infinitive", "ing")
_BREAKS = frozenset((",", "?", "!", ".", "\u2026", "...", "'", *MARKS))
_STOPS = _BREAKS | {":", ";", ")"}


def find(docs: list[Doc]) -> list[Found]:
    """Return the attributions of a text, in reading order."""
    found: list[Found] = []
    open_: list[tuple[Doc, Region, Found | None]] = []
    for doc in docs:
        here = find_in(doc)
        open_ = _across(doc, open_, here)
        found += here
    return found


def _across(
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


def _owner(region: Region, found: list[Found]) -> Found | None:
    """Return the attribution from outside a quotation that it belongs to."""
    return next(
        (f for f in found if f.word.i not in region.tokens and region.first + 1 in f.content[0][1]), None
    )


def find_in(doc: Doc) -> list[Found]:
    """Return the attributions of one paragraph."""
    quotes = regions(doc)
    found: list[Found] = [one for one in (asides.before_colon(doc), asides.byline(doc, quotes)) if one]
    shared: dict[Token, Source] = {}
    for token in doc:
        for one in _at(token, quotes):
            found.append(one)
            if token in shared:
                one.source = shared[token]
            elif one.source is not None:
                shared |= {cut: one.source for root in one.roots for cut in _cuts(root, token)}
    _go_on(doc, quotes, found)
    return found


def _at(token: Token, quotes: list[Region]) -> Iterator[Found]:
    if (found := asides.at(token, quotes)) is not None:
        yield found
        return
    part = _PARTS.get(token.pos_)
    if part is None:
        return
    governed = slots(token)
    voice = "passive " if part == "verbs" and passive(token) else ""
    quoted = _beside(token, quotes) if part == "verbs" and _takes(part, "quote", token) else None
    clause = governed.get("that")
    if quoted and clause is not None and quoted.last < token.i < clause.i and clause.dep_ == "ccomp":
        quoted = None
    names = [s for s in governed if _takes(part, voice + s, token)]
    if not names and quoted is None:
        return
    yield from _governing(token, part, governed, names, quoted, quotes)


def _takes(part: str, slot: str, token: Token) -> bool:
    return token.lemma_.lower() in frame_words(part, slot)


def _governing(
    word: Token,
    part: str,
    governed: dict[str, Token],
    names: list[str],
    quoted: Region | None,
    quotes: list[Region],
) -> Iterator[Found]:
    head = {"verbs": source_of_verb, "nouns": source_of_noun, "adjectives": source_of_adjective}[part](word)
    if quoted is not None and (head is None or head.i in quoted.tokens or head.head.i in quoted.tokens):
        head = beside_quote(word, quoted)
    roots = _roots(word, governed, names, quoted is not None)
    cue = _cue(word)
    content: set[int] = set()
    for root in roots:
        content |= _words(root, word, head, cue)
    mine = _region_of(word.i, quotes)
    if quoted is not None:
        content = _without_source(content, head, word, quoted) | set(quoted.tokens)
    content -= set(cue)
    for region in quotes:
        if region is not mine and any(i in content for i in region.tokens):
            content |= set(region.tokens)
    if mine is not None:
        content &= set(mine.tokens)
    if head is not None and head.lower_ == "it" and (part == "adjectives" or word.lemma_ in _SEEM):
        head = None
    source = phrase_of(head, content | set(cue)) if head is not None and head.i not in content else None
    if source is not None:
        content -= set(source.tokens)
    if not any(word.doc[i].is_alpha or word.doc[i].is_digit for i in content):
        return
    direct = any(len(r.tokens) > 3 and r.first in content for r in quotes)
    yield Found(
        word.doc,
        word,
        cue,
        source,
        [(word.doc, frozenset(content))],
        "thought" if word.lemma_.lower() in frame_words("kinds", "thought") else "speech",
        0.9 if "that" in names or quoted is not None else 0.7,
        direct,
        roots,
    )


def _without_source(content: set[int], head: Token | None, word: Token, quoted: Region) -> set[int]:
    """Take what stands between a quotation and its cue out of the content, where the parser mixed them."""
    low, high = sorted((quoted.last, word.i))
    if quoted.last < word.i:
        return {i for i in content if i < low}
    if head is not None and head.i < word.i:
        return {i for i in content if i > word.i}
    return content


def _roots(word: Token, governed: dict[str, Token], names: list[str], quoted: bool) -> list[Token]:
    """Choose what is said among the slots: a clause before an object before a preposition."""
    inverted = "that" in names and governed["that"].i < word.i
    if inverted and len(names) > 1 and ("infinitive" in names or not _takes("verbs", "quote", word)):
        names = [s for s in names if s != "that"]
    if "that" in names:
        return [governed["that"]]
    if quoted and not any(s in names for s in _CLAUSES):
        return []
    chosen = [s for s in _CLAUSES if s in names][:1] or [s for s in ("as", "object") if s in names][:1] or names[:1]
    roots = [governed[s] for s in chosen]
    if chosen[0] == "object":
        roots += [governed[s] for s in _WITH_OBJECT if s in governed]
    elif chosen[0] in _WITH_OBJECT and "object" in governed and word.lemma_ not in frame_words("kinds", "addressed"):
        roots.append(governed["object"])
    if "subject" in governed:
        roots.append(governed["subject"])
    return roots


def _cue(word: Token) -> tuple[int, ...]:
    """Return the cue word, with its particle if that follows."""
    after = next((c for c in word.children if c.dep_ == "prt" and c.i == word.i + 1), None)
    return (word.i, after.i) if after is not None else (word.i,)


def _words(root: Token, word: Token, head: Token | None, cue: tuple[int, ...]) -> set[int]:
    """Return the tokens of what is said: below its root, or all before a cue that comes after."""
    away = {t.i for t in word.subtree} if root in word.ancestors else {word.i}
    away |= {t.i for cut in _cuts(root, word) for t in cut.subtree}
    tokens = {t.i for t in root.subtree} - away
    if root.i < word.i and root.dep_ == "ccomp" and root.head == word:
        edge = word.i
        if head is not None and head.i < word.i:
            edge = min([t.i for t in head.subtree if t.i > root.i] or [edge])
        if edge and word.doc[edge - 1].text in _BREAKS:
            tokens |= set(range(word.sent.start, edge))
    return tokens


def _cuts(root: Token, word: Token) -> Iterator[Token]:
    """Yield the acts of the same source that the parser hung below what is said: ', adding', 'and predicted'."""
    for token in root.subtree:
        if token is root or token.i < word.i:
            continue
        if _apart(token) or (
            token.dep_ == "conj"
            and token.tag_ == word.tag_
            and token.head.tag_ != word.tag_
            and token.head == root
            and verb_act(token.lemma_.lower()) is not None
            and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children)
        ):
            yield token


def _apart(token: Token) -> bool:
    """Say whether a participle after a comma begins another act: 'denied it, insisting that ...'."""
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "conj") or token.lemma_.lower() not in cue_verbs():
        return False
    before = [t for t in token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i] if t.text not in MARKS]
    return bool(before) and before[-1].text == "," and not any(c.dep_ in ("aux", "nsubj") for c in token.children)


def _region_of(i: int, quotes: list[Region]) -> Region | None:
    return next((r for r in quotes if r.first < i < r.last or (r.open and r.first < i)), None)


def _beside(verb: Token, quotes: list[Region]) -> Region | None:
    """Return the quotation next to a verb: before it and its subject, or after it."""
    if _region_of(verb.i, quotes):
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
    return next((r for r in quotes if r.first in (high + 1, verb.i + 1)), None)


def _ends(doc: Doc, region: Region) -> bool:
    """Say whether a quotation ends as speech does, by a comma or a stop, not as a scare quote."""
    after = doc[region.last + 1].text if region.last + 1 < len(doc) else "."
    return doc[region.last - 1].text in _BREAKS or after in _BREAKS or after in ("-", "\u2013", "\u2014", "\u2015")


def _go_on(doc: Doc, quotes: list[Region], found: list[Found]) -> None:
    """Give a quotation that nobody is named for to whom the one before it was given."""
    owners = [f for f in found if f.direct]
    for region in quotes:
        if len(region.tokens) < 4 or _owner(region, found) is not None:
            continue
        before = [f for f in owners if min(f.content[0][1]) < region.first and f.word.i < region.first]
        if before and (region.first == 0 or doc[region.first - 1].text in _STOPS):
            last = before[-1]
            last.content[0] = (doc, last.content[0][1] | set(region.tokens))
