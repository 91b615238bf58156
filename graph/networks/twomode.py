"""Two-mode networks: actors against concepts (`Exporter.computeTwoModeMatrix`)."""

from typing import Any

import numpy as np
from scipy import sparse

from .counts import Counts, Matrix, kept, some
from .options import Kind, Normalisation


def two_mode(counts: Counts, kind: Kind, normalisation: Normalisation = "no") -> Matrix:
    """Return the matrix of weights, actors against concepts.

    Ignore counts statements of either sign, subtract those for less those against. Combine gives a code:
    1 only for, 2 only against, 3 both. Activity divides by all statements of the actor, prominence by all
    on the concept, of either sign.
    """
    if kind == "combine":
        return kept(some(counts.plus) + 2 * some(counts.minus))
    found = counts.both if kind == "ignore" else counts.plus - counts.minus
    if normalisation == "activity":
        found = sparse.diags_array(_inverse(counts.both.sum(axis=1))) @ found
    elif normalisation == "prominence":
        found = found @ sparse.diags_array(_inverse(counts.both.sum(axis=0)))
    return kept(found)


def _inverse(sums: Any) -> Any:
    flat = np.asarray(sums, np.float64).ravel()
    return np.divide(1.0, flat, out=np.zeros_like(flat), where=flat != 0)
