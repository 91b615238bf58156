"""What the parser mistakes, where a rule can tell."""

from spacy.tokens import Token

from ..sentences import child
from .claimwords import listed_words


def noun_for_verb(verb: Token) -> bool:
    """Say whether the parser took 'cut' of 'the ministry cut pay' for a noun and 'pay' for the verb."""
    subject = child(verb, "nsubj")
    return (
        subject is not None
        and subject.i + 1 == verb.i
        and subject.tag_ == "NN"
        and subject.lower_ in listed_words("same_in_the_past")
        and any(c.dep_ == "compound" for c in subject.children)
        and child(verb, "dobj") is None
    )
