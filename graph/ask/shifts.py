"""Who said or wanted one thing on one day and another the next: shifts, and how consistent actors are."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from ..answers import Consistency, Footing, Named, Page, Row, Shift, Speaker, Stance
from ..store import Store
from .actors import known
from .deeds import speaker_of
from .filters import filtered, filtered_by, meant, require_period, seen
from .lineage import Lineage, lineage, plan_of
from .naming import naming
from .pages import decode, paged
from .stretches import newest_first, within


class Course(NamedTuple):
    """All that one actor did to one thing, day by day; of a term, to what it was and became in all drafts."""

    actor: Speaker
    kind: str
    days: tuple[Footing, ...]

    def steps(self) -> Iterator[tuple[Footing, Footing]]:
        """Return the neighbouring days."""
        return pairwise(self.days)


@naming
def shifts(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    term: str | None = None,
    claim: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Shift]:
    """Return where actors shifted, the latest published first, each with the words before and after.

    A stance on a term is followed through all drafts. `since` and `until`: the second piece was published
    then. Nothing tells the order of what is not dated to the day: it is left out.
    """
    require_period(since, until)
    moment = seen(as_of, until)
    sought = {"actor": actor, "plan": plan, "term": term, "claim": claim}
    if any(sought.values()):
        every = _shifts(courses(store, **sought, as_of=moment))
        found = [shift for shift in every if since is None or shift.published[: len(since)] >= since]
    else:
        found = _latest(store, since, moment, after, limit)
    items, next_ = paged(found, _latest_first, after, limit, "shifts", falling=True)
    return Page[Shift](items=items, next=next_)


def _latest(
    store: Store, since: str | None, moment: str | None, after: str | None, limit: int
) -> list[Shift]:
    """Return the latest shifts of all actors, more than a page of them if there are more.

    A shift is found by the words that made it one, in the stretch where they were published.
    """
    published, told = decode(after, "shifts", 2)
    place = (published or "", told or "")
    drafts = dict[str, Lineage]()
    found: list[Shift] = []
    for stretch in newest_first(store, since=since, until=moment, last=published):
        moved = _shifts(_courses_in(store, stretch, drafts, moment))
        found += [shift for shift in moved if within(shift.published, stretch)]
        if len([shift for shift in found if after is None or _latest_first(shift) < place]) > limit:
            break
    return found


def _shifts(found: Iterable[Course]) -> list[Shift]:
    return [_shift(course, *step) for course in found for step in course.steps() if _moved(*step)]


def _courses_in(
    store: Store, stretch: dict[str, str], drafts: dict[str, Lineage], as_of: str | None
) -> list[Course]:
    """Return the courses of whoever may have moved by what was said in a stretch of documents."""
    pairs = {(row["actor"], row["target"]) for row in filtered(store, "movers", **stretch)}
    on_terms = {
        (row["actor"], term)
        for row in filtered(store, "stances_in", **stretch)
        for term in _same(store, row["term"], row["plan"], drafts, as_of)
    }
    sought = [{"actor": actor, "target": target} for actor, target in sorted(pairs | on_terms)]
    filter_ = {"pairs": sought, **filtered_by(as_of=as_of)}
    rows = store.read("courses", filter=filter_) if sought else []
    return _courses(store, rows, drafts, as_of)


def _same(
    store: Store, term: str, plan: str | None, drafts: dict[str, Lineage], as_of: str | None
) -> frozenset[str]:
    """Return what a term was and became in all drafts of its plan."""
    return _drafts_of(store, plan, drafts, as_of).same(term) if plan else frozenset({term})


def _drafts_of(store: Store, plan: str, drafts: dict[str, Lineage], as_of: str | None) -> Lineage:
    if plan not in drafts:
        drafts[plan] = lineage(store, plan, as_of=as_of)
    return drafts[plan]


def shifts_of(store: Store, actor: str, **filters: Any) -> Page[Shift]:
    """Return where one actor shifted; NotFoundError. `filters` are those of `shifts`."""
    return shifts(store, actor=known(store, actor, filters.get("as_of")), **filters)


@naming
def consistency(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Consistency]:
    """Return, in order of id, how often actors kept to what they had said, of those that can be compared."""
    compared: dict[str, list[bool]] = {}
    speakers: dict[str, Speaker] = {}
    for course in courses(store, actor=actor, plan=plan, as_of=seen(as_of, None)):
        speakers[course.actor.id] = course.actor
        compared.setdefault(course.actor.id, []).extend(_moved(*step) for step in course.steps())
    found = [_consistency(speakers[id_], moved) for id_, moved in compared.items() if moved]
    items, next_ = paged(found, lambda one: (one.actor.id, ""), after, limit, "consistency")
    return Page[Consistency](items=items, next=next_)


def courses(
    store: Store,
    *,
    actor: str | None = None,
    plan: str | None = None,
    term: str | None = None,
    claim: str | None = None,
    as_of: str | None = None,
) -> list[Course]:
    """Return what each actor did to each thing that it spoke of on more than one day."""
    drafts = dict[str, Lineage]()
    terms: list[str] | None = None
    if term is not None:
        of = plan_of(store, term)
        drafts = {of: lineage(store, of, as_of=as_of)} if of else drafts
        terms = sorted(drafts[of].same(term)) if of else [term]
    rows = filtered(
        store, "courses", actor=meant(store, actor), plan=plan, claim=claim, terms=terms, as_of=as_of
    )
    return _courses(store, rows, drafts, as_of)


def _courses(store: Store, rows: list[Row], drafts: dict[str, Lineage], as_of: str | None) -> list[Course]:
    for id_ in {row["plan"] for row in rows} - {None}:
        _drafts_of(store, id_, drafts, as_of)
    grouped: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row["actor_id"], row["target_kind"], _thing(row, drafts)), []).append(row)
    found = (Course(speaker_of(group[0]), key[1], _days(group)) for key, group in sorted(grouped.items()))
    return [course for course in found if len(course.days) > 1]


def _thing(row: Row, drafts: dict[str, Lineage]) -> str:
    """Return what is the same for all that a statement's target was and became."""
    linked = drafts[row["plan"]].same(row["target_id"]) if row["plan"] else frozenset({row["target_id"]})
    return min(linked)


