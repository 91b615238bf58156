"""Discourse networks: actors joined by the concepts on which they agree, or disagree."""

from typing import Literal

from ..answers import Concept, Network, NetworkEdge, NetworkNode
from ..store import Store
from .deeds import Doing, Target, deeds, speaker
from .filters import filtered, meant, require_dates
from .relations import Kin, around, kin_of, ties

Kind = Literal["congruence", "conflict"]


def network(
    store: Store,
    kind: Kind,
    *,
    plan: str | None = None,
    actor: str | None = None,
    topic: str | None = None,
    since: str | None = None,
    until: str | None = None,
    minimum: int = 1,
) -> Network:
    """Return the network of congruence or of conflict; its edges weigh `minimum` at least.

    A concept is a claim, by who asserts and who denies it, or a term, plan or claim, by who wants and who
    rejects it. `actor` keeps that actor's own edges. As discourse network analysis counts it, an edge's
    weight is the number of concepts, however often each was spoken of.
    """
    require_dates(since, until)
    actor = meant(store, actor)
    targets, kin = _concepts(store, actor, plan, topic)
    doings = deeds(store, targets, since=since, until=until)
    names = {doing.target: doing.name for doing in doings}
    weighed: dict[tuple[str, str], list[Target]] = {}
    for tie in sorted(ties(doings, kin, only=actor)):
        if tie.same == (kind == "congruence"):
            weighed.setdefault((tie.one, tie.other), []).append(tie.on)
    edges = [
        NetworkEdge(source=one, target=other, weight=len(on), on=[_concept(t, names[t]) for t in on])
        for (one, other), on in sorted(weighed.items())
        if len(on) >= minimum
    ]
    return Network(kind=kind, nodes=_nodes(doings, edges), edges=edges, since=since, until=until)


def _concept(target: Target, name: str) -> Concept:
    kind, id_ = target
    return Concept(id=id_, kind=kind, name=name)


def _concepts(store: Store, actor: str | None, plan: str | None, topic: str | None) -> tuple[list[str], Kin]:
    """Return the ids of the concepts to count, and their kin."""
    if actor is not None and plan is None and topic is None:
        return around(store, actor)
    targets = [row["id"] for row in filtered(store, "targets_within", plan=plan, topic=topic)]
    return targets, kin_of(store, targets)


def _nodes(doings: list[Doing], edges: list[NetworkEdge]) -> list[NetworkNode]:
    said: dict[str, set[str]] = {}
    for doing in doings:
        said.setdefault(doing.actor, set()).add(doing.statement)
    speakers = {doing.actor: speaker(doing) for doing in doings}
    joined = sorted({id_ for edge in edges for id_ in (edge.source, edge.target)})
    return [NetworkNode(**speakers[id_].model_dump(), statements=len(said[id_])) for id_ in joined]
