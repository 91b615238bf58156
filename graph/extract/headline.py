"""Parse a headline with the articles that it lacks: the parser reads 'calls plan' as two verbs."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from .lexicon import words
from .rejoin import joined

_LONGEST = 30
_POINTERS = frozenset(("claim", "report", "threat", "allegation", "accusation", "charge", "offer", "demand"))
_BEFORE = ("NOUN", "ADJ", "NUM", "PROPN")


def headlined(doc: Doc, parse: Callable[[str], Doc]) -> Doc:
    """Return a headline with the grammar that it has with 'the' before its plans and claims, else the doc."""
    if not 2 < len(doc) <= _LONGEST or any(t.text in (".", "!", "?") for t in doc[-2:]):
        return doc
    places = {at for token in doc if (at := _bare(token)) is not None}
    if not places:
        return doc
    fuller = parse("".join(("the " if t.i in places else "") + t.text_with_ws for t in doc))
    return _without_articles(doc, fuller, places) or doc


def _bare(token: Token) -> int | None:
    """Return where 'the' is missing before a noun for a plan or a claim; None if none is."""
    if token.lower_ not in words("plans") | _POINTERS or token.i == 0:
        return None
    at = token.i
    before = token.nbor(-1)
    if token.pos_ == "VERB":
        return at if before.pos_ == "VERB" else None
    if token.pos_ != "NOUN":
        return None
    while at and token.doc[at - 1].pos_ in _BEFORE and token.doc[at - 1].tag_ != "NNS":
        at -= 1
    taken = at and token.doc[at - 1].pos_ in ("DET", "PRON", "PART", "PUNCT")
    return None if taken or at == 0 else at


def _without_articles(doc: Doc, fuller: Doc, places: set[int]) -> Doc | None:
    """Return the doc with the grammar of the fuller one; None if that is cut otherwise."""
    added = {at + n for n, at in enumerate(sorted(places))}
    like = [t for t in fuller if t.i not in added]
    if [t.text for t in like] != [t.text for t in doc] or any(t.head.i in added for t in like):
        return None
    place = {t.i: n for n, t in enumerate(like)}
    return joined(doc, like, [place[t.head.i] for t in like], [t.dep_ for t in like])
