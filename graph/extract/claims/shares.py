"""The things of one deed: 'accepted a buffer zone and the reopening of the port' tells of two."""

from dataclasses import dataclass

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child

_WITHIN = frozenset(("between", "among", "amongst", "during", "since", "until"))
_MOST = 4


@dataclass(frozen=True)
class Share:
    """One of the things, and the words of the clause that tell of it alone."""

    thing: Token
    tokens: list[Token]


def shares(content: Content) -> list[Share]:
    """Return the things that a clause joins by 'and', each with a clause of its own, if it joins any."""
    inside = set(content.tokens)
    for token in content.tokens:
        if token.i > content.root.i and _is_object(token, content.root):
            joined = _joined(token, inside)
            if 1 < len(joined) <= _MOST:
                return [_share(one, joined, content) for one in joined]
    return []


def _is_object(token: Token, root: Token) -> bool:
    """Say whether a noun or preposition is what the verb of a clause, or one below it, is done to."""
    if token.dep_ not in ("dobj", "pobj", "prep") or token.lower_ in _WITHIN:
        return False
    step = token.head
    while step != root:
        way = step.dep_ == "prep" and step.lower_ not in _WITHIN
        manner = step.dep_ == "pobj" and step.tag_ == "VBG" and child(step, "dobj") is None
        if not (way or manner or (step.dep_ == "xcomp" and step.pos_ == "VERB")) or step.head == step:
            return False
        step = step.head
    return True


def _joined(first: Token, inside: set[Token]) -> list[Token]:
    """Return a noun, or preposition, with those joined to it by 'and'; nothing where these are no things."""
    found, last = [first], first
    while (after := child(last, "conj")) is not None and after in inside:
        joint = next((c for c in last.children if c.dep_ == "cc"), None)
        if joint is not None and joint.lower_ != "and":
            return []
        found.append(after)
        last = after
    nouns = [thing_in(t) for t in found]
    things = all(n is not None and n.pos_ in ("NOUN", "PROPN") and n.ent_type_ not in _TIMES for n in nouns)
    alike = all((t.pos_ == "ADP") == (first.pos_ == "ADP") for t in found)
    common = any(n is not None and n.pos_ == "NOUN" for n in nouns)
    return found if things and alike and common else []


_TIMES = ("DATE", "TIME")


def thing_in(token: Token) -> Token | None:
    """Return what a preposition leads to, or the noun itself."""
    return child(token, "pobj") if token.pos_ == "ADP" else token


def _share(one: Token, joined: list[Token], content: Content) -> Share:
    gone: set[Token] = set()
    for other in joined:
        below = {
            t for later in joined if later in set(other.subtree) and later != other for t in later.subtree
        }
        own = set(other.subtree) - below
        joints = {c for c in other.children if c.dep_ == "cc" or c.text == ","}
        gone |= joints if other == one else own
    thing = thing_in(one)
    return Share(thing if thing is not None else one, [t for t in content.tokens if t not in gone])
