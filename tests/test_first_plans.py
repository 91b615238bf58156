"""Plans that Neo4j makes while the graph is empty: it keeps them for a while, when there is much to read."""

from collections.abc import Callable
from typing import Any, cast

from neo4j import GraphDatabase

from graph.queries import load
from graph.settings import Settings
from graph.store import Store, connection

from .test_query_plans import MAY_SCAN, operators, scanned_of


def test_no_plan_for_an_empty_graph_reads_an_index_whole(
    store: Store, settings: Settings, cypher: Callable[..., Any]
) -> None:
    # An index on the review of statements once made disputes of four articles take 15 seconds so.
    assert not cypher("MATCH (n) RETURN n LIMIT 1")
    cypher("CALL db.clearQueryCaches()")
    uri, user, password = connection(settings)
    found = dict[str, set[str]]()
    with GraphDatabase.driver(
        uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
    ) as driver:
        for name, query in load().items():
            if "review" not in query.text:
                continue
            (row,) = cypher(f"RETURN {{{', '.join(f'{k}: {v}' for k, v in query.params.items())}}} AS params")
            summary = driver.execute_query(f"EXPLAIN {query.text}", row["params"]).summary
            plan = cast(dict[str, Any], summary.plan)
            scanned = {kind for each in operators(plan) for kind in scanned_of(each) if "." in kind}
            found[name] = scanned - MAY_SCAN.get(name, (set[str](), ""))[0]
    assert "who_disputes" in found
    assert {name: kinds for name, kinds in found.items() if kinds} == {}
