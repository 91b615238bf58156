"""Find attributions in parsed paragraphs: cue words with their frames, then the quotation marks."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ..lexicon import cue_verbs, frame_words, verb_act
from ..sentences import child
from . import asides
from .direct import BREAKS, across, beside, go_on, region_of, without_source
from .found import Found
from .frames import passive, slots
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


def find(docs: list[Doc]) -> list[Found]:
    """Return the attributions of a text, in reading order."""
    found: list[Found] = []
    open_: list[tuple[Doc, Region, Found | None]] = []
    for doc in docs:
        here = find_in(doc)
        open_ = across(doc, open_, here)
        found += here
    return found


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
    go_on(doc, quotes, found)
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
    quoted = beside(token, quotes) if part == "verbs" and _takes(part, "quote", token) else None
    clause = governed.get("that")
    after = clause is not None and token.i < clause.i and clause.dep_ == "ccomp"
    if quoted and clause and after and quoted.last < token.i and region_of(clause.i, quotes) is None:
        quoted = None
    names = [s for s in governed if _takes(part, voice + s, token)]
    if voice and "subject" in governed and _takes(part, "object", token) and child(token, "agent"):
        names.append("subject")
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
    cue = _cue(word, roots)
    content: set[int] = set()
    for root in roots:
        content |= _words(root, word, head, cue)
        if len(roots) > 1 and root.head.pos_ == "ADP" and root.head.head == word:
            content.add(root.head.i)
    mine = region_of(word.i, quotes)
    if quoted is not None:
        content = without_source(content, head, word, quoted) | set(quoted.tokens)
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
    direct = any(len(r.tokens) > 3 and r.first in content for r in quotes if r is not mine)
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


def _roots(word: Token, governed: dict[str, Token], names: list[str], quoted: bool) -> list[Token]:
    """Choose what is said among the slots: a clause before an object before a preposition."""
    inverted = "that" in names and governed["that"].i < word.i
    if inverted and len(names) > 1 and ("infinitive" in names or not _takes("verbs", "quote", word)):
        names = [s for s in names if s != "that"]
    if "that" in names:
        return [governed["that"]]
    if quoted and not any(s in names for s in _CLAUSES):
        return []
    chosen = (
        [s for s in _CLAUSES if s in names][:1]
        or [s for s in ("as", "object") if s in names][:1]
        or names[:1]
    )
    roots = [governed[s] for s in chosen]
    if chosen[0] == "object":
        roots += [governed[s] for s in _WITH_OBJECT if s in governed]
    elif (
        chosen[0] in _WITH_OBJECT
        and "object" in governed
        and word.lemma_ not in frame_words("kinds", "addressed")
    ):
        roots.append(governed["object"])
    if "subject" in governed:
        roots.append(governed["subject"])
    return roots


def _cue(word: Token, roots: list[Token]) -> tuple[int, ...]:
    """Return the cue word, with the particle or preposition that follows: 'pointed out', 'called for'."""
    after = next((c for c in word.children if c.dep_ == "prt" and c.i == word.i + 1), None)
    if after is None and len(roots) == 1 and word.pos_ == "VERB":
        head = roots[0].head
        after = head if head.dep_ == "prep" and head.head == word and head.i == word.i + 1 else None
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
        if edge and word.doc[edge - 1].text in BREAKS:
            tokens |= set(range(word.sent.start, edge))
    return tokens


def _cuts(root: Token, word: Token) -> Iterator[Token]:
    """Yield the acts of the same source that the parser hung below what is said: ', adding'."""
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
    return (
        bool(before)
        and before[-1].text == ","
        and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    )
