"""Networks in moving windows of time, and how polarised they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from ..answers import Camp, Division, Named, Polarisation, Series, Slice, SliceEdge
from ..errors import InputError
from ..networks import Counts, Options, Row, counted, distinct, one_mode, two_mode
from ..networks.camps import camps
from ..networks.counts import Matrix
from ..networks.deadline import ENDLESS, Deadline
from ..networks.options import Kind
from ..networks.parts import near
from ..networks.rows import day_of
from ..networks.windows import Kernel, Unit, Window, windows
from ..store import Store
from .deeds import Doing
from .filters import meant, require_period
from .networks import EDGES, affordable, doings_for, matrix_of, nodes_of, weighed
from .relations import Kin, kin_of
from .spoken import denied_claims, row_of


@dataclass(frozen=True)
class Span:
    """How time is cut: windows of so many units, each a unit after the one before."""

    unit: Unit = "months"
    size: int = 3
    kernel: Kernel = "no"


@dataclass(frozen=True)
class Filters:
    """Which statements are taken."""

    plan: str | None = None
    topic: str | None = None
    term: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None


ADVICE = "take larger windows, or a shorter period by since and until"
"""What to do when windows take too long."""


def series(
    store: Store, options: Options, span: Span, filters: Filters, deadline: Deadline = ENDLESS
) -> Series:
    """Return the network of each window; its edges weigh `options.minimum` at least.

    Of equal statements, `options.duplicates` decides which count, before time is cut; "concepts" lets an
    actor count once for a concept and side in each window. InputError for what is too large,
    OverlongError past the deadline.
    """
    doings, kin = _said(store, options, filters)
    actor = None if options.mode == "concepts" else meant(store, filters.actor)
    slices: list[Slice] = []
    number = 0
    for window in _windows(doings, options, span, filters):
        deadline.check(ADVICE)
        found = _edges(window, options, kin, actor) if window.rows else []
        number += len(found)
        if number > EDGES:
            raise InputError(f"more than {EDGES} edges in all windows; take fewer, or fewer statements")
        slices.append(_slice(window, found))
    joined = {id_ for each in slices for edge in each.edges for id_ in (edge.source, edge.target)}
    return Series(
        kind=options.kind, mode=options.mode, normalisation=options.normalisation,
        duplicates=options.duplicates, since=filters.since, until=filters.until,
        window=span.unit, size=span.size, kernel=span.kernel,
        undated=len({doing.statement for doing in doings if day_of(doing.published) is None}),
        nodes=[node for node in nodes_of(doings, options, None) if node.id in joined], slices=slices,
    )  # fmt: skip


def _edges(window: Window, options: Options, kin: Kin, actor: str | None) -> list[SliceEdge]:
    counts, matrix = _in_window(window, options, kin)
    return [
        SliceEdge(source=one, target=other, weight=weight)
        for one, other, weight in weighed(counts, matrix, options)
        if abs(weight) >= options.minimum and (actor is None or actor in (one, other))
    ]


def _said(store: Store, options: Options, filters: Filters) -> tuple[list[Doing], Kin]:
    require_period(filters.since, filters.until)
    options = replace(options, on=False)  # all that is said, for an actor's own is not enough
    doings = doings_for(
        store, options, plan=filters.plan, topic=filters.topic, term=filters.term,
        actor=meant(store, filters.actor), since=filters.since, until=filters.until,
    )  # fmt: skip
    return doings, kin_of(store, denied_claims(doings)) if options.parts else {}


def _windows(doings: list[Doing], options: Options, span: Span, filters: Filters) -> Iterator[Window]:
    duplicates = "include" if options.duplicates == "concepts" else options.duplicates
    rows = distinct(map(row_of, doings), duplicates, qualified=options.kind != "ignore")
    return windows(rows, span.unit, span.size, span.kernel, day_of(filters.since), day_of(filters.until))


def _slice(window: Window, edges: list[SliceEdge]) -> Slice:
    start, middle, end = (day.isoformat() for day in (window.start, window.middle, window.end))
    return Slice(start=start, middle=middle, end=end, statements=len(window.rows), edges=edges)


def _in_window(window: Window, options: Options, kin: Kin) -> tuple[Counts, Matrix]:
    """Return the counts and weights of one window; a product weighs the root of both its weights."""
    weighed_rows = list(zip(window.rows, window.weights, strict=True))
    own = _once(weighed_rows, options)
    if options.mode == "twomode":
        counts = counted((row[:3] for row, _ in own), [weight for _, weight in own])
        return counts, two_mode(counts, options.kind, options.normalisation)
    counts = counted((row[:3] for row, _ in own), [sqrt(weight) for _, weight in own])
    counts = affordable(counts.turned() if options.mode == "concepts" else counts)
    meets = None
    if kin and options.mode == "actors":
        denied = {row.concept for row in window.rows if not row.positive}
        met = [(found, weight) for row, weight in weighed_rows for found in near([row], kin, denied)]
        met = _once(met, options)
        labels = (counts.actors, counts.concepts)
        meets = counted((row[:3] for row, _ in met), [sqrt(weight) for _, weight in met], labels).plus
    return counts, one_mode(counts, options.kind, options.normalisation, meets)


def _once(rows: list[tuple[Row, float]], options: Options) -> list[tuple[Row, float]]:
    """Return each row once; with "concepts" each actor once on a concept and side, as it weighs most."""
    best: dict[tuple[object, ...], tuple[Row, float]] = {}
    for row, weight in rows:
        key = row[:3] if options.duplicates == "concepts" else (*row[:3], row.statement)
        if key not in best or weight > best[key][1]:
            best[key] = (row, weight)
    return list(best.values())


def polarisation(
    store: Store,
    options: Options,
    span: Span | None,
    filters: Filters,
    number: int = 2,
    deadline: Deadline = ENDLESS,
) -> Polarisation:
    """Return how far actors fall into `number` camps at most: altogether, or in each window of a span.

    InputError for more actors than camps are looked for among, OverlongError past the deadline.
    """
    options = replace(options, mode="actors")
    doings, kin = _said(store, options, filters)
    names = {doing.actor: doing.speaker[1] for doing in doings}
    found: list[Division] = []
    if span is None:
        found.append(_division(names, *_both(map(row_of, doings), options, kin), number, deadline))
    else:
        for window in _windows(doings, options, span, filters):
            deadline.check(ADVICE)
            division = _UNDIVIDED
            if window.rows:
                pair = [_in_window(window, replace(options, kind=kind), kin) for kind in _KINDS]
                division = _division(names, pair[0][0], pair[0][1], pair[1][1], number, deadline)
            ends = _slice(window, [])
            found.append(division.model_copy(update=ends.model_dump(include={"start", "middle", "end"})))
    return Polarisation(
        normalisation=options.normalisation, duplicates=options.duplicates,
        since=filters.since, until=filters.until, divisions=found,
    )  # fmt: skip


_KINDS: tuple[Kind, Kind] = ("congruence", "conflict")

_UNDIVIDED = Division(modularity=0.0, within=0.0, between=0.0, camps=[])
"""Where nobody says anything."""


def _both(rows: Iterator[Row], options: Options, kin: Kin) -> tuple[Counts, Matrix, Matrix]:
    table = list(rows)
    counts, congruence = matrix_of(table, replace(options, kind="congruence"), {})
    _, conflict = matrix_of(table, replace(options, kind="conflict"), kin)
    return counts, congruence, conflict


def _division(
    names: dict[str, str],
    counts: Counts,
    congruence: Matrix,
    conflict: Matrix,
    number: int,
    deadline: Deadline,
) -> Division:
    # Whoever neither agrees nor disagrees with anybody belongs to no camp.
    joined = np.flatnonzero(np.asarray((congruence + conflict).sum(axis=1)).ravel())
    found = camps(congruence[joined][:, joined], conflict[joined][:, joined], number, deadline=deadline)
    actors: dict[int, list[Named]] = {}
    for actor, camp in zip((counts.actors[n] for n in joined), found.camp_of, strict=True):
        actors.setdefault(camp, []).append(Named(id=actor, name=names[actor]))
    return Division(
        modularity=found.modularity, within=found.within, between=found.between,
        camps=[Camp(actors=actors[camp]) for camp in sorted(actors)],
    )  # fmt: skip
