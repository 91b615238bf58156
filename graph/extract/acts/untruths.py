"""Verdicts without a word such as 'false': 'There is nothing in it', 'Not a word of it is true'."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..lexicon import verb_act
from ..sentences import child
from .pointing import points_back

_GROUNDS = frozenset(("truth", "basis", "substance", "foundation", "merit"))
_NO = frozenset(("no", "not", "n't", "never"))
_LEAST = frozenset(("word", "shred", "grain", "part", "none", "nothing"))


def no_grounds(root: Token) -> Token | None:
    """Return the claim of 'There is no truth in it', 'It has no basis' and 'It is without foundation'."""
    subject = child(root, "nsubj")
    if child(root, "expl") is not None:
        thing = child(root, "attr")
        if thing is None or root.lemma_ != "be" or not (_is_none(thing, root) and _is_ground(thing)):
            return None
        return next((t for t in _reached(thing, root) if points_back(t)), None)
    if subject is None or not points_back(subject):
        return None
    without = next((c for c in root.children if c.lower_ == "without"), None)
    thing = child(without, "pobj") if without is not None else child(root, "dobj")
    if thing is None or thing.lemma_.lower() not in _GROUNDS:
        return None
    bare = root.lemma_ == "lack" and not _negated(root)
    none = root.lemma_ == "have" and _is_none(thing, root)
    return subject if bare or none or (without is not None and not _negated(root)) else None


def not_a_word(root: Token) -> Token | None:
    """Return the claim of 'Not a word of it is true' and 'None of this is true'."""
    subject, said = child(root, "nsubj"), child(root, "acomp", "attr")
    if root.lemma_ != "be" or subject is None or said is None or _negated(root):
        return None
    if said.lemma_.lower() not in listed_words("truths") or subject.lemma_.lower() not in _LEAST:
        return None
    none = subject.lower_ in ("none", "nothing") or any(c.lower_ in _NO for c in subject.children)
    of = next((c for c in subject.children if c.lower_ == "of"), None)
    whole = child(of, "pobj") if of is not None else None
    return whole if none and whole is not None and points_back(whole) else None


def what_they_said(root: Token) -> Token | None:
    """Return who spoke in 'What the minister said was untrue'."""
    said, judged = child(root, "csubj", "nsubj"), child(root, "acomp", "attr")
    if root.lemma_ != "be" or said is None or judged is None or verb_act(said.lemma_.lower()) != "asserts":
        return None
    what = child(said, "dobj")
    untrue = judged.lemma_.lower() in listed_words("untrue") and not _negated(root)
    true = judged.lemma_.lower() in listed_words("truths") and _negated(root)
    return child(said, "nsubj") if what is not None and what.lower_ == "what" and (untrue or true) else None


def _is_ground(thing: Token) -> bool:
    if thing.lower_ == "nothing":
        return True
    of = next((c for c in thing.children if c.lower_ == "of"), None)
    inner = child(of, "pobj") if of is not None and thing.lemma_ in _LEAST else None
    return (inner if inner is not None else thing).lemma_.lower() in _GROUNDS


def _is_none(thing: Token, root: Token) -> bool:
    return thing.lower_ == "nothing" or any(c.lower_ in _NO for c in (*thing.children, *root.children))


def _negated(root: Token) -> bool:
    return any(c.lower_ in _NO for c in root.children)


def _reached(thing: Token, root: Token) -> Iterator[Token]:
    """Yield what 'in', 'to' or 'for' leads to, wherever the parser hung it."""
    for preposition in (c for holder in (thing, root) for c in holder.children):
        target = child(preposition, "pobj") if preposition.lower_ in ("in", "to", "for", "behind") else None
        if target is not None:
            yield target
