"""Take a denial out of a clause: 'never', 'no offer', 'nobody', 'not one', 'neither … nor'."""

from spacy.tokens import Token

from .claimwords import listed_words

_NOBODY = {"no": "", "nobody": "somebody", "nothing": "something", "none": "some", "nowhere": "somewhere"}
_NOT = frozenset(("not", "n't", "never", "nor", "neither", "nowise", "hardly", "scarcely", "barely"))
_INSIDE = ("acomp", "prep", "pobj", "dobj", "attr", "nsubj", "nsubjpass")
_PLACES = ("dobj", "attr", "nsubj", "nsubjpass", "pobj", "dative", "npadvmod", "advmod", "prep", "agent")


def negations(verb: Token, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return what negates a verb itself, and the 'no', 'nobody', 'nothing' among its nouns."""
    inside = set(tokens)
    own = [
        c
        for c in verb.children
        if (c.dep_ == "neg" or c.lower_ in _NOT) and c in inside and not _only(c, verb) and not _idle(c)
    ]
    own += [
        g
        for c in verb.children
        if c.dep_ == "advmod"
        for g in c.children
        if g.lower_ in _NOT and g in inside and not _only(g, verb) and not _idle(g)
    ]
    own += [t for t in tokens if t.lower_ == "neither" and t not in own and _near(t, verb)]
    own += [t for t in tokens[:1] if t.lower_ == "nor" and t not in own]
    nouns = [c for c in verb.children if c.dep_ in _PLACES and c in inside]
    no = [g for c in nouns for g in _no_in(c, verb) if g in inside and g not in own]
    return own, no


def _near(token: Token, verb: Token) -> bool:
    """Say whether 'neither' stands in the clause of the verb itself."""
    step = token.head
    while step != verb:
        if (
            step.dep_ not in ("acomp", "prep", "pobj", "dobj", "attr", "nsubj", "nsubjpass")
            or step.head == step
        ):
            return False
        step = step.head
    return True


def _no_in(noun: Token, verb: Token) -> list[Token]:
    """Return the words in a noun phrase that deny the whole clause."""
    if verb.lemma_ == "vote" and noun.lower_ == "no":
        return []
    found = [g for g in (noun, *noun.children) if g.lower_ in _NOBODY and (g.dep_ == "det" or g == noun)]
    if found or noun.dep_ in ("advmod", "prep", "agent"):
        below = [g for c in noun.children if c.dep_ == "pobj" and noun.i < verb.i for g in _no_in(c, verb)]
        return found or below
    numbers = [c for c in noun.children if c.lower_ in ("one", "single", "a")]
    nots = [g for c in noun.children for g in (c, *c.children) if g.lower_ == "not" and g.i < noun.i]
    if nots and numbers and noun.dep_ in ("nsubj", "nsubjpass") and nots[0] == noun.left_edge:
        return [nots[0]]
    return []


def _only(negation: Token, verb: Token) -> bool:
    """'not only', 'nobody but', 'not … but …' deny nothing of the clause itself."""
    after = negation.nbor() if negation.i + 1 < len(negation.doc) else None
    only = after is not None and after.lower_ in ("only", "just", "merely", "least")
    return only and after is not None and (after.head in (verb, negation) or negation.head == after)


def _idle(negation: Token) -> bool:
    """'If not, P', 'in days, if not hours', 'whether or not P', 'more often than not' deny nothing."""
    if negation.lower_ != "not" or negation.i == 0:
        return False
    before, rest = negation.nbor(-1).lower_, negation.doc[negation.i + 1 : negation.i + 3]
    if before == "or":
        return any(t.lower_ == "whether" for t in negation.doc[max(0, negation.i - 10) : negation.i])
    mention = [t.lower_ for t in rest] in (["to", "mention"], ["to", "say"], ["to", "speak"])
    return before in ("if", "than") or mention


def indefinite(tokens: list[Token], new: dict[int, str]) -> None:
    """What was not done to 'any party' or 'no such offer' was done to 'a party', 'such an offer'."""
    for token in tokens:
        if token.lower_ in ("yet", "ever", "whatsoever", "whatever") and token.dep_ == "advmod":
            new[token.i] = ""
        if token.lower_ == "nor" and token.i not in new:
            new[token.i] = "or"
        if token.lower_ in ("anything", "anybody", "anyone") and token.i not in new:
            new[token.i] = "some" + token.lower_[3:]
        if token.lower_ not in ("any", "such") or token.i + 1 >= len(token.doc) or token.i in new:
            continue
        if token.head.pos_ not in ("NOUN", "PROPN"):
            continue
        article = "an" if token.nbor().lower_[0] in "aeiou" else "a"
        article = article if token.head.tag_ == "NN" else ""
        taken = token.i and new.get(token.i - 1, "").strip() in ("a", "an")
        if token.lower_ == "such" and taken:
            new[token.i - 1] = ""
        if token.lower_ == "such" and token.nbor().lower_ in ("a", "an"):
            continue
        new[token.i] = article if token.lower_ == "any" else f"such {article}".strip()


def somebody(token: Token) -> str:
    """Turn 'no', 'nobody' and 'nothing' round."""
    if token.lower_ in ("not", "neither"):
        return "either" if token.lower_ == "neither" and _of_us(token) else ""
    if token.lower_ == "no" and token.i + 1 < len(token.doc):
        if token.nbor().lower_ in ("one", "longer", "more"):
            return "some" if token.nbor().lower_ == "one" else ""
        counted = token.head.lemma_.lower() in listed_words("counted")
        if token.head.tag_ == "NN" and (counted or token.head.dep_ in ("nsubj", "nsubjpass", "attr")):
            return "an" if token.nbor().lower_[0] in "aeiou" else "a"
    return _NOBODY.get(token.lower_, "")


def _of_us(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"


def keep_not(
    verb: Token, helpers: list[Token], found: list[Token], new: dict[int, str], *, plural: bool
) -> None:
    """Put 'not' where the present tense wants it: 'does not go', 'are not changed'."""
    left = [h for h in helpers if new.get(h.i, h.text)]
    if left or verb.lemma_ == "be":
        first = left[0] if left else verb
        new[first.i] = new.get(first.i, first.text) + " not"
    elif verb.i in new:
        new[verb.i] = ("do " if plural else "does ") + "not " + verb.lemma_
    else:
        return
    new.update({t.i: "" for t in found})
