"""The README is true: its commands run and print what it shows, its links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from graph.cli import app
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)
COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"


def run(command: str) -> str:
    words = shlex.split(command)
    assert words[0] == "counterclaim"
    done = subprocess.run([COUNTERCLAIM, *words[1:]], capture_output=True, text=True, check=True)
    return done.stdout


def test_the_readme_shows_what_is_printed(corpus_store: Store) -> None:
    text = README.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{run(m['command'])}```", text)
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(fresh, encoding="utf-8")
    assert text == fresh or os.environ.get("UPDATE_GOLDEN")
    assert len(BLOCK.findall(text)) >= 2


def test_the_cypher_of_the_readme_runs(corpus_store: Store, cypher) -> None:
    blocks = re.findall(r"^```cypher\n(.*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    queries = [block for block in blocks if not block.startswith(":")]
    assert queries
    for query in queries:
        assert cypher(query)


def test_the_two_commands_exist_and_ci_calls_one() -> None:
    for name in ("scripts/demo", "scripts/test"):
        assert f"\n{name} " in README.read_text(encoding="utf-8")
        assert os.access(ROOT / name, os.X_OK)
    assert "scripts/test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/annotating.md",
        "docs/contradictions.md",
        "docs/digest.md",
        "docs/exports.md",
        "docs/extraction.md",
        "docs/gazetteer.md",
        "docs/importing.md",
        "docs/origins.md",
        "docs/plan-versions.md",
        "docs/readers.md",
        "docs/service.md",
        "docs/silence.md",
        "docs/watch.md",
        "docs/what-if.md",
        "evaluation/README.md",
    ],
)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_paths_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert len(rows) > 8
    for name in re.findall(r"`([^`]+)`", " ".join(rows)):
        assert list(ROOT.glob(name)), name


@pytest.mark.parametrize("name", sorted(get_command(app).commands))  # pyright: ignore[reportAttributeAccessIssue]
def test_commands_are_documented(name: str) -> None:
    command = get_command(app).commands[name]  # pyright: ignore[reportAttributeAccessIssue]
    assert (command.help or "").strip()
    documents = README.read_text(encoding="utf-8") + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert name in documents


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_settings_are_documented(name: str) -> None:
    alone = Settings.model_fields[name].validation_alias is not None
    variable = name.upper() if alone else f"COUNTERCLAIM_{name.upper()}"
    pages = (README, ROOT / "docs" / "service.md")
    assert any(f"`{variable}`" in page.read_text(encoding="utf-8") for page in pages)
