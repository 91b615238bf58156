"""Statements with the words that prove them."""

from collections.abc import Sequence

from ..answers import Evidence, Row
from ..errors import NotFoundError
from ..store import Store


def evidence(store: Store, statements: Sequence[str]) -> dict[str, Evidence]:
    """Return statements by id, with words, speakers, chain and document."""
    rows = store.read("evidence", statements=sorted(set(statements)))
    return {row["id"]: Evidence.model_validate(row) for row in rows}


def statement(store: Store, id_: str) -> Evidence:
    """Return one statement; NotFoundError if the graph holds none of this id."""
    found = evidence(store, [id_]).get(id_)
    if found is None:
        raise NotFoundError(f"the graph holds no statement {id_!r}")
    return found


def ordered(store: Store, rows: list[Row]) -> list[Evidence]:
    """Return the evidence of statements in the order of rows, each statement once."""
    ids = list(dict.fromkeys(row["statement"] for row in rows))
    found = evidence(store, ids)
    return [found[id_] for id_ in ids if id_ in found]


def first(store: Store, rows: list[Row], most: int) -> tuple[list[Evidence], bool]:
    """Return the evidence of the first statements, `most` rows at most, and whether there are more."""
    return ordered(store, rows[:most]), len(rows) > most
