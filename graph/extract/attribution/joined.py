"""The verbs of a clause that share one subject."""

from collections.abc import Iterable

from spacy.tokens import Token


def joined_verbs(verb: Token, tokens: Iterable[Token]) -> list[Token]:
    """Return a clause's verb and the verbs joined to it that share its subject, in order."""
    tokens = list(tokens)
    inside, found = set(tokens), [verb]
    for token in tokens:
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not own and token.i > verb.i:
            if token.head in found or token.head not in inside:
                found.append(token)
    return found
