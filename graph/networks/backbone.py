"""The backbone: the concepts that carry the structure of a network of actors.

As in rDNA (`dna_backbone`; `Exporter.iterateNestedBackbone`, `iterateSimulatedAnnealingBackbone`): the loss
of a set of concepts is the distance between the spectra of the network over all concepts and over these
alone. Where rDNA draws lots, a seed decides here; and the best set that was seen is returned, with its own
loss (rDNA returns its concepts with the loss of the last set).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, Literal

import numpy as np
from scipy import sparse

from ..errors import InputError
from .counts import Counts
from .deadline import ENDLESS, Deadline
from .onemode import one_mode
from .options import Kind, Normalisation

Method = Literal["nested", "fixed", "penalty"]

WORK = 2_000_000_000
"""Most of iterations x actors cubed: about a minute."""


@dataclass(frozen=True)
class Backbone:
    """Concepts that carry the network, and those that do not; both in order of id.

    `steps`, of a nested backbone: each concept as it was left out, with the loss of what remained then,
    and of all that had been left out.
    """

    method: Method
    kept: list[str]
    redundant: list[str]
    loss: float
    redundant_loss: float
    steps: list[tuple[str, float, float]]


def backbone(
    counts: Counts,
    method: Method = "nested",
    kind: Kind = "subtract",
    normalisation: Normalisation = "average",
    *,
    penalty: float = 3.5,
    size: int | None = None,
    iterations: int = 1_000,
    seed: int = 0,
    deadline: Deadline = ENDLESS,
) -> Backbone:
    """Return the backbone of the network of actors.

    "nested" leaves out one concept after the other, the one whose loss is least; `size` of them are kept,
    all unless given: then the steps tell. "fixed" looks for the best `size` concepts, "penalty" for the
    best number too: its loss is weighed by exp(-penalty x share left out). InputError when there are
    fewer than two concepts, or too much work;
    OverlongError past the deadline.
    """
    everything = len(counts.concepts)
    if everything < 2:
        raise InputError("a backbone takes two concepts at least")
    if (method == "fixed" or size is not None) and not 0 < (size or 0) < everything:
        raise InputError(f"give a size from 1 to {everything - 1}: there are {everything} concepts")
    turns = everything * (everything + 1) // 2 if method == "nested" else iterations
    if turns * max(len(counts.actors), 8) ** 3 > WORK:
        raise InputError("too many actors and concepts for a backbone; narrow it by plan, topic or time")
    loss = _losses(counts, kind, normalisation, deadline)
    if method == "nested":
        return _nested(counts.concepts, loss, size or everything)
    return _annealed(counts.concepts, loss, method, penalty, size or 1, iterations, Random(seed))


Loss = Callable[[frozenset[int]], float]


def _losses(counts: Counts, kind: Kind, normalisation: Normalisation, deadline: Deadline) -> Loss:
    """Return the loss as a function of the concepts that are kept."""

    def spectrum(concepts: list[int]) -> Any:
        plus, minus = (sparse.csr_array(m[:, concepts]) for m in (columns.plus, columns.minus))
        part = Counts(counts.actors, [counts.concepts[c] for c in concepts], plus, minus)
        return normalised_spectrum(one_mode(part, kind, normalisation).toarray())

    columns = counts
    whole = spectrum(list(range(len(counts.concepts))))
    known: dict[frozenset[int], float] = {}

    def loss(concepts: frozenset[int]) -> float:
        deadline.check("take fewer iterations, or fewer statements by plan, topic or time")
        if concepts not in known:
            known[concepts] = float(np.abs(whole - spectrum(sorted(concepts))).sum())
        return known[concepts]

    return loss


def normalised_spectrum(weights: Any) -> Any:
    """Return the eigenvalues of the Laplacian, rising, scaled to add up to 1; negative weights are 0."""
    positive = np.maximum(weights, 0.0)
    laplacian = np.diag(positive.sum(axis=1)) - positive
    values = np.linalg.eigvalsh(laplacian) if len(laplacian) else np.zeros(0)
    total = values.sum()
    return values / total if total > 1e-12 else values


def _nested(concepts: list[str], loss: Loss, size: int) -> Backbone:
    everything = frozenset(range(len(concepts)))
    left, kept, steps = everything, everything, list[tuple[str, float, float]]()
    while left:
        # Of equals the last one goes, as in rDNA; losses that differ only by rounding are equal.
        least, place = min((round(loss(left - {c}), 12), -c) for c in left)
        left = left - {-place}
        steps.append((concepts[-place], least, loss(everything - left)))
        kept = left if len(left) == size else kept
    return Backbone("nested", *_named(concepts, kept), loss(kept), loss(everything - kept), steps)


def _named(concepts: list[str], kept: frozenset[int]) -> tuple[list[str], list[str]]:
    return (
        [concept for place, concept in enumerate(concepts) if place in kept],
        [concept for place, concept in enumerate(concepts) if place not in kept],
    )


def _annealed(
    concepts: list[str], loss: Loss, method: Method, penalty: float, size: int, iterations: int, lots: Random
) -> Backbone:
    everything = len(concepts)

    def weighed(kept: frozenset[int]) -> float:
        strength = penalty if method == "penalty" else 0.0
        return loss(kept) * math.exp(-strength * (everything - len(kept)) / everything)

    now = frozenset(lots.sample(range(everything), size if method == "fixed" else 1))
    best = now
    for turn in range(1, iterations + 1):
        temperature = 1 - 1 / (1 + math.exp(-(-5 + 12 * turn / iterations)))
        new = _moved(now, everything, method, lots)
        worse = weighed(new) - weighed(now)
        if worse < 0 or lots.random() < math.exp(-worse) * temperature:
            now = new
        if weighed(now) < weighed(best):
            best = now
    redundant = frozenset(range(everything)) - best
    return Backbone(method, *_named(concepts, best), loss(best), loss(redundant), [])


def _moved(now: frozenset[int], everything: int, method: Method, lots: Random) -> frozenset[int]:
    """Return the set with a concept more, one less, or one for another, as the lot falls."""
    inside, outside = sorted(now), sorted(set(range(everything)) - now)
    moves = ["swap"]
    if method == "penalty":
        moves += ["add"] if len(inside) < everything - 1 else []
        moves += ["remove"] if len(inside) > 1 else []
    move = lots.choice(moves)
    more = frozenset({lots.choice(outside)}) if move != "remove" else frozenset[int]()
    less = frozenset({lots.choice(inside)}) if move != "add" else frozenset[int]()
    return (now | more) - less
