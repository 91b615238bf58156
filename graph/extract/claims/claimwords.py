"""The lists of `graph/data/claims.yaml`: how claims are written, and which say the same."""

from functools import cache
from typing import cast

from ..lexicon import data

_FEW = 5


@cache
def listed_words(name: str) -> frozenset[str]:
    """Return the list `name`."""
    return frozenset(cast("list[str]", data("claims.yaml")[name]))


@cache
def says_no(text: str) -> bool:
    """Say whether words alone deny what was said: 'no', 'not true', 'complete rubbish', 'lies, all lies'."""
    if text in listed_words("noes") | listed_words("outcries"):
        return True
    words = text.split()
    left = {word for word in words if word not in listed_words("utterly")}
    return bool(left) and len(words) <= _FEW and left <= listed_words("outcries")


@cache
def verb_of(noun: str) -> str | None:
    """Return the verb of a noun of doing: 'approve' of 'approval'."""
    return cast("dict[str, str]", data("claims.yaml")["noun_verbs"]).get(noun)


@cache
def quality(noun: str) -> str | None:
    """Return what a thing is that has a quality: 'authentic' for 'authenticity'."""
    return cast("dict[str, str]", data("claims.yaml")["qualities"]).get(noun)


_CAME = frozenset(("took", "place", "happened", "occurred", "was", "were", "held", "existed", "ever"))
_ARTICLES = frozenset(("a", "an", "the", "any", "no", "such", "this", "that", "these", "those"))
_ENDINGS = ("", "ing", "ure", "ment", "al", "ion", "ation", "ance", "ence", "ery", "age", "er")


@cache
def names_deed(noun: str, verb: str) -> bool:
    """Say whether a noun names what a verb does: 'payment' and 'pay', 'closure' and 'close'."""
    known = verb_of(noun)
    if known is not None:
        return same_verb(verb, known)
    stems = {verb, verb.removesuffix("e"), verb + verb[-1:]}
    return any(noun.endswith(end) and noun[: len(noun) - len(end)] in stems for end in _ENDINGS)


def of_deed(text: str, verb: str) -> bool:
    """Say whether a claim only says that a deed took place: 'A meeting took place'."""
    words = text.casefold().split()
    words = words[2:] if words[:1] == ["there"] else words
    at = [i for i, word in enumerate(words) if verb_of(word) == verb]
    # 'The cabinet meeting' is a certain one, and so are 'talks on Monday' and those that will take place.
    if at and not set(words[at[0] + 1 :]) <= _CAME:
        return False
    return len(at) == 1 and len(words) <= _FEW and (at[0] == 0 or words[at[0] - 1] in _ARTICLES)


def existing(text: str) -> str | None:
    """Return the thing of a claim that says only that there is one: 'There was a list'."""
    words = text.casefold().split()
    if words[:1] != ["there"] or words[1:2] not in (["is"], ["was"], ["are"], ["were"]) or len(words) > _FEW:
        return None
    return words[-1]


@cache
def verbs_like(verb: str) -> frozenset[str]:
    """Return the verbs that say the same as a verb of the same doer and thing, with itself."""
    groups = cast("list[list[str]]", data("claims.yaml")["same"])
    return frozenset((verb, *(other for group in groups if verb in group for other in group)))


@cache
def converse_of(verb: str) -> frozenset[str]:
    """Return the verbs of what was done from the other side: 'send' for 'receive'."""
    other = cast("dict[str, str]", data("claims.yaml")["converse"]).get(verb)
    return verbs_like(other) if other is not None else frozenset()


@cache
def with_particle(verb: str) -> str | None:
    """Return the verb that says the same as one with a particle: 'approve' for 'sign off'."""
    return cast("dict[str, str]", data("claims.yaml")["with_particle"]).get(verb)


@cache
def thing_of(noun: str) -> str:
    """Return the noun that stands for a thing of many names: 'tariff' for 'duty'."""
    groups = cast("list[list[str]]", data("claims.yaml")["same_things"])
    return next((group[0] for group in groups if noun in group), noun)


def same_verb(one: str, other: str) -> bool:
    """Say whether two verbs say the same of the same doer and thing."""
    return other in verbs_like(one)
