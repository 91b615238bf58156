"""Drafts of small plans: in which order they stand, what is a step; drafts added from their texts."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph import ask
from graph.ask.lineage import lineage
from graph.models import Annotation
from graph.read.annotation import load_annotation
from graph.store import Store
from tests.conftest import ROOT, put

STRAIT = ROOT / "examples" / "strait"


def draft(name: str, published: str | None, *texts: str, dated: str | None = None) -> Annotation:
    terms = [
        {"id": f"p:{name}:t{n}", "part_of": f"p:{name}", "name": f"T{n}", "text": t}
        for n, t in enumerate(texts)
    ]
    return Annotation.model_validate({
        "document": {"title": name, "text": f"{name}: {' '.join(texts)}", "published": published},
        "extraction": {"reader": "hand", "version": "1"},
        "plans": [{"id": "p", "name": "P"}],
        "versions": [{"id": f"p:{name}", "plan": "p", "name": name, "dated": dated}],
        "terms": terms,
    })  # fmt: skip


def test_drafts_without_a_date_stand_by_publication(store: Store) -> None:
    put(store, draft("b", "2033-01-02", "The bridge is closed to lorries."))
    put(store, draft("a", "2033-01-03", "The bridge is closed to lorries."))
    put(store, draft("c", "2033-09-09", "The bridge is closed to lorries and vans.", dated="2032-12-30"))
    put(store, draft("named-only", "2033-01-04"))
    line = lineage(store, "p")
    assert line.versions == ("p:c", "p:b", "p:a")
    assert (line.status("p:b:t0"), line.status("p:c:t0"), line.step("p:c:t0")) == (
        "carried",
        "stale",
        "reworded",
    )


def add(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    main = "from graph.cli import main; main()"
    command = [sys.executable, "-c", main, "plans", "add", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_drafts_are_added_from_their_texts(store: Store, tmp_path: Path) -> None:
    plan = ("--plan", "halm-accord", "--plan-name", "Halm accord")
    first = (STRAIT / "articles/01-draft-1.txt", *plan, "--draft", "first draft", "--dated", "2033-03-02")
    page = (STRAIT / "drafts/draft-2.html", *plan, "--draft", "second draft", "--dated", "2033-03-21")
    for words in (first, page):
        done = add(*words)
        assert done.returncode == 0, done.stderr
        assert "added" in done.stdout
    assert "halm-accord:second-draft: 20 provisions" in done.stdout
    assert "unchanged" in add(*page).stdout
    found = ask.diff(store, plan="halm-accord")
    assert found.counts == {
        "kept": 7,
        "amount": 5,
        "reworded": 3,
        "split": 1,
        "merged": 1,
        "dropped": 1,
        "added": 2,
    }
    assert (found.new.dated, found.pairs[0].new[0].number) == ("2033-03-21", "1")
    # The text as another publishes it is the same draft: its provisions keep their ids.
    again = tmp_path / "again.yaml"
    text = STRAIT / "articles/14-draft-2.txt"
    assert add(text, "--plan", "halm-accord", "--draft", "Second draft", "-o", again).returncode == 0
    ids = {side.id for pair in found.pairs for side in pair.new}
    assert {term.id for term in load_annotation(again).terms} == ids


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--plan", "no plan!", "--draft", "first"), 2),
        (("--plan", "p", "--draft", "?"), 2),
        (("--plan", "p", "--draft", "first", "--dated", "spring"), 2),
        (("--plan", "p", "--draft", "b", "--dated", "2032-01-01"), 2),
        (("--plan", "p", "--plan-name", "Q", "--draft", "b"), 2),
    ],
)
def test_what_cannot_be_added_is_refused(store: Store, words: tuple[str, ...], code: int) -> None:
    put(store, draft("b", "2033-01-02", "The bridge is closed to lorries.", dated="2033-01-01"))
    assert add(STRAIT / "articles/01-draft-1.txt", *words).returncode == code


def test_a_text_without_provisions_is_refused(store: Store, tmp_path: Path) -> None:
    text = tmp_path / "none.txt"
    text.write_text("Talks on the bridge\n\nTalks ended on Friday. We hope for the best.\n", encoding="utf-8")
    done = add(text, "--plan", "p", "--draft", "first")
    assert done.returncode == 2
    assert "no provision found" in done.stderr
    assert add(tmp_path / "missing.txt", "--plan", "p", "--draft", "first").returncode == 2
