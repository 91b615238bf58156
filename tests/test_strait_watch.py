"""Watch against examples/strait/gold/9-watch.yaml: three saved questions, asked after each document."""

import re
from pathlib import Path
from typing import Any

import pytest

from graph.answers.watch import Finding, Report
from graph.ingest import store_documents, understand
from graph.project import claim_id
from graph.settings import Settings
from graph.store import Store
from graph.watching.looking import look
from graph.watching.questions import load_watch
from graph.watching.state import State
from graph.watching.text import lines

from .conftest import ROOT
from .test_strait import ANNOTATIONS, FILES, GOLD, STRAIT, claims

pytestmark = pytest.mark.timeout(900)
WATCH = load_watch(STRAIT / "watch.yaml")
Item = tuple[str, str, str, str]


@pytest.fixture(scope="module")
def reports(database: Store, cypher: Any) -> dict[str, Report]:
    """What is reported after each document; between them, that nothing is."""
    cypher("MATCH (n) DETACH DELETE n")
    found, state = {}, State()
    for path in FILES:
        store_documents(path, understand(path, Settings()), database)
        state, report = look(database, WATCH, state)
        if report:
            found[path.stem] = report
        assert look(database, WATCH, state) == (state, None)
    return found


def items(reports: dict[str, Report]) -> set[Item]:
    return {
        (stem, change.question, sign, told(change.question, each))
        for stem, report in reports.items()
        for change in report.changes
        for sign in ("added", "removed")
        for each in getattr(change, sign)
    }


def told(question: str, found: Finding) -> str:
    """The entry as the gold has it."""
    if question == "disputes":
        return {claim_id(claim.text): claim.id for claim in claims().values()}[found.key]
    if question == "army":
        actor, act, term = found.key.split()
        return f"{actor} {act} {term.split(':')[1]}"
    return found.key


def test_all_that_changes_is_reported_and_nothing_else(reports: dict[str, Report]) -> None:
    gold = {
        (change["document"], change["question"], sign, entry)
        for change in GOLD["9-watch"]["changes"]
        for sign in ("added", "removed")
        for entry in change[sign]
    }
    assert items(reports) == gold  # precision and recall 1.0
    assert len(gold) == 19


def test_each_entry_has_the_words_that_prove_it(reports: dict[str, Report]) -> None:
    texts = {annotation.document.text for annotation in ANNOTATIONS.values()}
    for report in reports.values():
        for change in report.changes:
            for each in (*change.added, *change.removed):
                assert each.words
                assert all(any(w.exact == text[w.start : w.end] for text in texts) for w in each.words)


def test_the_documentation_shows_what_is_printed(reports: dict[str, Report]) -> None:
    text = (ROOT / "docs" / "watch.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```console\n\$ [^\n]+\n(.*?)^```$", text, re.M | re.S)
    printed = [*lines(reports["15-wire-second-draft"])]
    assert [line for line in shown.splitlines() if line not in printed] == []


def test_the_saved_questions_are_those_of_the_gold() -> None:
    assert [question.id for question in WATCH.questions] == [q["id"] for q in GOLD["9-watch"]["questions"]]
    assert Path(STRAIT / "watch.yaml").is_file()
