"""A graph that Neo4j 5.26 wrote, opened by a newer release; tried where the tests run on such a one."""

import shutil
from pathlib import Path
from typing import Literal

import pytest

from graph import ask
from graph.engine import EngineError, LocalEngine
from graph.export import export
from graph.project import project
from graph.read.annotation import load_annotation
from graph.settings import Settings
from graph.store import open_store
from graph.write import write_document

from .conftest import RELEASE, annotations

BASE = "https://counterclaim.example/id/"


Release = Literal["5.26", "2026.08"]
DEFAULT: Release = "5.26"


def at(home: Path, release: Release) -> Settings:
    return Settings(home=home, neo4j_version=release, neo4j_uri="")


def stop(home: Path, release: str) -> None:
    LocalEngine(home / "neo4j", release=release).stop()


if RELEASE != DEFAULT:

    def test_the_folder_of_the_long_term_release_is_taken_over_and_a_copy_of_it_is_the_way_back(
        tmp_path: Path,
    ) -> None:
        old, new = tmp_path / "old", tmp_path / "new"
        first, *rest = (project(load_annotation(path)) for path in annotations())
        try:
            with open_store(at(old, DEFAULT)) as store:
                for subgraph in rest:
                    write_document(store, subgraph)
                written = export(store, BASE, "trig")
            stop(old, DEFAULT)
            shutil.copytree(old, new)
            with open_store(at(new, RELEASE)) as store:
                assert export(store, BASE, "trig") == written
                assert ask.search(store, "river", limit=5).items
                assert write_document(store, first).outcome == "added"
            stop(new, RELEASE)
            with pytest.raises(EngineError, match="cannot read it"):
                open_store(at(new, DEFAULT))
            with open_store(at(old, DEFAULT)) as store:
                assert export(store, BASE, "trig") == written
        finally:
            stop(new, RELEASE)
            stop(old, DEFAULT)
