"""Who agrees with whom, and who disagrees: pairs of actors by what they say of the same things."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal, NamedTuple

from ..answers import Common, Page, Relation, Speaker
from ..errors import InputError
from ..store import Store
from .actors import known
from .deeds import Doing, Target, sides, speaker
from .filters import require_period
from .pages import paged

Kin = dict[str, set[str]]
"""Of a claim: the larger claims that hold it, and its parts."""

# To want a thing is one side, whether by support or by demand. Acceptance under a condition is a side
# of its own: it agrees with its like and contradicts nobody.
SIDES = {
    "asserts": "true", "denies": "false",
    "supports": "for", "demands": "for", "rejects": "against", "accepts_if": "if",
}  # fmt: skip

MOST = 300_000
"""Ties that are counted for one answer: some seconds of work, and far more than a picture can show."""


class Tie(NamedTuple):
    """Two actors, in order of id, that say the same or the opposite of one thing."""

    one: str
    other: str
    on: Target
    same: bool


def ties(doings: Iterable[Doing], kin: Kin, only: str | None = None) -> set[Tie]:
    """Return who agrees and who disagrees on what; `only` gives the ties of one actor.

    A denial of a part contradicts those who assert the whole, and a denial of the whole those who assert
    a part, as `kin` tells. InputError when there would be more than MOST: they grow with the square of
    those who speak of one thing.
    """
    sides: dict[Target, dict[str, set[str]]] = {}
    for doing in doings:
        sides.setdefault(doing.target, {}).setdefault(SIDES[doing.act], set()).add(doing.actor)
    found = set[Tie]()
    for target, held in sides.items():
        asserting = _asserting(target, sides, kin)
        for ones, others, same in (
            *((actors, actors, True) for actors in held.values()),
            (held.get("for", set[str]()), held.get("against", set[str]()), False),
            (held.get("false", set[str]()), asserting, False),
        ):
            if only is None and len(found) + len(ones) * len(others) > MOST:
                raise InputError(
                    f"more than {MOST} ties; ask for those of one plan, topic or actor, or for less time"
                )
            found |= _joined(ones, others, target, same, only)
    return found


def _asserting(denied: Target, sides: dict[Target, dict[str, set[str]]], kin: Kin) -> set[str]:
    """Return who asserts a claim, a larger claim that holds it, or a part of it."""
    kind, id_ = denied
    claims = {id_} | kin.get(id_, set())
    return {actor for claim in claims for actor in sides.get((kind, claim), {}).get("true", ())}


def _joined(ones: set[str], others: set[str], on: Target, same: bool, only: str | None) -> set[Tie]:
    if only is not None:
        others = (others if only in ones else set[str]()) | (ones if only in others else set[str]())
        ones = {only}
    pairs = {(min(a, b), max(a, b)) for a, b in product(ones, others) if a != b}
    return {Tie(one, other, on, same) for one, other in pairs}


def kin_of(store: Store, claims: Iterable[str]) -> Kin:
    """Return the larger claims that hold each of these claims, and their parts."""
    found: Kin = {}
    for row in store.read("claims_around", claims=sorted(set(claims))):
        found.setdefault(row["part"], set()).add(row["whole"])
        found.setdefault(row["whole"], set()).add(row["part"])
    return found


def around(store: Store, actor: str) -> tuple[list[str], Kin]:
    """Return the ids of what an actor speaks of and of the claims around it, and their kin."""
    own = [row["id"] for row in store.read("targets_of_actor", actor=actor)]
    kin = kin_of(store, own)
    return sorted({*own, *kin}), kin


def relations(
    store: Store,
    actor: str,
    side: Literal["allies", "opponents"],
    *,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Relation]:
    """Return who agrees (allies) or disagrees (opponents) with an actor on most, those first.

    Whoever does both is in both lists, with both numbers. NotFoundError if there is no such actor.
    """
    require_period(since, until)
    actor = known(store, actor, as_of)
    targets, kin = around(store, actor)
    doings = sides(store, targets, since=since, until=until, as_of=as_of)
    found = _relations(actor, ties(doings, kin, only=actor), doings)
    wanted = [r for r in found if (r.agreements if side == "allies" else r.conflicts)]

    def most_first(relation: Relation) -> tuple[str, str]:
        number = relation.agreements if side == "allies" else relation.conflicts
        return (f"{10**9 - number:010}", relation.actor.id)

    items, next_ = paged(wanted, most_first, after, limit, side)
    return Page[Relation](items=items, next=next_)


def _relations(actor: str, found: set[Tie], doings: list[Doing]) -> Iterator[Relation]:
    speakers: dict[str, Speaker] = {doing.actor: speaker(doing) for doing in doings}
    names = {doing.target: doing.name for doing in doings}
    grouped: dict[str, list[Common]] = {}
    for tie in sorted(found):
        other = tie.other if tie.one == actor else tie.one
        on = Common(id=tie.on[1], kind=tie.on[0], name=names[tie.on], same=tie.same)
        grouped.setdefault(other, []).append(on)
    for other, on in grouped.items():
        agreements = sum(each.same for each in on)
        yield Relation(actor=speakers[other], agreements=agreements, conflicts=len(on) - agreements, on=on)
