"""Drafts of a plan side by side, and the stances that later drafts carry or leave behind."""

from collections import Counter
from collections.abc import Iterable

from ..answers import DraftStep, DraftSummary, Fate, Followed, Named, PlanDiff, PlanVersions, Row
from ..drafts import Pair, Relation, align
from ..errors import InputError, NotFoundError
from ..store import Store
from .deeds import by_age, deeds, stances
from .filters import filtered_by
from .lineage import Draft, Lineage, alignments, lineage
from .pages import one
from .pairs import paired
from .plans import plan_row

ON_PROVISIONS = ("supports", "rejects", "accepts_if")
"""A demand is no stance on the provision as it stands."""


def versions(store: Store, plan: str, *, as_of: str | None = None) -> PlanVersions:
    """Return the drafts of a plan, oldest first, and what became of the stances; NotFoundError."""
    row = plan_row(store, plan, as_of)
    line = lineage(store, plan, as_of=as_of)
    known = store.read("plan_versions", plan=plan, filter=filtered_by(as_of=as_of))
    steps = [
        DraftStep(old=old, new=new, counts=_counts(pairs))
        for old, new, pairs in zip(line.versions, line.versions[1:], line.steps, strict=False)
    ]
    before = line.drafts[:-1]
    return PlanVersions(
        plan=Named(**row),
        drafts=[_summary(each) for each in known],
        steps=steps,
        stances=followed(store, line, before, as_of=as_of),
    )


def diff(
    store: Store, old: str | None = None, new: str | None = None, *, plan: str | None = None,
    as_of: str | None = None,
) -> PlanDiff:  # fmt: skip
    """Return what each provision of draft `old` is in draft `new`; without them, the two newest of `plan`.

    With one of them, its neighbour is the other. NotFoundError for an unknown draft; InputError when they are
    not two drafts of one plan, the older first.
    """
    plan = plan or _plan_of(store, old or new)
    row = plan_row(store, plan, as_of)
    line = lineage(store, plan, as_of=as_of)
    before, after = _chosen(line, plan, old, new)
    pairs = _pairs(store, line, before, after)
    return PlanDiff(
        plan=Named(**row),
        old=_summary_of(before),
        new=_summary_of(after),
        counts=_counts(pairs),
        pairs=[paired(pair, before, after) for pair in pairs],
        stances=followed(store, line, [before, after], upto=after.id, as_of=as_of),
    )


def followed(
    store: Store, line: Lineage, drafts: Iterable[Draft], *, upto: str | None = None, as_of: str | None = None
) -> list[Followed]:
    """Return the stances on provisions of drafts, oldest first, with their fate at each later draft.

    `upto`: at this draft only.
    """
    terms = [provision.id for draft in drafts for provision in draft.provisions]
    done = [d for d in deeds(store, terms, until=as_of, wanting=True) if d.act in ON_PROVISIONS]
    found: list[Followed] = []
    for stance in sorted(stances(store, done), key=by_age):
        version = line.version_of(stance.target_id)
        assert version is not None
        later = line.versions[line.versions.index(version) + 1 :]
        fates = [_fate(line, stance.target_id, each) for each in later if upto in (None, each)]
        found.append(Followed(term=stance.target_id, version=version, stance=stance, fates=fates))
    return found


def _fate(line: Lineage, term: str, version: str) -> Fate:
    status, step = line.at(term, version)
    return Fate(version=version, status="stale" if status == "stale" else "carried", step=step)


def _plan_of(store: Store, version: str | None) -> str:
    if version is None:
        raise InputError("say which plan, or which drafts")
    return one(store.read("plan_of_version", version=version), "draft", version)["plan"]


def _chosen(line: Lineage, plan: str, old: str | None, new: str | None) -> tuple[Draft, Draft]:
    """Return the drafts that are asked for, the older first."""
    for version in filter(None, (old, new)):
        if version not in line.versions:
            known = f"its drafts are {', '.join(line.versions)}" if line.versions else "it has no drafts"
            raise NotFoundError(f"the graph holds no provisions of a draft {version!r} of {plan!r}; {known}")
    if len(line.versions) < 2:
        raise InputError(f"{plan!r} has fewer than two drafts with provisions: there is nothing to compare")
    place = {version: n for n, version in enumerate(line.versions)}
    last = place[new] if new else place[old] + 1 if old else len(line.versions) - 1
    first = place[old] if old else last - 1
    if not 0 <= first < last < len(line.versions):
        raise InputError("give two different drafts, the older as `old` and the newer as `new`")
    return line.drafts[first], line.drafts[last]


def _pairs(store: Store, line: Lineage, old: Draft, new: Draft) -> Iterable[Pair]:
    first = line.versions.index(old.id)
    if line.versions[first + 1] == new.id:
        return line.steps[first]
    # Past the drafts between, "dropped" may be undone: what is judged of both drafts alone is taken over.
    judged = [each for each in alignments(store) if each.older and each.newer]
    return align(old.provisions, new.provisions, judged)


def _counts(pairs: Iterable[Pair]) -> dict[Relation, int]:
    return Counter(pair.relation for pair in pairs)


def _summary(row: Row) -> DraftSummary:
    return DraftSummary.model_validate({**row, "provisions": row["terms"]})


def _summary_of(draft: Draft) -> DraftSummary:
    return DraftSummary(
        id=draft.id,
        name=draft.name,
        dated=draft.dated,
        published=draft.published,
        provisions=len(draft.provisions),
    )
