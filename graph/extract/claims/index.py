"""Finds the few claims that can say the same as another, so that it need not be compared with all.

What is found is a superset of what `likeness`, `resemblance` and `Denials.same` let through; these decide.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from .claimwords import listed_words, verbs_like
from .predicates import Frame
from .resembling import stems
from .sameness import BOTH, GOVERNMENT, MUTUAL

_NUMBER = re.compile(r"\d+")
_ANY = "*"
"""Any doer, any thing: no id and no lemma has a star."""
_Key = tuple[str | bool | None, ...]


class Numbered(Protocol):
    """A claim: its number tells when it was made."""

    number: int
    text: str
    frame: Frame | None


C = TypeVar("C", bound=Numbered)


@dataclass
class Index(Generic[C]):
    """Claims by verb, doer and thing, by the words of their text, and by all but the verb."""

    _at: dict[_Key, dict[int, C]] = field(default_factory=lambda: defaultdict[_Key, dict[int, C]](dict))

    def put(self, claim: C) -> None:
        """Record a claim under its frame."""
        for key in _keys(claim):
            self._at[key][claim.number] = claim

    def drop(self, claim: C) -> None:
        """Forget a claim."""
        for key in _keys(claim):
            self._at[key].pop(claim.number, None)

    def of_verb(self, verb: str) -> list[C]:
        """Return the claims of a verb, in the order in which they were made."""
        return self._found([("does", verb, _ANY, _ANY)])

    def shaped(self, text: str, frame: Frame) -> list[C]:
        """Return the claims with the numbers of a text and a frame that differs in the verb at most."""
        return self._found([_shape(text, frame)])

    def like(self, denied: Frame | None) -> list[C]:
        """Return the claims that may be `denied` in other words."""
        if denied is None:
            return []
        agent, patient = denied.agent, denied.patient
        vague = listed_words("vague")
        both = denied.verb in MUTUAL and patient is None and agent in BOTH
        things = [_ANY] if denied.such or patient is None or patient in vague else sorted(verbs_like(patient))
        doers = [_ANY] if both or agent is None or agent in vague else [agent, None, *sorted(GOVERNMENT)]
        pairs = [(doer, thing) for doer in doers for thing in things]
        pairs += [(patient, agent)] if denied.verb in MUTUAL else []
        return self._found(("does", verb, *pair) for verb in verbs_like(denied.verb) for pair in pairs)

    def resembling(self, denied: Frame | None, own: set[str]) -> list[C]:
        """Return the claims of the same deed by the same doer, or by one whose name `own` holds a word of."""
        if denied is None or denied.agent is None:
            return []
        verbs = verbs_like(denied.verb)
        keys: list[_Key] = [("does", verb, denied.agent, _ANY) for verb in verbs]
        if stems(denied.agent.replace("-", " ")) & own:
            keys += [("says", verb, word) for verb in verbs for word in own]
        return self._found(keys)

    def _found(self, keys: Iterable[_Key]) -> list[C]:
        found = {number: claim for key in keys for number, claim in self._at.get(key, {}).items()}
        return [found[number] for number in sorted(found)]


def _keys(claim: Numbered) -> list[_Key]:
    frame = claim.frame
    if frame is None:
        return []
    pairs = [(a, p) for a in (frame.agent, _ANY) for p in (frame.patient, _ANY)]
    does: list[_Key] = [("does", frame.verb, *pair) for pair in pairs]
    return [*does, _shape(claim.text, frame), *(("says", frame.verb, word) for word in stems(claim.text))]


def _shape(text: str, frame: Frame) -> _Key:
    return ("shape", *_NUMBER.findall(text), frame.agent, frame.patient, frame.partial, frame.such)
