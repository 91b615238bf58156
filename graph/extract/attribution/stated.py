"""Claims that a noun gives to its owner: "Obama's argument is that P"."""

from spacy.tokens import Token

from ..claims.claimwords import listed_words
from ..lexicon import words
from ..sentences import child

_STATED = frozenset(
    (
        "argument",
        "position",
        "point",
        "line",
        "contention",
        "complaint",
        "message",
        "defence",
        "defense",
        "stance",
    )
)


def stated_by(verb: Token) -> tuple[Token, Token] | None:
    """Return the noun and its owner where a verb such as 'is' joins the noun to what it says; else None."""
    noun = child(verb, "nsubj")
    if verb.lemma_ not in ("be", "remain") or noun is None or child(verb, "ccomp") is None:
        return None
    lemma = noun.lemma_.lower()
    if lemma not in _STATED | words("said_before") | listed_words("views") or noun.tag_ != "NN":
        return None
    that = child(verb, "ccomp")
    if that is None or not any(c.lower_ == "that" and c.dep_ == "mark" for c in that.children):
        return None
    if any(c.dep_ in ("neg", "aux") for c in verb.children):
        return None
    of = next((c for c in noun.children if c.lower_ in ("of", "by", "from")), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    return (noun, owner) if owner is not None else None
