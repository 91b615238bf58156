"""One-to-one matching with the greatest sum of weights: the Hungarian method, in O(n³)."""

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of an optimal matching, by row; weights of 0 or less never pair.

    Kuhn 1955 in the form with potentials (shortest augmenting paths). SciPy has it as
    linear_sum_assignment, but nothing else here needs SciPy.
    """
    size = max(len(weights), max((len(row) for row in weights), default=0))
    cost = [[0.0] * (size + 1)] + [
        [0.0, *(-max(w, 0.0) for w in row), *[0.0] * (size - len(row))] for row in weights
    ]
    cost += [[0.0] * (size + 1) for _ in range(size - len(weights))]
    row_of = _columns(cost, size)
    pairs = [(row_of[column] - 1, column - 1) for column in range(1, size + 1)]
    return sorted((r, c) for r, c in pairs if r < len(weights) and c < len(weights[r]) and weights[r][c] > 0)


def _columns(cost: list[list[float]], size: int) -> list[int]:
    """Return the row of each column, rows and columns counted from 1, column 0 being spare."""
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        came_from = [0] * (size + 1)
        slack, done = [float("inf")] * (size + 1), [False] * (size + 1)
        column = 0
        while row_of[column]:
            done[column] = True
            here = row_of[column]
            for other in range(1, size + 1):
                if not done[other]:
                    reduced = cost[here][other] - row_price[here] - column_price[other]
                    if reduced < slack[other]:
                        slack[other], came_from[other] = reduced, column
            nearest = min((c for c in range(1, size + 1) if not done[c]), key=lambda c: slack[c])
            step = slack[nearest]
            for other in range(size + 1):
                if done[other]:
                    row_price[row_of[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of
