"""What an actor's own words do: from act and clause to edges of the ontology."""

import re

from spacy.tokens import Token

from ..models import Act
from .contents import Content
from .lexicon import verb_act, words
from .plans import Plans
from .sentences import child
from .tense import Proposition
from .terms import Terms

_CONDITION = frozenset(("if", "unless"))
_OURS = frozenset(("country", "government", "nation", "state", "party"))
_SIGN = frozenset(("sign", "ratify", "adopt"))
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
_NARROW = re.compile(
    r"\b(?:beyond|outside|without|except|other than|apart from|in excess of|"
    r"officially|formally|directly|personally|publicly)\b.*",
    re.I | re.S,
)


def act_on(act: Act, proposition: Proposition) -> Act:
    """Return what an act does to the positive form of a clause."""
    if act == "asserts" and proposition.ought:
        return "demands"
    if proposition.negated and act == "asserts":
        return "denies"
    if proposition.negated and act == "denies":
        return "asserts"
    return act


def called_false(verb: Token) -> Token | None:
    """Return what is called untrue: 'these claims' of 'these claims are baseless'."""
    said = child(verb, "acomp", "attr")
    if (
        verb.lemma_ != "be"
        or said is None
        or said.lemma_.lower() not in words("untrue")
        or any(c.dep_ == "neg" for c in verb.children)
    ):
        return None
    return child(verb, "nsubj")


def own_stance(
    content: Content,
    doer: str | None,
    speakers: tuple[str, ...],
    home: set[str],
    negated: bool,
    terms: Terms,
    plans: Plans,
) -> tuple[Act, list[str]] | None:
    """Return the stance that 'she would accept the plan' takes, when she herself says it."""
    verb = content.root
    own = doer in speakers or doer in _OURS or doer in home
    condition = condition_of(content)
    signs = verb.lemma_ in _SIGN
    if not own or len(speakers) != 1 or not (signs or verb.lemma_ in words("stance")):
        return None
    act = "supports" if signs else verb_act(verb.lemma_)
    targets = targets_of(child(verb, "dobj"), terms, plans)
    if condition and signs and child(verb, "dobj") is None and plans.main:
        targets = [plans.main]
    if act is None or not targets:
        return None
    if condition:
        return "accepts_if", targets
    if negated:
        act = "rejects" if act == "supports" else "supports"
    return act, targets


def targets_of(noun: Token | None, terms: Terms, plans: Plans) -> list[str]:
    """Return the plan or the terms that a noun phrase means."""
    if noun is None:
        return []
    found: list[str] = []
    if numbered := _numbered(noun, terms):
        return numbered
    for one in (noun, *noun.conjuncts):
        if plan := plans.at(one):
            found.append(plan)
            continue
        joined = {t for c in one.children if c.dep_ == "conj" for t in c.subtree}
        phrase = " ".join(t.text for t in one.subtree if t not in joined)
        about = set(terms.parties(one))
        found += terms.find(phrase, about)
    return list(dict.fromkeys(found))


def _numbered(noun: Token, terms: Terms) -> list[str]:
    """Return the term of 'the second point' or 'point 2'."""
    if noun.lemma_.lower() not in ("point", "article", "clause", "item", "provision", "term"):
        return []
    near = [t.lower_ for t in (*noun.children, *noun.doc[noun.i + 1 : noun.i + 2])]
    wanted = {str(_ORDER.index(w) + 1) for w in near if w in _ORDER} | {w for w in near if w.isdigit()}
    return [t.id for t in terms.all.values() if t.number in wanted]


def condition_of(content: Content) -> tuple[Token, Token] | None:
    """Return the first and last word after 'if' or 'unless'."""
    for token in content.tokens:
        if (
            token.lower_ in ("provided", "providing")
            and token.i + 1 < len(token.doc)
            and (token.nbor().lower_ == "that")
            and token.i + 2 <= content.last.i
        ):
            return token.nbor(2), content.last
        if token.lower_ in _CONDITION and not _even(token) and token.dep_ in ("mark", "prep", "advcl"):
            clause = token.head if token.dep_ == "mark" else token
            rest = [t for t in clause.subtree if t in content.tokens and t.i > token.i]
            while rest and rest[-1].is_punct:
                rest.pop()
            if rest:
                return rest[0], rest[-1]
    return None


def _even(token: Token) -> bool:
    """'even if' sets no condition."""
    return token.i > 0 and token.nbor(-1).lower_ in ("even", "as", "what")


def qualification_of(content: Content) -> tuple[int, int] | None:
    """Return where the words stand that narrow a denial ('beyond his authority')."""
    start = content.root.idx + len(content.root)
    text = content.root.doc.text[start : content.last.idx + len(content.last)]
    found = _NARROW.search(text)
    if not found:
        return None
    words_ = found[0].rstrip(' ,.;"')
    at = content.root.doc.user_data["base"] + start + found.start()
    return at, at + len(words_)
