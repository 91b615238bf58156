"""One actor, or one outlet, against itself."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, combinations

from ...answers import Named, Row
from ...quantities.days import days
from ...quantities.numbers import SMALL, numbers
from ...store import Store
from .finding import Clash, Finding, clash, union

_ANY_NUMBER = rf"(?is).*(?:\d|\b(?:{'|'.join(SMALL)}|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b).*"

Value = Decimal | tuple[int | None, int, int | None]


def against_themselves(store: Store, filter_: dict[str, str]) -> Iterator[Finding]:
    """Yield who asserts and denies one claim, and outlets with two claims that differ in a value alone."""
    yield from disowning(store, filter_, store.read("disowned_claims", filter=filter_))
    yield from with_two_values(store, filter_)


def disowned_in(store: Store, filter_: dict[str, str], stretch: dict[str, str]) -> Iterator[Finding]:
    """Yield who asserts and denies one claim, and does one of these in a stretch of documents."""
    yield from disowning(store, filter_, store.read("disowned_in", filter=stretch))


def disowning(store: Store, filter_: dict[str, str], rows: list[Row]) -> Iterator[Finding]:
    """Yield which of these actors and claims clash."""
    pieces = by_claim(store, (row["claim"] for row in rows), filter_, {row["actor"] for row in rows})
    own_pieces: dict[tuple[str, str], list[Row]] = {}
    for piece in chain.from_iterable(pieces.values()):
        own_pieces.setdefault((piece["claim"], piece["actor"]), []).append(piece)
    for row in rows:
        own = own_pieces.get((row["claim"], row["actor"]), [])
        yes, no = ([p for p in own if p["act"] == act] for act in ("asserts", "denies"))
        if found := clash(yes, no):
            yield _finding(found, [row["claim"]], outlet=any(p["own_voice"] for p in found.rows))


def by_claim(
    store: Store, claims: Iterable[str], filter_: dict[str, str], actors: Iterable[str] | None = None
) -> dict[str, list[Row]]:
    """Return the pieces on each claim; of these actors alone, if they are given."""
    narrowed: dict[str, str | list[str]] = {"as_of": filter_["as_of"]} if "as_of" in filter_ else {}
    if actors is not None:
        narrowed["actors"] = sorted(actors)
    found: dict[str, list[Row]] = {}
    for row in store.read("claim_pieces", claims=sorted(set(claims)), filter=narrowed):
        found.setdefault(row["claim"], []).append(row)
    return found


def shape(text: str) -> tuple[str, tuple[Value, ...]]:
    """Return a claim without its values, and its values in order."""
    values: list[tuple[int, int, Value]] = [(d.start, d.end, (d.year, d.month, d.day)) for d in days(text)]
    plain = text
    for start, end, _ in values:
        plain = plain[:start] + "\x00" * (end - start) + plain[end:]
    values += numbers(plain)
    values.sort(key=lambda value: value[0])
    for start, end, _ in reversed(values):
        text = f"{text[:start]}#{text[end:]}"
    return " ".join(text.casefold().split()), tuple(value for _, _, value in values)


def with_two_values(store: Store, filter_: dict[str, str]) -> Iterator[Finding]:
    """Yield outlets that assert two claims in their own voice that differ in one value and nowhere else."""
    alike: dict[tuple[str, ...], list[tuple[str, tuple[Value, ...]]]] = {}
    for row in store.read("claims_with_values", pattern=_ANY_NUMBER, filter=filter_):
        form, values = shape(row["text"])
        key = (row["actor"], form, *row["provisions"])
        alike.setdefault(key, []).append((row["claim"], values))
    pairs = [
        (key[0], one, other)
        for key, claims in alike.items()
        for (one, a), (other, b) in combinations(claims, 2)
        if sum(x != y for x, y in zip(a, b, strict=True)) == 1
    ]
    claims = {claim for _, *two in pairs for claim in two}
    pieces = by_claim(store, claims, filter_, {actor for actor, *_ in pairs})
    for actor, *two in pairs:
        sides = [[p for p in pieces.get(claim, ()) if _own_assertion(p, actor)] for claim in two]
        if found := clash(*sides):
            yield _finding(found, two, outlet=True)


def _own_assertion(piece: Row, actor: str) -> bool:
    return piece["actor"] == actor and piece["own_voice"] and piece["act"] == "asserts"


def _finding(found: Clash, claims: list[str], *, outlet: bool) -> Finding:
    first = found.rows[0]
    texts = {row["claim"]: row["text"] for row in found.rows}
    return Finding(
        "outlet-against-itself" if outlet else "actor-against-itself",
        (first["actor"], *sorted(claims)),
        found.since or None,
        found.until,
        actor=Named(id=first["actor"], name=first["name"]),
        claims=named(claims, texts),
        statements=tuple(row["statement"] for row in found.rows),
        pieces=found.size,
        actors=frozenset({first["actor"]}),
        plans=union(found.rows, "plans"),
        terms=union(found.rows, "terms"),
    )


def named(claims: Iterable[str], texts: dict[str, str]) -> tuple[Named, ...]:
    """Return claims with their sentences, in order of id."""
    return tuple(Named(id=claim, name=texts[claim]) for claim in sorted(claims))
