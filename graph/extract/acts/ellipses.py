"""Clauses that stand for a claim told before: 'They did not', 'We never offered that', 'had not done so'."""

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child
from .askedhere import asked_here, modal_of
from .judged import Verdict
from .untruths import may_be

PERSONS = frozenset(("he", "she", "they", "both"))
_NOT = frozenset(("not", "n't", "never", "no", "hardly"))
_MERELY = frozenset(("so", "ever", "already", "also", "indeed"))


def elliptic(content: Content, negated: bool) -> Verdict | None:
    """Read 'They did not', 'It had not', 'We have' and 'They have not done so'."""
    root = content.root
    if does_so(root):
        # 'had not done so in secret' and 'would not do so again' leave it open; 'not to do so' is no denial.
        more = ("prep", "advcl", "npadvmod", "advmod", "prt", "oprd")
        left = any(c.dep_ in more and c.lower_ not in _NOT | _MERELY for c in root.children)
        left = left or any(c.lower_ == "to" for c in root.children)
        return None if left or may_be(root) else Verdict("denies" if negated else "asserts")
    if not is_empty(content) or content.first.lower_ in ("nor", "neither", "so"):
        return None
    subject = child(root, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return None
    if root.tag_ == "MD" or root.lemma_ == "will":
        # 'Asked whether Peru would sign, he said it would': else it is not told what would be done.
        question = asked_here(content)
        return None if question is None or not modal_of(question.root) else _said_of(negated)
    if any(c.tag_ == "MD" or c.dep_ in ("dobj", "advcl") for c in root.children):
        return None
    return _said_of(negated)


def _said_of(negated: bool) -> Verdict:
    return Verdict("denies" if negated else "asserts")


def did_that(root: Token, negated: bool) -> Verdict | None:
    """Read 'We never offered that' of who is said to have offered something."""
    subject, thing = child(root, "nsubj"), child(root, "dobj")
    pointed = thing is not None and thing.lower_ in ("that", "this") and thing.i == root.i + 1
    if not negated or not pointed or subject is None or subject.lower_ not in PERSONS | {"we", "i"}:
        return None
    past = root.tag_ == "VBD" or any(c.lower_ in ("have", "has", "had", "did") for c in root.children)
    return Verdict("denies", deed=root, loose=True, same=True) if past else None


def does_so(root: Token) -> bool:
    """Say whether a clause stands for a deed: 'had not done so'."""
    so = next((c for c in root.children if c.lower_ == "so" or _any_such(c)), None)
    return root.lemma_ == "do" and so is not None and child(root, "dobj") in (None, so)


def _any_such(thing: Token) -> bool:
    return thing.lemma_ == "thing" and {"any", "such"} <= {c.lower_ for c in thing.children}


def is_empty(content: Content) -> bool:
    """Say whether a clause says nothing that a claim could hold: 'Nor will we', 'They did not'."""
    root = content.root
    if root.tag_ == "MD":
        return True
    bare = root.pos_ == "AUX" or root.lemma_ in ("do", "have")
    full = ("attr", "acomp", "prep", "advmod", "ccomp", "xcomp", "nsubjpass", "dobj", "oprd")
    return bare and not any(c.dep_ in full and c.lower_ not in _NOT for c in root.children)
