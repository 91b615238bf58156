"""Named queries: the loader's errors, and every query against the real planner."""

from collections.abc import Callable
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph.errors import QueryFileError
from graph.queries import load, parse, schema
from graph.settings import Settings
from graph.store import Store, connection

from .conftest import RELEASE

GOOD = "// name: one\n// Answers one.\n// params: a, b = [1, 2]\nRETURN $a + $b AS n;\n"


def test_a_query_is_read() -> None:
    (query,) = parse(GOOD, "x.cypher")
    assert (query.name, query.doc, query.params) == ("one", "Answers one.", {"a": "null", "b": "[1, 2]"})
    assert query.text == "RETURN $a + $b AS n"
    assert query.place == "x.cypher:1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD.replace("one\n", "One!\n"), "x.cypher:1: 'One!' is not a name"),
        (GOOD.replace("// Answers one.\n", ""), "one has no line that says what it answers"),
        (GOOD.replace("$b", "1"), "declared and used parameters differ: b"),
        (GOOD.replace("params: a,", "params: a, c,"), "declared and used parameters differ: c"),
        (GOOD.replace("AS n;", "AS n"), "must be one statement that ends with ';'"),
        (GOOD.replace("AS n;", "AS n; RETURN 2;"), "must be one statement"),
        ("RETURN 1;\n" + GOOD, "x.cypher:1: a query begins with"),
    ],
)
def test_malformed_files_are_refused_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(QueryFileError) as caught:
        parse(text, "x.cypher")
    assert message in str(caught.value)
    assert str(caught.value).startswith("x.cypher:")


@pytest.mark.parametrize("name", sorted(load()))
def test_every_query_is_planned_without_warning(
    name: str, store: Store, cypher: Callable[..., list[dict[str, Any]]]
) -> None:
    query = load()[name]
    pairs = ", ".join(f"{param}: {value}" for param, value in query.params.items())
    (row,) = cypher(f"RETURN {{{pairs}}} AS params")
    # The driver of `cypher` turns the server's warnings into errors.
    cypher(f"EXPLAIN {query.text}", **row["params"])


def test_the_database_agrees_on_which_queries_only_read(settings: Settings, database: Store) -> None:
    uri, user, password = connection(settings)
    with GraphDatabase.driver(
        uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
    ) as driver:
        kinds: dict[str, str | None] = {}
        for name, query in load().items():
            pairs: Any = ", ".join(f"{param}: {value}" for param, value in query.params.items())
            params = driver.execute_query(f"RETURN {{{pairs}}} AS params").records[0]["params"]
            kinds[name] = driver.execute_query(f"EXPLAIN {query.text}", params).summary.query_type
    assert {name for name, kind in kinds.items() if kind == "r"} == {
        name for name, query in load().items() if query.reads
    }


def test_the_schema_and_cypher_25_are_planned_without_warning(
    store: Store, cypher: Callable[..., list[dict[str, Any]]]
) -> None:
    for statement in schema():
        cypher(f"EXPLAIN {statement}")
    if RELEASE == "5.26":
        return  # it knows no Cypher but 5
    for query in load().values():
        pairs = ", ".join(f"{param}: {value}" for param, value in query.params.items())
        (row,) = cypher(f"RETURN {{{pairs}}} AS params")
        cypher(f"CYPHER 25 EXPLAIN {query.text}", **row["params"])


def test_a_deprecation_would_be_noticed(cypher: Callable[..., list[dict[str, Any]]]) -> None:
    with pytest.raises(DeprecationWarning, match="deprecated"):
        cypher("EXPLAIN MATCH (n) RETURN id(n)")
