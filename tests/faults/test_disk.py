"""A full disk: the old file stays whole, nothing half-made is left, and the message says why."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.export import exported
from graph.files import put_in_place
from graph.keys import keys
from graph.project import project
from graph.store import Store
from graph.write import write_document

from ..samples import model, saying
from ..service import local
from .corpus import BASE, stories
from .unit import ended, start
from .world import World

MOST = 600
"""Bytes of a file on the disk that is full."""


@pytest.fixture
def store(world: World) -> Iterator[Store]:
    with world.open() as store:
        for story in (*stories(), model()):
            write_document(store, project(story))
        yield store


class Folder:
    """Commands that write into one folder."""

    def __init__(self, world: World, path: Path) -> None:
        self.environment = {**world.environment(), "COUNTERCLAIM_HOME": str(path / "home")}
        self.path, self.told, self.out = path, path / "told", path / "out"

    def run(self, *words: str, most: int = -1) -> tuple[int, str]:
        self.out.unlink(missing_ok=True)
        given = [word.replace("HERE", str(self.path)) for word in words]
        code = ended(start(self.environment, self.told, *given, out=self.out, most=most))
        return code, " ".join(self.told.read_text().split())

    def files(self) -> dict[str, bytes]:
        skipped = {self.told, self.out}
        return {
            str(each.relative_to(self.path)): each.read_bytes()
            for each in sorted(self.path.rglob("*"))
            if each.is_file() and each not in skipped and not each.name.endswith((".lock", ".new"))
        }


@pytest.fixture
def folder(world: World, store: Store, tmp_path: Path) -> Folder:
    return Folder(world, tmp_path)


CLAIM = next(node.id for node in project(model()).labelled("Claim"))
COMMANDS: list[list[str]] = [
    *(["export", "-o", f"HERE/x.{suffix}"] for suffix in ("ttl", "nt", "trig", "jsonld", "rdf", "dna")),
    ["pack", CLAIM, "-o", "HERE/x.zip"],
    ["plot", "timeline", "-o", "HERE/x.svg"],
    ["plot", "timeline", "-o", "HERE/x.png"],
    ["digest", "--since", "2026-01-01", "-o", "HERE/x.html"],
    ["neo4j", "queries", "-o", "HERE/queries.zip"],
    ["generate", "HERE/made", "-n", "1"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:3]))
def test_a_file_that_cannot_be_written_whole(folder: Folder, words: list[str]) -> None:
    code, told = folder.run(*words)
    assert code == 0, told
    before = folder.files()
    assert before
    code, told = folder.run(*words, most=MOST)
    assert (code, "cannot be written" in told, "Traceback" in told) == (1, True, False), told
    assert folder.files() == before


def test_an_answer_that_is_printed(folder: Folder) -> None:
    for words in (["export"], ["disputes", "--status", "any", "--json"]):
        code, told = folder.run(*words, most=MOST)
        assert (code, "cannot be written" in told, "Traceback" in told) == (1, True, False), told


def test_keys(folder: Folder) -> None:
    for name in "abcd":
        assert folder.run("keys", "create", name)[0] == 0
    home = folder.path / "home"
    before = (home / "keys.json").read_bytes()
    code, told = folder.run("keys", "create", "e", most=MOST)
    assert (code, "cannot be written" in told) == (1, True), told
    assert (home / "keys.json").read_bytes() == before
    assert folder.run("keys", "create", "e")[0] == 0
    assert [key.name for key in keys(home)] == [*"abcde"]


WATCH = """\
watch: rain
questions:
  - id: all
    ask: disputes
"""


def test_what_a_watch_has_seen(folder: Folder, store: Store, world: World) -> None:
    (folder.path / "w.yaml").write_text(WATCH, encoding="utf-8")
    words = ["watch", "HERE/w.yaml", "--atom", "HERE/w.atom"]
    code, told = folder.run(*words)
    assert code == 0, told
    before = folder.files()
    for name in ("zoe", "yan"):
        for act in ("asserts", "denies"):
            day = saying(
                act, f"{name}-{act}", text=f"{name} {act} it", published="2026-03-01", claim=f"{name} is late"
            )
            write_document(store, project(day))
    code, told = folder.run(*words, most=MOST)
    assert (code, "cannot be written" in told) == (1, True), told
    assert folder.files() == before
    # Nothing was told, so nothing is lost: the next look tells it.
    code, told = folder.run(*words)
    assert code == 0, told
    assert "late" in folder.out.read_text()


def test_two_who_write_one_file_never_mix(tmp_path: Path) -> None:
    place = tmp_path / "x"
    with put_in_place(place) as part:
        part.write_text("half")
        child = os.fork()
        if not child:
            with put_in_place(place) as other:
                other.write_text("the other, whole")
            os._exit(0)
        os.waitpid(child, 0)
        assert place.read_text() == "the other, whole"
        part.write_text("the first, whole")
    assert place.read_text() == "the first, whole"
    assert [each.name for each in tmp_path.iterdir()] == ["x"]


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    place = tmp_path / "x"
    place.write_text("old")
    place.chmod(0o600)
    with put_in_place(place) as part:
        part.write_text("new")
    assert (place.stat().st_mode & 0o777, place.read_text()) == (0o600, "new")


def test_the_service_says_that_its_disk_is_full(
    world: World, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with local(store, world.settings()) as client:
        monkeypatch.setattr("graph.export.SpooledTemporaryFile", full)
        answer = client.get("/export?format=nt")
        assert answer.status_code == 507
        assert "Retry-After" in answer.headers
        monkeypatch.undo()
        assert client.get("/export?format=nt").status_code == 200
    with exported(store, BASE, "nt") as file:
        assert file.read(1)
