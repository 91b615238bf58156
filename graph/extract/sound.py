"""What the rules made of an article, without what cannot be stored: that is told, and the rest is kept.

A name of a thousand letters makes an id that no graph takes. It loses that name and what rests on it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from .. import models
from ..check import Problem, problems
from ..models import ACTS, Annotation, Model, Omission, Span, Statement
from ..project import claim_id
from .claims import claims

T = TypeVar("T", bound=Model)
C = TypeVar("C", claims.Claim, models.Claim)

_GROUPS = ("actors", "plans", "versions", "terms", "events", "claims", "statements", "mentions")
_OPTIONAL = frozenset(
    ("affiliation", "qualification", "condition", "deadline", "exception", "place", "unlinked")
)
"""Fields that a thing can do without."""
_LISTS = frozenset(("binds", "member_of", "about", *ACTS))
"""Fields that name other things: they can do without one of them."""
RESTS = "rests on what cannot be kept"


class Sound:
    """Makes the parts of an annotation; what the model refuses is left out and told where it stands."""

    def __init__(self, text: str, where: Mapping[str, Span]) -> None:
        end = len(text.split("\n", 1)[0])
        self._where, self._title = where, Span(start=0, end=end, exact=text[:end])
        self.omissions: list[Omission] = []

    def made(self, id_: str, make: Callable[[], T]) -> T | None:
        """Return what is made under an id, or None, told, where the model refuses it."""
        try:
            return make()
        except ValidationError as error:
            wrong = error.errors(include_url=False)[0]
            field = ".".join(map(str, wrong["loc"]))
            reason = f"{error.title.lower()} that cannot be kept: {field}: {wrong['msg']}"
            self.omissions.append(Omission(reason=reason, span=self._where.get(id_, self._title)))
            return None

    def all(self, things: Iterable[tuple[str, Callable[[], T]]]) -> tuple[T, ...]:
        """Return all of the things that can be made, in their order."""
        found = (self.made(id_, make) for id_, make in things)
        return tuple(each for each in found if each is not None)


def mended(annotation: Annotation) -> Annotation:
    """Return an annotation without what would be refused, and without what rests on that."""
    whole = annotation
    while found := [*problems(annotation), *_repeats(annotation)]:
        annotation = _without(annotation, found)
    if annotation is whole:
        return whole
    used = {id_ for each in annotation.statements for act in ACTS for id_ in getattr(each, act)}
    return annotation.model_copy(update={"claims": tuple(kept(annotation.claims, used))})


def kept(all_: Sequence[C], used: set[str]) -> list[C]:
    """Return the claims that are used, with their wholes and the other parts of those."""
    used = used | {claim.part_of for claim in all_ if claim.id in used and claim.part_of}
    return [claim for claim in all_ if claim.id in used or claim.part_of in used]


def _repeats(annotation: Annotation) -> list[Problem]:
    """Return the statements that are another one once more: same words, speakers and targets."""
    texts = {claim.id: claim_id(claim.text) for claim in annotation.claims}
    seen: set[object] = set()
    found: list[Problem] = []
    for i, each in enumerate(annotation.statements):
        same = _same(each, texts)
        if same in seen:
            found.append(Problem(("statements", i, "id"), "repeats another one"))
        seen.add(same)
    return found


def _same(each: Statement, texts: Mapping[str, str]) -> object:
    targets = frozenset((act, texts.get(target, target)) for act in ACTS for target in getattr(each, act))
    return each.span, frozenset(each.speakers), targets, each.unlinked, frozenset(each.refers_to)


def _without(annotation: Annotation, found: list[Problem]) -> Annotation:
    """Return an annotation with each thing that has a problem mended or left out."""
    wrong: dict[tuple[str | int, ...], list[tuple[str | int, ...]]] = {}
    for problem in found:
        wrong.setdefault(problem.path[:2], []).append(problem.path[2:])
    known = {each.id for group in _GROUPS[:-1] for each in getattr(annotation, group)}
    change: dict[str, Any] = {}
    told: list[Omission] = []
    for group in (*_GROUPS, "omissions"):
        left: list[Model] = []
        for i, each in enumerate(getattr(annotation, group)):
            fields = wrong.get((group, i))
            better = _better(group, each, fields, known, annotation.document.text) if fields else each
            if better is not None:
                left.append(better)
            elif isinstance(each, Statement) and fields != [("id",)]:
                told.append(Omission(reason=f"a statement that {RESTS}", span=each.span))
        change[group] = tuple(left)
    change["omissions"] += tuple(told)
    if ("document", "publisher") in wrong:
        change["document"] = annotation.document.model_copy(update={"publisher": None})
    return annotation.model_copy(update=change)


def _better(
    group: str, each: Any, fields: Iterable[tuple[str | int, ...]], known: set[str], text: str
) -> Model | None:
    """Return a thing without the fields that are wrong, None where it cannot do without them."""
    old = each
    for field in fields:
        name = str(field[0]) if field else ""
        if name == "roles":
            roles = list(each.roles)
            roles[int(field[1])] = roles[int(field[1])].model_copy(update={"organization": None})
            each = each.model_copy(update={"roles": tuple(roles)})
        elif name in _LISTS:
            left = tuple(id_ for id_ in getattr(each, name) if id_ in known)
            each = each.model_copy(update={name: left})
        elif name == "refers_to":
            each = each.model_copy(update={name: ()})
        elif name == "other_values":
            left = tuple(words for words in each.other_values if words in text)
            each = each.model_copy(update={name: left})
        elif name in _OPTIONAL or (group, name) == ("claims", "part_of"):
            each = each.model_copy(update={name: None})
        else:
            return None
    return each if each != old else None
