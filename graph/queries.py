"""Named Cypher queries, read from `cypher/*.cypher`.

A file is a series of blocks, each of which runs as it stands in the Neo4j Browser:

    // name: who_disputes
    // What it answers, in a line or more.
    // params: claim, limit = 10
    MATCH … RETURN …;

`limit = 10` gives the value with which docs and tests run the query; the loader checks that the
parameters declared are those used. (The form is aiosql's, without its sigils.)
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import LiteralString, cast

from .errors import QueryFileError

_HEADER = re.compile(r"^//\s*(name|params)\s*:\s*(.*)$")
_PARAM = re.compile(r"\$([A-Za-z_]\w*)")
_WRITES = re.compile(r"\b(MERGE|CREATE|DROP|DELETE|SET|REMOVE)\b")
_LITERAL = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|//[^\n]*")


@dataclass(frozen=True)
class Query:
    """One named query: its text, what it answers, its parameters with example values, its place."""

    name: str
    doc: str
    params: dict[str, str]
    text: LiteralString
    place: str

    @property
    def reads(self) -> bool:
        """Whether it only reads."""
        return not _WRITES.search(_LITERAL.sub("", self.text))


@cache
def load() -> dict[str, Query]:
    """Return all named queries of this installation; QueryFileError names file and line."""
    found: dict[str, Query] = {}
    folder = files("cypher")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".cypher") and path.name != "schema.cypher":
            for query in parse(path.read_text(encoding="utf-8"), path.name):
                if query.name in found:
                    other = found[query.name].place
                    raise QueryFileError(f"{query.place}: {query.name!r} is already at {other}")
                found[query.name] = query
    return found


def schema() -> list[LiteralString]:
    """Return the statements of `cypher/schema.cypher`, in order."""
    text = files("cypher").joinpath("schema.cypher").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return [cast(LiteralString, s.strip()) for s in body.split(";") if s.strip()]


def parse(text: str, file: str) -> list[Query]:
    """Return the queries of one file's text."""
    blocks = list[tuple[int, list[str]]]()
    for number, line in enumerate(text.splitlines(), 1):
        if (header := _HEADER.match(line)) and header[1] == "name":
            blocks.append((number, []))
        if blocks:
            blocks[-1][1].append(line)
        elif line.strip() and not line.startswith("//"):
            raise QueryFileError(f"{file}:{number}: a query begins with '// name: …'")
    return [_query(lines, f"{file}:{number}") for number, lines in blocks]


def _query(lines: list[str], place: str) -> Query:
    head = list[str]()
    while lines and lines[0].startswith("//"):
        head.append(lines.pop(0))
    headers = {m[1]: m[2].strip() for line in head if (m := _HEADER.match(line))}
    doc = " ".join(line[2:].strip() for line in head if not _HEADER.match(line))
    body = "\n".join(lines).strip()
    name = headers.get("name", "")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise QueryFileError(f"{place}: {name!r} is not a name (lower case words joined by _)")
    if not doc:
        raise QueryFileError(f"{place}: {name} has no line that says what it answers")
    if not body.endswith(";") or ";" in _LITERAL.sub("", body[:-1]):
        raise QueryFileError(f"{place}: {name} must be one statement that ends with ';'")
    params = _params(headers.get("params", ""))
    used = set(_PARAM.findall(_LITERAL.sub("", body)))
    if used != set(params):
        odd = ", ".join(sorted(used ^ set(params)))
        raise QueryFileError(f"{place}: {name}: declared and used parameters differ: {odd}")
    return Query(name, doc, params, cast(LiteralString, body[:-1]), place)


def _params(text: str) -> dict[str, str]:
    """Return parameters with their example values, as Cypher literals ('null' where none is given)."""
    pairs = [part.partition("=") for part in re.split(r",\s*(?=[A-Za-z_]\w*\s*(?:=|,|$))", text)]
    return {name.strip(): value.strip() or "null" for name, _, value in pairs if name.strip()}
