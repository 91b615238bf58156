"""Whether two claims say the same in other words, and how surely."""

import re
from functools import lru_cache

from .claimwords import listed_words, same_verb
from .predicates import Frame

ENOUGH = 0.55
"""The likeness from which a denied and an asserted claim are taken for one."""

_WORD = re.compile(r"\w+")
_OPEN = ("anything", "something", "nothing", "anyone", "anybody", "someone")
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "and", "or", "that", "which", "was", "were",
     "is", "are", "its", "his", "her", "their", "with")
)  # fmt: skip


def likeness(denied: Frame | None, asserted: Frame | None) -> float:
    """Return how surely a denied clause is the asserted one: 0 for another, towards 1 for the same."""
    if denied is None or asserted is None or not same_verb(denied.verb, asserted.verb):
        return 0.0
    sure = 0.95 if denied.verb == asserted.verb else 0.9
    if denied.verb in MUTUAL and denied.patient is not None and denied.agent == asserted.patient:
        return sure if denied.patient == asserted.agent else 0.0
    if denied.verb in MUTUAL and denied.patient is None and denied.agent in BOTH and asserted.patient:
        return round(sure * 0.85, 2)  # 'The two never met'
    if denied.verb != asserted.verb and denied.agent is None and denied.patient in listed_words("vague"):
        return 0.0  # 'Nothing was put on paper' need not deny an offer
    if denied.verb != asserted.verb and denied.patient in _PAPERS and denied.patient != asserted.patient:
        return 0.0  # 'It had not agreed the text' need not deny that it settled the bill
    sure *= _doers(denied, asserted)
    return round(sure * _things(denied, asserted), 2)


_PAPERS = frozenset(("text", "version", "article", "clause", "provision"))


MUTUAL = frozenset(("meet", "talk", "negotiate", "speak", "agree", "quarrel", "argue", "marry"))


GOVERNMENT = frozenset(("government", "country"))


BOTH = frozenset(("two", "they", "both", "pair"))


def _doers(denied: Frame, asserted: Frame) -> float:
    if denied.agent == asserted.agent:
        return 1.0 if denied.agent else 0.8
    if denied.agent is None or asserted.agent is None or denied.agent in listed_words("vague"):
        open_ = denied.patient == asserted.patient or denied.patient in _OPEN
        return 0.85 if denied.such or open_ else 0.7
    # 'The government had signed off on it': of which state, its own denial tells.
    return 0.8 if asserted.agent in GOVERNMENT and denied.patient == asserted.patient else 0.0


def _things(denied: Frame, asserted: Frame) -> float:
    if denied.patient == asserted.patient:
        if denied.patient is None:
            return 0.7 if denied.verb == "be" else 0.9
        return 1.0
    if denied.verb == "be":
        return 0.0
    if denied.patient and asserted.patient and same_verb(denied.patient, asserted.patient):
        return 0.9  # 'agreed to quit the valley', 'agreed to withdraw'
    if denied.such:
        return 0.9
    if denied.patient is None or denied.patient in listed_words("vague"):
        return 0.9 if denied.agent == asserted.agent and denied.agent else 0.75
    return 0.0


def alike(one: str, other: str) -> float:
    """Return the share of the words that two sentences have in common (F1, small words left out)."""
    mine, yours = _bag(one), _bag(other)
    both = len(mine & yours)
    return 2 * both / (len(mine) + len(yours)) if both else 0.0


def rivals(one: str, other: str, own: str = "") -> bool:
    """Say whether each of two sentences names somebody or something, or a number, that the other does not.

    `own` is the name of who speaks: 'Ann Poe's guns' are 'our guns' of her text.
    """
    mine, yours = _named(one) - _named(f"- {own}"), _named(other)
    # A sentence's first word may or may not be a name.
    return bool(mine - yours - _first(other)) and bool(yours - mine - _first(one))


@lru_cache(maxsize=8192)
def _named(text: str) -> frozenset[str]:
    """Return the words in capitals, but for that which opens the sentence, and the numbers."""
    words = _WORD.findall(text)[1:]
    return frozenset(w.rstrip("s") for w in words if w[0].isupper() or w[0].isdigit())


@lru_cache(maxsize=8192)
def _first(text: str) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in _WORD.findall(text)[:1])


def _bag(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.casefold()) if w not in _SMALL}
