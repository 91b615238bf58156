"""Provisions that belong together as a pair: what their number and their texts make of it."""

from collections.abc import Sequence
from dataclasses import replace

from .provision import Pair, Provision, Relation
from .tokens import key
from .values import Change, Value, change


def paired(
    older: Sequence[Provision], newer: Sequence[Provision], confidence: float, *, judgement: str | None = None
) -> Pair:
    """Return provisions of two drafts as the pair that they are."""
    ids = tuple(p.id for p in older), tuple(p.id for p in newer)
    pair = Pair(_relation(older, newer), *ids, round(confidence, 2), judgement=judgement)
    if len(older) != 1 or len(newer) != 1 or pair.relation == "kept":
        return pair
    (one,), (other,) = older, newer
    if (found := change(one.text, other.text)) is None:
        return pair
    return replace(
        pair, relation="amount", old_value=found.old.words, new_value=found.new.words,
        old_amount=_number(found.old), new_amount=_number(found.new), unit=_unit(found, one, other),
    )  # fmt: skip


def _relation(older: Sequence[Provision], newer: Sequence[Provision]) -> Relation:
    """Return the relation, but for a changed value."""
    if not older or not newer:
        return "added" if newer else "dropped"
    if len(older) + len(newer) > 2:
        return "split" if len(newer) > len(older) else "merged"
    return "kept" if key(older[0].text) == key(newer[0].text) else "reworded"


def _number(value: Value) -> float | str:
    return value.worth if isinstance(value.worth, str) else float(value.worth)


def _unit(found: Change, one: Provision, other: Provision) -> str | None:
    """Return the unit that both provisions are stated with, where it is that of the changed value."""
    worths = _number(found.old), _number(found.new)
    if worths == (one.amount, other.amount) and one.unit and one.unit == other.unit:
        return one.unit
    return found.unit
