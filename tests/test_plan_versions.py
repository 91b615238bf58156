"""Drafts of a plan through the command line and over HTTP, and their alignment corrected by hand."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.main import create_app
from graph import ask, judge
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import Store
from graph.write import write_document
from tests.conftest import ROOT

COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"
STRAIT = ROOT / "examples" / "strait" / "annotations"
PLAN = "halm-accord"
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def drafts_store(database: Store, cypher: Any) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    for stem in ("01-draft-1", "02-wire-tarrant", "14-draft-2", "15-wire-second-draft", "23-draft-3"):
        write_document(database, project(load_annotation(STRAIT / f"{stem}.yaml")))
    return database


@pytest.fixture(scope="module")
def client(drafts_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), drafts_store)) as client:
        yield client


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    main = "from graph.cli import main; main()"
    return subprocess.run([sys.executable, "-c", main, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["list"], [PLAN, "Halm accord"]),
        (["versions", PLAN], ["second draft", "2033-03-21", "7 kept, 5 amount", "stale (amount)"]),
        (["diff", PLAN], ["second draft", "third draft", "480,000 → 520,000", "{+520,000+}", "[-480,000-]"]),
        (["diff", f"{PLAN}:d1"], ["first draft", "second draft", "[-400,000-]", "1 split, 1 merged"]),
        (["diff", f"{PLAN}:d1", f"{PLAN}:d3"], ["first draft", "third draft"]),
        (["versions", PLAN, "--as-of", "2033-03-10"], ["first draft"]),
    ],
)  # fmt: skip
def test_answers_for_people(drafts_store: Store, words: list[str], shown: list[str]) -> None:
    done = run("plans", *words)
    assert done.returncode == 0, done.stderr
    for each in shown:
        assert each in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [(["versions", "nothing"], 3), (["diff", "nothing"], 3), (["diff", f"{PLAN}:d3"], 2), (["align"], 2)],
)
def test_errors_have_their_exit_codes(drafts_store: Store, words: list[str], code: int) -> None:
    assert run("plans", *words).returncode == code


def test_answers_over_http(client: TestClient, drafts_store: Store) -> None:
    told = client.get(f"/plans/{PLAN}/versions").json()
    assert [draft["provisions"] for draft in told["drafts"]] == [19, 20, 20]
    newest = client.get(f"/plans/{PLAN}/diff").json()
    assert (newest["old"]["id"], newest["new"]["id"]) == (f"{PLAN}:d2", f"{PLAN}:d3")
    first = client.get(f"/plans/{PLAN}/diff", params={"old": f"{PLAN}:d1"}).json()
    assert first["new"]["id"] == f"{PLAN}:d2"
    assert first == json.loads(run("plans", "diff", f"{PLAN}:d1", f"{PLAN}:d2", "--json").stdout)
    for url, status in (
        ("/plans/nothing/versions", 404),
        ("/plans/nothing/diff", 404),
        (f"/plans/{PLAN}/diff?old=nothing", 404),
        (f"/plans/{PLAN}/diff?old={PLAN}:d3&new={PLAN}:d1", 400),
        (f"/plans/{PLAN}/diff?as_of=2033-03-10", 400),
    ):
        response = client.get(url)
        assert response.status_code == status, url
        assert response.headers["content-type"] == "application/problem+json"


def relation(store: Store, term: str) -> tuple[str, set[str], str | None]:
    found = ask.diff(store, f"{PLAN}:d1", f"{PLAN}:d2")
    (pair,) = [p for p in found.pairs if term in {side.id for side in p.old}]
    return pair.relation, {side.id for side in pair.new}, pair.judgement


def test_a_person_corrects_an_alignment_and_takes_it_back(drafts_store: Store) -> None:
    language, ferry = f"{PLAN}:d1:language", f"{PLAN}:d2:ferry"
    before = relation(drafts_store, language)
    assert before == ("dropped", set(), None)
    done = run("plans", "align", "--old", language, "--new", ferry, "--by", "me", "--reason", "a test")
    assert done.returncode == 0, done.stderr
    id_ = done.stdout.split()[1].rstrip(":")
    assert relation(drafts_store, language) == ("reworded", {ferry}, id_)
    assert run("judgements", "undo", id_).returncode == 0
    assert relation(drafts_store, language) == before


def test_stances_follow_what_is_judged(drafts_store: Store) -> None:
    cap, other = f"{PLAN}:d1:army-cap", f"{PLAN}:d2:ferry"
    line = ask.lineage(drafts_store, PLAN)
    assert (line.status(cap), line.step(cap)) == ("stale", "amount")
    made = [judge.align(drafts_store, [cap], []), judge.align(drafts_store, [], [f"{PLAN}:d2:army-cap"])]
    try:
        line = ask.lineage(drafts_store, PLAN)
        assert line.step(cap) == "dropped"
        assert line.same(cap) == {cap}
        assert line.same(other) >= {other, f"{PLAN}:d3:ferry"}
    finally:
        for each in made:
            judge.undo(drafts_store, each.id)
