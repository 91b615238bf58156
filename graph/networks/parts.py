"""Wholes and parts in networks of conflict: ours, not rDNA's."""

from collections.abc import Iterable, Iterator, Mapping

from .rows import Row

Kin = Mapping[str, set[str]]
"""Of a concept: the larger ones that hold it, and its parts."""


def near(rows: Iterable[Row], kin: Kin, denied: set[str] | None = None) -> Iterator[Row]:
    """Yield what a denial meets: for each concept that is denied, who asserts it, its whole or a part.

    The denial of a part contradicts whoever asserts the whole, and that of the whole whoever asserts a
    part. One statement that asserts a whole with all its parts meets a denial once. What is `denied` is
    what the rows deny, unless given.
    """
    table = list(rows)
    if denied is None:
        denied = {row.concept for row in table if not row.positive}
    for row in table:
        if row.positive:
            for concept in sorted(({row.concept} | kin.get(row.concept, set())) & denied):
                yield row._replace(concept=concept)
