"""Clauses of a plan that lay nothing down: 'it keeps the name', 'it consists of 28 points'."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child
from .wordlists import listed

_NOBODY = frozenset(("i", "he", "she", "we", "this", "that", "there", "what"))
_ROUND = frozenset(("million", "billion", "percent", "%"))


def says_nothing(content: Content, subject: Token | None) -> bool:
    """'It keeps the name', 'it covers four areas' and 'this is why' are no provisions."""
    if subject is not None and subject.lower_ in _NOBODY:
        return True
    said = child(content.root, "attr")
    if said is not None and (said.lower_ == "one" or said.lemma_.lower() in listed("contents")):
        return True  # 'the cut is one of the main provisions'
    noun = content.root if content.root.pos_ == "NOUN" else None
    thing = child(content.root, "dobj") or _made_of(content.root) or noun
    if thing is None:
        return False
    holds = content.root.lemma_ in listed("holds") or thing is noun
    if holds and any(c.lower_ == "no" for c in thing.children):
        return True  # 'contains no reference to oil'
    return (
        thing.lemma_.lower() in listed("empty_objects") or only_parts(thing) or _foretold(content.root, thing)
    )


def no_longer(content: Content) -> bool:
    """Say whether a clause ends a rule instead of making one."""
    return any(
        a.lower_ == "no" and b.lower_ == "longer"
        for a, b in zip(content.tokens, content.tokens[1:], strict=False)
    )


def _made_of(verb: Token) -> Token | None:
    """Return 'points' of 'consists of 28 points'."""
    of = next((c for c in verb.children if c.lower_ in ("of", "over", "into")), None)
    return child(of, "pobj") if of is not None and verb.lemma_ in listed("made_of") else None


def only_parts(thing: Token) -> bool:
    """Say whether only parts are counted: '28 points' and 'four main areas', not 'fishing areas'."""
    plain = not any(c.dep_ in ("compound", "poss") for c in thing.children)
    clause = any(c.dep_ in ("relcl", "acl") for c in thing.children)
    many = thing.tag_ == "NNS" and thing.lemma_.lower() in listed("divisions")
    return many and plain and not clause


def _foretold(verb: Token, thing: Token) -> bool:
    """'One of the largest markets', 'a market for 800 million people', 'jobs': hoped for, not laid down."""
    if thing.lemma_.lower() in listed("effects"):
        return True
    below = list(thing.subtree)
    if any(t.tag_ in ("JJS", "RBS") and t.lower_ not in ("least", "most") for t in below):
        return thing.lower_ == "one" or any(c.tag_ == "JJS" for c in thing.children)
    crowd = next(
        (t for t in verb.subtree if t.lemma_ in ("people", "consumer", "inhabitant", "customer")), None
    )
    return crowd is not None and crowd.dep_ == "pobj" and any(t.lower_ in _ROUND for t in crowd.subtree)
