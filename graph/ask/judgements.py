"""What persons judged."""

from dataclasses import asdict

from ..answers import Page, Standing
from ..judge import Standing as Held
from ..judge import judgements as held
from ..judgements import told
from ..store import Store
from .naming import naming
from .pages import decode, encode, one


@naming
def judgements(
    store: Store,
    *,
    kind: str | None = None,
    actor: str | None = None,
    statement: str | None = None,
    claim: str | None = None,
    term: str | None = None,
    finding: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Standing]:
    """Return judgements in order of id: of a kind, or those that name one of these things."""
    (id_,) = decode(after, "judgements", 1)
    given = {
        "act": kind,
        "statement": statement,
        "claim": claim,
        "term": term,
        "finding": finding,
        "after_id": id_,
    }
    actors = [actor] if actor else None
    found = held(store, **given, actors=actors, limit=limit + 1)
    items = [_standing(standing) for standing in found[:limit]]
    return Page[Standing](
        items=items, next=encode("judgements", items[-1].id) if len(found) > limit else None
    )


def judgement(store: Store, id_: str) -> Standing:
    """Return one judgement; NotFoundError if there is none of this id."""
    rows = [_standing(standing).model_dump() for standing in held(store, id=id_)]
    return Standing.model_validate(one(rows, "judgement", id_))


def judgements_on(store: Store, actors: list[str]) -> list[Standing]:
    """Return all judgements that name one of the actors, in order of id."""
    return [_standing(standing) for standing in held(store, actors=actors)]


def _standing(standing: Held) -> Standing:
    made = standing.judgement
    fields = {**asdict(made), "id": made.id, "told": told(made), "waits": standing.waits}
    return Standing.model_validate(fields)
