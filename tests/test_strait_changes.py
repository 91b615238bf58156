"""The fictional negotiation over time: as of a moment, changes, shifts, retractions, against the gold."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.main import create_app
from graph import ask
from graph.answers import Evidence
from graph.errors import NotFoundError
from graph.ingest import store_documents, understand
from graph.project import claim_id
from graph.settings import Settings
from graph.store import Store

from .test_strait import ANNOTATIONS, FILES, GOLD, PLAN, claims

pytestmark = pytest.mark.timeout(900)
MOMENT = "2033-03-26"
MOMENTS = GOLD["2-as-of"]["moments"]
LOCAL = {claim_id(claim.text): claim.id for claim in claims().values()}
STEMS = {annotation.document.title: stem for stem, annotation in ANNOTATIONS.items()}
COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"

PERSONS = ["irina-solt", "pavel-dorn", "karin-voss", "harbour-star", "sunderay"]

Question = Callable[[Store, str | None], Any]


def questions() -> dict[str, Question]:
    """What is asked twice: of the graph as it was, and of the whole graph as of then."""
    asked: dict[str, Question] = {
        "disputes": lambda store, at: ask.disputes(store, status=None, as_of=at, limit=500),
        "plan": lambda store, at: ask.plan(store, PLAN, as_of=at),
        "board": lambda store, at: ask.board(store, PLAN, as_of=at),
        "shifts": lambda store, at: ask.shifts(store, as_of=at, limit=500),
        "retractions": lambda store, at: ask.retractions(store, as_of=at, limit=500),
        "consistency": lambda store, at: ask.consistency(store, as_of=at, limit=500),
    }
    for id_ in PERSONS:
        asked[f"actor {id_}"] = lambda store, at, id_=id_: ask.actor(store, id_, as_of=at)
        asked[f"positions {id_}"] = lambda store, at, id_=id_: ask.positions(store, id_, as_of=at, limit=500)
        asked[f"denials {id_}"] = lambda store, at, id_=id_: ask.disputes_of(
            store, id_, "denies", as_of=at, limit=500
        )
        for side in ("allies", "opponents"):
            asked[f"{side} {id_}"] = lambda store, at, id_=id_, side=side: ask.relations(
                store, id_, side, as_of=at, limit=500
            )
    for id_ in (f"{PLAN}:d1:guarantees", f"{PLAN}:d2:amnesty", f"{PLAN}:d3:vote"):
        asked[f"term {id_}"] = lambda store, at, id_=id_: ask.term(store, id_, as_of=at)
        asked[f"stances {id_}"] = lambda store, at, id_=id_: ask.stances(store, id_, as_of=at, limit=500)
    for hash_ in LOCAL:
        asked[f"claim {LOCAL[hash_]}"] = lambda store, at, id_=hash_: ask.claim(store, id_, as_of=at)
    return asked


def answer(question: Question, store: Store, at: str | None) -> Any:
    try:
        return question(store, at)
    except NotFoundError:
        return None


@pytest.fixture(scope="module")
def earlier() -> dict[str, Any]:
    """What was answered when no more than the documents of then were stored."""
    return {}


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Any, earlier: dict[str, Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    old = [path for path in FILES if (ANNOTATIONS[path.stem].document.published or "") <= MOMENT]
    for paths in (old, [path for path in FILES if path not in old]):
        for path in paths:
            store_documents(path, understand(path, Settings()), database)
        if not earlier:
            earlier |= {name: answer(asked, database, None) for name, asked in questions().items()}
    return database


def test_an_answer_as_of_then_is_what_was_answered_then(strait: Store, earlier: dict[str, Any]) -> None:
    for name, asked in questions().items():
        assert answer(asked, strait, MOMENT) == earlier[name], name


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment["as_of"])
def test_boards_as_of_a_moment(strait: Store, moment: dict[str, Any]) -> None:
    found = ask.board(strait, PLAN, as_of=moment["as_of"]).cells
    gold = {(c["term"], c["actor"], c["stance"], c["status"]) for c in moment["board"]}
    assert {(c.term, c.actor, c.stance, c.status) for c in found} == gold
    for cell in found:
        assert (cell.own is None) == all(s.target_kind == "Claim" for s in cell.stances)
        assert (cell.step is None) == (cell.status != "stale")


def test_the_drafts_of_one_provision_stand_side_by_side_on_the_board(strait: Store) -> None:
    terms = ask.board(strait, PLAN).terms
    rows = {
        name: [n for n, term in enumerate(terms) if term.name == name]
        for name in ("Amnesty", "Security guarantees")
    }
    drafts = [draft.name for n in rows["Security guarantees"] if (draft := terms[n].draft)]
    assert drafts == ["first draft", "second draft", "third draft"]
    for places in rows.values():
        assert places == list(range(places[0], places[0] + len(places)))


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment["as_of"])
def test_disputes_as_of_a_moment(strait: Store, moment: dict[str, Any]) -> None:
    found = ask.disputes(strait, status=None, as_of=moment["as_of"], limit=500).items
    gold = {(d["claim"], d["status"]): d for d in moment["disputes"]}
    mine = {(LOCAL[d.id], d.status): d for d in found if d.status in ("disputed", "unclaimed")}
    assert mine.keys() == gold.keys()
    for key, dispute in mine.items():
        assert speakers(dispute.asserting) == gold[key]["claimed_by"]
        assert speakers(dispute.denying) == gold[key]["denied_by"]


def speakers(words: Iterable[Evidence]) -> list[str]:
    return sorted({speaker.id for each in words for speaker in each.speakers})


@pytest.mark.parametrize("gold", GOLD["2-as-of"]["changes"], ids=lambda gold: gold["until"])
def test_changes_between_two_moments(strait: Store, gold: dict[str, Any]) -> None:
    found = ask.changes(strait, gold["after"], gold["until"])
    assert {(LOCAL[d.claim.id], d.before, d.after) for d in found.disputes} == {
        (d["claim"], d["before"], d["after"]) for d in gold["disputes"]
    }
    assert found.board == []
    for change in found.disputes:
        assert change.added or change.removed
        assert bool(change.removed) == bool(change.retractions)
    cells = ask.changes(strait, gold["after"], gold["until"], plan=PLAN).board
    assert {(c.term.id, c.actor.id, told(c.before), told(c.after)) for c in cells} == {
        (c["term"], c["actor"], c["before"], c["after"]) for c in gold["board"]
    }
    for cell in cells:
        assert cell.stances
        assert set(cell.new) <= {stance.statement for stance in cell.stances}


def told(state: Any) -> str:
    return f"{state.stance} {state.status}" if state else "none"


def test_shifts(strait: Store) -> None:
    found = ask.shifts(strait, limit=500).items
    gold = GOLD["3-shifts"]["shifts"]
    assert sorted(map(shift_key, found)) == sorted(map(gold_key, gold))
    for shift in found:
        (want,) = [
            s
            for s in gold
            if (s["actor"], s["kind"], s["from"]["target"], s["to"]["target"]) == shift_key(shift)
        ]
        for footing, side in ((shift.before, want["from"]), (shift.after, want["to"])):
            assert (footing.day, footing.acts) == (side["day"], side["acts"])
            quoted = {(w["document"], w["quote"]) for w in side["words"]}
            told = {(STEMS[s.document], s.words) for s in footing.words}
            assert quoted <= told
            assert {words for _, words in told} == {words for _, words in quoted}  # the same words elsewhere


def gold_key(shift: Any) -> tuple[str, str, str, str]:
    return (shift["actor"], shift["kind"], shift["from"]["target"], shift["to"]["target"])


def shift_key(shift: Any) -> tuple[str, str, str, str]:
    (before,), (after,) = shift.before.targets, shift.after.targets
    return (shift.actor.id, shift.kind.lower(), local(before.id), local(after.id))


def local(id_: str) -> str:
    return str(LOCAL.get(id_, id_))


def test_retractions(strait: Store) -> None:
    found = ask.retractions(strait, limit=500).items
    gold = {(r["actor"], r["claim"]): r for r in GOLD["3-shifts"]["retractions"]}
    assert sorted((r.actor.id, LOCAL[r.claim.id]) for r in found) == sorted(gold)
    for each in found:
        want = gold[each.actor.id, LOCAL[each.claim.id]]
        assert cited(each.retraction) == (want["retraction"]["document"], want["retraction"]["quote"])
        assert [cited(words) for words in each.of] == [(w["document"], w["quote"]) for w in want["of"]]


def cited(words: Evidence) -> tuple[str, str]:
    return STEMS[words.document.title], words.exact


def test_consistency(strait: Store) -> None:
    found = ask.consistency(strait, limit=500).items
    assert [(c.actor.id, c.compared, c.shifted, round(c.score, 2)) for c in found] == [
        (c["actor"], c["compared"], c["shifted"], c["score"]) for c in GOLD["3-shifts"]["consistency"]
    ]


def test_over_http(strait: Store) -> None:
    with TestClient(create_app(Settings(), strait)) as client:

        def get(url: str, status: int = 200) -> Any:
            response = client.get(url)
            assert response.status_code == status, response.text
            return response.json() if "format=csv" not in url else response.text

        found = get(f"/plans/{PLAN}/changes?from=2033-03-10&to=2033-03-26")
        assert found["plan"]["name"]
        assert len(found["board"]) == 29
        assert len(get("/changes?from=2033-03-10&to=2033-03-26")["disputes"]) == 5
        assert get("/changes?from=2033-03-26&to=2033-03-10", 400)["detail"].endswith("is after '2033-03-10'")
        get("/changes?from=2033-03-26", 422)
        get("/plans/no-such/changes?from=2033&to=2033", 404)
        first = get("/shifts?limit=5")
        rest = get(f"/shifts?after={first['next']}")
        assert len(first["items"]) + len(rest["items"]) == 12
        assert len(get(f"/shifts?term={PLAN}:d2:army-cap")["items"]) == 3
        assert [s["actor"]["id"] for s in get("/shifts?since=2033-04-13")["items"]] == ["harbour-star"]
        assert len(get("/actors/pavel-dorn/shifts")["items"]) == 2
        get("/actors/nobody/shifts", 404)
        assert get("/retractions?actor=nora-quill")["items"][0]["retraction"]["exact"]
        assert get("/retractions?until=2033-03-27")["items"] == []
        assert get("/consistency?actor=irina-solt&format=csv").splitlines()[1].endswith(",4,2,0.5")
        assert get("/consistency?as_of=2033-03-10&actor=irina-solt")["items"] == []
        assert get("/claims/nothing?as_of=2033-03-10", 404)["title"]
        early, late = f"/terms/{PLAN}:d3:vote?as_of=2033-04-01", f"/terms/{PLAN}:d3:vote?as_of=2033-04-11"
        get(early, 404)
        assert get(late)["stances"] == []
        assert get(f"/plans/{PLAN}/board?as_of=2033-03-10")["cells"][0]["own"] == "rejects"
        get(f"/plans/{PLAN}?as_of=2033-03-01", 404)
        get(f"/plans/{PLAN}?as_of=yesterday", 422)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            ["changes", "--from", "2033-03-26", "--to", "2033-04-20"],
            ["unclaimed", "undisputed", "taken back"],
        ),
        (["changes", "--from", "2033-04-21", "--to", "2033-04-22"], ["Nothing changed."]),
        (
            ["changes", "--from", "2033-03-26", "--to", "2033-04-20", "--plan", PLAN],
            ["stale", "rejects, current"],
        ),
        (["shifts", "--actor", "irina-solt"], ["accepts_if, 2033-03-22", "rejects, 2033-04-12"]),
        (["shifts", "--scores"], ["Irina Solt", "50%"]),
        (["shifts", "--actor", "nora-quill"], ["Nobody shifted."]),
        (["retractions"], ["Irina Solt retracts:", "Irina Solt asserts:"]),
        (["board", PLAN, "--as-of", "2033-03-26"], ["carried", "stale: amount", "on a claim"]),
    ],
)
def test_on_the_command_line(strait: Store, words: list[str], shown: list[str]) -> None:
    done = subprocess.run(
        [COUNTERCLAIM, *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"COLUMNS": "240"},
    )
    assert done.returncode == 0, done.stderr
    for each in shown:
        assert each in done.stdout
