"""Two values for one provision: amounts, numbers, dates, parties."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ...answers import Given, GivenBy, Named, Row
from ...quantities.amounts import Amount, amount, amount_in, cannot_be_one
from ...quantities.comparisons import comparisons
from ...quantities.days import Day, days
from ...quantities.numbers import figure
from ...quantities.units import Unit
from ...store import Store
from .finding import Finding

Differs = Callable[["Told", "Told"], bool]


@dataclass(frozen=True)
class Told:
    """A value as one document gives it."""

    value: str
    unit: str | None
    document: Row = field(compare=False)
    amount: Amount | None = None
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
            ("number", _facts(row, "number"), _other_number),
        ):
            if len(groups := _groups(told, differs)) > 1:
                yield _finding(row, property_, groups)


def _groups(told: list[Told], differs: Differs) -> list[list[Told]]:
    """Put values together that may be one, as far as documents tell; the earliest first."""
    groups: list[list[Told]] = []
    different: list[list[Told]] = []  # of each group, for most documents repeat what one has told
    of: dict[Told, int] = {}
    for one in told:
        if one not in of:
            fitting = (n for n, held in enumerate(different) if not any(differs(one, each) for each in held))
            of[one] = next(fitting, len(groups))
            if of[one] == len(groups):
                groups.append([])
                different.append([])
            different[of[one]].append(one)
        groups[of[one]].append(one)
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
            found.append(Told(figure(number), unit, document, amount(number, unit)))
        for words in _stated(document, "otherValue"):
            found.append(Told(words, None, document, amount_in(words)))
    return found


def _other_amount(one: Told, other: Told) -> bool:
    """Say whether two amounts differ: of words that are no amount, nobody can tell."""
    return one.amount is not None and other.amount is not None and cannot_be_one(one.amount, other.amount)


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


def _other_number(one: Told, other: Told) -> bool:
    """Say whether two numbers of a provision differ: '7', 'Point 7' and 'VII' are one."""
    return _digits(one.value) != _digits(other.value)


def _digits(words: str) -> list[str]:
    found = re.findall(r"\d+[a-z]?\b|\d+", words.casefold())
    return found or [_roman(word) for word in words.casefold().split()[-1:]]


def _roman(word: str) -> str:
    if not re.fullmatch(r"(?=[ivxl])x{0,3}(?:xl|l)?(?:ix|iv|v?i{0,3})", word):
        return word
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def _other_deadline(one: Told, other: Told) -> bool:
    """Say whether two deadlines differ: both dates, or both periods; else nobody can tell from words."""
    a, b = days(one.value), days(other.value)
    if _begins(one.value) != _begins(other.value):
        return False
    if len(a) == len(b) == 1:
        before = any(re.match(r"before\b", each.value, re.IGNORECASE) for each in (one, other))
        return _another_day(a[0], b[0], slack=int(before))
    if a or b:
        return False
    first, second = _period(one.value), _period(other.value)
    return bool(first and second and first[0] == second[0] and first[1] != second[1])


def _begins(words: str) -> bool:
    return bool(re.match(r"(?:from|since|after|starting|beginning|as (?:of|from))\b", words, re.IGNORECASE))


def _period(words: str) -> tuple[str, Decimal] | None:
    """Return the length of 'within 14 days of signature' in the smallest unit of its kind."""
    for unit in ("hours", "months"):
        found = [each for each in comparisons(words, Unit(unit)) if each.unit and each.bounds]
        if len(found) == 1 and found[0].bounds:
            return unit, found[0].bounds.all[0].value
    return None


def _another_day(one: Day, other: Day, *, slack: int) -> bool:
    """Say whether two days differ: what is due before 1 June is due by 31 May, or by that midnight."""
    if one.exact is not None and other.exact is not None:
        return abs((one.exact - other.exact).days) > slack
    return one.differs(other)
