"""Who speaks."""

from ..answers import ActorAnswer, ActorSummary, Page, Row
from ..store import Store
from .evidence import first
from .filters import filtered, filtered_by, require_dates
from .judgements import judgements_on
from .pages import decode, next_cursor, one
from .stated import stated, stated_of

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
    (id_,) = decode(after, "actors", 1)
    rows = filtered(store, "actors", kind=kind, text=text, after_id=id_, limit=limit + 1)
    items = [ActorSummary.model_validate(row) for row in rows[:limit]]
    return Page[ActorSummary](items=items, next=next_cursor(rows, limit, "actors", "id"))


def actor(store: Store, id_: str, *, as_of: str | None = None) -> ActorAnswer:
    """Return one actor with all that it claims, denies and wants; NotFoundError if unknown.

    The id of an actor that is merged into another gives that other one. `as_of` sees the graph as published
    by then; judgements hold for any moment.
    """
    require_dates(as_of)
    row = one(store.read("actor", actor=id_), "actor", id_)
    if as_of:
        row = _as_of(store, row, as_of)
    held = [{key: value for key, value in role.items() if key != "id"} for role in row["roles"]]
    roles = [role for n, role in enumerate(held) if role not in held[:n]]
    judged = judgements_on(store, [row["id"], *(actor["id"] for actor in row["merged_from"])])
    rows = store.read("actor_statements", actor=row["id"], limit=MOST + 1, filter=filtered_by(as_of=as_of))
    said, more = first(store, rows, MOST)
    return ActorAnswer.model_validate(
        {**row, "roles": roles, "judged": judged, "statements": said, "more": more}
    )


def _as_of(store: Store, row: Row, as_of: str) -> Row:
    """Return what documents of then state of an actor: names, posts, groups."""
    known = stated_of(store, _ids(row), "actor", as_of)
    names = {merged["name"] for merged in row["merged_from"]}
    told = [name for name in row["aliases"] if name in names or known.values("aliases", [name])]
    near = stated(store, (member["id"] for member in row["members"]), as_of)
    members = [m for m in row["members"] if m["id"] in near and near[m["id"]].ends("partOf", "actor", [row])]
    affiliation = row["affiliation"] and known.ends("affiliatedWith", "actor", [row["affiliation"]])
    return known.without_unknown(row, ["wikidata"]) | {
        "aliases": told,
        "misspellings": known.values("misspellings", row["misspellings"]),
        "roles": known.ends("holds", "role", row["roles"]),
        "member_of": known.ends("partOf", "actor", row["member_of"]),
        "members": members,
        "affiliation": affiliation[0] if affiliation else None,
    }


def known(store: Store, id_: str, as_of: str | None = None) -> str:
    """Return the id of the actor that an id stands for; NotFoundError if the graph holds, or held, none."""
    require_dates(as_of)
    found = one(store.read("actor_known", actor=id_), "actor", id_)["id"]
    if as_of:
        row = one(store.read("actor", actor=found), "actor", id_)
        stated_of(store, _ids(row), "actor", as_of)
    return found


def _ids(row: Row) -> list[str]:
    return [row["id"], *(merged["id"] for merged in row["merged_from"])]
