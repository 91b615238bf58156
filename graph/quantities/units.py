"""Units: 'visits a year', 'days', 'USD'; which words give a number in one, and by what factor."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cached_property

from .words import singular, table

_RATES = "hour|day|week|month|quarter|year"
_RATE = re.compile(rf"\b(?:an?|per|each|every)\s(?P<rate>{_RATES})$", re.IGNORECASE)
_SHARE = re.compile(r"%|per ?cent|percent", re.IGNORECASE)
OTHER_RATE = re.compile(rf"\s(?:an?|per|each|every)\s(?:{_RATES})\b", re.IGNORECASE)
"""'a month' after a number: it counts something else than what is counted by the year, or once."""


@dataclass(frozen=True)
class Unit:
    """What a number counts, and per what time; both may be unknown."""

    words: str = ""

    @cached_property
    def rate(self) -> str:
        """'year' of 'visits a year'."""
        found = _RATE.search(self.words)
        return found["rate"].casefold() if found else ""

    @cached_property
    def noun(self) -> str:
        """'visits' of 'visits a year'."""
        return _RATE.sub("", self.words).strip()

    @property
    def share(self) -> bool:
        """Whether it is per cent."""
        return bool(_SHARE.fullmatch(self.noun))

    def factors(self) -> dict[str, Decimal]:
        """Return by what a number in each noun must be multiplied to be one in this unit."""
        head = singular(self.noun)
        for scale in table("scales"):
            if head in scale:
                return {noun: Decimal(size) / Decimal(scale[head]) for noun, size in scale.items()}
        return {head: Decimal(1)} if head else {}

    def of(self, other: "Unit") -> Decimal | None:
        """Return by what a number in the other unit must be multiplied; None if they cannot be compared."""
        if self.rate != other.rate or self.share != other.share:
            return None
        same_money = money(self.noun) is not None and money(self.noun) == money(other.noun)
        if self.share or same_money or not other.noun:
            return Decimal(1)
        return self.factors().get(singular(other.noun))

    def after(self) -> str:
        """Return the pattern of what may stand after a number in this unit, with groups noun and rate."""
        rate = rf"(?:\s(?:an?|per|each|every)\s{re.escape(self.rate)}\b)" if self.rate else "(?!)"
        if self.share:
            return rf"(?P<noun>\s?(?:%|per\s?cent\b))?(?P<rate>{rate})?"
        nouns = {form for noun in self.factors() for form in _forms(noun)}
        if (code := money(self.noun)) is not None:
            nouns |= {form for noun, name in table("money").items() if name == code for form in _forms(noun)}
        either = "|".join(sorted(map(re.escape, nouns), key=lambda form: (-len(form), form))) or "(?!)"
        return rf"(?:[\s-](?P<noun>{either})\b)?(?P<rate>{rate})?"

    def measured(self, number: Decimal, noun: str | None) -> Decimal:
        """Return a number before this noun, or before none, in this unit."""
        return converted(number, self.factors().get(singular(noun or self.noun), Decimal(1)))


def converted(number: Decimal, factor: Decimal) -> Decimal:
    """Return a number times a factor, to 20 digits, so that 18 months are 1.5 years."""
    return number if factor == 1 else Context(prec=20).multiply(number, factor).normalize()


def money(noun: str) -> str | None:
    """Return the code of a currency: USD of 'dollars'; None for what is no money."""
    if noun in table("signs").values():
        return noun
    return table("money").get(singular(noun))


def _forms(noun: str) -> set[str]:
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
    return {noun, plural}