def _days(rows: Iterable[Row]) -> tuple[Footing, ...]:
    """Return what was done day by day; the same words about the same thing count on their first day alone."""
    first = dict[tuple[str, str, str], str]()
    new: list[Row] = []
    for row in rows:
        words = (row["target_id"], row["stance"], " ".join(row["words"].casefold().split()))
        if first.setdefault(words, row["day"]) == row["day"]:
            new.append(row)
    return tuple(_footing(day, [*group]) for day, group in groupby(new, key=lambda row: row["day"]))


def _footing(day: str, rows: list[Row]) -> Footing:
    targets = {row["target_id"]: row["target"] for row in rows}
    return Footing(
        day=day,
        acts=sorted({row["stance"] for row in rows}),
        targets=[Named(id=id_, name=name) for id_, name in sorted(targets.items())],
        words=[Stance.model_validate(row) for row in rows],
    )


def _moved(before: Footing, after: Footing) -> bool:
    return before.acts != after.acts


def _shift(course: Course, before: Footing, after: Footing) -> Shift:
    published = min(stance.published or "" for stance in after.words)
    return Shift(actor=course.actor, kind=course.kind, before=before, after=after, published=published)


def _latest_first(shift: Shift) -> tuple[str, str]:
    target = shift.after.targets[0].id
    return (shift.published, f"{shift.after.day} {shift.actor.id} {shift.kind} {target} {shift.before.day}")


def _consistency(actor: Speaker, moved: list[bool]) -> Consistency:
    score = round(1 - sum(moved) / len(moved), 4)
    return Consistency(actor=actor, compared=len(moved), shifted=sum(moved), score=score)
