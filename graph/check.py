"""Checks of an annotation that its types cannot express: spans, references, cycles; and of a given id."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .errors import InputError
from .models import ACTS, Annotation, Span, Statement, is_slug
from .project import claim_id, normalised

Ids = dict[str, set[str]]
"""The ids of an annotation by the field that holds them."""

ON_CLAIMS = ("asserts", "denies", "questions", "retracts")
"""Acts that only a claim can suffer; the others are stances, on terms and plans too."""


class Problem(NamedTuple):
    """What is wrong, and the path of fields that leads there."""

    path: tuple[str | int, ...]
    message: str


def require_slug(given: str, what: str, example: str) -> None:
    """Raise InputError unless what is given can be the id of `what`; an `example` is told."""
    if not is_slug(given):
        raise InputError(
            f"{given!r} cannot be the id of {what}: give letters and digits, joined by hyphens, such as "
            f"{example}"
        )


def problems(annotation: Annotation) -> list[Problem]:
    """Return all that is wrong with an annotation; empty when it can be stored."""
    return [
        *_spans(annotation),
        *_duplicates(annotation),
        *_references(annotation),
        *_cycles(annotation),
        *_qualifications(annotation),
        *_empty_claims(annotation),
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
    kinds = ("actors", "plans", "versions", "terms", "events", "claims", "statements")
    ids = {kind: {item.id for item in getattr(annotation, kind)} for kind in kinds}
    yield from _actor_references(annotation, ids)
    yield from _plan_references(annotation, ids)
    yield from _statement_references(annotation, ids)
    topics = ids["terms"] | ids["plans"] | ids["versions"] | ids["actors"] | ids["events"]
    for i, mention in enumerate(annotation.mentions):
        yield from _missing(("mentions", i, "of"), [mention.of], topics, "actor, term, plan or event")
    for i, claim in enumerate(annotation.claims):
        yield from _missing(("claims", i, "about"), claim.about, topics, "actor, term, plan or event")
        yield from _missing(("claims", i, "part_of"), [claim.part_of], ids["claims"], "claim")


def _actor_references(annotation: Annotation, ids: Ids) -> Iterator[Problem]:
    known = ids["actors"]
    collectives = {actor.id for actor in annotation.actors if actor.kind == "Collective"}
    yield from _missing(("document", "publisher"), [annotation.document.publisher], known, "actor")
    for i, actor in enumerate(annotation.actors):
        yield from _missing(("actors", i, "member_of"), actor.member_of, collectives, "collective")
        yield from _missing(("actors", i, "affiliation"), [actor.affiliation], known, "actor")
        if actor.affiliation and actor.kind != "AnonymousSource":
            yield Problem(("actors", i, "affiliation"), "only an AnonymousSource has an affiliation")
        for j, role in enumerate(actor.roles):
            path = ("actors", i, "roles", j, "organization")
            yield from _missing(path, [role.organization], known, "actor")


def _plan_references(annotation: Annotation, ids: Ids) -> Iterator[Problem]:
    for i, version in enumerate(annotation.versions):
        yield from _missing(("versions", i, "plan"), [version.plan], ids["plans"], "plan")
    for i, term in enumerate(annotation.terms):
        plans = ids["plans"] | ids["versions"]
        yield from _missing(("terms", i, "part_of"), [term.part_of], plans, "plan or version")
        yield from _missing(("terms", i, "binds"), term.binds, ids["actors"], "actor")


def _statement_references(annotation: Annotation, ids: Ids) -> Iterator[Problem]:
    wanted = ids["claims"] | ids["terms"] | ids["plans"] | ids["versions"]
    for i, statement in enumerate(annotation.statements):
        yield from _missing(("statements", i, "speakers"), statement.speakers, ids["actors"], "actor")
        outer, path = [statement.reported_by], ("statements", i, "reported_by")
        yield from _missing(path, outer, ids["statements"], "statement")
        for act in ACTS:
            known, what = (ids["claims"], "claim") if act in ON_CLAIMS else (wanted, "claim, term or plan")
            yield from _missing(("statements", i, act), getattr(statement, act), known, what)
        yield from _missing(("statements", i, "refers_to"), statement.refers_to, ids["actors"], "actor")
        yield from _unlinked(("statements", i), statement)


def _unlinked(path: tuple[str | int, ...], statement: Statement) -> Iterator[Problem]:
    act = statement.unlinked
    if act is None and not any(getattr(statement, act) for act in ACTS):
        yield Problem(path, f"does nothing: give it one of {', '.join(ACTS)}, or 'unlinked'")
    if act is not None and getattr(statement, act):
        yield Problem((*path, "unlinked"), f"{act!r} has a target here, so it is not unlinked")
    if act is None and statement.refers_to:
        yield Problem((*path, "refers_to"), "only an unlinked statement refers to actors instead of a claim")


def _missing(
    path: tuple[str | int, ...], used: Iterable[str | None], known: set[str], what: str
) -> Iterator[Problem]:
    for name in used:
        if name is not None and name not in known:
            yield Problem(path, f"no {what} with id {name!r} in this file")


def _cycles(annotation: Annotation) -> Iterator[Problem]:
    texts = {c.id: claim_id(c.text) for c in annotation.claims}
    wholes: dict[str, set[str]] = {}
    for claim in annotation.claims:
        if claim.part_of in texts:
            wholes.setdefault(texts[claim.id], set()).add(texts[claim.part_of])
    for i, claim in enumerate(annotation.claims):
        if _loops(texts[claim.id], wholes):
            yield Problem(("claims", i, "part_of"), f"{claim.id!r} is a part of itself")
    outer = {s.id: {s.reported_by} for s in annotation.statements if s.reported_by}
    for i, statement in enumerate(annotation.statements):
        if _loops(statement.id, outer):
            yield Problem(("statements", i, "reported_by"), f"{statement.id!r} reports itself")


def _loops(start: str, steps: dict[str, set[str]]) -> bool:
    seen, ahead = set[str](), [*steps.get(start, ())]
    while ahead:
        at = ahead.pop()
        if at == start:
            return True
        if at not in seen:
            seen.add(at)
            ahead += steps.get(at, ())
    return False


def _empty_claims(annotation: Annotation) -> Iterator[Problem]:
    for i, claim in enumerate(annotation.claims):
        if not normalised(claim.text):
            yield Problem(("claims", i, "text"), f"{claim.text!r} says nothing")


def _qualifications(annotation: Annotation) -> Iterator[Problem]:
    text = annotation.document.text
    for i, statement in enumerate(annotation.statements):
        for name in ("qualification", "condition"):
            words = getattr(statement, name)
            if words is not None and words not in text:
                yield Problem(("statements", i, name), f"{words!r} does not stand in the text")
    for i, term in enumerate(annotation.terms):
        for name in ("deadline", "exception", "place"):
            words = getattr(term, name)
            if words is not None and words not in text:
                yield Problem(("terms", i, name), f"{words!r} does not stand in the text")
        for words in term.other_values:
            if words not in text:
                yield Problem(("terms", i, "other_values"), f"{words!r} does not stand in the text")
