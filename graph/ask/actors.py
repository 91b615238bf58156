"""Who speaks."""

from ..answers import ActorAnswer, ActorSummary, Page
from ..store import Store
from .evidence import first
from .filters import filtered
from .judgements import judgements_on
from .pages import decode, next_cursor, one

MOST = 500


def actors(
    store: Store,
    *,
    kind: str | None = None,
    text: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[ActorSummary]:
    """Return actors in order of id; `text` looks in names, aliases and misspellings."""
    (id_,) = decode(after, 1)
    rows = filtered(store, "actors", kind=kind, text=text, after_id=id_, limit=limit + 1)
    items = [ActorSummary.model_validate(row) for row in rows[:limit]]
    return Page[ActorSummary](items=items, next=next_cursor(rows, limit, "id"))


def actor(store: Store, id_: str) -> ActorAnswer:
    """Return one actor with all that it claims, denies and wants; NotFoundError if unknown.

    The id of an actor that is merged into another gives that other one.
    """
    row = one(store.read("actor", actor=id_), "actor", id_)
    roles = [role for n, role in enumerate(row["roles"]) if role not in row["roles"][:n]]
    said, more = first(store, store.read("actor_statements", actor=row["id"], limit=MOST + 1), MOST)
    judged = judgements_on(store, [row["id"], *(actor["id"] for actor in row["merged_from"])])
    return ActorAnswer.model_validate(
        {**row, "roles": roles, "judged": judged, "statements": said, "more": more}
    )


def known(store: Store, id_: str) -> str:
    """Return the id of the actor that an id stands for; NotFoundError if the graph holds none."""
    return one(store.read("actor_known", actor=id_), "actor", id_)["id"]
