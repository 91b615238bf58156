"""Preparing files for Neo4j's importer: what contradicts, what changes meanwhile, what is interrupted."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph.bulk.command import completed
from graph.bulk.corpus import Files, Synthetic
from graph.bulk.prepare import prepare
from graph.errors import ConflictError, InputError
from graph.models import Annotation
from graph.project import project
from graph.rdf import to_rdf
from graph.read.annotation import dump_annotation
from graph.settings import Settings

from .conftest import ROOT
from .samples import saying
from .test_cli import run
from .test_write_together import holding_statement_of


def test_what_contradicts_forbids_the_load(tmp_path: Path) -> None:
    def written(name: str, annotation: Annotation) -> Path:
        path = tmp_path / name
        path.write_text(dump_annotation(annotation), encoding="utf-8")
        return path

    day = "2026-01-01"
    one = written("1.yaml", saying("asserts", "ada", text="it rains", published=day))
    two = written("2.yaml", saying("asserts", "ada", text="it rains now", published=day, kind="State"))
    with pytest.raises(ConflictError, match=r"a (Person|State) in one, a (Person|State) in the other"):
        prepare(Files([one, two]), tmp_path / "kinds", Settings(), chunk=1)
    three = written("3.yaml", saying("denies", "ada", text="it rains", published=day))
    with pytest.raises(ConflictError, match="give the same text and say different things"):
        prepare(Files([one, three]), tmp_path / "texts", Settings(), chunk=1)
    # Mended, the same folder goes on.
    written("3.yaml", saying("asserts", "ada", text="it rains", published=day))
    assert prepare(Files([one, three]), tmp_path / "texts", Settings(), chunk=1).documents == 1
    with pytest.raises(InputError, match="another corpus"):
        prepare(Files([one]), tmp_path / "texts", Settings(), chunk=1)
    bad = tmp_path / "bad.yaml"
    bad.write_text("document: 1\n", encoding="utf-8")
    held = prepare(Files([one, bad]), tmp_path / "bad", Settings())
    assert held.documents == 1
    assert len(held.refused) == 1


@pytest.mark.parametrize("together", [1, 2])
def test_a_statement_of_two_documents_forbids_the_load(tmp_path: Path, together: int) -> None:
    first, second = (
        project(saying("asserts", "ada", text=f"{n}: it rains", published="2026-01-01")) for n in (1, 2)
    )
    paths = [tmp_path / "1.ttl", tmp_path / "2.ttl"]
    for path, subgraph in zip(paths, (first, holding_statement_of(first, second)), strict=True):
        text = to_rdf([subgraph], Settings().base_iri).serialize(format="turtle")
        path.write_text(text, encoding="utf-8")
    (statement,) = first.labelled("Statement")
    with pytest.raises(ConflictError, match=rf"both hold statement '{statement.id}'") as caught:
        prepare(Files(paths), tmp_path / "bulk", Settings(), chunk=together)
    assert first.document.id in str(caught.value)
    assert second.document.id in str(caught.value)
    with pytest.raises(InputError, match="not prepared"):
        completed(tmp_path / "bulk")
    # Mended, the same folder goes on.
    paths[1].write_text(to_rdf([second], Settings().base_iri).serialize(format="turtle"), encoding="utf-8")
    assert prepare(Files(paths), tmp_path / "bulk", Settings(), chunk=together).statements == 2


def test_files_that_change_are_read_anew(tmp_path: Path) -> None:
    def written(name: str, act: str, text: str, kind: str = "Person") -> Path:
        path = tmp_path / name
        path.write_text(
            dump_annotation(saying(act, "ada", text=text, published="2026-01-01", kind=kind)),
            encoding="utf-8",
        )
        return path

    def made_alike(folder: str, paths: list[Path], size: int) -> None:
        fresh = tmp_path / f"{folder}-fresh"
        held = prepare(Files(paths), tmp_path / folder, Settings(), chunk=size)
        assert held == prepare(Files(paths), fresh, Settings(), chunk=size)
        for name in sorted(path.name for path in fresh.iterdir() if path.suffix in (".csv", ".json")):
            assert (tmp_path / folder / name).read_bytes() == (fresh / name).read_bytes(), name
        assert len(list(fresh.glob("*.csv"))) == len(list((tmp_path / folder).glob("*.csv")))

    def refused(folder: str, paths: list[Path], size: int) -> None:
        with pytest.raises(ConflictError):
            prepare(Files(paths), tmp_path / folder, Settings(), chunk=size)

    paths = [written("1.yaml", "asserts", "it rains"), written("2.yaml", "asserts", "it pours", kind="State")]
    refused("kinds", paths, 1)
    written("2.yaml", "asserts", "it pours")
    made_alike("kinds", paths, 1)
    written("2.yaml", "denies", "it rains")
    refused("first", paths, 1)
    written("1.yaml", "denies", "it rains")  # the one of them that was read first
    made_alike("first", paths, 1)
    # What was made of a file before leaves no edges behind.
    paths.append(written("3.yaml", "denies", "it snows"))
    written("1.yaml", "asserts", "it rains")
    refused("stale", paths, 3)
    written("2.yaml", "asserts", "it rains")
    written("3.yaml", "supports", "it snows")
    made_alike("stale", paths, 3)
    # Who left a document to another has it again when the other has it no more.
    prepare(Files(paths), tmp_path / "left", Settings(), chunk=1)
    written("1.yaml", "asserts", "it hails")
    made_alike("left", paths, 1)
    paths[0].write_text("document: 1\n", encoding="utf-8")
    assert len(prepare(Files(paths), tmp_path / "left", Settings(), chunk=1).refused) == 1
    written("1.yaml", "asserts", "it hails again")
    assert prepare(Files(paths), tmp_path / "left", Settings(), chunk=1).documents == 3


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_preparing_goes_on_where_it_was_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    folder, whole = tmp_path / "bulk", tmp_path / "whole"
    code = (
        "import sys; from pathlib import Path; from graph.bulk.prepare import prepare; "
        "from graph.bulk.corpus import Synthetic; from graph.settings import Settings\n"
        "if __name__ == '__main__': prepare(Synthetic(400), Path(sys.argv[1]), Settings(), 2, chunk=10)"
    )
    script = tmp_path / "run.py"
    script.write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script, folder], env=environment, stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 120
        while len(list(folder.glob("chunk-*.json"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        others = psutil.Process(process.pid).children()
        process.send_signal(sign)
        process.wait(timeout=120)
        # Else they would go on to write where the next run writes.
        assert psutil.wait_procs(others, timeout=60)[1] == []
    held = {path: path.stat().st_mtime_ns for path in folder.glob("chunk-*.json")}
    assert 2 <= len(held) < 40
    assert not (folder / "complete.json").exists()
    prepare(Synthetic(400), folder, Settings(), chunk=10)
    assert held == {path: path.stat().st_mtime_ns for path in held}, "what was made was made again"
    prepare(Synthetic(400), whole, Settings(), chunk=10)
    names = sorted(path.name for path in whole.iterdir() if path.suffix != ".sqlite")
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".sqlite") == names
    for name in names:
        assert (folder / name).read_bytes() == (whole / name).read_bytes(), name


def test_a_process_that_is_ended_is_told(tmp_path: Path) -> None:
    def kill(*_: object) -> None:
        for each in multiprocessing.active_children():
            each.kill()

    with pytest.raises(InputError, match="want of memory"):
        prepare(Synthetic(40), tmp_path / "bulk", Settings(), 2, kill, chunk=2)
    assert prepare(Synthetic(40), tmp_path / "bulk", Settings(), chunk=2).documents == 40


def test_a_folder_that_is_not_there_is_told_and_nothing_promised(tmp_path: Path) -> None:
    done = run("bulk", "prepare", tmp_path / "nowhere", "--to", tmp_path / "bulk")
    assert done.returncode == 2
    assert "nowhere: no such file" in done.stderr
    assert "nothing to load" in done.stderr
    assert "bulk load" not in done.stdout


def test_nothing_is_said_to_be_done_before_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a loss of power would leave: of a file only what was flushed."""
    folder, flushed, missing = tmp_path / "bulk", set[str](), dict[str, set[str]]()
    fsync, replace = os.fsync, Path.replace

    def flush(file: Any) -> None:
        number = file if isinstance(file, int) else file.fileno()
        flushed.add(Path(f"/proc/self/fd/{number}").readlink().name)
        fsync(file)

    def put(part: Path, place: Path) -> Path:
        assert part.name in flushed
        missing[place.name] = {
            path.name
            for kind in ("csv", "lines", "header")
            for path in folder.glob(f"*.{kind}")
            if path.name not in flushed
        }
        return replace(part, place)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", put)
    prepare(Synthetic(6), folder, Settings(), chunk=3)
    assert missing == {"chunk-000000.json": set(), "chunk-000001.json": set(), "complete.json": set()}
    assert "bulk" in flushed
