"""The commands that tell who stands where, since when, with whom, on the sample corpus."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph.store import Store

COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"
UMEROV = "b74322f59e199576"


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([COUNTERCLAIM, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["board", "28-point-plan", "--topic", "armed-forces"], ["newest stance 2025-11-24", "rejects"]),
        (["board", "28-point-plan", "--topic", "elections"], ["No actor takes a stance"]),
        (["timeline", "--actor", "rustem-umerov"], ["denies: “he approved any of it”", "2025-11-23", "said"]),
        (["chains", UMEROV], ["US officials", "first speakers: 1; outlets: 2; anonymous sources only"]),
        (["chains", "2b1385952c452db3"], ["Nobody in the graph claims it."]),
        (["network", "conflict", "--minimum", "2"], ["Tommy Pigott", "Rustem Umerov"]),
        (["network", "conflict", "--minimum", "9"], ["No two actors are joined so."]),
    ],
)  # fmt: skip
def test_answers_for_people(corpus_store: Store, words: list[str], shown: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 0, done.stderr
    for each in shown:
        assert each in done.stdout


def test_answers_for_programs(corpus_store: Store, tmp_path: Path) -> None:
    found = json.loads(run("network", "conflict", "--json").stdout)
    assert len(found["edges"]) == 7
    assert json.loads(run("board", "ambel-treaty", "--json").stdout)["plan"]["name"] == "Ambel treaty"
    file = tmp_path / "network.graphml"
    assert run("network", "conflict", "-o", str(file)).returncode == 0
    assert ElementTree.parse(file).getroot().tag.endswith("graphml")
    assert run("network", "conflict", "--table", "matrix", "-o", str(tmp_path / "m.csv")).returncode == 0
    assert (tmp_path / "m.csv").read_text(encoding="utf-8").startswith(",Angus King,")


def test_networks_in_time_backbones_and_camps(corpus_store: Store) -> None:
    done = run("network", "conflict", "--window", "days", "--until", "2025-12-31")
    assert "2025-11-24" in done.stdout
    assert "28-point plan" in run("backbone", "--plan", "28-point-plan").stdout
    assert "100%" in run("polarisation", "--plan", "28-point-plan").stdout


@pytest.mark.parametrize("words", [["board", "28-point-plan"], ["network", "conflict"], ["timeline"]])
def test_plots_are_the_same_bytes_each_time(corpus_store: Store, words: list[str], tmp_path: Path) -> None:
    for form, begins in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        for name in ("one", "two"):
            done = run("plot", *words, "-o", str(tmp_path / f"{name}.{form}"))
            assert (done.returncode, done.stderr) == (0, "")
        one, two = ((tmp_path / f"{name}.{form}").read_bytes() for name in ("one", "two"))
        assert one.startswith(begins)
        assert one == two
    assert "b.txt: give a name" in run("plot", *words, "-o", "b.txt").stderr


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["board", "no-plan"], 3, "no plan 'no-plan'"),
        (["chains", "no-claim"], 3, "no claim 'no-claim'"),
        (["timeline", "--since", "soon"], 2, "'soon' is not a date"),
        (["network", "conflict", "-o", "x.doc"], 2, "ends with .graphml, .gexf"),
        (["network", "friendship"], 2, "Invalid value"),
        (["network", "conflict", "--mode", "twomode"], 2, "no conflict; it takes subtract"),
        (["network", "conflict", "--window", "days", "-o", "x.svg"], 2, "ends with .csv or .json"),
        (["network", "conflict", "--table", "matrix"], 2, "give -o NAME.csv"),
        (["backbone", "fixed"], 2, "give a size from 1 to"),
    ],
)
def test_errors_say_what_was_wrong(corpus_store: Store, words: list[str], code: int, message: str) -> None:
    done = run(*words)
    assert done.returncode == code
    assert message in done.stderr
