"""English verb forms, as far as normal sentences need them."""

from functools import cache
from typing import cast

from lemminflect import getInflection  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

# Where a dictionary has two verbs, or two forms, news means these.
_PAST = {"lie": "lied", "broadcast": "broadcast", "forecast": "forecast", "be": "was", "bid": "bid"}
_PARTICIPLES = {"get": "got", "bear": "borne", "light": "lit", "quit": "quit"}


@cache
def past(lemma: str) -> str:
    """Return the simple past of a verb."""
    return _PAST.get(lemma) or _form(lemma, "VBD")


@cache
def participle(lemma: str) -> str:
    """Return the past participle of a verb: 'raised', 'given'."""
    return _PARTICIPLES.get(lemma) or _form(lemma, "VBN")


def _form(lemma: str, tag: str) -> str:
    """Return a form of a verb; of two, the one with a double l: 'signalled'."""
    forms = cast("tuple[str, ...]", getInflection(lemma, tag))
    return next((form for form in forms if "ll" in form), forms[0])


def present(lemma: str, *, plural: bool) -> str:
    """Return the present tense of a verb, for 'it' or for 'they'."""
    if lemma == "be":
        return "are" if plural else "is"
    if plural:
        return lemma
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
