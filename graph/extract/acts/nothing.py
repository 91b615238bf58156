"""What is said not to be at all: 'Nothing was withheld', 'There is no figure of forty billion'."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ...quantities.numbers import NUMBER, value
from ..claims.claims import Claim
from ..claims.claimwords import listed_words
from ..lexicon import verb_act

_SHORT = 4
_WHATEVER = ("nothing", "something", "anything")
_FIGURE = re.compile(
    r"there (?:is|was|were|are) (?:an? |any )?(?:figure|sum|amount|number|total)s? of\b", re.IGNORECASE
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)


def nothing_done(claim: Claim) -> bool:
    """Say whether a denied claim is that anything at all was done so, by whomever: 'Something was hidden'."""
    frame = claim.frame
    if frame is None or frame.agent is not None or frame.patient not in _WHATEVER:
        return False
    says = verb_act(frame.verb) is not None or frame.verb in listed_words("light_verbs") | {"do"}
    return not says and len(claim.text.split()) <= _SHORT


def of_figure(claim: Claim, others: Iterable[Claim]) -> list[Claim]:
    """Return the claims that name the number of which a claim says only that there is such a figure."""
    found = _FIGURE.match(claim.text)
    if found is None or not (mine := _numbers(claim.text[found.end() :])):
        return []
    return [other for other in others if other.id != claim.id and mine[0] in _numbers(other.text)]


def _numbers(text: str) -> list[Decimal]:
    return [value(part.group()) for part in _NUMBER.finditer(text.replace("$", "").replace("€", ""))]
