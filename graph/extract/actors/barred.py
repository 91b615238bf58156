"""Whom a pronoun cannot mean: who does something to 'him', and who is told of in 'P, he said'."""

from spacy.tokens import Token

from ..lexicon import verb_act
from ..sentences import child
from .cast import Cast

_OBJECTS = ("dobj", "dative")
_STOPS = frozenset((":", ";"))


def barred(token: Token, cast: Cast) -> frozenset[str]:
    """Return the actors that a pronoun cannot mean by where it stands."""
    if token.dep_ in _OBJECTS and not token.lower_.endswith(("self", "selves")):
        return _doer(token.head, cast)
    if thrown_in(token):
        return frozenset(m.of for t in _told(token.head) if (m := cast.at(t)) is not None)
    return frozenset()


def thrown_in(token: Token) -> bool:
    """Say whether a word is the subject of 'he said' after or within what he said."""
    verb = token.head
    if token.dep_ != "nsubj" or verb_act(verb.lemma_.lower()) is None:
        return False
    return bool(_told(verb))


def _told(verb: Token) -> list[Token]:
    """Return the words before a verb of saying that are said; of 'Poe was angry: P, he said' only P."""
    own = set(verb.subtree)
    clause = verb.head if verb.dep_ == "parataxis" else child(verb, "ccomp")
    if clause is None or (clause.head == verb and clause.i > verb.i):
        return []
    told = [t for t in clause.subtree if t not in own or clause.head == verb]
    since = max((t.i for t in told if t.text in _STOPS and t.i < verb.i), default=-1)
    return [t for t in told if t.i > since]


def _doer(verb: Token, cast: Cast) -> frozenset[str]:
    """Return who does what a verb says: its subject, or that of what it hangs on: 'under pressure to go'."""
    subject = child(verb, "nsubj")
    while subject is None and verb.head != verb and (verb.dep_ != "ROOT" or verb.pos_ != "VERB"):
        asked = child(verb.head, "dobj") if verb.dep_ == "xcomp" else None
        owner = child(verb.head, "poss") if verb.dep_ == "acl" else None
        verb = verb.head
        subject = asked or owner or child(verb, "nsubj")
    mention = cast.at(subject) if subject is not None else None
    return frozenset((mention.of,)) if mention is not None else frozenset()
