"""Turns of phrase that deny a claim: 'poured cold water on the report', 'was having none of it'."""

from spacy.tokens import Token

from ..claims.claimwords import quality
from ..lexicon import doubts, turns, words
from ..sentences import child
from .clauses import that_clause

_OPENS = frozenset(("as", '"', "'", "false", "fake", "untrue", "baseless", "unfounded"))
_POINTERS = frozenset(("it", "this", "that"))
_FIGURES = frozenset(("figure", "figures", "number", "picture", "description", "characterisation"))
_RECOGNISES = frozenset(("recognise", "recognize"))
_NOT = frozenset(("not", "n't", "never"))
_DETERMINED = frozenset(("the", "this", "that", "these", "those"))


def rebuffed(verb: Token) -> tuple[Token, Token] | None:
    """Return the last word of the turn and the claim that it denies; None if the verb begins no such turn.

    A verb such as 'trashed' denies claims and nothing else: 'trashed the hotel' is no denial.
    """
    thing = child(verb, "dobj")
    if thing is not None and verb.lemma_.lower() in words("denies_claims") and _claim(thing):
        return verb, thing
    if verb.lemma_.lower() in words("naming") and (false := _called_first(verb)) is not None:
        return false
    for turn in turns(verb.lemma_.lower()):
        found = _along(verb, turn.split())
        if found is not None and _claim(found[1], pointer="off" not in turn):
            return found
    return None


def _called_first(verb: Token) -> tuple[Token, Token] | None:
    """Return the verb and 'accusations' of "termed as 'false' accusations by Peru that P"."""
    after = [
        t for t in verb.doc[verb.i + 1 : verb.i + 8] if t.is_alpha and t.lower_ != "as" and t.pos_ != "ADV"
    ]
    if len(after) < 2 or after[0].lemma_.lower() not in words("untrue") or verb.nbor().lower_ not in _OPENS:
        return None
    claim = next((t for t in after[1:4] if t.lemma_.lower() in words("said_before")), None)
    return (verb, claim) if claim is not None else None


def doubted(verb: Token) -> tuple[Token, Token] | None:
    """Return the last word of 'challenged' or 'cast doubt on' and the claim or quality that it doubts."""
    thing = child(verb, "dobj")
    if thing is not None and verb.lemma_.lower() in words("questions_claims"):
        return (verb, thing) if _claim(thing) or quality(thing.lemma_.lower()) is not None else None
    for turn in doubts(verb.lemma_.lower()):
        found = _along(verb, turn.split())
        if found is not None and (_claim(found[1]) or quality(found[1].lemma_.lower()) is not None):
            return found
    return None


def unrecognised(verb: Token) -> Token | None:
    """Return the 'not' of 'did not recognise that figure', which denies it."""
    thing = child(verb, "dobj")
    if verb.lemma_.lower() not in _RECOGNISES or thing is None or not _view(thing):
        return None
    return next((c for c in verb.children if c.lower_ in _NOT and c.i == verb.i - 1), None)


def _view(thing: Token) -> bool:
    known = thing.lemma_.lower() in words("said_before") | _FIGURES or thing.lower_ in _FIGURES
    return known and any(c.lower_ in _DETERMINED or c.dep_ == "poss" for c in thing.children)


def _along(verb: Token, turn: list[str]) -> tuple[Token, Token] | None:
    """Follow 'cold water on' from 'pour'; what is denied stands behind, or between: 'laughed it off'."""
    doc, at = verb.doc, verb.i + 1
    thing = child(verb, "dobj")
    split = len(turn) == 1 and thing is not None and thing.right_edge.i + 1 < len(doc)
    if split and thing is not None and thing.i > verb.i and doc[thing.right_edge.i + 1].lower_ == turn[0]:
        return verb, thing
    if [t.lower_ for t in doc[at : at + len(turn)]] != turn:
        return None
    last = doc[at + len(turn) - 1]
    after = child(last, "pobj") or (thing if thing is not None and thing.i > last.i else None)
    return (last, after) if after is not None else None


def _claim(thing: Token, *, pointer: bool = False) -> bool:
    """Say whether a thing is what somebody said: 'the claim', 'reports that P', and mostly 'it'."""
    if pointer and thing.lower_ in _POINTERS and thing.pos_ in ("PRON", "DET"):
        return True
    return thing.lemma_.lower() in words("said_before") or that_clause(thing) is not None


def is_rebuffed(noun: Token) -> bool:
    """Say whether a noun is what such a turn denies."""
    above = (noun.head, noun.head.head, noun.head.head.head)
    return any(found[1] == noun for verb in above if (found := rebuffed(verb) or doubted(verb)) is not None)
