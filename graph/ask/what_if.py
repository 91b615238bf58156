"""What if a provision had another value: who would gain or lose a reason to object, by recorded words."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from ..answers import Effect, Evidence, Named, Replaced, Row, WhatIf
from ..errors import InputError
from ..project import straight
from ..quantities.bounds import Bounds
from ..quantities.conditions import condition, set_by
from ..quantities.days import days
from ..quantities.numbers import figure
from ..quantities.units import Unit, converted
from ..store import Store
from .deeds import Doing, deeds, speaker
from .evidence import evidence
from .filters import filtered
from .lineage import lineage, plan_of
from .terms import term_row

_WORD = re.compile(r"[^\W\d_]+")
_UNLESS = re.compile(r"\bunless\s+$", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:not|never|no|nothing|cannot|refus\w+|reject\w*|oppos\w+)\b|n['’]t\b", re.IGNORECASE
)


class Change(NamedTuple):
    """Two values of a provision; of a date, the numbers of its days. `unit` None: dates."""

    old: Decimal
    new: Decimal
    unit: Unit | None


class Said(NamedTuple):
    """One stance of an actor on the provision: what it says of the value, if that is what it is about."""

    doing: Doing
    day: str
    key: tuple[str, str]
    """What it says: the same for the same, said again."""
    words: str | None
    bounds: Bounds | None
    statement: Evidence


def what_if(
    store: Store, term: str, value: str, *, unit: str | None = None, as_of: str | None = None
) -> WhatIf:
    """Return whose conditions and demands another value would meet or break; NotFoundError, InputError.

    `value` is a number, in the unit of the provision or in `unit`, or a day such as 2033-05-15. Conditions
    on any draft of the provision count, unless the actor later took another stance on it.
    """
    row = term_row(store, term, as_of)
    change = _change(row, value.strip(), unit)
    said = _said(store, row, change, as_of)
    standing = _standing(said)
    effects = [_effect(said, change) for said in standing]
    dated = change.unit is None
    return WhatIf(
        term=Named(id=row["id"], name=row["name"]),
        property="deadline" if dated else "amount",
        old=_told(change.old, dated),
        new=_told(change.new, dated),
        unit=None if dated else row["unit"],
        effects=[effect for effect in effects if effect and effect.effect != "undecided"],
        undecided=[effect for effect in effects if effect and effect.effect == "undecided"],
        replaced=_replaced(said, standing),
    )


def _change(row: Row, value: str, unit: str | None) -> Change:
    """Return the old value and the new one."""
    try:
        day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
        number = None if day else Decimal(value.replace(",", ""))
    except (ValueError, InvalidOperation) as error:
        raise InputError(f"{value!r} is neither a number nor a day such as 2033-05-15") from error
    if day is not None:
        known = [exact for each in days(row["deadline"] or "") if (exact := each.exact)]
        if len(known) != 1:
            raise InputError(f"{row['id']!r} has no day in the graph that could be changed")
        return Change(Decimal(known[0].toordinal()), Decimal(day.toordinal()), None)
    if row["amount"] is None:
        raise InputError(f"{row['id']!r} has no amount in the graph that could be changed")
    assert number is not None
    return _of_amounts(row, number, unit)


def _of_amounts(row: Row, number: Decimal, unit: str | None) -> Change:
    if not number.is_finite() or abs(number.adjusted()) > 300:
        raise InputError("the value must be a number that a provision may hold")
    own = Unit(row["unit"] or "")
    factor = own.of(Unit(unit)) if unit else Decimal(1)
    if factor is None:
        raise InputError(f"{row['id']!r} is counted in {row['unit'] or 'no unit'}, not in {unit}")
    return Change(Decimal(repr(row["amount"])), converted(number, factor), own)


def _said(store: Store, row: Row, change: Change, as_of: str | None) -> list[Said]:
    """Return all stances on the provision in any draft, and demands that set a value for it."""
    plan = plan_of(store, row["id"])
    drafts = lineage(store, plan, as_of=as_of).same(row["id"]) if plan else frozenset({row["id"]})
    targets = {
        each["id"] for term in sorted(drafts)
        for each in filtered(store, "targets_of_terms", term=term, as_of=as_of)
    }  # fmt: skip
    doings = deeds(store, targets, until=as_of, wanting=True)
    found = evidence(store, [doing.statement for doing in doings])
    own = _WORD.findall(f"{row['name']} {row['text']} {row['unit'] or ''}")
    read = (_read(store, doing, found[doing.statement], change.unit, own) for doing in doings)
    return [said for said in read if said is not None]


def _read(store: Store, doing: Doing, statement: Evidence, unit: Unit | None, own: list[str]) -> Said | None:
    day = (statement.said or statement.document.published or "")[:10]
    words, bounds = None, None
    if doing.target[0] == "Claim":
        bounds = set_by(doing.name, unit) if doing.act == "demands" else None
        if bounds is None:
            return None  # It says nothing of the provision itself.
        words = doing.name
    elif doing.act == "accepts_if" and statement.condition:
        words = statement.condition
        if (unless := _unless(store, statement)) is not None:
            bounds = condition(words, unit, [*own, *_WORD.findall(doing.name)], unless=unless)
    if bounds is not None:
        key = ("value", bounds.told)
    else:
        key = ("words", straight(words).casefold()) if words else ("act", doing.act)
    return Said(doing, day, key, words, bounds, statement)


def _unless(store: Store, statement: Evidence) -> bool | None:
    """Say whether the condition must not hold ('unless'); None when its place is not found.

    'We will not sign unless it is raised' asks for the rise all the same.
    """
    words = statement.condition or ""
    around = f"{statement.prefix or ''}{statement.exact}{statement.suffix or ''}"
    at = around.find(words)
    if at < 0:
        (row,) = store.read("document", document=statement.document.id)
        around = row["text"]
        places = [found.start() for found in re.finditer(re.escape(words), around)]
        if not places:
            return None
        at = min(places, key=lambda place: abs(place - statement.start))
    if not _UNLESS.search(around[:at]):
        return False
    return not _REFUSAL.search(statement.exact.replace(words, ""))


def _standing(said: list[Said]) -> list[Said]:
    """Return the conditions and demands that the actor's latest day repeats or was the first to take."""
    of: dict[str, list[Said]] = {}
    for each in said:
        of.setdefault(each.doing.actor, []).append(each)
    standing: list[Said] = []
    for actor in sorted(of):
        newest = max(each.day for each in of[actor])
        last = {each.key for each in of[actor] if each.day == newest}
        kept = [each for each in of[actor] if each.words is not None and each.key in last]
        standing += sorted(kept, key=_age)
    return standing


