"""The ways of a claim into the graph, and which of them have one origin."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..answers import Named, Row, Speaker
from ..answers.origins import Hop
from ..copies import CopyOf, Printed, same_words
from .affiliations import Sides

_TRUST: tuple[Hop, ...] = ("rumoured", "anonymous", "named")


Key = tuple[str, str]
"""Ids of a statement and of one of its speakers."""


@dataclass(frozen=True)
class Way:
    """A live statement that asserts a claim, by one of its speakers."""

    statement: str
    words: str
    document: str
    published: str | None
    day: str | None
    """When it was said, or else published: by then it is told whom the speaker was with."""
    speaker: Speaker
    outlets: tuple[Speaker, ...]
    anonymous: bool
    rumoured: bool

    @property
    def key(self) -> Key:
        """What tells it from the other ways of its claim."""
        return (self.statement, self.speaker.id)

    @property
    def hop(self) -> Hop:
        """The weakest on the way."""
        return "rumoured" if self.rumoured else "anonymous" if self.anonymous else "named"


def way_of(row: Row) -> Way:
    """Return a row of `origin_statements` as a way."""
    return Way(
        row["statement"], row["words"], row["document"], row["published"], row["day"],
        Speaker.model_validate(row["speaker"]),
        tuple(Speaker.model_validate(outlet) for outlet in row["outlets"]),
        row["anonymous"], row["rumoured"],
    )  # fmt: skip


def independent(ways: Sequence[Way], sides: Mapping[Key, Sequence[Speaker]]) -> Iterator[list[Way]]:
    """Yield the ways of each independent origin: those whose sides have somebody in common, together."""
    # It takes a while to load, which no command without origins should pay.
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for way in ways:
        ids = [one.id for one in sides[way.key]]
        graph.add_node(ids[0])
        graph.add_edges_from((ids[0], id_) for id_ in ids[1:])
    place = {id_: n for n, group in enumerate(nx.connected_components(graph)) for id_ in group}
    groups: dict[int, list[Way]] = {}
    for way in ways:
        groups.setdefault(place[sides[way.key][0].id], []).append(way)
    yield from groups.values()


def sides_of(
    ways: Sequence[Way], sides: Sides, texts: Mapping[str, Printed], copied: Mapping[str, CopyOf]
) -> dict[Key, list[Speaker]]:
    """Return whose side speaks on each way, by its key.

    What an outlet says in its own voice, and prints in the words of a report that it copies, is said by
    the outlet of that report.
    """
    publishers = {way.document: way.outlets for way in ways}
    found: dict[Key, list[Speaker]] = {}
    for way in ways:
        source = copied.get(way.document)
        taken = (
            source is not None
            and way.speaker in way.outlets
            and same_words(way.words, texts[source.original].text)
        )
        own = publishers[source.original] if source and taken else ()
        found[way.key] = list(own) or sides.of(way.speaker, way.day)
    return found


def documents_of(ways: Iterable[Way]) -> list[str]:
    """Return the documents of the ways, each once, in their order."""
    return list(dict.fromkeys(way.document for way in ways))


def in_order_of(documents: Iterable[str], ways: Iterable[Way]) -> list[Way]:
    """Return the ways in the order of their documents, those of others last."""
    places = {id_: place for place, id_ in enumerate(documents)}
    return sorted(ways, key=lambda way: places.get(way.document, len(places)))


def outlets_of(ways: Iterable[Way]) -> list[Named]:
    """Return who publishes the ways, in order of id."""
    found = {outlet.id: Named(id=outlet.id, name=outlet.name) for way in ways for outlet in way.outlets}
    return [found[id_] for id_ in sorted(found)]


def distinct(speakers: Iterable[Speaker]) -> list[Speaker]:
    """Return speakers in order of id, each once."""
    found = {one.id: one for one in speakers}
    return [found[id_] for id_ in sorted(found)]


def best_hop(ways: Iterable[Way]) -> Hop | None:
    """Return the weakest hop of the way whose weakest is worth most; None without a way."""
    weakest = {way.hop for way in ways}
    return next((hop for hop in reversed(_TRUST) if hop in weakest), None)
