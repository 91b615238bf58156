"""Claims of which the text says only that they are made: 'claims on social media that P'."""

from spacy.tokens import Token

from ..actors.phrases import Phrases, Voice
from ..actors.unnamed import unnamed
from ..lexicon import words
from .clauses import that_clause
from .contents import Content, trimmed
from .thatclauses import told_of

_PLACES = frozenset(("media", "networks", "internet", "facebook", "telegram", "tiktok", "twitter", "x"))


def hearsay(noun: Token, phrases: Phrases) -> Voice | None:
    """Return who makes claims that nobody is said to make: the medium they are in, or 'claims' themselves."""
    if not _unowned(noun):
        return None
    after = noun.doc[noun.i + 1 : noun.sent.end]
    end = next((t.i for t in after if t.lower_ == "that"), noun.sent.end)
    on = next((t for t in after if t.lower_ in ("on", "in", "across") and t.i < end), None)
    place = next((t for t in on.children if t.dep_ == "pobj"), None) if on is not None else None
    source = place if place is not None and place.lower_ in _PLACES else noun
    id_ = unnamed(source, phrases.cast, []).id
    return Voice((id_,), source.left_edge if source != noun else noun, source, 0.6)


def told_here(noun: Token) -> list[Content] | None:
    """Return what such claims say, however far off their 'that' stands: 'claims doing the rounds that P'."""
    after = noun.doc[noun.i + 1 : noun.sent.end]
    that = next((t for t in after if t.lower_ == "that" and t.tag_ == "IN"), None)
    if not _unowned(noun) or that is None or told_of(that.head):
        return None
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.is_punct for t in noun.doc[noun.i + 1 : that.i]):
        return None
    below = [t for t in noun.sent if t.i > that.i]
    root = next((t for t in below if t.pos_ in ("VERB", "AUX") and t.head not in below), None)
    return [Content(root, tuple(trimmed(below, root)))] if root is not None else None


def _unowned(noun: Token) -> bool:
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in words("said_before"):
        return False
    owned = any(c.dep_ == "poss" or c.lower_ in ("any", "no", "such", "by", "from") for c in noun.children)
    there = noun.dep_ == "attr" or (noun.dep_ == "pobj" and noun.head.lower_ in ("with", "amid"))
    return not owned and (there or that_clause(noun) is not None)
