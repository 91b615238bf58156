"""The shortest way between two actors, claims, terms or plans, over what was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..answers import Path, Row, Step
from ..answers.paths import PathEdge
from ..errors import NotFoundError
from ..store import Store
from .deeds import Doing, Target, sides
from .filters import filtered_by, require_dates
from .pages import one


@dataclass(frozen=True, order=True)
class _Hop:
    """From one actor, claim, term or plan to the next: by a statement of an actor, or by an edge."""

    end: Target
    start: Target
    statement: str
    type: str
    forward: bool

    def reversed(self) -> "_Hop":
        return _Hop(self.start, self.end, self.statement, self.type, not self.forward)


class _Search:
    """A search from both ends, level by level, the smaller one first."""

    def __init__(self, store: Store, as_of: str | None) -> None:
        self.store = store
        self.as_of = as_of
        self.names: dict[Target, tuple[str, str]] = {}

    def end(self, id_: str) -> Target:
        """Return the node of an id; NotFoundError if there is none."""
        row = one(self.store.read("path_ends", id=id_), "actor, claim, term or plan", id_)
        return self._known(row)

    def hops(self, one_end: Target, other: Target) -> list[_Hop] | None:
        """Return the hops of a shortest way, None if there is no way."""
        reached: list[dict[Target, _Hop | None]] = [{one_end: None}, {other: None}]
        edges = [[one_end], [other]]
        met = [one_end] if one_end == other else []
        while not met:
            side = 0 if len(edges[0]) <= len(edges[1]) else 1
            new: dict[Target, _Hop | None] = {}
            for hop in sorted(self._from(edges[side])):
                if hop.end not in reached[side]:
                    new.setdefault(hop.end, hop)
            if not new:
                return None
            reached[side] |= new
            edges[side] = sorted(new)
            met = [node for node in edges[side] if node in reached[1 - side]]
        back = [hop.reversed() for hop in _to_root(met[0], reached[1])]
        return [*reversed(list(_to_root(met[0], reached[0]))), *back]

    def _from(self, nodes: list[Target]) -> Iterator[_Hop]:
        actors = {id_ for kind, id_ in nodes if kind == "Actor"}
        targets = {id_ for kind, id_ in nodes if kind != "Actor"}
        spoken = {row["id"] for row in self.store.read("targets_of_actors", actors=sorted(actors))}
        here = set(nodes)
        filter_ = filtered_by(as_of=self.as_of)
        for doing in sides(self.store, spoken | targets, until=self.as_of):
            yield from self._said(doing, here)
        for row in self.store.read("path_joined", ids=sorted(targets), filter=filter_):
            start, end = (row["from_kind"], row["from_id"]), self._known(row)
            if start in here:
                yield _Hop(end, start, "", row["type"], row["forward"])

    def _said(self, doing: Doing, here: set[Target]) -> Iterator[_Hop]:
        actor = ("Actor", doing.actor)
        self.names[actor] = (doing.speaker[2], doing.speaker[1])
        self.names[doing.target] = (doing.target[0], doing.name)
        hop = _Hop(doing.target, actor, doing.statement, doing.act.upper(), True)
        if actor in here:
            yield hop
        if doing.target in here:
            yield hop.reversed()

    def _known(self, row: Row) -> Target:
        targets = ("Claim", "Plan", "PlanVersion", "Term")
        node = (row["kind"] if row["kind"] in targets else "Actor", row["id"])
        self.names[node] = (row["kind"], row["name"])
        return node


def _to_root(node: Target, reached: dict[Target, _Hop | None]) -> Iterator[_Hop]:
    while (hop := reached[node]) is not None:
        yield hop
        node = hop.start


def path(store: Store, start: str, end: str, *, as_of: str | None = None) -> Path:
    """Return a shortest way between two things; NotFoundError if one is unknown or there is no way.

    The way leads from actors by their live statements to claims, terms and plans, and between these by
    what is about or part of what. Of several, it is the first by ids.
    """
    require_dates(as_of)
    search = _Search(store, as_of)
    first, last = search.end(start), search.end(end)
    hops = search.hops(first, last)
    if hops is None:
        raise NotFoundError(f"nothing in the graph joins {start!r} to {end!r}")
    words = store.read("stance_words", statements=sorted({hop.statement for hop in hops if hop.statement}))
    steps = list(_steps(hops, search.names, {row["statement"]: row["words"] for row in words}))
    return Path(steps=[*steps, _step(last, search.names)])


def _steps(
    hops: Iterable[_Hop], names: dict[Target, tuple[str, str]], words: dict[str, str]
) -> Iterator[Step]:
    for hop in hops:
        if not hop.statement:
            yield _step(hop.start, names, PathEdge(type=hop.type, forward=hop.forward))
            continue
        # From an actor, the statement points back to it and on to what it acts on; else the other way.
        spoken, acts = (
            PathEdge(type="SPOKEN_BY", forward=not hop.forward),
            PathEdge(type=hop.type, forward=hop.forward),
        )
        ends = (spoken, acts) if hop.forward else (acts, spoken)
        yield _step(hop.start, names, ends[0])
        yield Step(
            id=hop.statement, kind="Statement", name=words.get(hop.statement, hop.statement), edge=ends[1]
        )


def _step(node: Target, names: dict[Target, tuple[str, str]], edge: PathEdge | None = None) -> Step:
    kind, name = names[node]
    return Step(id=node[1], kind=kind, name=name, edge=edge)
