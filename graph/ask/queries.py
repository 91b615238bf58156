"""The named queries themselves, for whoever wants to ask in Cypher."""

from ..answers import NamedQuery
from ..errors import NotFoundError
from ..queries import Query, load


def queries() -> list[NamedQuery]:
    """Return the queries that only read, in order of file and name."""
    found = [_told(query) for query in load().values() if query.reads]
    return sorted(found, key=lambda query: (query.file, query.name))


def query(name: str) -> NamedQuery:
    """Return one query that only reads; NotFoundError if there is none of this name."""
    found = load().get(name)
    if found is None or not found.reads:
        raise NotFoundError(f"there is no query {name!r}; /queries lists them")
    return _told(found)


def _told(query: Query) -> NamedQuery:
    return NamedQuery(
        name=query.name,
        file=query.place.partition(":")[0],
        doc=query.doc,
        params=query.params,
        text=f"{query.text};",
    )
