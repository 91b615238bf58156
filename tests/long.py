"""How long tests of chance look: with `COUNTERCLAIM_TEST_LONG=N` N times as much (CONTRIBUTING.md)."""

import os
from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import HealthCheck
from hypothesis import settings as bounds

T = TypeVar("T")
TIMES = int(os.environ.get("COUNTERCLAIM_TEST_LONG") or 1)


def tries(usual: int) -> Any:
    """Settings of hypothesis: so many examples usually, the same ones each time; in long mode other ones."""
    return bounds(
        max_examples=usual * TIMES,
        deadline=None,
        derandomize=TIMES == 1,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def some(values: Sequence[T], place: int, most: int = 4) -> Sequence[T]:
    """Some of the values, others for each place, so that all have their turn; in long mode all of them."""
    if TIMES > 1:
        return values
    return [values[(place * most + i) % len(values)] for i in range(most)]