def _replaced(said: list[Said], standing: list[Said]) -> list[Replaced]:
    """Return the conditions and demands that do not stand, each with the stance that took its place."""
    gone = [each for each in said if each.words is not None and each not in standing]
    found: list[Replaced] = []
    for each in sorted(gone, key=lambda each: (each.doing.actor, *_age(each))):
        own = [other for other in said if other.doing.actor == each.doing.actor]
        newest = max(other.day for other in own)
        found.append(Replaced(
            actor=speaker(each.doing), words=each.words or "", read=each.bounds.told if each.bounds else None,
            day=each.day or None, statement=each.statement,
            later=min((other for other in own if other.day == newest), key=_age).statement,
        ))  # fmt: skip
    return found


def _age(said: Said) -> tuple[str, str, tuple[str, str]]:
    return (said.day, said.statement.id, said.doing.target)


def _effect(said: Said, change: Change) -> Effect | None:
    """Return what the change does to one condition; None where it is met, or broken, by both values."""
    told = None
    if said.bounds is not None:
        before, after = said.bounds.meets(change.old), said.bounds.meets(change.new)
        if before == after:
            return None
        told = "loses" if after else "gains"
    return Effect(
        actor=speaker(said.doing),
        effect=told or "undecided",
        words=said.words or "",
        read=said.bounds.told if said.bounds else None,
        day=said.day or None,
        statement=said.statement,
    )


def _told(value: Decimal, dated: bool) -> str:
    return date.fromordinal(int(value)).isoformat() if dated else figure(value)
