"""Lines of brat's standoff that change nothing: of what does not exist, or said of what cannot have it."""

from collections.abc import Iterator

from . import Noted, Refused
from .scheme import Attribution, Scheme
from .standoff import Attribute, Note, Standoff

KNOWN = ("Act", "Mode", "Kind")
"""Attributes that are read: what statements do, how they are worded, what speakers are."""


def strays(
    ann: Standoff, scheme: Scheme, found: list[Attribution | tuple[int, str]], at: str
) -> Iterator[Refused | Noted]:
    """Yield attributes and notes that change nothing, by their line; one that is there twice is noted."""
    lines = {each[0] for each in found if isinstance(each, tuple)}
    stated = {mark.id for mark in ann.marks.values() if scheme.role(mark.type) == "statement"}
    stated |= {event.id for event in ann.events.values() if event.line in lines}
    for each in found:
        stated |= {each.statement.id, *each.events} if isinstance(each, Attribution) else set()
    seen = set[tuple[str, str, str | None]]()
    for each in sorted([*ann.attributes, *ann.notes], key=lambda each: each.line):
        where = f"{at}line {each.line}"
        said = ("", each.of, each.words) if isinstance(each, Note) else (each.type, each.of, each.value)
        if each.of not in ann.ids:
            yield Refused(where, f"{each.id} is of {each.of or 'nothing'}, which does not exist")
        elif said in seen:
            yield Noted(where, f"{each.id} says of {each.of} what a line before says: it counts once")
        elif isinstance(each, Attribute) and _misplaced(each, ann, stated):
            yield Refused(where, f"{each.id}: {each.type} is said of statements, and {each.of} is none")
        seen.add(said)


def _misplaced(attribute: Attribute, ann: Standoff, stated: set[str]) -> bool:
    mark = ann.trigger(attribute.of)
    return attribute.type in KNOWN[:2] and mark in ann.marks and not stated & {attribute.of, mark}
