"""What an actor's own words do: from act and clause to edges of the ontology."""

import re

from spacy.tokens import Token

from ..models import Act
from .contents import Content
from .lexicon import verb_act, words
from .plans import Plans
from .render import Proposition
from .sentences import child
from .terms import Terms

_CONDITION = frozenset(("if", "unless", "provided"))
_NARROW = re.compile(r"\b(?:beyond|outside|without|except|other than|apart from|in excess of|"
                     r"officially|formally|directly|personally|publicly)\b.*", re.I | re.S)


def act_on(act: Act, proposition: Proposition) -> Act:
    """Return what an act does to the positive form of a clause."""
    if act == "asserts" and proposition.ought:
        return "demands"
    if proposition.negated and act == "asserts":
        return "denies"
    if proposition.negated and act == "denies":
        return "asserts"
    return act


def own_stance(content: Content, doer: str | None, speakers: tuple[str, ...], negated: bool,
               terms: Terms, plans: Plans) -> tuple[Act, list[str]] | None:
    """Return the stance that 'she would accept the plan' takes, when she herself says it."""
    verb = content.root
    if doer not in speakers or len(speakers) != 1 or verb.lemma_ not in words("stance"):
        return None
    act = verb_act(verb.lemma_)
    targets = targets_of(child(verb, "dobj"), terms, plans)
    if act is None or not targets:
        return None
    if condition_of(content):
        return "accepts_if", targets
    if negated:
        act = "rejects" if act == "supports" else "supports"
    return act, targets


def targets_of(noun: Token | None, terms: Terms, plans: Plans) -> list[str]:
    """Return the plan or the terms that a noun phrase means."""
    if noun is None:
        return []
    found: list[str] = []
    for one in (noun, *noun.conjuncts):
        if plan := plans.at(one):
            found.append(plan)
            continue
        phrase = one.doc[one.left_edge.i: one.right_edge.i + 1].text
        about = set(terms.parties(one))
        found += terms.find(phrase, about)
    return list(dict.fromkeys(found))


def condition_of(content: Content) -> tuple[Token, Token] | None:
    """Return the first and last word after 'if' or 'unless'."""
    for token in content.tokens:
        if token.lower_ in _CONDITION and token.dep_ in ("mark", "prep", "advcl"):
            clause = token.head if token.dep_ == "mark" else token
            rest = [t for t in clause.subtree if t in content.tokens and t.i > token.i]
            while rest and rest[-1].is_punct:
                rest.pop()
            if rest:
                return rest[0], rest[-1]
    return None


def qualification_of(content: Content) -> tuple[int, int] | None:
    """Return where the words stand that narrow a denial ('beyond his authority')."""
    start = content.root.idx + len(content.root)
    text = content.root.doc.text[start: content.last.idx + len(content.last)]
    found = _NARROW.search(text)
    if not found:
        return None
    words_ = found[0].rstrip(' ,.;"')
    at = content.root.doc.user_data["base"] + start + found.start()
    return at, at + len(words_)
