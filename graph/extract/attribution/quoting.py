"""Chains that one verb tells: 'The Ledger quoted an aide as saying that P'."""

from spacy.tokens import Token

from ..sentences import child

_QUOTES = frozenset(("quote", "cite", "report"))


def saying_of(verb: Token) -> Token | None:
    """Return 'saying' of 'quoted an aide as saying that P'."""
    if verb.lemma_ not in _QUOTES or verb.pos_ != "VERB":
        return None
    for preposition in verb.children:
        if preposition.lower_ == "as" and preposition.dep_ == "prep":
            found = child(preposition, "pcomp")
            if found is not None and found.tag_ == "VBG":
                return found
    return None


def quoted_by(saying: Token) -> Token | None:
    """Return 'quoted' of 'quoted an aide as saying'."""
    verb = saying.head.head if saying.dep_ == "pcomp" else None
    return verb if verb is not None and saying_of(verb) == saying else None


def quoted_one(verb: Token) -> Token | None:
    """Return who is quoted: 'an aide' of 'quoted an aide as saying' and of 'an aide was quoted as saying'."""
    return child(verb, "nsubjpass") or child(verb, "dobj")


def quoter(verb: Token) -> Token | None:
    """Return who quotes; nobody in 'was quoted as saying'."""
    agent = child(verb, "agent")
    if agent is None:
        agent = next(
            (c for s in [saying_of(verb)] if s is not None for c in s.children if c.dep_ == "agent"), None
        )
    return child(agent, "pobj") if agent is not None else child(verb, "nsubj")
