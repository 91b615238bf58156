"""The helpers by which a plan lays something down."""

from spacy.tokens import Token

_MODALS = frozenset(("would", "will", "shall", "must"))


def has_modal(verb: Token) -> bool:
    """Say whether a verb has 'would', 'will', 'shall' or 'must' before it."""
    return any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
