"""Which documents a file holds: all, or those that filters choose."""

from dataclasses import asdict, dataclass

from ..ask.filters import require_period
from ..errors import NotFoundError
from ..store import Store


@dataclass(frozen=True)
class Choice:
    """Filters, each of which a document must meet; what it is chosen by, it is exported with, whole.

    documents: one of these ids. actor, plan: it holds a statement of the actor, about the plan, one of its
    drafts or terms, or a claim about these. since, until: published then or later, then or before.
    """

    documents: tuple[str, ...] = ()
    plan: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING

    def filter(self) -> dict[str, object]:
        """Return the filters as the queries take them."""
        return {**asdict(self), "documents": sorted(set(self.documents)) or None}

    def require_known(self, store: Store) -> None:
        """Raise NotFoundError for an id that the graph does not hold: a misspelt one gives no empty file.

        InputError for dates that are none, or in the wrong order.
        """
        require_period(self.since, self.until)
        asked = [("Document", id_) for id_ in self.documents]
        asked += [("Plan", self.plan)] if self.plan else []
        asked += [("Actor", self.actor)] if self.actor else []
        for key, id_ in asked:
            if not store.read("export_known", key=key, id=id_):
                raise NotFoundError(f"the graph holds no {key.lower()} {id_!r}")


EVERYTHING = Choice()
