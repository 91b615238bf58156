"""docs/importing.md is true: its files are taken, and its commands print what it shows."""

import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.store import Store

from .conftest import ROOT

PAGE = ROOT / "docs" / "importing.md"
FILE = re.compile(r"^`(?P<name>[\w.]+)`:\n\n```\w+\n(?P<text>.*?)^```$", re.M | re.S)
BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.M | re.S)


def run(command: str) -> str:
    """What a command prints: what is refused and noted, then the answer."""
    words = shlex.split(command)
    assert words[0] == "counterclaim"
    done = CliRunner().invoke(app, words[1:], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stderr + done.stdout


def test_the_page_shows_what_is_printed(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    for name, content in FILE.findall(text):
        (tmp_path / name).write_text(content, encoding="utf-8")
    fresh = BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{run(m['command'])}```", text)
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(fresh, encoding="utf-8")
    assert text == fresh or os.environ.get("UPDATE_GOLDEN")
    assert len(BLOCK.findall(text)) == 5
    before = (tmp_path / "actors.yaml").read_bytes()
    again = [run(command) for command, _ in BLOCK.findall(text) if " import " in command]
    assert sum("unchanged" in each for each in again) == 3
    assert not any("added" in each or "replaced" in each for each in again)
    assert (tmp_path / "actors.yaml").read_bytes() == before
