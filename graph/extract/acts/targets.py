"""The plan or the terms that a noun phrase means."""

from spacy.tokens import Token

from ..terms.plans import Plans
from ..terms.terms import Terms

_ORDER = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_POINTS = frozenset(("point", "article", "clause", "item", "provision", "term", "paragraph"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj"))
_THINGS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr"))
_WHOLE = frozenset(("every", "all", "rest", "most", "any", "each", "whole"))


def targets_of(noun: Token | None, terms: Terms, plans: Plans) -> list[str]:
    """Return the plan or the terms that a noun phrase means."""
    if noun is None:
        return []
    found: list[str] = []
    if numbered := _numbered(noun, terms):
        return numbered
    for one in (noun, *noun.conjuncts):
        if plan := plans.at(one) or _pronoun(one, plans) or _of_plan(one, plans):
            found.append(plan)
            continue
        joined = {t for c in one.children if c.dep_ == "conj" for t in c.subtree}
        phrase = " ".join(t.text for t in one.subtree if t not in joined)
        about = set(terms.parties(one))
        found += terms.find(phrase, about)
    return list(dict.fromkeys(found))


def _pronoun(noun: Token, plans: Plans) -> str | None:
    """'We will never accept it': the plan, when the text has just named it."""
    if noun.lower_ not in ("it", "this") or not plans.just_named(noun):
        return None
    if noun.lower_ == "it":
        return plans.main if _goes_on(noun, plans) else None
    return plans.main if _named_last(noun, plans) else None


def _goes_on(it: Token, plans: Plans) -> bool:
    """Say whether 'it' can be a plan: no other single thing is named after the plan."""
    inside = [t for t in it.doc[it.sent.start : it.i] if plans.at(t)]
    before = plans.sentence_before(it)
    if it.dep_ == "dobj" or inside or before is None or not any(plans.at(t) for t in before):
        return True
    main = [
        t for t in before if t.dep_ in _ARGUMENTS and t.head.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
    ]
    things = [
        t for t in before if t.tag_ == "NN" and t.dep_ in _THINGS and t.ent_type_ not in ("DATE", "TIME")
    ]
    return any(plans.at(t) for t in main) or not things or plans.at(things[-1]) is not None


def _named_last(this: Token, plans: Plans) -> bool:
    """Say whether a plan is the last thing before 'this': who 'rejects this' may mean what is just told."""
    for token in reversed(this.doc[this.sent.start : this.i]):
        if token.dep_ in ("dobj", "attr") and token.pos_ in ("NOUN", "PROPN"):
            return plans.at(token) is not None
        if token.dep_ == "mark":
            return False
    return True


def _of_plan(noun: Token, plans: Plans) -> str | None:
    """'every point of it', 'the rest of the agreement' mean the plan."""
    shares = {noun.lower_, *(c.lower_ for c in noun.children)} & _WHOLE
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    if of is None or not shares or (noun.lemma_ not in _POINTS and noun.lower_ not in _WHOLE):
        return None
    whole = next((c for c in of.children if c.dep_ == "pobj"), None)
    return (plans.at(whole) or _pronoun(whole, plans)) if whole is not None else None


def _numbered(noun: Token, terms: Terms) -> list[str]:
    """Return the term of 'the second point' or 'point 2'."""
    if noun.lemma_.lower() not in _POINTS:
        return []
    near = [t.lower_ for t in (*noun.children, *noun.doc[noun.i + 1 : noun.i + 2])]
    wanted = {str(_ORDER.index(w) + 1) for w in near if w in _ORDER} | {w for w in near if w.isdigit()}
    return [t.id for t in terms.all.values() if t.number in wanted]
