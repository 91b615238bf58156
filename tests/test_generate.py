"""Synthetic corpora: valid, the same for the same seed, and in the proportions of news."""

from collections import Counter
from math import log
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import linregress
from typer.testing import CliRunner

from graph.check import problems
from graph.cli import app
from graph.generate import generate
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import load_annotation
from graph.validate import require_valid


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_each_article_is_sound_and_depends_on_seed_and_number_alone(seed: int, number: int) -> None:
    (alone,) = generate(1, seed, number)
    assert not problems(alone)
    assert [*generate(2, seed, max(0, number - 1))][1 if number else 0] == alone
    assert "ynthetic" in alone.document.title


def test_the_shapes_hold() -> None:
    subgraphs = [project(annotation) for annotation in generate(10, 3)]
    require_valid(to_rdf(subgraphs, "https://example.org/"), "the corpus")


def test_few_speak_most_and_claims_are_disputed() -> None:
    speakers, asserted, denied = Counter[str](), set[str](), set[str]()
    for annotation in generate(200, 1):
        texts = {claim.id: claim.text for claim in annotation.claims}
        for statement in annotation.statements:
            speakers.update(statement.speakers)
            asserted.update(texts[id_] for id_ in statement.asserts)
            denied.update(texts[id_] for id_ in statement.denies)
    assert len(speakers) > 200
    assert sum(n for _, n in speakers.most_common(20)) > sum(speakers.values()) / 2
    assert len(asserted & denied) > 40


def test_the_shape_is_that_of_news() -> None:
    """Zipf's law of speakers; claims that many outlets repeat, most that few do; few denials."""
    speakers, outlets, acts = Counter[str](), dict[str, set[str | None]](), Counter[str]()
    for annotation in generate(300, 1):
        texts = {claim.id: claim.text for claim in annotation.claims}
        for statement in annotation.statements:
            speakers.update(statement.speakers)
            acts.update(act for act in ("asserts", "denies") if getattr(statement, act))
            for id_ in statement.asserts:
                outlets.setdefault(texts[id_], set()).add(annotation.document.publisher)
    counts = [n for _, n in speakers.most_common(100)]
    slope = linregress([log(rank) for rank in range(1, 101)], [log(n) for n in counts]).slope
    assert -1.2 < slope < -0.8
    repeated = sorted(len(found) for found in outlets.values())
    assert repeated[-1] >= 8
    assert sum(n >= 3 for n in repeated) > 80
    assert repeated[len(repeated) // 2] == 1
    assert acts["denies"] < acts["asserts"] / 5


def test_the_command_writes_files_that_can_be_read(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["generate", str(tmp_path / "new"), "-n", "3", "--seed", "5"])
    assert done.exit_code == 0, done.output
    read = [load_annotation(path) for path in sorted((tmp_path / "new").iterdir())]
    assert [a.document for a in read] == [a.document for a in generate(3, 5)]
