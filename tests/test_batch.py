"""Many files at once: their order, their errors, an interrupt, and going on after it."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from graph.batch import not_held, together, understand_all
from graph.contents import read_documents
from graph.errors import InputError
from graph.export import export
from graph.ingest import Understood, ingest, understand
from graph.read.annotation import dump_annotation
from graph.settings import Settings
from graph.store import Store
from graph.subgraph import Subgraph
from graph.write import forget_document, write_documents

from .conftest import ROOT
from .samples import saying
from .test_cli import COUNTERCLAIM, run

ARTICLES = sorted((ROOT / "examples" / "articles").glob("*.txt"))


def articles(folder: Path, many: int, sentences: int = 1) -> list[Path]:
    paths = [folder / f"day-{number:02}.txt" for number in range(many)]
    for number, path in enumerate(paths):
        dams = (number + 2 + many * each for each in range(sentences))
        told = [f"The minister of Norvale said that {each} dams were closed." for each in dams]
        path.write_text("\n\n".join([f"Talks, day {number}", *told]) + "\n", encoding="utf-8")
    return paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of eight short articles that differ, and one file that is no text."""
    articles(tmp_path, 8)
    (tmp_path / "day-05b.txt").write_bytes(b"\x00\x01")
    return tmp_path


def test_several_processes_give_what_one_gives_in_the_same_order(folder: Path) -> None:
    paths = [*ARTICLES, *sorted(folder.glob("*.txt"))]
    settings = Settings()
    alone, together = list(understand_all(paths, settings)), list(understand_all(paths, settings, workers=2))
    assert [path for path, _ in together] == paths
    for (path, one), (_, other) in zip(alone, together, strict=True):
        if isinstance(one, InputError):
            assert path.name == "day-05b.txt"
            assert str(one) == str(other)
        else:
            assert isinstance(other, list)
            assert [d.subgraph for d in one] == [d.subgraph for d in other]


def test_files_are_read_as_they_are_wanted(folder: Path) -> None:
    first = folder / "day-00.txt"
    reading = understand_all([first, folder / "later.txt"], Settings())
    path, outcome = next(reading)
    assert path == first
    assert isinstance(outcome, list)
    assert isinstance(outcome[0], Understood)
    # Nothing has looked for the second file yet: it can still be written.
    (folder / "later.txt").write_text("Late\n\nFenn denied it.\n", encoding="utf-8")
    assert isinstance(next(reading)[1], list)


def test_what_the_graph_holds_is_left_alone(store: Store, folder: Path) -> None:
    settings = Settings()
    ingest(folder / "day-03.txt", settings, store)
    paths = sorted(folder.glob("*.txt"))
    assert [p.name for p in paths if p not in not_held(paths, store)] == ["day-03.txt"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_leaves_whole_documents_and_resume_goes_on(
    store: Store, folder: Path, workers: str
) -> None:
    settings = Settings()
    articles(folder, 8, sentences=150)  # Some seconds of reading: there is something left to interrupt.
    command = [COUNTERCLAIM, "ingest", "--workers", workers, folder]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert "Talks, day 0" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 130, errors
    assert "the same command with --resume goes on from here" in errors
    held = len(store.read("document_ids"))
    assert 1 <= held < 8
    resumed = run("ingest", "--resume", "--workers", workers, folder)
    assert resumed.returncode == 2
    assert f"{held} of 9 files are in the graph already" in resumed.stderr
    assert "day-05b.txt" in resumed.stderr
    assert len(store.read("document_ids")) == 8
    interrupted = export(store, settings.base_iri, "ttl", None)
    for row in store.read("document_ids"):
        forget_document(store, row["id"])
    for path in sorted(folder.glob("*[0-9].txt")):
        ingest(path, settings, store)
    assert export(store, settings.base_iri, "ttl", None) == interrupted


def test_killed_again_and_again_it_leaves_whole_documents_and_resume_brings_the_rest(
    store: Store, tmp_path: Path
) -> None:
    """SIGKILL: nothing of the process can tidy up. Its readers end with it."""
    settings = Settings()
    paths = articles(tmp_path, 24)
    known = {each.document.id: each for path in paths for each in subgraphs(path)}
    command = [COUNTERCLAIM, "ingest", "--resume", "--workers", "2", tmp_path]
    held = 0
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and len(store.read("document_ids")) <= held:
                time.sleep(0.01)
            process.kill()
        assert process.returncode == -signal.SIGKILL
        store.write(lambda _: None)  # waits for a transaction of the dead that the database still ends
        found = list(read_documents(store))
        assert all(each == known[each.document.id] for each in found)
        assert held < len(found) < 24
        held = len(found)
    resumed = run(*command[1:])
    assert resumed.returncode == 0, resumed.stderr
    assert f"{held} of 24 files are in the graph already" in resumed.stderr
    killed = export(store, settings.base_iri, "ttl", None)
    for row in store.read("document_ids"):
        forget_document(store, row["id"])
    write_documents(store, list(known.values()))
    assert export(store, settings.base_iri, "ttl", None) == killed


def subgraphs(path: Path) -> list[Subgraph]:
    return [each.subgraph for each in understand(path, Settings())]


def test_a_refused_file_holds_back_none_that_are_stored_with_it(store: Store, tmp_path: Path) -> None:
    for number, kind in enumerate(["Person", "Person", "State", "Person"]):
        story = saying("asserts", "ada", text=f"{number}: it rains", published="2026-01-01", kind=kind)
        (tmp_path / f"{number}.yaml").write_text(dump_annotation(story), encoding="utf-8")
    done = run("ingest", tmp_path)
    assert done.returncode == 2
    assert "'ada' contradicts what the graph holds" in done.stderr
    assert "1 of 4 files were refused (see above); the others are stored" in done.stderr
    assert len(store.read("document_ids")) == 3
    again = run("ingest", tmp_path / "0.yaml", tmp_path / "0.yaml")
    assert again.returncode == 0
    assert again.stdout.count("unchanged") == 2


def test_files_are_handed_over_ever_more_at_a_time_and_at_once_when_reading_is_slow() -> None:
    files = [(Path(str(n)), InputError("no")) for n in range(20)]
    assert [len(some) for some in together(iter(files), most=4)] == [1, 2, 4, 4, 4, 4, 1]
    assert [len(some) for some in together(iter(files), most=4, patience=0)] == [1] * 20


def test_files_of_many_documents_are_handed_over_by_their_documents() -> None:
    document = Understood(Subgraph())
    files: list[tuple[Path, list[Understood] | InputError]] = [
        (Path(str(n)), [document] * 3) for n in range(5)
    ]
    assert [len(some) for some in together(iter(files), most=4)] == [1, 1, 2, 1]


def test_rdf_is_read_while_the_file_before_it_is_stored(tmp_path: Path) -> None:
    """No other file is: it may still be written, and its reader may cost money."""
    reading = {"first.ttl": True, "second.ttl": True, "third.yaml": False}
    paths = [tmp_path / name for name in reading]
    files = understand_all(paths, Settings())
    assert isinstance(next(files)[1], InputError)
    for path, ahead in list(zip(paths, reading.values(), strict=True))[1:]:
        time.sleep(0.5)
        path.write_text("no such thing was here", encoding="utf-8")
        assert ("no such file" in str(next(files)[1])) == ahead
