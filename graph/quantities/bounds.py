"""What values a comparison lets through: '≥ 500000', '< 30', '≥ 10 and ≤ 20'."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .numbers import figure

_OPPOSITE = {">=": "<", "<": ">=", "<=": ">", ">": "<="}
_SIGNS = {">=": "≥", "<=": "≤"}


@dataclass(frozen=True)
class Bound:
    """One comparison: an operator of >=, >, <=, <, = and a value. A day is the number of its date."""

    operator: str
    value: Decimal
    day: bool = False

    def meets(self, value: Decimal) -> bool:
        """Say whether a value is let through."""
        match self.operator:
            case ">=":
                return value >= self.value
            case ">":
                return value > self.value
            case "<=":
                return value <= self.value
            case "<":
                return value < self.value
            case _:
                return value == self.value

    @property
    def told(self) -> str:
        """The comparison in signs."""
        value = date.fromordinal(int(self.value)).isoformat() if self.day else figure(self.value)
        return f"{_SIGNS.get(self.operator, self.operator)} {value}"


@dataclass(frozen=True)
class Bounds:
    """Comparisons that all must hold; one at least."""

    all: tuple[Bound, ...]

    def meets(self, value: Decimal) -> bool:
        """Say whether a value is let through by all."""
        return all(bound.meets(value) for bound in self.all)

    @property
    def told(self) -> str:
        """The comparisons in signs: '≥ 10 and ≤ 20'."""
        return " and ".join(bound.told for bound in self.all)

    def opposite(self) -> "Bounds | None":
        """Return what lets through all other values; None where no single comparison does."""
        if len(self.all) != 1 or self.all[0].operator not in _OPPOSITE:
            return None
        (bound,) = self.all
        return Bounds((Bound(_OPPOSITE[bound.operator], bound.value, bound.day),))
