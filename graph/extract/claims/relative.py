"""Whom or what a relative clause tells of: 'a pact, one that he said would abolish duties'."""

from spacy.tokens import Token

from ..sentences import child
from .claimwords import listed_words

_RELATIVE = ("WDT", "WP")
_PLACES = ("GPE", "LOC", "FAC")


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


def called_so(noun: Token | None, name: Token) -> Token | None:
    """Return what is called a crime in 'their siege of Tarn, which she calls a crime': no place is one.

    None where that is not certain.
    """
    if name.lemma_.lower() not in listed_words("deeds"):
        return noun
    while noun is not None and _is_place(noun):
        by = noun.head if noun.dep_ == "pobj" else None
        above = by.head if by is not None else None
        if above is None or above.pos_ in ("NOUN", "PROPN"):
            noun = above
        else:
            thing = child(above, "dobj")
            return thing if thing is not None and not _is_place(thing) else None
    return noun


def _is_place(noun: Token) -> bool:
    return noun.ent_type_ in _PLACES or noun.lemma_.lower() in listed_words("places")
