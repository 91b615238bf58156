"""Verdicts without a word such as 'false': 'There is nothing in it', 'Not a word of it is true'."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..lexicon import verb_act
from ..sentences import child
from .pointing import points_back

_GROUNDS = frozenset(("truth", "basis", "substance", "foundation", "merit"))
_NO = frozenset(("no", "not", "n't", "never"))
_FULLY = frozenset(("no", "slightest", "least", "single", "factual", "whatsoever", "whatever"))
_ONLY = frozenset(("only", "just", "merely", "simply"))
_PERHAPS = frozenset(("perhaps", "possibly", "maybe", "probably", "apparently"))
_TALES = frozenset(("claim", "allegation", "accusation", "charge", "rumour", "rumor", "story", "suggestion"))
_LEAST = frozenset(("word", "shred", "grain", "part", "none", "nothing"))


def no_grounds(root: Token) -> Token | None:
    """Return the claim of 'There is no truth in it', 'It has no basis' and 'It is without foundation'."""
    subject = child(root, "nsubj")
    if may_be(root):
        return None
    if child(root, "expl") is not None:
        thing = child(root, "attr")
        if thing is None or root.lemma_ != "be" or not (_is_none(thing, root) and _is_ground(thing)):
            return None
        return next((t for t in _reached(thing, root) if points_back(t) and _judges(thing, t)), None)
    if subject is None or not points_back(subject) or _in_something(root):
        return None
    if subject.lower_ == "it" and root.lemma_ != "be":
        return None  # 'it had no basis' may be who speaks
    without = next((c for c in root.children if c.lower_ == "without"), None)
    thing = child(without, "pobj") if without is not None else child(root, "dobj")
    if thing is None or thing.lemma_.lower() not in _GROUNDS:
        return None
    bare = root.lemma_ == "lack" and not _negated(root)
    none = root.lemma_ == "have" and _is_none(thing, root)
    return subject if bare or none or (without is not None and not _negated(root)) else None


def disagrees(root: Token) -> bool:
    """Say whether a clause is 'I disagree', about nothing that is told."""
    subject = child(root, "nsubj")
    ours = subject is not None and subject.lower_ in ("i", "we") and root.lemma_ == "disagree"
    return ours and not any(c.dep_ in ("prep", "ccomp", "xcomp", "aux") for c in root.children)


def not_a_word(root: Token) -> Token | None:
    """Return the claim of 'Not a word of it is true' and 'None of this is true'."""
    subject, said = child(root, "nsubj"), child(root, "acomp", "attr")
    if root.lemma_ != "be" or subject is None or said is None or _negated(root):
        return None
    if (
        may_be(root)
        or said.lemma_.lower() not in listed_words("truths")
        or subject.lemma_.lower() not in _LEAST
    ):
        return None
    none = subject.lower_ in ("none", "nothing") or any(c.lower_ in _NO for c in subject.children)
    of = next((c for c in subject.children if c.lower_ == "of"), None)
    whole = child(of, "pobj") if of is not None else None
    return whole if none and whole is not None and points_back(whole) else None


def what_they_said(root: Token) -> Token | None:
    """Return who spoke in 'What the minister said was untrue'."""
    said, judged = child(root, "csubj", "nsubj"), child(root, "acomp", "attr")
    if (
        root.lemma_ != "be"
        or may_be(root)
        or said is None
        or judged is None
        or verb_act(said.lemma_.lower()) != "asserts"
    ):
        return None
    what = child(said, "dobj")
    if any(c.dep_ in ("prep", "npadvmod", "advmod") for c in said.children):
        return None  # 'What they said in May' may be something else
    untrue = judged.lemma_.lower() in listed_words("untrue") and not _negated(root)
    true = judged.lemma_.lower() in listed_words("truths") and _negated(root)
    return child(said, "nsubj") if what is not None and what.lower_ == "what" and (untrue or true) else None


def falls(root: Token) -> Token | None:
    """Return the claim of 'The claim does not stand up' and 'That version does not hold water'."""
    subject, up, thing = child(root, "nsubj"), child(root, "prt"), child(root, "dobj")
    if subject is None or subject.pos_ != "NOUN" or not points_back(subject) or may_be(root):
        return None
    if subject.lemma_.lower() in _SUMS:
        return None  # 'The numbers do not add up' denies nothing that was said.
    stands = (root.lemma_.lower(), (up or thing or root).lower_) in _STANDS
    return subject if stands and any(c.lower_ in _NO for c in root.children) else None


def called_liars(root: Token) -> Token | None:
    """Return who 'is lying' or 'is making it up', about nothing that is told."""
    subject, up, thing = child(root, "nsubj"), child(root, "prt"), child(root, "dobj")
    if root.tag_ != "VBG" or may_be(root) or _negated(root):
        return None
    if root.dep_ == "pcomp" and root.head.head.lemma_ == "accuse":
        subject = child(root.head.head, "dobj")
    if root.lemma_ == "lie" and not any(c.dep_ in ("prep", "acomp", "advmod") for c in root.children):
        return subject
    made = root.lemma_ == "make" and up is not None and up.lower_ == "up"
    tale = thing is not None and (thing.lower_ in ("it", "this", "that") or points_back(thing))
    return subject if made and tale and subject != thing else None


_SUMS = frozenset(("number", "figure", "sum", "maths", "math"))
_STANDS = frozenset((("stand", "up"), ("hold", "up"), ("add", "up"), ("stack", "up"), ("hold", "water")))


def may_be(root: Token) -> bool:
    """Say whether a clause only tells what may or would be."""
    return any(c.tag_ == "MD" or c.lower_ in _PERHAPS for c in root.children)


def _judges(thing: Token, of: Token) -> bool:
    """'There is no merit in it' and 'nothing new in it' judge no truth; 'nothing in the claim' does."""
    ground = thing.lemma_.lower()
    if ground == "nothing":
        plain = not any(c.dep_ in ("amod", "acl", "relcl") for c in thing.children)
        but = any(t.lower_ in ("but", "except", "beyond", "that") for t in thing.sent if t.i > of.i)
        return plain and not but and (of.lemma_.lower() in _TALES or of.head.lower_ == "to")
    return of.pos_ == "NOUN" or ground not in ("merit", "basis", "foundation")


def _in_something(root: Token) -> bool:
    """Say whether it is told what the basis would be in: 'no basis in law', but not 'no basis in fact'."""
    below = [t for t in root.subtree if t.lower_ == "in" and t.i > root.i]
    return any(_other_than_fact(t) for t in below)


def _other_than_fact(preposition: Token) -> bool:
    thing = child(preposition, "pobj")
    return thing is None or thing.lemma_.lower() not in ("fact", "reality", "truth")


def _is_ground(thing: Token) -> bool:
    if thing.lower_ == "nothing":
        return True
    of = next((c for c in thing.children if c.lower_ == "of"), None)
    inner = child(of, "pobj") if of is not None and thing.lemma_ in _LEAST else None
    return (inner if inner is not None else thing).lemma_.lower() in _GROUNDS


def _is_none(thing: Token, root: Token) -> bool:
    if thing.lower_ == "nothing":
        return True
    none = [c for c in (*thing.children, *root.children) if c.lower_ in _NO]
    # 'no legal basis', 'no little truth' and 'not only truth' say something else.
    other = any(c.dep_ == "amod" and c.lower_ not in _FULLY for c in thing.children)
    return bool(none) and not other and not any(c.nbor().lower_ in _ONLY for c in none)


def _negated(root: Token) -> bool:
    return any(c.lower_ in _NO | {"hardly", "scarcely", "barely"} for c in root.children)


def _reached(thing: Token, root: Token) -> Iterator[Token]:
    """Yield what 'in', 'to' or 'for' leads to, wherever the parser hung it."""
    for preposition in (c for holder in (thing, root) for c in holder.children):
        target = child(preposition, "pobj") if preposition.lower_ in ("in", "to", "for", "behind") else None
        if target is not None:
            yield target
