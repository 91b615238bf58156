"""What actors do to claims, terms and plans by live statements of their own: what positions rest on."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..answers import Named, Row, Speaker, Stance
from ..answers.stances import Leaning
from ..store import Store
from .filters import filtered_by, seen

STANCES = ("supports", "rejects", "demands", "accepts_if")

Target = tuple[str, str]
"""Kind and id of what is acted on."""


@dataclass(frozen=True)
class Doing:
    """One actor does one thing to one claim, term or plan by one statement."""

    target: Target
    name: str
    act: str
    speaker: tuple[str, str, str]
    statement: str
    mode: str
    published: str | None
    document: str

    @property
    def actor(self) -> str:
        """Id of the actor."""
        return self.speaker[0]


def deeds(
    store: Store,
    targets: Iterable[str],
    *,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    wanting: bool = False,
) -> list[Doing]:
    """Return what live statements do to these targets, ordered by target, actor and date.

    `as_of` sees the graph as published by then; without it, as of `until`. `wanting` leaves out assertions
    and denials: most of what is said, and no stance.
    """
    filter_ = filtered_by(
        actor=actor, since=since, until=until, as_of=seen(as_of, until), wanting=wanting or None
    )
    rows = store.read("deeds", targets=sorted(set(targets)), filter=filter_)
    return [_doing(row) for row in rows]


def stances_of(
    store: Store,
    actor: str,
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
) -> list[Doing]:
    """Return what one actor's live statements want or do not want, as `deeds` would."""
    filter_ = filtered_by(since=since, until=until, as_of=seen(as_of, until))
    return [_doing(row) for row in store.read("deeds_of_actor", actor=actor, filter=filter_)]


def sides(
    store: Store,
    targets: Iterable[str],
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
) -> list[Doing]:
    """Return of the `deeds` to these targets as many as tell who sides with whom.

    Without a date these are one of each actor, act and target, the first by its statement, which reads less;
    they tell no mode, no date and no document.
    """
    if since or until or as_of:
        return deeds(store, targets, since=since, until=until, as_of=as_of)
    found = (_doing(row) for row in store.read("sides", targets=sorted(set(targets))))
    return sorted(found, key=lambda doing: (doing.target, doing.actor, doing.statement, doing.act))


def _doing(row: Row) -> Doing:
    return Doing(
        (row["kind"], row["target"]), row["name"], row["act"],
        (row["actor_id"], row["actor"], row["actor_kind"]),
        row["statement"], row.get("mode", ""), row.get("published"), row.get("document", ""),
    )  # fmt: skip


def speaker(doing: Doing) -> Speaker:
    """Return the actor as it is told in answers."""
    id_, name, kind = doing.speaker
    return Speaker.model_validate({"id": id_, "name": name, "kind": kind})


def speaker_of(row: Row) -> Speaker:
    """Return who acts in a row, as it is told in answers."""
    return Speaker(id=row["actor_id"], name=row["actor"], kind=row["actor_kind"])


def named(doing: Doing) -> Named:
    """Return what is acted on as it is told in answers."""
    return Named(id=doing.target[1], name=doing.name)


def stances(store: Store, doings: Iterable[Doing]) -> list[Stance]:
    """Return the stances among the doings with their words, in the order given."""
    wanted = [doing for doing in doings if doing.act in STANCES]
    rows = store.read("stance_words", statements=sorted({doing.statement for doing in wanted}))
    words = {row["statement"]: row for row in rows}
    return [
        Stance(
            actor_id=doing.actor,
            actor=doing.speaker[1],
            stance=doing.act,
            target=doing.name,
            target_id=doing.target[1],
            target_kind=doing.target[0],
            mode=doing.mode,
            published=doing.published,
            **words[doing.statement],
        )
        for doing in wanted
        if doing.statement in words
    ]


def by_age(stance: Stance) -> tuple[str, str, str, str]:
    """Sort key: oldest first, then by statement; those of unknown date last."""
    return (stance.published or "9", stance.statement, stance.stance, stance.target_id)


def leaning(taken: list[Stance]) -> Leaning:
    """Return the one stance of all of them, or mixed."""
    one, *others = sorted({stance.stance for stance in taken})
    return "mixed" if others else one  # pyright: ignore[reportReturnType]


def latest(taken: list[Stance]) -> str | None:
    """Return the latest publication of them."""
    return max((stance.published for stance in taken if stance.published), default=None)
