"""Denials of whatever was said: 'nothing of the sort', 'no such thing', 'none of that'."""

from collections.abc import Iterator

from spacy.tokens import Token

from ..sentences import child

_SORT = frozenset(("sort", "kind", "type"))
_NOUNS = ("nsubj", "nsubjpass", "dobj", "attr")


def things_of(root: Token) -> Iterator[Token]:
    """Yield the nouns of a verb, and that of the preposition behind it: 'agreed to nothing'."""
    for part in root.children:
        if part.dep_ in _NOUNS:
            yield part
        elif part.dep_ == "prep" and part.i == root.i + 1 and (noun := child(part, "pobj")) is not None:
            yield noun


def none_such(noun: Token, root: Token, *, negated: bool) -> bool:
    """Say whether a noun of a clause makes it a denial of whatever was said."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    thing = child(of, "pobj") if of is not None else None
    sort = thing is not None and thing.lemma_ in _SORT
    if noun.lower_ in ("nothing", "none", "anything") and sort:
        return noun.lower_ != "anything" or negated
    told = root.lemma_ not in ("be", "have")
    if noun.lower_ == "none" and thing is not None and thing.lower_ in ("that", "this", "it"):
        return told and noun.dep_ not in ("nsubj", "nsubjpass") and not any(thing.children)
    return told and noun.lemma_ == "thing" and {"no", "such"} <= {c.lower_ for c in noun.children}
