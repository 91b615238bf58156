"""One-mode networks: actors joined by concepts, or concepts by actors (`Exporter.computeOneModeMatrix`)."""

from typing import Any

import numpy as np
from scipy import sparse

from .counts import Counts, Matrix, kept, some
from .options import Kind, Normalisation


def one_mode(
    counts: Counts, kind: Kind, normalisation: Normalisation = "no", near: Matrix | None = None
) -> Matrix:
    """Return the symmetric matrix of weights between the actors of `counts`; its diagonal is empty.

    Congruence is the sum over concepts of the product of the two actors' statements for it, plus that of
    those against it; conflict, of those for it by one and against it by the other. Subtract is congruence
    less conflict. Ignore multiplies statements of either sign. Combine is ours: 1 where there is only
    congruence, 2 only conflict, 3 both, as rDNA codes signs in two-mode networks.

    `near` stands for `plus` in conflict, where more than the concept itself is contradicted by a denial.
    """
    found = _weights(counts, kind, near)
    if normalisation == "no":
        return found
    at = sparse.coo_array(found)
    rows, columns = at.coords
    norms = _NORMS[normalisation](counts, rows, columns)
    values = np.divide(at.data, norms, out=np.zeros_like(at.data), where=norms != 0)
    return kept(sparse.coo_array((values, (rows, columns)), shape=found.shape))


def _weights(counts: Counts, kind: Kind, near: Matrix | None) -> Matrix:
    if kind == "ignore":
        return _loose(counts.both @ counts.both.T)
    against = (counts.plus if near is None else near) @ counts.minus.T
    conflict = _loose(against + against.T)
    if kind == "conflict":
        return conflict
    congruence = _loose(counts.plus @ counts.plus.T + counts.minus @ counts.minus.T)
    if kind == "congruence":
        return congruence
    if kind == "subtract":
        return kept(congruence - conflict)
    return kept(some(congruence) + 2 * some(conflict))


def _loose(matrix: Any) -> Matrix:
    """Return the matrix without what an actor shares with itself."""
    found = sparse.coo_array(matrix)
    rows, columns = found.coords
    other = rows != columns
    return kept(sparse.coo_array((found.data[other], (rows[other], columns[other])), shape=found.shape))


def _activity(counts: Counts) -> Any:
    return np.asarray(counts.both.sum(axis=1)).ravel()


def _average(counts: Counts, rows: Any, columns: Any) -> Any:
    """Return half the sum of both actors' statements."""
    said = _activity(counts)
    return (said[rows] + said[columns]) / 2


def _cosine(counts: Counts, rows: Any, columns: Any) -> Any:
    """Return the product of both actors' statements: so rDNA computes what it calls cosine."""
    said = _activity(counts)
    return said[rows] * said[columns]


def _jaccard(counts: Counts, rows: Any, columns: Any) -> Any:
    """Return statements of only one of the two on a concept and sign, plus the products where both speak."""
    said, levels = _activity(counts), counts.levels
    common = _at(levels @ some(levels).T, rows, columns)
    other = _at(levels @ some(levels).T, columns, rows)
    shared = _at(levels @ levels.T, rows, columns)
    return (said[rows] - common) + (said[columns] - other) + shared


def _at(matrix: Any, rows: Any, columns: Any) -> Any:
    if not len(rows):
        return np.zeros(0)
    return np.asarray(sparse.csr_array(matrix)[rows, columns]).ravel()


_NORMS = {"average": _average, "cosine": _cosine, "jaccard": _jaccard}
