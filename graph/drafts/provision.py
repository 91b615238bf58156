"""A provision of a draft, and a pair: what it became in another draft."""

from dataclasses import dataclass
from typing import Literal

Relation = Literal["kept", "reworded", "amount", "split", "merged", "dropped", "added"]


@dataclass(frozen=True)
class Provision:
    """One provision of one draft, in its words."""

    id: str
    text: str
    name: str = ""
    number: str | None = None
    topic: str | None = None
    binds: tuple[str, ...] = ()
    amount: float | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Alignment:
    """What a person judged: these provisions became those; one side may be empty."""

    judgement: str
    older: tuple[str, ...]
    newer: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Provisions of the older draft and what they are in the newer: one side is empty if there is none.

    `old_value` and `new_value` are the words of a changed value, `old_amount` and `new_amount` the value
    itself (a date as ISO, with 'date' as the unit). `judgement`: by which a person put them together.
    """

    relation: Relation
    old: tuple[str, ...]
    new: tuple[str, ...]
    confidence: float
    old_value: str | None = None
    new_value: str | None = None
    old_amount: float | str | None = None
    new_amount: float | str | None = None
    unit: str | None = None
    judgement: str | None = None
