"""All contradictions of the graph, filtered, page by page."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from ... import judge
from ...answers import Contradiction, ContradictionKind, Page
from ...store import Store
from ..evidence import evidence
from ..filters import meant, require_dates
from ..naming import naming
from ..pages import decode, paged
from ..stretches import newest_first, within
from .authors import two_authors
from .finding import Finding
from .orders import dated_before
from .quotes import quoted
from .selves import against_themselves, disowned_in, with_two_values
from .values import two_values

T = TypeVar("T")
Kinds = tuple[ContradictionKind, ...]
Find = Callable[[Store, dict[str, str]], Iterator[Finding]]
FindIn = Callable[[Store, dict[str, str], dict[str, str]], Iterator[Finding]]
"""As Find, in a stretch of documents."""

_SELVES: Kinds = ("actor-against-itself", "outlet-against-itself")

_FINDERS: tuple[tuple[Kinds, Find], ...] = (
    (_SELVES, against_themselves),
    (("two-values",), two_values),
    (("dated-before",), dated_before),
    (("two-authors",), two_authors),
)

_WHOLE: tuple[tuple[Kinds, Find], ...] = (
    (("outlet-against-itself",), with_two_values),
    (("two-values",), two_values),
    (("two-authors",), two_authors),
)
"""What is found of the whole graph where nothing narrows it."""

_LATEST: tuple[tuple[Kinds, FindIn], ...] = (
    (_SELVES, disowned_in),
    (("dated-before",), dated_before),
)
"""What is found in the stretch of documents since which it is one, the newest first."""


@naming
def contradictions(
    store: Store,
    *,
    kind: ContradictionKind | None = None,
    plan: str | None = None,
    term: str | None = None,
    actor: str | None = None,
    since: str | None = None,
    as_of: str | None = None,
    dismissed: bool = False,
    after: str | None = None,
    limit: int = 25,
) -> Page[Contradiction]:
    """Return what contradicts itself or something else, the latest first.

    `actor` speaks a piece, or publishes a document that is at fault. `since` is the publication of the
    second piece. What a person dismissed is left out unless `dismissed`; then it is told who did.
    """
    require_dates(since, as_of)
    given = {"plan": plan, "term": term, "actor": meant(store, actor), "as_of": as_of}
    filter_ = {key: value for key, value in given.items() if value is not None}
    away = {each.judgement.finding: each.judgement.id for each in judge.judgements(store, act="dismiss")}

    asked = _Asked(kind, filter_, since, frozenset() if dismissed else frozenset(away))
    narrowed = bool(filter_.keys() & {"plan", "term", "actor"})
    finders = _of_kind(_FINDERS if narrowed else _WHOLE, kind)
    found = asked.among(each for find in finders for each in find(store, filter_))
    if not narrowed:
        found += _latest(store, asked, after, limit, found)
    items, next_ = paged(found, _place, after, limit, "contradictions", falling=True)
    return Page[Contradiction](items=_answers(store, items, away), next=next_)


class _Asked(NamedTuple):
    """Which findings are asked for."""

    kind: ContradictionKind | None
    filter_: dict[str, str]
    since: str | None
    away: frozenset[str]

    def among(self, found: Iterable[Finding]) -> list[Finding]:
        """Return those of these."""
        return [
            finding
            for finding in found
            if self.kind in (None, finding.kind)
            and finding.id not in self.away
            and _asked(finding, self.filter_, self.since)
        ]


def _of_kind(finders: Iterable[tuple[Kinds, T]], kind: str | None) -> list[T]:
    return [find for kinds, find in finders if kind is None or kind in kinds]


def _latest(
    store: Store, asked: _Asked, after: str | None, limit: int, others: list[Finding]
) -> list[Finding]:
    """Return the latest of what is found by stretches, enough to fill a page together with the others."""
    finders = _of_kind(_LATEST, asked.kind)
    if not finders:
        return []
    since, id_ = decode(after, "contradictions", 2)
    place = None if after is None else (since or "", id_ or "")
    found: list[Finding] = []
    for stretch in newest_first(store, since=asked.since, until=asked.filter_.get("as_of"), last=since):
        every = (each for find in finders for each in find(store, asked.filter_, stretch))
        found += asked.among(each for each in every if within(each.since or "", stretch))
        beyond = [_place(each) for each in (*others, *found) if place is None or _place(each) < place]
        if sum(date >= stretch.get("from", "") for date, _ in beyond) > limit:
            break  # All that is not found yet is older.
    return found


def _asked(finding: Finding, filter_: dict[str, str], since: str | None) -> bool:
    sets = {"plan": finding.plans, "term": finding.terms, "actor": finding.actors}
    return all(filter_[key] in held for key, held in sets.items() if key in filter_) and (
        since is None or (finding.since or "")[: len(since)] >= since
    )


def _place(finding: Finding) -> tuple[str, str]:
    return (finding.since or "", finding.id)


def _answers(store: Store, found: list[Finding], away: dict[str, str]) -> list[Contradiction]:
    said = evidence(store, [id_ for finding in found for id_ in finding.statements])
    return [
        Contradiction(
            id=finding.id,
            kind=finding.kind,
            since=finding.since,
            until=finding.until,
            actor=finding.actor,
            claims=list(finding.claims),
            term=finding.term,
            property=finding.what,
            values=quoted(store, finding),
            published=finding.published,
            reports=finding.reports,
            statements=[said[id_] for id_ in finding.statements if id_ in said],
            pieces=finding.pieces,
            dismissed=away.get(finding.id),
        )
        for finding in found
    ]
