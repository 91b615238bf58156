"""Edges led to the actors that judgements mean, and back: for a document's own edges and for those of others.

Edges of one document (SPOKEN_BY, REFERS_TO, PUBLISHED_BY) keep the actors that it names in `as`. Edges
between shared nodes are there exactly if some document states one that leads there; MENTIONS says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .batches import batches
from .facts import restate
from .judgements import Judgement, judgement_of
from .ontology import load as ontology
from .resolution import Held, Origin, Resolution
from .store import Row, Transaction
from .subgraph import Edge, Ref, Subgraph

ENDS = ("spokenBy", "refersTo", "publishedBy")
"""Edges that belong to one document."""

Led = tuple[str, Ref, Ref]
"""Name and ends of an edge between shared nodes, after judgements."""


@dataclass
class Moved:
    """What a change of judgements touched: what statements bear on, and unlinked statements."""

    targets: set[str] = field(default_factory=set[str])
    unlinked: set[str] = field(default_factory=set[str])


def load(tx: Transaction, actors: Iterable[str]) -> Resolution:
    """Return where judgements lead the actors; these, and the judgements, are held until the end."""
    known: dict[str, Judgement] = {}
    asked, ahead = set[str](), set(actors)
    while ahead:
        asked |= ahead
        rows = tx.run("judgements_on", actors=sorted(ahead))
        found = [judgement_of(row["judgement"]) for row in rows]
        known |= {judgement.id: judgement for judgement in found}
        ahead = {actor for j in found for actor in (j.actor, j.into)} - asked
    return resolution(tx, known.values())


def resolution(tx: Transaction, judgements: Iterable[Judgement]) -> Resolution:
    """Return where the judgements lead, by what the graph holds now."""
    bare = Resolution(judgements)
    if not bare.judgements:
        return bare
    rows = tx.run("actors_held", actors=sorted(bare.actors))
    held = {r["id"]: Held(r["kind"], r["name"], r["wikidata"], r["documented"]) for r in rows}
    names = [place for j in bare.judgements for place in (*j.documents, *j.statements)]
    rows = tx.run("places_held", places=sorted(set(names)), actors=sorted(bare.actors)) if names else []
    return Resolution(bare.judgements, held, places={r["id"]: set(r["actors"]) for r in rows})


def own_edges(subgraph: Subgraph, judged: Resolution) -> Iterator[Edge]:
    """Yield a document's edges as they are to be written; those between judged shared nodes are left out."""
    ends: dict[Led, set[str]] = {}
    for edge in subgraph.edges.values():
        if edge.name == "mentions" or not _touches(edge, judged):
            yield edge
        elif edge.name in ENDS:
            statement = edge.start[1] if edge.start[0] == "Statement" else ""
            end = judged.resolve(edge.end[1], subgraph.document.id, statement)
            ends.setdefault((edge.name, edge.start, ("Actor", end)), set()).add(edge.end[1])
    for (name, start, end), raw in ends.items():
        given = _as(raw, {end[1]})
        yield Edge(name, start, end, {"as": tuple(given)} if given else {})


def shared_edges(subgraph: Subgraph, judged: Resolution) -> set[Led]:
    """Return where a document's edges between judged shared nodes lead."""
    if not judged.actors:
        return set()
    document = subgraph.document.id
    return set(_led((e for e in subgraph.edges.values()), document, judged))


def _led(edges: Iterable[Edge], document: str, judged: Resolution) -> Iterator[Led]:
    """Yield where edges that a document states lead; what would lead to itself leads nowhere."""
    for edge in edges:
        if edge.name not in (*ENDS, "mentions") and _touches(edge, judged):
            start, end = (_lead(ref, document, judged) for ref in (edge.start, edge.end))
            if start != end:
                yield edge.name, start, end


def _lead(ref: Ref, document: str, judged: Resolution) -> Ref:
    return (ref[0], judged.resolve(ref[1], document)) if ref[0] == "Actor" else ref


def _touches(edge: Edge, judged: Resolution) -> bool:
    return any(ref[0] == "Actor" and ref[1] in judged.actors for ref in (edge.start, edge.end))


def _as(raw: set[str], plain: set[str]) -> list[str] | None:
    """Return the actors that documents name at an edge, or nothing where these are its own."""
    return sorted(raw) if raw != plain else None


