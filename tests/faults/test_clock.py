"""Clock steps: nothing that is kept or answered depends on the time of the day."""

import ast
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import keys
from graph.project import project
from graph.store import Store
from graph.watching.looking import look
from graph.watching.questions import load_watch
from graph.watching.state import State
from graph.write import write_document

from ..conftest import ROOT
from ..samples import model
from ..service import local
from .world import World

ASKED = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "datetime.now", "datetime.utcnow",
    "datetime.today", "date.today",
}  # fmt: skip
SIGNED = "graph/watching/webhook.py"
"""A signature holds when it was made, so that an old one can be told from a new one."""
STEPS = (0.0, -400_000_000.0, 400_000_000.0)


@pytest.fixture
def store(world: World) -> Iterator[Store]:
    with world.open() as store:
        write_document(store, project(model()))
        yield store


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    real = time.time
    return lambda by: monkeypatch.setattr(time, "time", lambda: real() + by)


def asks(path: Path) -> bool:
    """Whether a module asks for the time of the day, or for when a file was changed."""
    for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(each, ast.Attribute) and (
            ast.unparse(each).removeprefix("datetime.datetime.") in ASKED or each.attr.startswith("st_mtime")
        ):
            return True
        if isinstance(each, ast.ImportFrom) and each.module == "time":
            if any(f"time.{alias.name}" in ASKED for alias in each.names):
                return True
    return False


def test_only_signatures_know_the_time_of_the_day() -> None:
    modules = [path for part in ("graph", "api") for path in (ROOT / part).rglob("*.py")]
    assert len(modules) > 100
    found = {str(path.relative_to(ROOT)) for path in modules if asks(path)}
    assert found == {SIGNED}


def test_tags_keys_and_watches_outlive_steps(
    world: World, store: Store, step: Callable[[float], None], tmp_path: Path
) -> None:
    (tmp_path / "w.yaml").write_text("watch: W\nquestions:\n- id: all\n  ask: disputes\n", encoding="utf-8")
    watch, state = load_watch(tmp_path / "w.yaml"), State()
    state, report = look(store, watch, state)
    assert report
    secret = keys.create(tmp_path, "loader")
    with local(store, world.settings()) as client:
        tag = client.get("/documents").headers["etag"]
        for by in STEPS:
            step(by)
            assert client.get("/documents", headers={"If-None-Match": tag}).status_code == 304
            assert keys.find(tmp_path, secret)
            assert look(store, watch, state) == (state, None)
            assert write_document(store, project(model())).outcome == "unchanged"
            tag = client.get("/documents").headers["etag"]
            state, report = look(store, watch, state)
            assert report is None
