"""What the types of a brat annotation scheme mean, and which marks make up one attribution by it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ..models import Act, ActorKind
from . import RowError
from .standoff import Event, Mark, Standoff

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
    others: dict[Role, list[Mark]] = field(default_factory=dict[Role, list[Mark]])

    def add(self, role: Role | None, mark: Mark) -> None:
        """Join a mark, once."""
        held = self.others.setdefault(role or "ignored", [])
        if mark not in held and mark != self.statement:
            held.append(mark)

    def __getitem__(self, role: Role) -> list[Mark]:
        return self.others.get(role, [])


def attributions(ann: Standoff, scheme: Scheme) -> Iterator[Attribution | tuple[int, str]]:
    """Yield the attributions of a file in its order; a line and a reason for what cannot be one."""
    found = {
        mark.id: Attribution(mark) for mark in ann.marks.values() if scheme.role(mark.type) == "statement"
    }
    wrong: dict[str, tuple[int, str]] = {}
    for event in ann.events.values():
        try:
            _join_event(event, ann, scheme, found)
        except RowError as error:
            for id_ in (event.trigger, *(link.other for link in event.arguments)):
                wrong[id_] = (event.line, str(error))
    for link in ann.links:
        one, other = (found.get(ann.trigger(id_)) for id_ in (link.one, link.other))
        mark = ann.marks.get(ann.trigger(link.other if one else link.one))
        owner = one or other
        if owner is None or mark is None:
            yield link.line, f"joins no statement to a mark: {link.one}, {link.other}"
        else:
            owner.add(scheme.role(link.type, mark.type), mark)
    yield from (wrong.get(id_, each) for id_, each in found.items())


def _join_event(event: Event, ann: Standoff, scheme: Scheme, found: dict[str, Attribution]) -> None:
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
    for id_ in said:
        attribution = found.setdefault(id_, Attribution(ann.marks[id_]))
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
