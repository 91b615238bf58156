"""The packages are ours, and files stay small."""

import pytest

import api
import graph

from .conftest import ROOT

SOURCES = sorted(p for folder in ("graph", "api", "evaluation") for p in (ROOT / folder).rglob("*.py"))


def test_the_packages_are_those_of_this_checkout() -> None:
    for package in (graph, api):
        assert str(package.__file__).startswith(str(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_small_and_say_what_they_hold(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 260
    assert text.startswith('"""') or not text
