"""What the types of a brat annotation scheme mean, and which marks make up one attribution by it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..models import Act, ActorKind
from . import RowError
from .standoff import Event, Link, Mark, Standoff

Role = Literal["statement", "speaker", "cue", "claim", "reported_by", "ignored"]

OWN: dict[str, Role] = {
    "Statement": "statement",
    "Speaker": "speaker",
    "SpokenBy": "speaker",
    "Cue": "cue",
    "CuedBy": "cue",
    "Claim": "claim",
    "On": "claim",
    "ReportedBy": "reported_by",
}
"""The types of our own convention, of marks and of the relations that lead from a statement to them."""


class Scheme(BaseModel):
    """The user's mapping file; without one, our own convention."""

    model_config = ConfigDict(extra="forbid")
    types: dict[str, Role] = OWN
    """Roles of the types of marks, relations, events and arguments."""
    acts: dict[str, Act] = {}
    """What values of the attribute Act, or types of statements, do to the claim."""
    act: Act | None = None
    """What a statement does of which nothing tells it."""
    kind: ActorKind | None = None
    """What speakers are of whom neither the attribute Kind nor the gazetteer tells it."""
    language: str = "en"
    published: str | None = None
    publisher: str | None = None

    def role(self, *types: str) -> Role | None:
        """Return the role of the first of the types that has one."""
        for type_ in types:
            if type_ in self.types:
                return self.types[type_]
        return None


@dataclass
class Attribution:
    """A statement and the marks joined to it, by role."""

    statement: Mark
    events: list[str] = field(default_factory=list[str])
    """The events that state it: what is said of them is said of it."""
    others: dict[Role, list[Mark]] = field(default_factory=dict[Role, list[Mark]])

    def add(self, role: Role | None, mark: Mark) -> None:
        """Join a mark, once."""
        held = self.others.setdefault(role or "ignored", [])
        if mark not in held and mark != self.statement:
            held.append(mark)

    def __getitem__(self, role: Role) -> list[Mark]:
        return self.others.get(role, [])


Unmapped = Counter[tuple[str, str]]
"""How many of which type are left out: ('relation', 'Foo')."""


def attributions(
    ann: Standoff, scheme: Scheme, unmapped: Unmapped
) -> Iterator[Attribution | tuple[int, str]]:
    """Yield the attributions of a file in its order; a line and a reason for what cannot be one.

    Relations, events and arguments to whose type the scheme gives no role are counted.
    """
    found = {
        mark.id: Attribution(mark) for mark in ann.marks.values() if scheme.role(mark.type) == "statement"
    }
    wrong: dict[str, tuple[int, str]] = {}
    for event in ann.events.values():
        try:
            _join_event(event, ann, scheme, found, unmapped)
        except RowError as error:
            of = (event.trigger, *(link.other for link in event.arguments))
            wrong |= {id_: (event.line, str(error)) for id_ in of}
            if not found.keys() & {*of}:
                yield event.line, str(error)
    for link in ann.links:
        try:
            _join_link(link, ann, scheme, found, unmapped)
        except RowError as error:
            yield link.line, str(error)
    yield from (wrong.get(id_, each) for id_, each in found.items())


def _join_link(
    link: Link, ann: Standoff, scheme: Scheme, found: dict[str, Attribution], unmapped: Unmapped
) -> None:
    one, other = (found.get(ann.trigger(id_)) for id_ in (link.one, link.other))
    ends = [ann.marks.get(ann.trigger(id_)) for id_ in (link.one, link.other)]
    mark, owner = ends[1 if one else 0], one or other
    known = scheme.role(link.type)
    if None in ends or (owner is None and known not in (None, "ignored")):
        raise RowError(f"joins no statement to a mark: {link.one}, {link.other}")
    if owner is None or mark is None:
        unmapped["relation", link.type] += known is None
        return
    # A second statement is joined to the first by what the relation says, never by being one.
    role = known or scheme.role(mark.type)
    if known is None and role in (None, "statement"):
        unmapped["relation", link.type] += 1
    owner.add(role, mark)


def _join_event(
    event: Event, ann: Standoff, scheme: Scheme, found: dict[str, Attribution], unmapped: Unmapped
) -> None:
    parts = [(event.type, event.trigger)] + [(link.type, link.other) for link in event.arguments]
    marks = [(name, ann.marks.get(ann.trigger(id_)), id_) for name, id_ in parts]
    if lost := [id_ for _, mark, id_ in marks if mark is None]:
        raise RowError(f"{event.id} joins {', '.join(lost)}, which do not exist")
    joined: list[tuple[Role | None, Mark]] = [
        (scheme.role(name, mark.type), mark) for name, mark, _ in marks if mark is not None
    ]
    said = list(dict.fromkeys(mark.id for role, mark in joined if role == "statement"))
    if len(said) > 1:
        raise RowError(f"{event.id}: what is said is in {len(said)} pieces; a statement is one stretch")
    if not said and scheme.role(event.type) is None:
        unmapped["event", event.type] += 1
        return
    if not said and any(role not in (None, "ignored") for role, _ in joined):
        raise RowError(f"{event.id} joins no statement")
    for (name, _, _), (role, _) in zip(marks[1:], joined[1:], strict=True):
        unmapped["argument", name] += role is None
    for id_ in said:
        attribution = found.setdefault(id_, Attribution(ann.marks[id_]))
        attribution.events.append(event.id)
        for role, mark in joined:
            attribution.add(role, mark)


def in_order(found: Iterable[Attribution | tuple[int, str]]) -> list[Attribution | tuple[int, str]]:
    """Return attributions with those first by which others are reported; what is refused comes before all."""
    every = list(found)
    known = {each.statement.id: each for each in every if isinstance(each, Attribution)}

    def depth(each: Attribution | tuple[int, str]) -> int:
        steps, seen = 0, set[str]()
        while isinstance(each, Attribution) and each["reported_by"] and each.statement.id not in seen:
            seen.add(each.statement.id)
            each, steps = known.get(each["reported_by"][0].id, (0, "")), steps + 1
        return steps

    return sorted(every, key=lambda each: (isinstance(each, Attribution), depth(each)))
