"""Polarisation: how well a network falls into camps that agree within and conflict with each other.

The measure is the modularity of a signed network: how much more congruence lies within camps, and how
much more conflict between them, than the activity of the actors alone would bring about (Gómez, Jensen
and Arenas, Physical Review E 80, 016114, 2009). It is 0 where there are no camps, and at most 1.
rDNA's own score (`Polarization.qualityAbsdiff`) is not taken: as it stands there it grows with congruence
between camps and is then made as large as can be.
"""

from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any

import numpy as np

from ..errors import InputError
from .counts import Matrix
from .deadline import ENDLESS, Deadline

ACTORS = 500
"""Most actors, for the search takes their number squared at each turn."""

STARTS = 20

ADVICE = "take larger windows, a shorter period or fewer camps"


@dataclass(frozen=True)
class Camps:
    """The best division into camps that was found: of each actor its camp, counted from 0."""

    modularity: float
    camp_of: list[int]
    within: float
    """The share of congruence that lies within camps; 0 where there is none."""
    between: float
    """The share of conflict that lies between camps; 0 where there is none."""


def camps(
    congruence: Matrix, conflict: Matrix, number: int = 2, seed: int = 0, deadline: Deadline = ENDLESS
) -> Camps:
    """Return the division into at most `number` camps with the greatest modularity that was found.

    From each of STARTS divisions one actor at a time moves to where it fits best, or two change places,
    until nothing gains; the best end is taken, and of equals the first. Camps are numbered in the order
    of their first actor. InputError for fewer than two camps or more than ACTORS actors;
    OverlongError past the deadline.
    """
    actors = congruence.shape[0]
    if number < 2:
        raise InputError("polarisation takes two camps at least")
    if actors > ACTORS:
        raise InputError(f"more than {ACTORS} actors for camps; narrow it by plan, topic or time")
    agree, oppose = congruence.toarray(), conflict.toarray()
    gain = _gain(agree, oppose)
    lots = Random(seed)
    best, most = np.zeros(actors, np.int64), 0.0  # all in one camp
    for _ in range(STARTS if actors else 0):
        start = np.array([lots.randrange(number) for _ in range(actors)], np.int64)
        found = _climbed(gain, start, number, deadline)
        value = _value(gain, found)
        if value > most + 1e-12:
            best, most = found, value
    names = {camp: place for place, camp in enumerate(dict.fromkeys(best.tolist()))}
    same = best[:, None] == best[None, :]
    return Camps(
        most,
        [names[camp] for camp in best.tolist()],
        _share(agree, same),
        _share(oppose, ~same),
    )


def _gain(agree: Any, oppose: Any) -> Any:
    """Return what each pair adds to the modularity when it is in one camp."""
    mass = agree.sum() + oppose.sum()
    if not mass:
        return np.zeros_like(agree)
    gain = (agree - _expected(agree)) - (oppose - _expected(oppose))
    return gain / mass


def _expected(weights: Any) -> Any:
    degrees, total = weights.sum(axis=1), weights.sum()
    return np.outer(degrees, degrees) / total if total else np.zeros_like(weights)


def _value(gain: Any, division: Any) -> float:
    return float(gain[division[:, None] == division[None, :]].sum())


def _climbed(gain: Any, division: Any, number: int, deadline: Deadline) -> Any:
    pair = gain - np.diag(np.diag(gain))
    while True:
        deadline.check(ADVICE)
        # Of each actor and camp: what the actor has in common with those of the camp.
        common = np.stack([pair[:, division == camp].sum(axis=1) for camp in range(number)], axis=1)
        own = common[np.arange(len(division)), division]
        moves = common - own[:, None]
        actor, camp = np.unravel_index(int(moves.argmax()), moves.shape)
        if moves[actor, camp] > 1e-12:
            division = division.copy()
            division[actor] = camp
            continue
        swapped = _swapped(pair, division, moves)
        if swapped is None:
            return division
        division = swapped


def _swapped(pair: Any, division: Any, moves: Any) -> Any:
    """Return the division after the two actors change places that gain most, None if none do."""
    best, most = None, 1e-12
    for one, other in combinations(sorted(set(division.tolist())), 2):
        ones, others = np.flatnonzero(division == one), np.flatnonzero(division == other)
        both = moves[ones, other][:, None] + moves[others, one][None, :] - 2 * pair[np.ix_(ones, others)]
        if both.max() > most:
            most = float(both.max())
            best = (ones[both.argmax() // len(others)], others[both.argmax() % len(others)])
    if best is None:
        return None
    division = division.copy()
    division[list(best)] = division[list(best)[::-1]]
    return division


def _share(weights: Any, chosen: Any) -> float:
    total = float(weights.sum())
    return float(weights[chosen].sum()) / total if total else 0.0
