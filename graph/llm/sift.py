"""What is left of an annotation when all that cannot be stored is taken out, piece by piece."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from ..check import Problem, problems
from ..errors import ReadError
from ..models import ACTS, Annotation
from .verify import Refusal

_SHARED = ("claims", "terms", "versions", "plans", "actors")


def sift(annotation: Annotation) -> tuple[Annotation, list[Refusal]]:
    """Return an annotation without problems, and what was taken out of it with the reason.

    What loses its support goes too: who reports a statement that was refused, who speaks of a refused claim.
    """
    refused: list[Refusal] = []
    while wrong := problems(annotation):
        # A circle is open as soon as one of its members is gone; all else is wrong by itself.
        plain = [problem for problem in wrong if not problem.message.endswith("itself")]
        annotation, found = _without(annotation, plain or wrong[:1])
        refused += found
    return annotation, refused


def pruned(annotation: Annotation) -> Annotation:
    """Return an annotation without the claims, terms, plans and actors that no statement needs."""
    needed = _needed(annotation)
    kept: dict[str, Any] = {
        name: tuple(item for item in getattr(annotation, name) if item.id in needed) for name in _SHARED
    }
    ids = {item.id for name in _SHARED for item in kept[name]}
    kept["mentions"] = tuple(m for m in annotation.mentions if m.of in ids)
    return annotation.model_copy(update=kept)


def _without(annotation: Annotation, wrong: Sequence[Problem]) -> tuple[Annotation, list[Refusal]]:
    places: dict[str, dict[int, str]] = {}
    for problem in wrong:
        group, place = str(problem.path[0]), problem.path[1] if len(problem.path) > 1 else None
        if not isinstance(place, int):
            raise ReadError(f"{'.'.join(map(str, problem.path))}: {problem.message}")
        places.setdefault(group, {}).setdefault(place, problem.message)
    refused: list[Refusal] = []
    for group, reasons in places.items():
        items = cast("tuple[Any, ...]", getattr(annotation, group))
        refused += [Refusal(f"{group}: {why}", getattr(items[i], "span", None)) for i, why in reasons.items()]
        kept = tuple(item for i, item in enumerate(items) if i not in reasons)
        annotation = annotation.model_copy(update={group: kept})
    return annotation, refused


def _needed(annotation: Annotation) -> set[str]:
    """Return the ids that statements use, and those that these use in turn."""
    needed = {
        id_
        for s in annotation.statements
        for act in ("speakers", "refers_to", *ACTS)
        for id_ in getattr(s, act)
    }
    needed |= {annotation.document.publisher} if annotation.document.publisher else set()
    uses: Sequence[tuple[Sequence[Any], Callable[[Any], Sequence[str | None]]]] = (
        (annotation.claims, lambda c: (*c.about, c.part_of)),
        (annotation.terms, lambda t: (*t.binds, t.part_of)),
        (annotation.versions, lambda v: (v.plan,)),
        (annotation.actors, lambda a: (*a.member_of, a.affiliation, *(r.organization for r in a.roles))),
    )
    before = -1
    while len(needed) > before:
        before = len(needed)
        for items, used in uses:
            needed |= {id_ for item in items if item.id in needed for id_ in used(item) if id_}
        # A part of a claim that is kept says what that claim is made of.
        needed |= {c.id for c in annotation.claims if c.part_of in needed}
    return needed
