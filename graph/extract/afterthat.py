"""Mend what follows 'that' where the parser takes a noun for a verb, or its verb for a participle.

'Wrote that reports about it were false' tells of reports, 'disputed that the rate applied to wine' of a rate.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from .lexicon import verb_act
from .rejoin import again, joined, laid

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def with_nouns(doc: Doc, parse: Callable[[str], Doc]) -> Doc:
    """Return a paragraph in which what is said after 'that' has the grammar that it has by itself."""
    for at in [t.i for t in doc if t.lower_ == "that"]:
        if (verb := _verb(doc[at])) is not None:
            doc = _with_verb(doc, doc[at], verb)
        elif (cue := _cue(doc[at])) is not None:
            doc = _parsed(doc, doc[at], cue, parse) or doc
    return doc


def _verb(that: Token) -> Token | None:
    """Return 'applied' of 'disputed that the rate applied to wine', if the rate is what is disputed."""
    cue = that.head if that.dep_ == "dobj" else that.head.head
    if that.tag_ != "IN" or cue.i > that.i or verb_act(cue.lemma_.lower()) not in ("asserts", "denies"):
        return None
    things = (c for c in cue.children if c.dep_ == "dobj" and c.i > that.i and c.pos_ in ("NOUN", "PROPN"))
    thing = next((c for c in things if c.left_edge.i in (that.i, that.i + 1)), None)
    told = thing.children if thing is not None else ()
    return next((c for c in told if c.dep_ == "acl" and c.tag_ == "VBN" and thing and c.i > thing.i), None)


def _with_verb(doc: Doc, that: Token, verb: Token) -> Doc:
    heads, deps = [t.head.i for t in doc], [t.dep_ for t in doc]
    noun = verb.head
    heads[verb.i], deps[verb.i] = noun.head.i, "ccomp"
    heads[noun.i], deps[noun.i] = verb.i, "nsubj"
    heads[that.i], deps[that.i] = verb.i, "mark"
    new = joined(doc, list(doc), heads, deps)
    new[verb.i].tag_ = "VBD"
    return new


def _cue(that: Token) -> Token | None:
    """Return 'wrote' of 'wrote on Telegram that reports about it were false', if 'reports' is its clause."""
    noun = that.head
    mistaken = that.dep_ == "nsubj" and noun.i == that.i + 1 and noun.tag_ == "VBZ" and noun.dep_ == "ccomp"
    cue = noun.head
    if not mistaken or cue.i > that.i or verb_act(cue.lemma_.lower()) != "asserts":
        return None
    return cue if any(t.tag_ in _FINITE for t in that.doc[noun.i + 1 : that.sent.end]) else None


def _parsed(doc: Doc, that: Token, cue: Token, parse: Callable[[str], Doc]) -> Doc | None:
    inner = list(doc[that.i + 1 : that.sent.end])
    while inner and inner[-1].is_punct:
        inner.pop()
    alone = again(inner, parse)
    if alone is None:
        return None
    roots = [n for n in alone if n.head == n]
    if len(roots) != 1 or roots[0].tag_ not in (*_FINITE, "VB", "VBN", "VBG"):
        return None
    if not any(c.dep_ in ("nsubj", "nsubjpass") and c == alone[0] for c in roots[0].children):
        return None
    like, heads, deps = laid(doc, (inner, alone))
    root = inner[alone.index(roots[0])].i
    heads[root], deps[root] = cue.i, "ccomp"
    heads[that.i], deps[that.i] = root, "mark"
    new = joined(doc, like, heads, deps)
    new[inner[0].i].tag_, new[inner[0].i].pos_ = "NNS", "NOUN"
    return new
