"""What DNA can hold of one document's subgraph: rows of a study, and what of it stays behind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ...models import slug
from ...subgraph import Edge, Node, Ref, Subgraph
from .documents import OWN_NOTES
from .offsets import Offsets

SHORT = 190
"""Characters that DNA allows a title, an author, a name."""

_AGREEING = {"asserts": True, "denies": False, "supports": True, "rejects": False, "demands": True}
_LEFT_ACTS = {
    "questions": "questions",
    "retracts": "retractions",
    "acceptsIf": "conditional acceptances",
}
_DETAILS = {
    "cue": "cues",
    "qualification": "qualifications",
    "condition": "conditions",
    "said": "dates of saying",
    "linkBasis": "reasons for a link",
    "speakerSpan": "places that name the speaker",
}


@dataclass(frozen=True)
class Said:
    """One row of STATEMENTS, with whom and what its variables name."""

    start: int
    stop: int
    person: Ref | None
    organization: Ref | None
    concept: Ref
    agrees: bool
    act: str
    """'' where agreement tells it: claims asserted or denied, all else supported or rejected."""


def document_row(subgraph: Subgraph) -> tuple[str, str, str, str, str, int]:
    """Return title, text, author, source, notes and date as DOCUMENTS holds them.

    What does not fit stands in the notes, a line each, so that our reader finds it again.
    """
    node = subgraph.document
    given = {name: str(value) for name, value in node.properties.items()}
    publisher = next((edge.end for edge in subgraph.out(node.ref, "publishedBy")), None)
    outlet = subgraph.nodes.get(publisher) if publisher else None
    name = str(outlet.properties["name"]) if outlet else ""
    seconds, exact = _seconds(given.get("published"))
    own = {key: given[key] for key in ("title", "author") if len(given.get(key, "")) > SHORT}
    own |= {key: given[key] for key in ("url", "source") if key in given}
    own |= {"language": given["language"]} if given["language"] != "und" else {}
    own |= {} if exact else {"published": given.get("published", "unknown")}
    if outlet and (outlet.id != slug(name) or outlet.label != "Organization"):
        own |= {"publisher": outlet.id, "kind": outlet.label}
    notes = "\n".join([OWN_NOTES, *(f"{key}: {own[key]}" for key in sorted(own))]) if own else ""
    title, author = shortened(given["title"]), shortened(given.get("author", ""))
    return title, given["text"], author, shortened(name), notes, seconds


def statements(subgraph: Subgraph, left: Counter[str]) -> Iterator[Said]:
    """Yield the rows of a document's statements in order; count by kind what stays behind."""
    offsets = Offsets(str(subgraph.document.properties["text"]))
    found = [row for node in subgraph.labelled("Statement") for row in _rows(node, subgraph, offsets, left)]
    yield from sorted(found, key=_place)


def _place(row: Said) -> tuple[object, ...]:
    return row.start, row.stop, row.person or (), row.organization or (), row.concept, row.agrees, row.act


def _rows(node: Node, subgraph: Subgraph, offsets: Offsets, left: Counter[str]) -> Iterator[Said]:
    if why := _unfit(node):
        left[why] += 1
        return
    start, stop = (offsets.dnas(int(str(node.properties[name]))) for name in ("start", "end"))
    if start is None or stop is None:
        left["statements that begin or end within a Windows line end"] += 1
        return
    edges = sorted(subgraph.out(node.ref), key=lambda edge: edge.key)
    for edge in edges:
        if edge.name in _LEFT_ACTS:
            left[_LEFT_ACTS[edge.name]] += 1
    speakers = [edge.end for edge in edges if edge.name == "spokenBy"]
    acts = [edge for edge in edges if edge.name in _AGREEING]
    if acts:
        _count_details(node, edges, len(speakers), left)
    for speaker in speakers:
        person, organization = _sides(speaker, subgraph, left)
        for edge in acts:
            usual = ("asserts", "denies") if edge.end[0] == "Claim" else ("supports", "rejects")
            act = "" if edge.name in usual else edge.name
            yield Said(start, stop, person, organization, edge.end, _AGREEING[edge.name], act)


def _unfit(node: Node) -> str | None:
    if node.properties.get("review") == "rejected":
        return "statements that their document calls wrongly recorded"
    if node.properties.get("inference"):
        return "conclusions of the writer"
    return "statements on a claim that is not known" if node.properties.get("unlinked") else None


def _count_details(node: Node, edges: list[Edge], speakers: int, left: Counter[str]) -> None:
    for name, told in _DETAILS.items():
        left[told] += name in node.properties
    left["uncertain statements"] += node.properties.get("certainty") != "plain"
    left["statements that another statement reports"] += any(
        edge.name == "reportedBy" and edge.end[0] == "Statement" for edge in edges
    )
    left["statements of several speakers (a row for each)"] += speakers > 1


def _sides(speaker: Ref, subgraph: Subgraph, left: Counter[str]) -> tuple[Ref | None, Ref | None]:
    """Return person and organisation of a speaker: whoever is no person speaks as an organisation."""
    label = subgraph.nodes[speaker].label
    if label == "AnonymousSource":
        return speaker, next((edge.end for edge in subgraph.out(speaker, "affiliatedWith")), None)
    if label != "Person":
        return None, speaker
    held = [subgraph.nodes[edge.end] for edge in subgraph.out(speaker, "holds")]
    now = [role for role in held if _at_the_time(role, subgraph)]
    organizations = {edge.end for role in now for edge in subgraph.out(role.ref, "at")}
    left["statements of a person with posts at several organisations (none is given)"] += (
        len(organizations) > 1
    )
    return speaker, organizations.pop() if len(organizations) == 1 else None


def _at_the_time(role: Node, subgraph: Subgraph) -> bool:
    """Return whether a post may have been held when the document was published, as precisely as is known."""
    published = str(subgraph.document.properties.get("published", ""))
    since, until = (str(role.properties.get(name, "")) for name in ("since", "until"))
    began = not since or published[: len(since)] >= since[: len(published)]
    return not published or (began and (not until or published[: len(until)] <= until[: len(published)]))


def _seconds(published: str | None) -> tuple[int, bool]:
    """Return a moment as DNA counts it, and whether DNA's form of it says exactly the same."""
    if published is None:
        return 0, False
    full = published if len(published) > 7 else (published + "-01-01")[:10]
    moment = datetime.fromisoformat(full)
    exact = moment.tzinfo is None and (len(published) == 10 or moment.time() != datetime.min.time())
    aware = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp()), exact and len(published) >= 10


def shortened(value: str, end: str = "") -> str:
    """Return a value as DNA can hold it: its beginning and an ellipsis where it is too long, then `end`."""
    room = SHORT - len(end)
    return (value if len(value) <= room else value[: room - 1].rstrip() + "…") + end
