"""Plans that a text only mentions beside its own: 'inspired by the Gaza deal', 'unlike the canal treaty'."""

import re

from spacy.tokens import Token

from ..sentences import child, position
from .plannames import is_open
from .wordlists import listed

_YEAR = re.compile(r"(?:19|20)\d\d")
_BESIDE = frozenset(("like", "unlike", "than", "since", "besides", "versus"))
_LINKS = frozenset(("by", "on", "upon", "from", "to", "after", "with", "of", "as", "against"))


def only_mentioned(noun: Token, nouns: list[Token], headline: int) -> bool:
    """Say whether a plan word names another plan than the one that the article is about."""
    return (
        _of_many(noun)
        or _of_old(noun, nouns)
        or compared(noun)
        or _only_met(noun, nouns)
        or _only_sought(noun, nouns, headline)
    )


def _of_many(noun: Token) -> bool:
    """'To seek oil deals' is of no certain one; 'the Minsk agreements' are a plan."""
    definite = any(c.lower_ in ("the", "these", "those") or c.dep_ == "poss" for c in noun.children)
    named = any(c.text[0].isupper() for c in noun.children if c.dep_ in ("compound", "nmod", "amod"))
    return noun.tag_ == "NNS" and not definite and not named


def compared(noun: Token) -> bool:
    """Say whether a plan is named only for likeness or difference: 'modelled on it', 'resembles it'."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "dobj":
        return noun.head.lemma_ in listed("resembles")
    if noun.dep_ != "pobj":
        return False
    link = noun.head
    if link.lower_ in _BESIDE:
        return True
    if link.lower_ == "as":
        return link.i > 0 and link.nbor(-1).lower_ == "such"
    return link.lower_ in _LINKS and _likens(link)


def _likens(link: Token) -> bool:
    """'Inspired by', 'similar to', 'along the lines of'."""
    if link.head.lemma_.lower() in listed("likens"):
        return True
    before = link.nbor(-1) if link.i else link
    return before.lemma_.lower() in listed("likens")


def only_met(noun: Token, nouns: list[Token]) -> bool:
    """Say whether a plan in capitals is another than the article's: 'to respect the X Agreement'."""
    return compared(noun) or _only_met(noun, nouns)


def _only_met(noun: Token, nouns: list[Token]) -> bool:
    object_ = noun.dep_ == "dobj" and noun.head.lemma_ in listed("respects")
    return object_ and noun.text[0].isupper() and sum(position(n) < position(noun) for n in nouns) > 2


def _only_sought(noun: Token, nouns: list[Token], headline: int) -> bool:
    """Say whether a headline names what is not there: 'drops fuel roadmap', later only 'a roadmap'."""
    own = noun.lemma_.lower()
    body = [n for n in nouns if n.lemma_.lower() == own and position(n) >= headline]
    others = any(n.lemma_.lower() != own and position(n) >= headline and not is_open(n) for n in nouns)
    return position(noun) < headline and bool(body) and others and all(is_open(n) for n in body)


def of_old(noun: Token) -> bool:
    """'The abandoned 2015 deal', 'the previous accord'."""
    near = [c for c in noun.children if c.i < noun.i]
    near += [g for c in near for g in c.children]
    return any(_YEAR.fullmatch(c.text) or c.lemma_.lower() in listed("of_old") for c in near)


def _of_old(noun: Token, nouns: list[Token]) -> bool:
    """Say whether a plan is an old one, beside a new one that the text tells of."""
    return of_old(noun) and any(is_new(n) for n in nouns)


def is_new(noun: Token) -> bool:
    """'A three-stage deal', 'the new proposal', "Iran's proposal": no plan of old."""
    first = any(c.lower_ in ("a", "an", "new", "latest") or c.dep_ == "poss" for c in noun.children)
    return first and noun.tag_ in ("NN", "NNP") and not of_old(noun)


def introduced(noun: Token) -> bool:
    """Say whether a text brings in its plan: 'have reached a trade deal', 'a truce plan was presented'."""
    if noun.tag_ not in ("NN", "NNP") or noun.lemma_.lower() in ("draft", "text", "document"):
        return False
    if not any(c.lower_ in ("a", "an") for c in noun.children) or any(
        c.lower_ in ("possible", "future", "eventual", "potential", "separate", "another")
        for c in noun.children
    ):
        return False
    if any(c.dep_ == "relcl" and c.lemma_ in listed("enacts") for c in noun.children):
        return True  # 'details of a trade framework that caps tariffs'
    verb = noun.head
    denied = any(c.dep_ == "neg" for c in verb.children)
    told = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in listed("makes_plans") and not denied
    return told and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP")


def of_a_deed(noun: Token) -> bool:
    """'The settlement of the conflict' is a deed to come, 'the settlement' may be a plan."""
    if noun.lemma_.lower() not in listed("deeds_too"):
        return False
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    thing = child(of, "pobj") if of is not None else None
    return thing is not None and thing.lemma_.lower() in listed("settled")


def spoken_of(noun: Token) -> bool:
    """'Rejected the package', 'talks on the framework': a definite noun that a stand or talks are on."""
    if noun.tag_ not in ("NN", "NNP") or not any(c.lower_ in ("the", "this") for c in noun.children):
        return False
    if any(c.dep_ in ("compound", "amod", "nmod", "poss") and c.lower_ not in _PLAIN for c in noun.children):
        return False
    if any(c.lower_ in ("of", "for") for c in noun.children):
        return False  # 'the framework of the fund'
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "nsubjpass":
        return verb.lemma_ in listed("done_to_plans")
    if noun.dep_ == "pobj" and noun.head.lower_ not in (
        "on",
        "to",
        "against",
        "for",
        "about",
        "over",
        "with",
    ):
        return False
    return noun.dep_ in ("dobj", "pobj") and verb.lemma_ in listed("done_to_plans")


_PLAIN = frozenset(
    ("whole", "entire", "new", "latest", "draft", "final", "current", "proposed", "same", "full")
)
