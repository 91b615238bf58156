"""Whether a denied claim means an asserted one in words of its own: by doer, deed and what they share."""

import re
from collections.abc import Iterable

from .claimwords import listed_words, same_verb
from .predicates import Frame

LEAST = 0.6
"""The resemblance from which a denied claim may be an asserted one."""
MARGIN = 0.1
"""How much better the best must be than the next."""

_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "and", "or", "that", "which", "was", "were",
     "is", "are", "its", "his", "her", "their", "with", "from", "had", "has", "have", "be", "been", "not",
     "one", "some", "ever", "single", "s", "as", "own")
)  # fmt: skip


def stems(text: str) -> set[str]:
    """Return the content words of a text without their endings."""
    vague = listed_words("vague")
    words = {w for w in _WORD.findall(text.casefold()) if w not in _SMALL and w not in vague}
    return {re.sub(r"(?:ing|ed|es|s|d)$", "", w) if len(w) > 4 else w for w in words}


def resemblance(
    denied: tuple[str, Frame | None], asserted: tuple[str, Frame | None], names: Iterable[str]
) -> float:
    """Return how surely the denied claim is the asserted one; 0 unless deed and doer agree.

    `names` are those of who denies it and of whom he speaks for: 'our guns' are the guns of these.
    """
    (mine, frame), (yours, other) = denied, asserted
    if frame is None or other is None or not same_verb(frame.verb, other.verb) or frame.verb == "be":
        return 0.0
    own = {s for name in names for s in stems(name)}
    told, claimed = stems(mine), stems(yours)
    if not _same_doer(frame, other, own, claimed):
        return 0.0
    open_ = frame.patient is None or frame.patient in listed_words("vague") or frame.patient == other.patient
    left = told - own - _of(frame.verb)
    shared = len(left & claimed) / len(left) if left else 1.0
    # Who denies having sold the boat says nothing of the map.
    if not open_ and (shared < 0.5 or not stems(frame.patient or "") & claimed):
        return 0.0
    if left and shared < 0.4:
        return 0.0
    return round(0.6 + 0.2 * shared, 2)


def _same_doer(frame: Frame, other: Frame, own: set[str], claimed: set[str]) -> bool:
    if frame.agent == other.agent and frame.agent is not None:
        return True
    if frame.agent is None:
        return False
    # 'We killed nobody' of a state answers what its army is said to have done.
    return bool(stems(frame.agent.replace("-", " ")) & own) and bool(own & claimed)


def _of(verb: str) -> set[str]:
    return stems(verb) | {verb}
