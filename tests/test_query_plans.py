"""The plans of all named queries over some thousand statements: what each reads is found by a key.

A query that must read all that there is of a kind is named below, with the kind and the reason.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, LiteralString, cast

import pytest
from neo4j import GraphDatabase

from graph import ask
from graph.generate import generate
from graph.project import project
from graph.queries import load
from graph.settings import Settings
from graph.store import Store, connection
from graph.write import write_documents

from .strait import ANNOTATIONS

FEW = "there are few of these in any graph"
WHOLE = "asks of the whole graph, unless it is filtered"
UNDATED = "what has no date is in no index; read last, when all else is told"

MAY_SCAN: dict[str, tuple[set[str], str]] = {
    "alignments": ({"Judgement"}, FEW),
    "claims_by_assertions": ({"Claim"}, WHOLE + ": ranks claims by a count that the database keeps"),
    "claims_of_authorship": ({"Actor", "Claim"}, WHOLE + ": looks for a word"),
    "claims_sought": ({"Claim"}, "looks for a text"),
    "claims_with_values": ({"Actor"}, WHOLE),
    "courses": ({"Claim", "Term"}, WHOLE),
    "dated_before": ({"Event", "Statement.said"}, WHOLE),
    "disowned_claims": ({"Claim"}, WHOLE),
    "disowned_in": ({"Document"}, UNDATED),
    "document_ids": ({"Document"}, "lists all for an export"),
    "documents": ({"Document"}, UNDATED),
    "export_made": ({"Judgement", "Judgement.into"}, FEW),
    "first_denials": ({"Document"}, UNDATED),
    "given_values": ({"Term"}, WHOLE),
    "headlines": ({"Document"}, UNDATED),
    "judgements": ({"Judgement"}, FEW),
    "linked_denials": ({"Statement.unlinked"}, "those that the rules could not link"),
    "most_disputed": ({"Actor", "DISPUTES"}, "a picture of the whole graph, for the Neo4j Browser"),
    "movers": ({"Document"}, UNDATED),
    "names_of_actors": ({"Actor"}, "compares all names with each other"),
    "network_actors": ({"Actor"}, WHOLE),
    "network_statements": ({"Claim", "Plan", "PlanVersion", "Term"}, WHOLE),
    "new_drafts": ({"PlanVersion"}, FEW),
    "newest_publication": ({"Document.published"}, "takes the last of an index"),
    "only_anonymous": ({"AnonymousSource"}, "a list for the Neo4j Browser"),
    "open_denials": ({"Statement.unlinked"}, "those that the rules could not link"),
    "schema_state": ({"Document", "Judgement"}, "asks whether there is one: it stops at the first"),
    "stances_in": ({"Document"}, UNDATED),
    "statements": ({"Document"}, UNDATED),
    "takings": ({"RETRACTS"}, WHOLE),
    "topics": ({"Term"}, "asked where an answer is empty, to tell what it might have been"),
    "unanswered_claims": ({"Document"}, UNDATED),
    "unlinked_statements": ({"Statement.unlinked"}, "all that a bulk import could not link, in pages"),
    "what_is_here": ({"*"}, "counts all nodes, for the Neo4j Browser"),
    "who_against_whom": ({"Actor"}, "a picture of the whole graph, for the Neo4j Browser"),
    "who_disputes": ({"Document"}, UNDATED),
}


@pytest.fixture(scope="module")
def wide(database: Store, cypher: Callable[..., Any]) -> Store:
    """A negotiation among three thousand statements."""
    cypher("MATCH (n) DETACH DELETE n")
    write_documents(database, [project(each) for each in ANNOTATIONS.values()])
    documents = [project(each) for each in generate(380, 1)]
    for start in range(0, len(documents), 95):
        # Else plans that were made for the graph of the module before would be used for this one.
        cypher("CALL db.clearQueryCaches()")
        write_documents(database, documents[start : start + 95])
    cypher("CALL db.clearQueryCaches()")
    cypher("CALL db.prepareForReplanning(60)")
    (row,) = cypher("MATCH (s:Statement) RETURN count(s) AS statements")
    assert row["statements"] > 3000
    return database


@pytest.mark.parametrize("name", sorted(load()))
def test_a_query_finds_what_it_reads_by_a_key(name: str, wide: Store, explain: Callable[[str], Any]) -> None:
    plan = explain(name)
    scanned = {kind for each in operators(plan) for kind in scanned_of(each)}
    allowed, _ = MAY_SCAN.get(name, (set[str](), ""))
    assert scanned <= allowed, f"{name} reads all of {scanned - allowed}"


@pytest.mark.parametrize("name", sorted(load()))
def test_a_query_multiplies_nothing(name: str, wide: Store, explain: Callable[[str], Any]) -> None:
    products = [each for each in operators(explain(name)) if _operator(each) == "CartesianProduct"]
    assert all(_one_row(each["children"][1]) for each in products), name


def test_the_last_pages_of_a_search_take_no_more_memory_than_the_first(wide: Store) -> None:
    page = ask.search(wide, "clause", limit=500)
    found = [each.id for each in page.items]
    while page.next:
        page = ask.search(wide, "clause", after=page.next, limit=500)
        found += [each.id for each in page.items]
    assert len(set(found)) == len(found) > 1500
    assert page.items[-1].kind == "Document"


def test_only_queries_that_are_there_may_scan() -> None:
    assert set(MAY_SCAN) <= set(load())


@pytest.fixture(scope="module")
def explain(wide: Store, settings: Settings) -> Iterator[Callable[[str], Any]]:
    uri, user, password = connection(settings)
    with GraphDatabase.driver(
        uri, auth=(user, password), notifications_disabled_classifications=["UNRECOGNIZED"]
    ) as driver:

        @cache
        def plan(name: str) -> object:
            query = load()[name]
            pairs = ", ".join(f"{param}: {value}" for param, value in query.params.items())
            (row,) = driver.execute_query(cast(LiteralString, f"RETURN {{{pairs}}} AS params")).records
            return cast(object, driver.execute_query(f"EXPLAIN {query.text}", row["params"]).summary.plan)

        yield plan


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from operators(child)


def _operator(plan: dict[str, Any]) -> str:
    return plan["operatorType"].split("@")[0]


def scanned_of(plan: dict[str, Any]) -> set[str]:
    """Return the labels, relationship types or indexes that an operator reads whole."""
    operator, details = _operator(plan), str(plan["args"].get("Details", ""))
    if operator in ("AllNodesScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan"):
        return {"*"}
    if "ByLabel" in operator and operator.endswith("Scan"):
        return set(details.split(":")[1].split(",")[0].replace("&", "|").split("|"))
    if "RelationshipType" in operator and operator.endswith("Scan"):
        return set(details.split(":")[1].split("]")[0].split("|"))
    if operator == "NodeIndexScan":
        label, _, rest = details.split(":")[1].partition("(")
        return {f"{label}.{rest.split(')')[0]}"}
    return set()


def _one_row(plan: dict[str, Any]) -> bool:
    """Return whether a part of a plan finds at most one node, by its key."""
    steps = {_operator(each) for each in operators(plan)}
    return steps <= {
        "NodeUniqueIndexSeek",
        "NodeUniqueIndexSeek(Locking)",
        "Union",
        "Distinct",
        "Argument",
        "Filter",
        "AssertSameNode",
    }
