"""Attributions without a verb of their own: 'according to X', 'X: ...', '"..." - X', 'reportedly'."""

from spacy.tokens import Doc, Token

from ..lexicon import frame_words
from ..sentences import child
from .found import Found
from .quotemarks import Region
from .sources import Source, phrase_of

_HEARSAY = frozenset(("reportedly", "allegedly", "supposedly", "purportedly"))
_DASHES = frozenset(("-", "--", "\u2013", "\u2014", "\u2015"))


def at(token: Token, quotes: list[Region]) -> Found | None:
    """Return the attribution that 'according to' or 'reportedly' makes."""
    if token.lower_ == "according":
        return _according(token)
    if token.lower_ in _HEARSAY and token.dep_ == "advmod":
        clause = token.head
        content = {t.i for t in clause.subtree} - {token.i}
        return _found(token.doc, token, (token.i,), None, content, 0.7, [clause])
    return None


def _according(token: Token) -> Found | None:
    to = child(token, "prep")
    head = child(to, "pobj") if to is not None else None
    if to is None or head is None:
        return None
    clause = token.head
    while clause.dep_ not in ("ROOT", "relcl", "parataxis") and clause.head != clause and not _apart(clause):
        clause = clause.head
    content = {t.i for t in clause.subtree} - {t.i for t in token.subtree}
    source = phrase_of(head, {token.i, to.i})
    return _found(token.doc, token, (token.i, to.i), source, content, 0.9, [clause])


def _apart(clause: Token) -> bool:
    """Say whether a clause with its own subject stands before the one it hangs on."""
    subject = any(c.dep_.startswith("nsubj") for c in clause.children)
    return clause.dep_ in ("conj", "ccomp") and clause.head.i > clause.i and subject


def before_colon(doc: Doc) -> Found | None:
    """Read 'Ana Quispe: the canal is shut' at the beginning of a paragraph."""
    colon = next((t.i for t in doc[:9] if t.text == ":"), 0)
    if not colon or colon + 2 >= len(doc) or not doc[colon].whitespace_:
        return None
    before = doc[:colon]
    known = any(
        t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or t.pos_ == "PROPN" or t.text.isupper()
        for t in before
    )
    names = all(t.text[0].isupper() or not t.is_alpha or t.lower_ in ("and", "of", "the") for t in before)
    verbs = any(t.pos_ in ("VERB", "AUX") and not t.text.isupper() for t in before)
    if not known or not names or verbs or {t.lower_ for t in before} & frame_words("kinds", "rubric"):
        return None
    source = Source(before[-1], tuple(range(colon)))
    return _found(doc, doc[colon], (colon,), source, set(range(colon + 1, len(doc))), 0.7, [])


def byline(doc: Doc, quotes: list[Region]) -> Found | None:
    """Read a quotation that ends a paragraph with a dash and a name."""
    for region in quotes:
        dash = region.last + 1
        rest = doc[dash + 1 :]
        if dash >= len(doc) or doc[dash].text not in _DASHES or not 0 < len(rest) < 25:
            continue
        if not any(t.pos_ in ("VERB", "AUX") for t in rest[:6]) and rest[0].pos_ in ("PROPN", "NOUN", "DET"):
            last = len(doc) - 1 if not doc[len(doc) - 1].is_punct else len(doc) - 2
            source = Source(rest[0], tuple(range(dash + 1, last + 1)))
            return _found(doc, doc[dash], (dash,), source, set(region.tokens), 0.8, [])
    return None


def _found(
    doc: Doc,
    word: Token,
    cue: tuple[int, ...],
    source: Source | None,
    content: set[int],
    confidence: float,
    roots: list[Token],
) -> Found | None:
    if not any(doc[i].is_alpha for i in content):
        return None
    return Found(doc, word, cue, source, [(doc, frozenset(content))], "speech", confidence, roots=roots)