def settle(tx: Transaction, edges: set[Led], judged: Resolution) -> None:
    """Let each of these edges be there exactly if some document states one that leads there."""
    for rows in batches(_settle_row(edge, judged) for edge in sorted(edges)):
        tx.run("settle_edges", rows=rows)


def _settle_row(edge: Led, judged: Resolution) -> Row:
    name, start, end = edge
    judged_ends = [ref for ref in (start, end) if ref[0] == "Actor" and ref[1] in judged.actors]
    segment = ontology().nodes[end[0]].segment
    return {
        "type": ontology().edges[name].type,
        "start_key": start[0],
        "start": start[1],
        "end_key": end[0],
        "end": end[1],
        "plain": sorted({ref[1] for ref in judged_ends}),
        "origins": [
            {
                "start": a.actor,
                "fact": f"{name}={segment}/{b.actor}",
                "as": sorted({origin.actor for origin, ref in ((a, start), (b, end)) if ref in judged_ends}),
                "only": _only(a, b),
                "but": sorted(a.but | b.but),
            }
            for a in _origins(start, judged)
            for b in _origins(end, judged)
        ],
    }


def _origins(ref: Ref, judged: Resolution) -> list[Origin]:
    if ref[0] == "Actor":
        return list(judged.origins(ref[1]))
    return [Origin(ref[1], None, frozenset())]


def _only(one: Origin, other: Origin) -> list[str] | None:
    if one.only is None or other.only is None:
        only = other.only if one.only is None else one.only
        return None if only is None else sorted(only)
    return sorted(one.only & other.only)


def rejudge(tx: Transaction, before: Resolution, after: Resolution) -> Moved:
    """Lead all edges of the judged actors from where they led to where they lead now."""
    moved = Moved()
    actors = sorted(before.actors | after.actors)
    rows = [row for row in tx.run("ends_at", actors=actors) if _changed(row, set(actors), after)]
    for batch in batches(rows):
        tx.run("replace_ends", rows=batch)
    for row in rows:
        moved.targets |= set(row["targets"])
        moved.unlinked |= {row["start"]} if row["unlinked"] else set()
    facts = _facts(tx, actors)
    # At the other end of these edges may stand actors that other judgements lead elsewhere.
    ends = {ref[1] for edge, _ in facts for ref in (edge.start, edge.end) if ref[0] == "Actor"}
    others = load(tx, ends - set(actors))
    before, after = before.joined(others, actors), after.joined(others, actors)
    led = {way for edge, d in facts for judged in (before, after) for way in _led([edge], d, judged)}
    settle(tx, led, after)
    return moved


def _changed(row: Row, judged: set[str], after: Resolution) -> bool:
    """Give the row the `ends` that its edges are to have; return whether these are new."""
    statement = row["start"] if row["key"] == "Statement" else ""
    ends: dict[str, set[str]] = {}
    for edge in row["now"]:
        for raw in edge["as"] or [edge["id"]]:
            end = after.resolve(raw, row["document"] or row["start"], statement)
            ends.setdefault(end if raw in judged else edge["id"], set()).add(raw)
    row["ends"] = [{"id": end, "as": _as(raw, {end})} for end, raw in sorted(ends.items())]
    return row["ends"] != row["now"]


def _facts(tx: Transaction, actors: list[str]) -> list[tuple[Edge, str]]:
    """Return the edges between shared nodes that documents state of the actors, each with its document."""
    keys = {node.key for node in ontology().nodes.values()}
    found: list[tuple[Edge, str]] = []
    for row in tx.run("facts_of_actors", actors=actors):
        if row["fact"].partition("=")[0] in ontology().edges:
            key = next(label for label in row["labels"] if label in keys)
            edges = restate((key, row["id"]), (row["fact"],))[1]
            found += [(edge, row["document"]) for edge in edges]
    return found


def make(tx: Transaction, judged: Resolution) -> None:
    """Make the actors that splits speak of."""
    if rows := judged.made():
        tx.run("split_actors", rows=rows)


def tie(tx: Transaction, before: Resolution, after: Resolution) -> None:
    """Tie judgements to their actors, and delete those of these actors that nothing states any more."""
    actors = sorted(before.actors | after.actors)
    if actors:
        made = {row["id"] for row in after.made()}
        tx.run("prune_actors", actors=[actor for actor in actors if actor not in made])
        ids = [judgement.id for judgement in after.judgements]
        tx.run("tie_actors", judgements=ids, actors=actors, merged=after.merged())
