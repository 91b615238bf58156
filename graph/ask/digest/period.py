"""The period of a digest, and what all its sections need."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...answers import Row
from ...store import Store
from ..filters import filtered_by


@dataclass(frozen=True)
class Period:
    """From when until when, and of which plan."""

    store: Store
    since: str
    until: str | None
    plan: str | None

    def read(self, name: str) -> list[Row]:
        """Run one of the queries of a period."""
        return self.store.read(name, filter=self.filter())

    def filter(self) -> dict[str, str | int | list[str]]:
        """Return the filter of such queries."""
        return filtered_by(since=self.since, until=self.until, plan=self.plan)

    def plans(self) -> list[str]:
        """Return the plan, or all plans."""
        if self.plan is not None:
            return [self.plan]
        return [row["id"] for row in self.store.read("plans", filter={"counted": 0, "limit": 1000})]


def places(store: Store, terms: Iterable[str]) -> dict[str, str]:
    """Return the name of the draft, or else of the plan, that each provision is of."""
    rows = store.read("names_of_places", terms=sorted(set(terms)))
    return {row["term"]: row["name"] for row in rows}
