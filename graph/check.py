"""Checks of an annotation that its types cannot express: spans, references, cycles."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .models import ACTS, Annotation, Span
from .project import claim_id


class Problem(NamedTuple):
    """What is wrong, and the path of fields that leads there."""

    path: tuple[str | int, ...]
    message: str


def problems(annotation: Annotation) -> list[Problem]:
    """Return all that is wrong with an annotation; empty when it can be stored."""
    return [
        *_spans(annotation),
        *_duplicates(annotation),
        *_references(annotation),
        *_cycles(annotation),
        *_qualifications(annotation),
    ]


def _spans(annotation: Annotation) -> Iterator[Problem]:
    text = annotation.document.text
    for path, span in _all_spans(annotation):
        found = text[span.start : span.end]
        if found != span.exact:
            yield Problem(
                path,
                f"{span.exact!r} is not what the text has at {span.start}-{span.end}: {found!r}",
            )


def _all_spans(annotation: Annotation) -> Iterator[tuple[tuple[str | int, ...], Span]]:
    for i, statement in enumerate(annotation.statements):
        for name in ("span", "cue", "speaker_span"):
            span = getattr(statement, name)
            if span is not None:
                yield ("statements", i, name), span
    for i, mention in enumerate(annotation.mentions):
        yield ("mentions", i, "span"), mention.span
    for i, omission in enumerate(annotation.omissions):
        yield ("omissions", i, "span"), omission.span


def _duplicates(annotation: Annotation) -> Iterator[Problem]:
    groups = ("actors", "plans", "versions", "terms", "events", "claims")
    for names in (groups, ("statements",)):
        seen: dict[str, str] = {}
        for name in names:
            for i, item in enumerate(getattr(annotation, name)):
                if item.id in seen:
                    yield Problem((name, i, "id"), f"{item.id!r} is used twice (also in {seen[item.id]})")
                seen[item.id] = name


def _references(annotation: Annotation) -> Iterator[Problem]:
    ids = {
        name: {item.id for item in getattr(annotation, name)}
        for name in ("actors", "plans", "versions", "terms", "events", "claims", "statements")
    }
    actors, claims = ids["actors"], ids["claims"]
    topics = ids["terms"] | ids["plans"] | ids["versions"]
    collectives = {a.id for a in annotation.actors if a.kind == "Collective"}
    document = annotation.document
    yield from _missing(("document", "publisher"), [document.publisher], actors, "actor")
    for i, actor in enumerate(annotation.actors):
        yield from _missing(("actors", i, "member_of"), actor.member_of, collectives, "collective")
        yield from _missing(("actors", i, "affiliation"), [actor.affiliation], actors, "actor")
        if actor.affiliation and actor.kind != "AnonymousSource":
            yield Problem(("actors", i, "affiliation"), "only an AnonymousSource has an affiliation")
        for j, role in enumerate(actor.roles):
            path = ("actors", i, "roles", j, "organization")
            yield from _missing(path, [role.organization], actors, "actor")
    for i, version in enumerate(annotation.versions):
        yield from _missing(("versions", i, "plan"), [version.plan], ids["plans"], "plan")
    for i, term in enumerate(annotation.terms):
        plans = ids["plans"] | ids["versions"]
        yield from _missing(("terms", i, "part_of"), [term.part_of], plans, "plan or version")
        yield from _missing(("terms", i, "binds"), term.binds, actors, "actor")
    for i, claim in enumerate(annotation.claims):
        about = actors | topics | ids["events"]
        yield from _missing(("claims", i, "about"), claim.about, about, "actor, term, plan or event")
        yield from _missing(("claims", i, "part_of"), [claim.part_of], claims, "claim")
    for i, statement in enumerate(annotation.statements):
        path = ("statements", i, "speakers")
        yield from _missing(path, statement.speakers, actors, "actor")
        outer = [statement.reported_by]
        yield from _missing(("statements", i, "reported_by"), outer, ids["statements"], "statement")
        for act in ACTS:
            targets = claims if act in ("asserts", "denies", "questions", "retracts") else claims | topics
            what = "claim" if targets is claims else "claim, term or plan"
            yield from _missing(("statements", i, act), getattr(statement, act), targets, what)
        if not any(getattr(statement, act) for act in ACTS):
            yield Problem(("statements", i), f"does nothing: give it one of {', '.join(ACTS)}")
    mentioned = actors | topics | ids["events"]
    for i, mention in enumerate(annotation.mentions):
        yield from _missing(("mentions", i, "of"), [mention.of], mentioned, "actor, term, plan or event")


def _missing(
    path: tuple[str | int, ...], used: Iterable[str | None], known: set[str], what: str
) -> Iterator[Problem]:
    for name in used:
        if name is not None and name not in known:
            yield Problem(path, f"no {what} with id {name!r} in this file")


def _cycles(annotation: Annotation) -> Iterator[Problem]:
    texts = {c.id: claim_id(c.text) for c in annotation.claims}
    wholes = {texts[c.id]: texts.get(c.part_of) for c in annotation.claims if c.part_of}
    for i, claim in enumerate(annotation.claims):
        if _loops(texts[claim.id], wholes):
            yield Problem(("claims", i, "part_of"), f"{claim.id!r} is a part of itself")
    outer = {s.id: s.reported_by for s in annotation.statements}
    for i, statement in enumerate(annotation.statements):
        if _loops(statement.id, outer):
            yield Problem(("statements", i, "reported_by"), f"{statement.id!r} reports itself")


def _loops(start: str, step: dict[str, str | None]) -> bool:
    seen, at = set[str](), step.get(start)
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = step.get(at)
    return False


def _qualifications(annotation: Annotation) -> Iterator[Problem]:
    text = annotation.document.text
    for i, statement in enumerate(annotation.statements):
        for name in ("qualification", "condition"):
            words = getattr(statement, name)
            if words is not None and words not in text:
                yield Problem(("statements", i, name), f"{words!r} does not stand in the text")
