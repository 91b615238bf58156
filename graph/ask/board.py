"""The board of a plan: terms against actors, in each cell where the actor stands."""

from collections import Counter
from collections.abc import Iterable

from ..answers import Board, BoardActor, BoardTerm, Cell, Named, Stance
from ..store import Store
from .dates import days_between
from .deeds import Doing, Target, by_age, deeds, latest, leaning, speaker, stances
from .filters import filtered, meant, require_period, seen
from .lineage import Lineage, lineage
from .naming import require_named, require_topic
from .plans import plan_row, terms_of_plan


def board(
    store: Store,
    plan: str,
    *,
    topic: str | None = None,
    draft: str | None = None,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
) -> Board:
    """Return who stands where on each term of a plan; NotFoundError if there is no such plan.

    The terms are in the plan's order, but what one provision was in each draft stands side by side.
    A stance on a claim about a term stands in the term's cell; its `target` tells so. `as_of` sees the graph,
    and so the drafts, as published by then; without it, as of `until`.
    """
    require_period(since, until)
    moment = seen(as_of, until)
    row = plan_row(store, plan, as_of)
    actor = meant(store, actor)
    drafts = lineage(store, plan, as_of=moment)
    chosen = {
        t.id: t
        for t in terms_of_plan(store, plan, moment)
        if (topic is None or t.topic == topic) and (draft is None or (t.draft and t.draft.id == draft))
    }
    shown = [chosen[id_] for id_ in drafts.together(chosen)]
    terms_of = _terms_of(store, plan, moment)
    doings = deeds(store, (id_ for _, id_ in terms_of), until=until, as_of=moment, wanting=True)
    taken = stances(store, doings)
    newest = latest(taken)
    kept = [
        stance
        for stance in taken
        if (actor is None or stance.actor_id == actor)
        and (since is None or (stance.published or "")[: len(since)] >= since)
    ]
    cells = _cells(kept, terms_of, [t.id for t in shown], newest, drafts)
    if not cells:
        require_named(store, as_of, actor=actor, draft=draft)
        require_topic(store, topic)
    return Board(
        plan=Named(**row),
        newest=newest,
        terms=[BoardTerm.model_validate(t.model_dump(exclude={"binds", "statements"})) for t in shown],
        actors=_actors(cells, doings),
        cells=cells,
    )


def _terms_of(store: Store, plan: str, moment: str | None) -> dict[Target, list[str]]:
    """Return the terms that each term and claim bears on."""
    found: dict[Target, list[str]] = {}
    for row in filtered(store, "targets_of_terms", plan=plan, as_of=moment):
        found.setdefault((row["kind"], row["id"]), []).append(row["term"])
    return found


def _cells(
    taken: list[Stance],
    terms_of: dict[Target, list[str]],
    shown: list[str],
    newest: str | None,
    drafts: Lineage,
) -> list[Cell]:
    grouped: dict[tuple[str, str], list[Stance]] = {}
    for stance in taken:
        for term in terms_of.get((stance.target_kind, stance.target_id), ()):
            grouped.setdefault((term, stance.actor_id), []).append(stance)
    places = {term: place for place, term in enumerate(shown)}
    keys = sorted((key for key in grouped if key[0] in places), key=lambda key: (places[key[0]], key[1]))
    return [_cell(*key, sorted(grouped[key], key=by_age), newest, drafts) for key in keys]


def _cell(term: str, actor: str, taken: list[Stance], newest: str | None, drafts: Lineage) -> Cell:
    last = latest(taken)
    own = [stance for stance in taken if stance.target_kind == "Term"]
    return Cell(
        term=term,
        actor=actor,
        stance=leaning(taken),
        own=leaning(own) if own else None,
        status=drafts.status(term),
        step=drafts.step(term),
        statements=len({stance.statement for stance in taken}),
        direct=len({stance.statement for stance in taken if stance.mode == "direct"}),
        latest=last,
        days_old=days_between(last, newest),
        stances=taken,
    )


def _actors(cells: Iterable[Cell], doings: Iterable[Doing]) -> list[BoardActor]:
    said = Counter(
        actor for actor, _ in {(cell.actor, stance.statement) for cell in cells for stance in cell.stances}
    )
    speakers = {doing.actor: speaker(doing) for doing in doings}
    actors = [BoardActor(**speakers[id_].model_dump(), statements=n) for id_, n in said.items()]
    return sorted(actors, key=lambda actor: (-actor.statements, actor.id))
