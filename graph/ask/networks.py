"""Discourse networks: actors joined by the concepts on which they agree, or disagree."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from scipy import sparse

from ..answers import Common, Network, NetworkEdge, NetworkNode
from ..errors import InputError
from ..networks import Counts, Options, Row, counted, distinct, one_mode, two_mode
from ..networks.counts import Matrix
from ..networks.options import Kind
from ..networks.parts import near
from ..store import Store
from .deeds import Doing
from .filters import meant, require_period
from .naming import require_named, require_topic
from .relations import Kin, Tie, kin_of, ties
from .spoken import concept_of, concepts, considered, denied_claims, organised, row_of, spoken

PRODUCTS = 50_000_000
"""Pairs of actors that share a concept, counted for each: some seconds of work."""

EDGES = 500_000
"""Edges of one answer."""

ADVICE = "ask for those of one plan, topic or actor, or for less time"
"""What to do when a network is too large."""


def network(
    store: Store,
    kind: Kind,
    options: Options | None = None,
    *,
    plan: str | None = None,
    actor: str | None = None,
    topic: str | None = None,
    term: str | None = None,
    since: str | None = None,
    until: str | None = None,
    minimum: float = 0.0,
) -> Network:
    """Return a network; its edges weigh `minimum` at least, in either direction.

    Unless `options` choose otherwise, nodes are actors, and an edge weighs the number of concepts, however
    often each was spoken of. A concept is a claim, by who asserts and who denies it, or a term, plan or
    claim, by who wants and who rejects it. `actor` keeps that actor's own edges; in a network of
    concepts, what that actor said. InputError for choices that do not go together, or a network that is
    too large.
    """
    require_period(since, until)
    options = replace(options or Options(), kind=kind)
    actor = meant(store, actor)
    doings = doings_for(
        store, options, plan=plan, topic=topic, term=term, actor=actor, since=since, until=until
    )
    kin = kin_of(store, denied_claims(doings)) if options.parts else {}
    edges = [edge for edge in _edges(doings, options, kin, actor) if abs(edge.weight) >= minimum]
    nodes = nodes_of(doings, options, None if options.isolates else edges)
    return Network(
        kind=kind, mode=options.mode, normalisation=options.normalisation, duplicates=options.duplicates,
        nodes=nodes, edges=edges, since=since, until=until,
    )  # fmt: skip


def doings_for(
    store: Store,
    options: Options,
    *,
    plan: str | None,
    topic: str | None,
    term: str | None,
    actor: str | None,
    since: str | None,
    until: str | None,
) -> list[Doing]:
    """Return what the network is made of; of one actor all that it speaks of, if that is enough."""
    enough = options.by_concepts and not options.organisations
    around_actor = actor if enough and not options.isolates else None
    found = spoken(
        store, plan=plan, topic=topic, term=term, around_actor=around_actor, since=since, until=until
    )
    found = considered(found, options.conditional)
    found = organised(store, found) if options.organisations else found
    own = actor is None or any(doing.actor == actor for doing in found)
    if not found or not own:
        require_named(store, plan=plan, term=term, actor=actor)
        require_topic(store, topic)
    if options.mode != "concepts" or actor is None:
        return found
    return [doing for doing in found if doing.actor == actor]


def counts_of(rows: Iterable[Row], options: Options) -> Counts:
    """Return the counts of the nodes that a network has; InputError when they are too many."""
    counts = counted(row[:3] for row in distinct(rows, options.per_actor, qualified=options.kind != "ignore"))
    counts = counts.turned() if options.mode == "concepts" else counts
    return counts if options.mode == "twomode" else affordable(counts)


def affordable(counts: Counts) -> Counts:
    """Return the counts; InputError when a one-mode network of them takes too long."""
    if counts.work() > PRODUCTS:
        raise InputError(f"too many actors speak of the same; {ADVICE}")
    return counts


def matrix_of(rows: Iterable[Row], options: Options, kin: Kin) -> tuple[Counts, Matrix]:
    """Return the counts, and the weights of a one-mode or two-mode network."""
    table = list(rows)
    counts = counts_of(table, options)
    if options.mode == "twomode":
        return counts, two_mode(counts, options.kind, options.normalisation)
    meets = None
    if kin and options.mode == "actors":
        met = distinct(near(table, kin), options.per_actor)
        meets = counted((row[:3] for row in met), labels=(counts.actors, counts.concepts)).plus
    return counts, one_mode(counts, options.kind, options.normalisation, meets)


def weighed(counts: Counts, matrix: Matrix, options: Options) -> list[tuple[str, str, float]]:
    """Return the edges of a matrix in order; of a symmetric one those above the diagonal."""
    at = sparse.coo_array(matrix if options.mode == "twomode" else sparse.triu(matrix, k=1))
    if at.nnz > EDGES:
        raise InputError(f"more than {EDGES} edges; {ADVICE}")
    rows, columns = at.coords
    names = counts.concepts if options.mode == "twomode" else counts.actors
    order: Any = np.lexsort((columns, rows))
    return [(counts.actors[rows[n]], names[columns[n]], float(at.data[n])) for n in order]


def _edges(doings: list[Doing], options: Options, kin: Kin, actor: str | None) -> list[NetworkEdge]:
    grounds = _grounds(doings, options, kin, actor) if options.on and options.mode != "twomode" else {}
    if options.by_concepts:
        found = [(*pair, _number(on, options.kind)) for pair, on in sorted(grounds.items())]
        found = [edge for edge in found if edge[2]]
    else:
        counts, matrix = matrix_of(map(row_of, doings), options, kin)
        whole = actor is None or options.mode == "concepts"
        found = [edge for edge in weighed(counts, matrix, options) if whole or actor in edge[:2]]
    told = _told(doings, options)
    return [
        NetworkEdge(
            source=one, target=other, weight=_plain(weight),
            on=_common(grounds.get((one, other), []), told) if grounds or options.by_concepts else None,
        )
        for one, other, weight in found
    ]  # fmt: skip


def _plain(weight: float) -> int | float:
    return int(weight) if float(weight).is_integer() else weight


def _number(on: list[Tie], kind: Kind) -> int:
    """Return the weight of a pair by the number of what they agree and disagree on."""
    same = sum(tie.same for tie in on)
    other = len(on) - same
    if kind == "subtract":
        return same - other
    return (same > 0) + 2 * (other > 0) if kind == "combine" else len(on)


def _grounds(
    doings: list[Doing], options: Options, kin: Kin, actor: str | None
) -> dict[tuple[str, str], list[Tie]]:
    """Return on what each pair agrees or disagrees, as far as the kind of network counts it."""
    acting = doings
    if options.mode == "concepts":
        acting, kin, actor = [_turned(doing) for doing in doings], {}, None
    if options.kind == "ignore":
        acting, kin = [replace(doing, act="supports") for doing in acting], {}
    wanted = {"congruence": (True,), "conflict": (False,)}.get(options.kind, (True, False))
    found: dict[tuple[str, str], list[Tie]] = {}
    try:
        held = sorted(ties(acting, kin, only=actor))
    except InputError as error:
        raise InputError(f"{error}; or do without on what they rest") from error
    for tie in held:
        if tie.same in wanted:
            found.setdefault((tie.one, tie.other), []).append(tie)
    return found


def _turned(doing: Doing) -> Doing:
    """Return the doing with the concept as who acts, and the actor as what is acted on."""
    act = "supports" if row_of(doing).positive else "rejects"
    speaker = (concept_of(doing), doing.name, doing.target[0])
    return replace(doing, target=("Actor", doing.actor), name=doing.speaker[1], speaker=speaker, act=act)


def _told(doings: list[Doing], options: Options) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the kind and name of whatever an edge rests on."""
    if options.mode == "concepts":
        return {("Actor", doing.actor): (doing.speaker[2], doing.speaker[1]) for doing in doings}
    return {doing.target: (doing.target[0], doing.name) for doing in doings}


def _common(on: list[Tie], told: dict[tuple[str, str], tuple[str, str]]) -> list[Common]:
    return [Common(id=tie.on[1], kind=told[tie.on][0], name=told[tie.on][1], same=tie.same) for tie in on]


def nodes_of(doings: list[Doing], options: Options, edges: list[NetworkEdge] | None) -> list[NetworkNode]:
    """Return the nodes of the edges in order, or all."""
    known: dict[str, tuple[str, str]] = {}
    said: dict[str, set[str]] = {}
    about = concepts(doings)
    for doing in doings:
        if options.mode != "concepts":
            known[doing.actor] = (doing.speaker[2], doing.speaker[1])
            said.setdefault(doing.actor, set()).add(doing.statement)
        if options.mode != "actors":
            concept = concept_of(doing)
            known[concept] = (about[concept][0][0], about[concept][1])
            said.setdefault(concept, set()).add(doing.statement)
    ends = known if edges is None else {id_ for edge in edges for id_ in (edge.source, edge.target)}
    return [
        NetworkNode.model_validate(
            {"id": id_, "kind": known[id_][0], "name": known[id_][1], "statements": len(said[id_])}
        )
        for id_ in sorted(ends)
    ]
