"""How often each actor takes each side on each concept: the matrices that all networks are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

Matrix = sparse.csr_array[Any, tuple[int, int]]
"""Weights, as a sparse matrix of floats."""


@dataclass(frozen=True)
class Counts:
    """Actors against concepts, each in order; for each sign how often, or with what weight.

    rDNA holds the same as a three-dimensional array (`Exporter.createArray`).
    """

    actors: list[str]
    concepts: list[str]
    plus: Matrix
    minus: Matrix

    @property
    def both(self) -> Matrix:
        """How often each actor speaks of each concept, on either side."""
        return sparse.csr_array(self.plus + self.minus)

    @property
    def levels(self) -> Matrix:
        """Actors against concepts taken apart by sign."""
        return sparse.csr_array(sparse.hstack([self.plus, self.minus]))

    def turned(self) -> "Counts":
        """Return concepts against actors."""
        return Counts(
            self.concepts, self.actors, sparse.csr_array(self.plus.T), sparse.csr_array(self.minus.T)
        )

    def work(self) -> int:
        """Return how many products the one-mode network takes: pairs that share a concept, with order."""
        degrees = np.diff(sparse.csc_array(self.both).indptr).astype(np.int64)
        return int((degrees * degrees).sum())


def counted(
    said: Iterable[tuple[str, str, bool]],
    weights: Sequence[float] | None = None,
    labels: tuple[list[str], list[str]] | None = None,
) -> Counts:
    """Return the counts of (actor, concept, positive); each adds 1, or its weight.

    The labels are those who speak and what is spoken of, in order, unless given: then all of those, and
    no others may be in the table.
    """
    table = list(said)
    actors, concepts = labels or (sorted({row[0] for row in table}), sorted({row[1] for row in table}))
    row_of = {actor: place for place, actor in enumerate(actors)}
    column_of = {concept: place for place, concept in enumerate(concepts)}
    rows = np.fromiter((row_of[row[0]] for row in table), np.int64, len(table))
    columns = np.fromiter((column_of[row[1]] for row in table), np.int64, len(table))
    positive = np.fromiter((row[2] for row in table), np.bool_, len(table))
    values = np.ones(len(table)) if weights is None else np.asarray(weights, np.float64)

    def of(sign: Any) -> Matrix:
        shape = (len(actors), len(concepts))
        found = sparse.coo_array((values[sign], (rows[sign], columns[sign])), shape=shape)
        return sparse.csr_array(found)

    return Counts(actors, concepts, of(positive), of(~positive))


def kept(matrix: Any) -> Matrix:
    """Return the matrix in order, with only what is not zero."""
    found = sparse.csr_array(matrix)
    found.eliminate_zeros()
    found.sort_indices()
    return found


def some(matrix: Matrix) -> Matrix:
    """Return 1 where the matrix holds more than zero."""
    return sparse.csr_array((matrix > 0).astype(np.float64))
