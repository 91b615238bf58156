"""A query as text: what kind it is, and what is refused before anybody evaluates it."""

import re
from collections.abc import Mapping
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
    r"""(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | \#[^\n\r]*
    | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)*)
    | [?$@]\w+
    | (?P<word>[A-Za-z_]\w*)
    | .""",
    re.VERBOSE | re.DOTALL,
)
_KINDS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")


@dataclass(frozen=True)
class Query:
    """A query that is not refused, and the graphs that it is about."""

    text: str
    kind: str
    default_graphs: tuple[str, ...] | None = None
    """What is its default graph: these graphs together; None is all of them."""
    named_graphs: tuple[str, ...] | None = None
    """What GRAPH may name; None is all of them."""

    @property
    def forms(self) -> dict[str, str]:
        """The forms that its answer may have; the first is the default."""
        return TABLES if self.kind in ("SELECT", "ASK") else GRAPHS


def read_query(
    text: str,
    prefixes: Mapping[str, str] | None = None,
    default_graphs: tuple[str, ...] = (),
    named_graphs: tuple[str, ...] = (),
) -> Query:
    """Return a query; InputError for an update, for SERVICE, and for what is too long or no query.

    The graphs given stand in place of those that the query names by FROM, in which prefixes may stand that
    need no declaration.
    """
    if len(text) > MOST:
        raise InputError(f"the query has {len(text):,} characters; the limit is {MOST:,}")
    tokens = _tokens(text)
    words = [token.upper() for kind, token in tokens if kind == "word"]
    kind = next((word for word in words if word in _KINDS + _UPDATES), "")
    if kind in _UPDATES:
        raise InputError(f"{kind} is an update; only queries are answered: {', '.join(_KINDS)}")
    if not kind:
        raise InputError(f"no query: it has none of {', '.join(_KINDS)}")
    if "SERVICE" in words:
        raise InputError("SERVICE is refused: no other endpoint is ever asked")
    if not default_graphs and not named_graphs:
        if "FROM" not in words:
            return Query(text, kind)
        default_graphs, named_graphs = _dataset(tokens, dict(prefixes or {}))
    return Query(text, kind, default_graphs, named_graphs)


def undeclared(text: str, prefixes: Mapping[str, str]) -> list[str]:
    """Return the prefixes that a query uses, in order, and neither declares nor may use undeclared."""
    tokens = _tokens(text)
    known = {*prefixes, *(name.removesuffix(":") for name, _ in _declared(tokens))}
    used = (token.partition(":")[0] for kind, token in tokens if kind == "name")
    return [prefix for prefix in dict.fromkeys(used) if prefix not in known]


Tokens = list[tuple[str, str]]


def _tokens(text: str) -> Tokens:
    """Return the IRIs, names and words of a query, each with its kind."""
    return [(str(t.lastgroup), t.group()) for t in _TOKEN.finditer(text) if t.lastgroup]


def _declared(tokens: Tokens) -> list[tuple[str, str]]:
    """Return what is declared: the prefix with its colon, and its IRI in brackets."""
    threes = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return [
        (name, iri)
        for (kind, word), (second, name), (third, iri) in threes
        if kind == "word" and word.upper() == "PREFIX" and (second, third) == ("name", "iri")
    ]


def _dataset(tokens: Tokens, prefixes: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs of FROM and FROM NAMED: the engine would count what stands in two of them twice."""
    default, named = list[str](), list[str]()
    prefixes |= {name.removesuffix(":"): iri[1:-1] for name, iri in _declared(tokens)}
    for at, (kind, token) in enumerate(tokens):
        rest = tokens[at + 1 : at + 3]
        if kind == "word" and token.upper() == "FROM":
            is_named = bool(rest) and rest[0] == ("word", rest[0][1]) and rest[0][1].upper() == "NAMED"
            (named if is_named else default).append(_iri(rest[1:] if is_named else rest, prefixes))
    return tuple(default), tuple(named)


def _iri(rest: Tokens, prefixes: dict[str, str]) -> str:
    kind, token = rest[0] if rest else ("", "")
    if kind == "iri" and ":" in token:
        return token[1:-1]
    prefix, _, local = token.partition(":")
    if kind == "name" and prefix in prefixes:
        return prefixes[prefix] + local.replace("\\", "")
    raise InputError(f"FROM {token}: give the whole IRI of a graph, or one with a prefix that is known")
