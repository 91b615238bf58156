"""Two values for one provision: amounts, numbers, dates, parties."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ...answers import Given, GivenBy, Named, Row
from ...quantities.comparisons import comparisons
from ...quantities.days import Day, days
from ...quantities.numbers import figure, numbers
from ...quantities.units import Unit, converted
from ...store import Store
from .finding import Finding

Differs = Callable[["Told", "Told"], bool]


@dataclass(frozen=True)
class Told:
    """A value as one document gives it."""

    value: str
    unit: str | None
    document: Row = field(compare=False)
    number: Decimal | None = None
    parties: frozenset[str] = frozenset()


def two_values(store: Store, filter_: dict[str, str]) -> Iterator[Finding]:
    """Yield provisions to which documents give values that cannot be one, with the documents of each."""
    rows = store.read("given_values", filter=filter_)
    parties = _parties(store, rows)
    for row in rows:
        for property_, told, differs in (
            ("amount", _amounts(row), _other_amount),
            ("binds", _bound(row, parties), _other_parties),
            ("deadline", _facts(row, "deadline"), _other_deadline),
            ("number", _facts(row, "number"), _other_words),
        ):
            if len(groups := _groups(told, differs)) > 1:
                yield _finding(row, property_, groups)


def _groups(told: list[Told], differs: Differs) -> list[list[Told]]:
    """Put values together that may be one, as far as documents tell; the earliest first."""
    groups: list[list[Told]] = []
    for one in told:
        fitting = (group for group in groups if not any(differs(one, other) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _finding(row: Row, property_: str, groups: list[list[Told]]) -> Finding:
    values = tuple(_given(group) for group in groups)
    publishers = {p for group in groups for told in group for p in told.document["publishers"]}
    return Finding(
        "two-values",
        (row["id"], property_, *sorted(value.value for value in values)),
        groups[1][0].document["published"],
        term=Named(id=row["id"], name=row["name"]),
        what=property_,
        values=values,
        pieces=sum(len(value.documents) for value in values),
        actors=frozenset(publishers),
        plans=frozenset(row["plans"]),
        terms=frozenset({row["id"]}),
    )


def _given(group: list[Told]) -> Given:
    documents = {told.document["id"]: GivenBy.model_validate(told.document) for told in group}
    unit = next((told.unit for told in group if told.unit), None)
    return Given(value=group[0].value, unit=unit, documents=list(documents.values()))


def _stated(document: Row, key: str) -> list[str]:
    return [fact.removeprefix(f"{key}=") for fact in document["facts"] if fact.startswith(f"{key}=")]


def _facts(row: Row, key: str) -> list[Told]:
    return [Told(value, None, document) for document in row["documents"] for value in _stated(document, key)]


def _amounts(row: Row) -> list[Told]:
    found: list[Told] = []
    for document in row["documents"]:
        unit = next(iter(_stated(document, "unit")), None)
        for value in _stated(document, "amount"):
            number = Decimal(value)
            found.append(Told(figure(number), unit, document, number))
        for words in _stated(document, "otherValue"):
            read = numbers(words)
            found.append(Told(words, None, document, read[0][2] if len(read) == 1 else None))
    return found


def _other_amount(one: Told, other: Told) -> bool:
    if one.number is None or other.number is None:
        return one.value != other.value
    factor = Unit(one.unit or "").of(Unit(other.unit or ""))
    return one.number != (other.number if factor is None else converted(other.number, factor))


def _parties(store: Store, rows: list[Row]) -> dict[str, str]:
    """Return whom judgements take the parties for that documents name."""
    given = {
        party.rpartition("/")[2]
        for row in rows
        for document in row["documents"]
        for party in _stated(document, "binds")
    }
    return {row["given"]: row["id"] for row in store.read("actors_meant", actors=sorted(given))}


def _bound(row: Row, parties: dict[str, str]) -> list[Told]:
    found: list[Told] = []
    for document in row["documents"]:
        ids = [party.rpartition("/")[2] for party in _stated(document, "binds")]
        if ids:
            meant = sorted({parties.get(id_, id_) for id_ in ids})
            found.append(Told(", ".join(meant), None, document, parties=frozenset(meant)))
    return found


def _other_parties(one: Told, other: Told) -> bool:
    return one.parties != other.parties


def _other_words(one: Told, other: Told) -> bool:
    return one.value.casefold() != other.value.casefold()


def _other_deadline(one: Told, other: Told) -> bool:
    """Say whether two deadlines differ: both dates, or both periods; else nobody can tell from words."""
    a, b = days(one.value), days(other.value)
    if len(a) == len(b) == 1:
        return _another_day(a[0], b[0])
    if a or b:
        return False
    first, second = _period(one.value), _period(other.value)
    return bool(first and second and first[0] == second[0] and first[1] != second[1])


def _period(words: str) -> tuple[str, Decimal] | None:
    """Return the length of 'within 14 days of signature' in the smallest unit of its kind."""
    for unit in ("hours", "months"):
        found = [each for each in comparisons(words, Unit(unit)) if each.unit and each.bounds]
        if len(found) == 1 and found[0].bounds:
            return unit, found[0].bounds.all[0].value
    return None


def _another_day(one: Day, other: Day) -> bool:
    exact: list[date | None] = [one.exact, other.exact]
    return exact[0] != exact[1] if None not in exact else one.differs(other)
