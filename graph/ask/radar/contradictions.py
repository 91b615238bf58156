"""All contradictions of the graph, filtered, page by page."""

from collections.abc import Callable, Iterator

from ... import judge
from ...answers import Contradiction, ContradictionKind, Page
from ...store import Store
from ..evidence import evidence
from ..filters import meant, require_dates
from ..naming import naming
from ..pages import paged
from .authors import two_authors
from .finding import Finding
from .orders import dated_before
from .quotes import quoted
from .selves import against_themselves
from .values import two_values

_FINDERS: tuple[
    tuple[tuple[ContradictionKind, ...], Callable[[Store, dict[str, str]], Iterator[Finding]]], ...
] = (
    (("actor-against-itself", "outlet-against-itself"), against_themselves),
    (("two-values",), two_values),
    (("dated-before",), dated_before),
    (("two-authors",), two_authors),
)


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
    found = [
        finding
        for kinds, find in _FINDERS
        if kind is None or kind in kinds
        for finding in find(store, filter_)
        if (kind is None or finding.kind == kind)
        and _asked(finding, filter_, since)
        and (dismissed or finding.id not in away)
    ]
    items, next_ = paged(found, _place, after, limit, "contradictions", falling=True)
    return Page[Contradiction](items=_answers(store, items, away), next=next_)


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
