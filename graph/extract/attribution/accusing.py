"""What somebody is accused of or blamed for by a noun: 'accused the envoy of "complete bias"'."""

from spacy.tokens import Token

from ..sentences import child
from .contents import Content, trimmed

CHARGED = {"accuse": ("of", "guilty of"), "blame": ("for", "to blame for")}
"""Verbs of accusing: the preposition before what somebody is accused of, and what the accused is by that."""


def charge_of(verb: Token) -> Content | None:
    """Return 'complete bias towards Peru'; None for a deed ('of lying') and without somebody accused."""
    accused = accused_in(verb)
    if accused is None:
        return None
    of, _ = CHARGED[verb.lemma_]
    near = [c for t in (verb, accused) for c in t.children if c.lower_ == of and c.i > verb.i]
    noun = child(near[0], "pobj") if near else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    answers = {t for c in noun.children if c.dep_ == "relcl" for t in c.subtree}
    return Content(noun, tuple(trimmed([t for t in noun.subtree if t not in answers], noun)))


def accused_in(verb: Token) -> Token | None:
    """Return who is accused by a verb of accusing or blaming."""
    return child(verb, "dobj", "nsubjpass") if verb.lemma_ in CHARGED else None
