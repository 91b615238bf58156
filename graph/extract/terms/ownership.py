"""Whose a plan is: 'the European draft' is another plan than 'the US proposal'."""

from spacy.tokens import Token

from ..actors.cast import Cast

_SHORT = frozenset(("US", "U.S.", "EU", "UK", "U.K."))
_OPEN = frozenset(("a", "an", "any", "no"))


def owner_of(noun: Token, cast: Cast) -> str | None:
    """Return the one state or body that a plan is said to be of: by an adjective or a possessive."""
    found: set[str] = set()
    for token in noun.children:
        if token.i > noun.i or token.lower_ in _OPEN:
            continue
        adjective = token.tag_ == "JJ" or token.text in _SHORT
        if adjective and token.lower_ == "european":
            found.add("europe")
        elif (adjective or token.dep_ == "poss") and (mention := cast.at(token)) is not None:
            member = cast.members[mention.of]
            owner = member.of if member.kind == "Person" else member.id
            found |= {owner} if owner is not None and cast.known(owner).kind != "Place" else set()
    return found.pop() if len(found) == 1 else None


def owners(nouns: list[Token], cast: Cast) -> list[str]:
    """Return whose plans a text tells of, in order."""
    found = [owner_of(noun, cast) for noun in nouns]
    return list(dict.fromkeys(o for o in found if o is not None))
