"""Whom or what a relative clause tells of: 'a pact, one that he said would abolish duties'."""

from spacy.tokens import Token

from ..sentences import child

_RELATIVE = ("WDT", "WP")


def antecedent(subject: Token | None) -> Token | None:
    """Return the noun that 'that', 'which' or 'who' stands for; None for another subject."""
    if subject is None or subject.tag_ not in _RELATIVE:
        return None
    verb = subject.head
    while verb.dep_ in ("ccomp", "xcomp", "conj") and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    if noun.lower_ in ("one", "ones") and noun.dep_ == "appos":
        noun = noun.head
        while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head  # 'a deal with Peru, one that ...' is of the deal
        by = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else None
        thing = child(by, "dobj") if by is not None and by.pos_ == "VERB" else None
        noun = thing if thing is not None and thing.i < noun.i else noun
    return noun
