"""What a plan without a name of its own is called, and which nouns can name one."""

import re

from spacy.tokens import Token

from ...models import is_slug, slug
from ..actors.cast import Cast
from ..sentences import child, position
from .plannames import is_open, key_name, proper_name

_POINTS = re.compile(r"(\w+)-point ")
_DECISIONS = frozenset(
    ("decision", "declaration", "statement", "communique", "communiqué", "bill", "law", "conclusion",
     "budget", "constitution", "report", "verdict")
)  # fmt: skip


def called(told: Token, nouns: list[Token], cast: Cast) -> str:
    """Return what to call a plan without a name: as it was introduced, 'a peace plan', else by its noun."""
    for noun in nouns:
        before = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.head == noun and t.dep_ == "compound"]
        plain = [t for t in before if t.lower_ == "peace" or t.text not in ("draft", "text")]
        first = position(noun) <= position(told) and is_open(noun) and noun.tag_ == "NN"
        if first and plain and all(t.is_lower and cast.at(t) is None for t in plain):
            return " ".join([*(t.text for t in plain), noun.lemma_.lower()])
    own = key_name(told, cast)
    return own if own is not None and not _POINTS.match(own) else told.lemma_.lower()


def of_a_decision(noun: Token) -> bool:
    """Say whether a text is that of something else than a plan: 'a draft of the cover decision'."""
    return any(
        c.lower_ == "of" and any(n.lemma_.lower() in _DECISIONS for n in c.children) for c in noun.children
    )


def can_be_named(noun: Token, cast: Cast) -> bool:
    """Say whether the names that a noun makes, if it makes any, can be the id of a plan."""
    names = (key_name(noun, cast), proper_name(noun, cast))
    return all(is_slug(slug(name)) for name in names if name is not None)


def subject_matter(noun: Token) -> str | None:
    """Return 'forest' of 'the plan for forests': a plan for another thing is another plan."""
    link = next((c for c in noun.children if c.lower_ in ("for", "on") and c.i == noun.i + 1), None)
    thing = child(link, "pobj") if link is not None else None
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.ent_type_ in ("DATE", "TIME", "PERSON"):
        return None
    return thing.lemma_.lower()


def plain_name(noun: Token, cast: Cast) -> str:
    """Return 'trade deal' of 'have reached a sweeping trade deal'."""
    before = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.head == noun and t.dep_ == "compound"]
    plain = [t.text for t in before if t.is_lower and t.is_alpha and cast.at(t) is None]
    return " ".join([*plain, noun.lemma_.lower()])


def with_name(noun: Token) -> bool:
    """Say whether a noun has a name or another noun before it: 'the Lima treaty'."""
    return any(c.dep_ in ("compound", "nmod", "poss") or c.pos_ == "PROPN" for c in noun.children)
