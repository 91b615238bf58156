"""The drafts of the strait corpus against its gold: pairs, values, fates of stances, lineage."""

from typing import Any

import pytest
import yaml

from graph import ask
from graph.answers import PlanDiff, ProvisionPair, ProvisionText
from graph.ask.lineage import lineage, plan_of
from graph.errors import InputError, NotFoundError
from graph.project import project
from graph.read.annotation import load_annotation
from graph.store import Store
from graph.write import write_document
from tests.conftest import ROOT

STRAIT = ROOT / "examples" / "strait" / "annotations"
GOLD = yaml.safe_load((ROOT / "examples/strait/gold/1-plan-diff.yaml").read_text("utf-8"))
TEXTS = {path.stem: load_annotation(path).document for path in sorted(STRAIT.glob("*.yaml"))}
STEMS = {document.title: stem for stem, document in TEXTS.items()}
VALUES = ("old_value", "new_value", "old_amount", "new_amount", "unit")
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


def key(relation: str, old: Any, new: Any) -> tuple[str, frozenset[str], frozenset[str]]:
    return relation, frozenset(old), frozenset(new)


def of(pair: ProvisionPair) -> tuple[str, frozenset[str], frozenset[str]]:
    return key(pair.relation, (p.id for p in pair.old), (p.id for p in pair.new))


@pytest.mark.parametrize("gold", GOLD["diffs"], ids=lambda gold: gold["new"])
def test_pairs_are_those_of_the_gold(strait_store: Store, gold: dict[str, Any]) -> None:
    found = {of(pair): pair for pair in ask.diff(strait_store, gold["old"], gold["new"]).pairs}
    wanted = {key(p["relation"], p["old"], p["new"]): p for p in gold["pairs"]}
    # Precision 1.0 and recall 1.0 on both steps, 20 and 21 pairs; every value of a hit is right.
    assert found.keys() == wanted.keys()
    for each, pair in found.items():
        assert {v: getattr(pair, v) for v in VALUES} == {v: wanted[each].get(v) for v in VALUES}


def test_fates_of_stances_are_those_of_the_gold(strait_store: Store) -> None:
    found = {
        (STEMS[f.stance.document], f.stance.words, f.stance.stance, f.term): {
            fate.version.rpartition(":")[2]: f"stale ({fate.step})" if fate.step else fate.status
            for fate in f.fates
        }
        for f in ask.versions(strait_store, PLAN).stances
    }
    # Precision 1.0 and recall 1.0 of 34, every fate right; the quote stands for the statement of the file.
    assert found == {
        (g["document"], g["quote"], g["act"], g["term"]): {v: g[v] for v in ("d2", "d3") if v in g}
        for g in GOLD["stances"]
    }


def test_words_are_verbatim_and_stand_where_it_is_said(strait_store: Store) -> None:
    found = ask.diff(strait_store, plan=PLAN)
    assert (found.old.id, found.new.id) == (f"{PLAN}:d2", f"{PLAN}:d3")
    for pair in found.pairs:
        for side in (*pair.old, *pair.new):
            assert "".join(stretch.text for stretch in side.words) == side.text
            assert side.stated is not None
            text = TEXTS[STEMS[side.stated.document]].text
            assert text[side.stated.start : side.stated.end] == side.text
    for each in found.stances:
        text = TEXTS[STEMS[each.stance.document]].text
        assert text[each.stance.start : each.stance.end] == each.stance.words


def marked(found: PlanDiff, term: str) -> tuple[str, str]:
    (pair,) = [p for p in found.pairs if f"{PLAN}:{term}" in {side.id for side in (*p.old, *p.new)}]
    return told(pair.old), told(pair.new)


def told(side: list[ProvisionText]) -> str:
    return " | ".join("".join(f"[{w.text}]" if w.changed else w.text for w in s.words) for s in side)


def test_changed_words_are_marked(strait_store: Store) -> None:
    found = ask.diff(strait_store, new=f"{PLAN}:d2")
    assert marked(found, "d2:army-cap") == (
        "The peacetime army of Corvane does not exceed [400,000] soldiers",
        "The peacetime army of Corvane does not exceed [480,000] soldiers",
    )
    assert marked(found, "d1:mines") == (
        "Both navies clear the minefields of the strait within one year of signature[, and] the Harbour "
        "League charts the cleared lanes",
        "Both navies clear the minefields of the strait within one year of signature | "
        "The Harbour League charts the cleared lanes",
    )
    assert marked(found, "d1:language") == ("[Dravian is an official language of Skerra]", "")
    assert marked(found, "d2:ceasefire")[0].startswith("All fire")


def test_drafts_that_are_no_neighbours(strait_store: Store) -> None:
    found = ask.diff(strait_store, f"{PLAN}:d1", f"{PLAN}:d3")
    relations = {of(pair) for pair in found.pairs}
    assert key("amount", [f"{PLAN}:d1:army-cap"], [f"{PLAN}:d3:army-cap"]) in relations
    assert key("split", [f"{PLAN}:d1:mines"], [f"{PLAN}:d3:mine-clearance", f"{PLAN}:d3:charts"]) in relations
    merged = [f"{PLAN}:d1:{name}" for name in ("merchant-passage", "warship-passage", "fishing")]
    assert key("merged", merged, [f"{PLAN}:d3:passage"]) in relations
    (fate,) = next(f for f in found.stances if f.term == f"{PLAN}:d1:army-cap").fates
    assert (fate.version, fate.status, fate.step) == (f"{PLAN}:d3", "stale", "amount")


def test_versions_are_as_of(strait_store: Store) -> None:
    found = ask.versions(strait_store, PLAN, as_of="2033-04-01")
    assert [(d.id, d.provisions) for d in found.drafts] == [(f"{PLAN}:d1", 19), (f"{PLAN}:d2", 20)]
    (step,) = found.steps
    assert step.counts["kept"] == 7
    assert {fate.version for f in found.stances for fate in f.fates} == {f"{PLAN}:d2"}


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"old": f"{PLAN}:d3", "new": f"{PLAN}:d1"}, InputError),
        ({"old": f"{PLAN}:d3"}, InputError),
        ({"old": f"{PLAN}:d1", "new": f"{PLAN}:d1"}, InputError),
        ({}, InputError),
        ({"old": "nothing"}, NotFoundError),
        ({"plan": "nothing"}, NotFoundError),
        ({"plan": PLAN, "as_of": "2033-03-09"}, InputError),
        ({"plan": PLAN, "as_of": "spring"}, InputError),
    ],
)
def test_what_cannot_be_compared_is_refused(
    strait_store: Store, asked: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        ask.diff(strait_store, **asked)
