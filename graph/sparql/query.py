"""A query as text: what kind it is, and what is refused before anybody evaluates it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import InputError

MOST = 100_000
"""Characters of a query."""

TABLES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
"""Media types of what SELECT and ASK give."""
GRAPHS = {"ttl": "text/turtle", "nt": "application/n-triples"}
"""Media types of what CONSTRUCT and DESCRIBE give."""
FORMS = TABLES | GRAPHS

_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>
    | \#[^\n\r]*
    | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | (?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)*
    | [?$@]\w+
    | (?P<word>[A-Za-z_]\w*)
    | .""",
    re.VERBOSE | re.DOTALL,
)
_KINDS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")


@dataclass(frozen=True)
class Query:
    """A query that is not refused; the graphs of a client stand in place of those that the query names."""

    text: str
    kind: str
    has_from: bool
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def forms(self) -> dict[str, str]:
        """The forms that its answer may have; the first is the default."""
        return TABLES if self.kind in ("SELECT", "ASK") else GRAPHS


def read_query(text: str, default_graphs: tuple[str, ...] = (), named_graphs: tuple[str, ...] = ()) -> Query:
    """Return a query; InputError for an update, for SERVICE, and for what is too long or no query."""
    if len(text) > MOST:
        raise InputError(f"the query has {len(text):,} characters; the limit is {MOST:,}")
    words = list(_words(text))
    kind = next((word for word in words if word in _KINDS + _UPDATES), "")
    if kind in _UPDATES:
        raise InputError(f"{kind} is an update; only queries are answered: {', '.join(_KINDS)}")
    if not kind:
        raise InputError(f"no query: it has none of {', '.join(_KINDS)}")
    if "SERVICE" in words:
        raise InputError("SERVICE is refused: no other endpoint is ever asked")
    return Query(text, kind, "FROM" in words, default_graphs, named_graphs)


def _words(text: str) -> Iterator[str]:
    """Yield the bare words of a query in capitals: no IRIs, strings, comments, names or variables."""
    return (found["word"].upper() for found in _TOKEN.finditer(text) if found["word"])
