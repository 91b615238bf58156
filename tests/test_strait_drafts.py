"""The lineage of provisions through the drafts of a plan, on the strait corpus."""

from typing import Any

import pytest

from graph.ask.lineage import lineage, plan_of
from graph.project import project
from graph.read.annotation import load_annotation
from graph.store import Store
from graph.write import write_document
from tests.conftest import ROOT

STRAIT = ROOT / "examples" / "strait" / "annotations"
PLAN = "halm-accord"
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def strait_store(database: Store, cypher: Any) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    for path in sorted(STRAIT.glob("*.yaml")):
        write_document(database, project(load_annotation(path)))
    return database


def d(*names: str) -> set[str]:
    return {f"{PLAN}:d{name}" for name in names}


def test_drafts_stand_in_order(strait_store: Store) -> None:
    assert lineage(strait_store, PLAN).versions == (f"{PLAN}:d1", f"{PLAN}:d2", f"{PLAN}:d3")
    assert lineage(strait_store, PLAN, as_of="2033-03-20").versions == (f"{PLAN}:d1",)
    assert lineage(strait_store, "no-plan").versions == ()


def test_a_provision_is_followed_both_ways(strait_store: Store) -> None:
    line = lineage(strait_store, PLAN)
    assert line.later(f"{PLAN}:d1:mines") == d("2:mine-clearance", "2:charts", "3:mine-clearance", "3:charts")
    assert line.earlier(f"{PLAN}:d3:passage") == d(
        "2:passage", "2:fishing", "1:fishing", "1:merchant-passage", "1:warship-passage"
    )
    assert line.same(f"{PLAN}:d1:fishing") == line.same(f"{PLAN}:d3:passage")
    assert line.same("unknown") == {"unknown"}
    assert line.later("unknown") == line.earlier("unknown") == set()


@pytest.mark.parametrize(
    ("term", "status", "step"),
    [
        ("d3:vote", "current", None),
        ("d1:prisoners", "carried", None),
        ("d1:amnesty", "stale", "dropped"),
        ("d1:administration", "stale", "amount"),
        ("d1:mines", "stale", "split"),
        ("d2:guarantees", "stale", "reworded"),
    ],
)
def test_status_in_the_newest_draft(strait_store: Store, term: str, status: str, step: str | None) -> None:
    line = lineage(strait_store, PLAN)
    assert (line.status(f"{PLAN}:{term}"), line.step(f"{PLAN}:{term}")) == (status, step)


def test_status_is_as_of(strait_store: Store) -> None:
    early, later = (lineage(strait_store, PLAN, as_of=day) for day in ("2033-03-09", "2033-04-01"))
    assert early.status(f"{PLAN}:d1:army-cap") == "current"
    assert later.status(f"{PLAN}:d1:army-cap") == "stale"
    assert later.status(f"{PLAN}:d1:amnesty") == "carried"
    assert early.status(f"{PLAN}:d2:army-cap") == "current"


def test_plan_of(strait_store: Store) -> None:
    assert plan_of(strait_store, f"{PLAN}:d1:mines") == PLAN
    assert plan_of(strait_store, "nothing") is None
