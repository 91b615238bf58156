"""Which nouns name a plan, and by what name."""

import re

from spacy.tokens import Token

from ...models import slug
from ..actors.cast import Cast
from ..lexicon import words
from ..sentences import written
from .knownplans import known_plan

_PLAIN = frozenset(
    (
        "peace",
        "draft",
        "final",
        "new",
        "latest",
        "proposed",
        "original",
        "revised",
        "current",
        "whole",
        "first",
        "leaked",
        "updated",
        "initial",
        "full",
        "text",
    )
)
_OPEN = frozenset(("a", "an", "any", "no", "another", "some", "every", "each"))
_MADE_OF = frozenset(
    ("consist", "comprise", "contain", "have", "include", "list", "count", "make", "compose")
)
_DRAFTS = frozenset(("text", "draft", "version"))
_POINTS = re.compile(r"(\w+)-point ")


def is_plan_word(token: Token) -> bool:
    """Say whether the token is a noun such as 'plan', 'treaty' or 'draft'."""
    return (
        token.pos_ in ("NOUN", "PROPN")
        and (token.lemma_.lower() in words("plans") or _is_offer(token))
        and token.dep_ not in ("compound", "amod")
    )


def proper_name(noun: Token, cast: Cast) -> str | None:
    """Return 'Tarn accord', 'Paris Agreement', 'Plan of Action': a name in capitals, with its noun."""
    if (known := known_plan(noun)) is not None:
        return known
    own = [t for t in modifiers(noun) if _names(t, noun, cast) and t.text != "-" and t.text[0].isupper()]
    capital = noun.text[0].isupper() and not noun.text.isupper() and not noun.is_sent_start
    named = [t for t in own if not _of_state(t, cast) or (capital and _by_city(t, cast))]
    if not named or len(named) < len(own) or is_open(noun):
        return None
    if not capital and any((m := cast.at(t)) and cast.members[m.of].kind != "Place" for t in named):
        return None
    name = " ".join(t.text for t in named) + f" {noun.text if capital else noun.lemma_.lower()}"
    of = re.match(r" of [A-Z]\w+", written(noun.doc)[noun.idx + len(noun) :]) if capital else None
    return name + (of[0] if of else "")


def _names(token: Token, noun: Token, cast: Cast) -> bool:
    """Say whether a modifier belongs to a plan's name: 'Border Market' of 'Border Market Agreement'."""
    capitals = token.text[0].isupper() and token.head.text[0].isupper()
    part = token.head.head == noun and token.dep_ == "compound" and capitals
    return token.head == noun or (part and cast.at(token) is None and cast.at(token.head) is None)


def _by_city(token: Token, cast: Cast) -> bool:
    """'Paris Agreement' is named after the city, not made by the state."""
    mention = cast.at(token)
    return mention is not None and slug(token.text) not in mention.of and token.tag_ == "NNP"


def _is_offer(token: Token) -> bool:
    """An offer that is told point by point is a plan: 'the third offer, which consists of ...'."""
    verbs = [token.head, *(c for c in token.children if c.dep_ == "relcl")]
    return token.lemma_.lower() == "offer" and any(
        v.lemma_ in ("consist", "comprise", "contain") for v in verbs
    )


def is_open(noun: Token) -> bool:
    """Say whether a noun is of no plan for sure: 'a plan', 'any plan'."""
    return any(child.lower_ in _OPEN for child in noun.children)


def modifiers(noun: Token) -> list[Token]:
    """Return the modifiers that tell this plan from others, in order."""
    found: list[Token] = []
    for token in noun.doc[noun.left_edge.i : noun.i]:
        near = token.head == noun or token.head.head == noun
        named = token.dep_ in ("compound", "nmod") or token.pos_ == "PROPN"
        if _measures(token):
            continue
        if near and named and token.lower_ not in _PLAIN and token.dep_ != "poss":
            found.append(token)
    return found


def _measures(token: Token) -> bool:
    """'23-page' of a text and 'two-year' of a plan tell how long it is, not which."""
    if token.i < 2 or token.nbor(-1).text != "-" or not token.nbor(-2).like_num:
        return False
    return token.lemma_.lower() in ("page", "day", "week", "month", "year", "article", "chapter", "hour")


def key_name(noun: Token, cast: Cast) -> str | None:
    """Return the name that a noun with its modifiers makes, when it is a name of its own."""
    if (known := known_plan(noun)) is not None:
        return known
    before = noun.doc[noun.left_edge.i : noun.i].text
    if points := re.search(r"\b(\d+|[A-Za-z]+)-point\b", before):
        return f"{points[1].lower()}-point {noun.lemma_.lower()}"
    if (told := _points_told(noun)) is not None:
        return f"{told}-point {noun.lemma_.lower()}"
    own = [t for t in modifiers(noun) if t.text != "-" and not _of_state(t, cast)]
    own = [t for t in own if _names(t, noun, cast)]
    if not own or any(t.lower_ in _OPEN for t in own):
        return None
    if is_open(noun) and not any(t.text[0].isupper() for t in own):
        return None
    return " ".join(
        [
            *(t.lower_ if t.is_sent_start and t.pos_ != "PROPN" else t.text for t in own),
            noun.lemma_ if noun.pos_ == "NOUN" else noun.text,
        ]
    )


def _points_told(noun: Token) -> str | None:
    """Return 28 of 'the plan, which consists of 28 points' and of 'a plan of 28 points'."""
    if noun.tag_ not in ("NN", "NNP") or noun.lemma_.lower() in _DRAFTS:
        return None  # 'a text of 19 points' is a draft of a plan
    verbs = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
    verbs += [noun.head] if noun.dep_ == "nsubj" else []
    near = [noun, *(v for v in verbs if v.lemma_ in _MADE_OF)]
    for token in (t for one in near for t in one.children if t.i > noun.i):
        thing = token if token.dep_ == "dobj" else next((c for c in token.children if c.dep_ == "pobj"), None)
        if thing is None or thing.lemma_ != "point" or token.lower_ not in ("of", "in", thing.lower_):
            continue
        if number := next((c for c in thing.children if c.like_num), None):
            return number.lower_
    return None


def _of_state(token: Token, cast: Cast) -> bool:
    mention = cast.at(token)
    return mention is not None and cast.members[mention.of].kind in ("State", "Person")


def is_proper(key: str) -> bool:
    """Say whether a name begins with a capital."""
    return key[0].isupper()
