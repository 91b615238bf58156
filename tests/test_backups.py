"""Backups: written, checked, broken in every way that files break, and brought back as they were."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from graph.backups import back_up, check, restore
from graph.backups import writing as backup_writing
from graph.errors import ConflictError, InputError, MovedError, ReadError, StoreError
from graph.export import export
from graph.generate import generate
from graph.ingest import ingest
from graph.judge import dismiss, merge, reject, split
from graph.project import project
from graph.sealing import NAME
from graph.settings import Settings
from graph.store import Store
from graph.write import forget_document, write_documents

from .conftest import annotations, put
from .kept import dumped
from .samples import model
from .test_cli import run

BASE = "https://counterclaim.example/id/"
Cypher = Callable[..., list[dict[str, Any]]]


def fill(store: Store, settings: Settings) -> None:
    """The sample articles, enough others for several files, and judgements of several kinds."""
    for path in annotations():
        ingest(path, settings, store)
    write_documents(store, [project(each) for each in generate(60, seed=3)])
    merge(store, "steve-witkoff", "emmanuel-macron", reason="for this test")
    split(store, "rustem-umerov", "rustem-umerov-2", name="Another Umerov", documents=["05f510c434b92b7d"])
    statement = store.read("export_statements", document="05f510c434b92b7d")[0]["properties"]["id"]
    reject(store, statement, reason="misread", by="a tester")
    dismiss(store, "0123456789abcdef", reason="no contradiction")


def test_a_backup_brings_everything_back(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path
) -> None:
    fill(store, settings)
    whole, text = dumped(cypher), export(store, BASE, "trig")
    file = tmp_path / "kept.zip"
    manifest = back_up(store, BASE, file)
    assert (manifest.documents, manifest.judgements) == (64, 4)
    assert list(manifest.files) == ["documents/00000000.trig", "documents/00000001.trig", "judgements.trig"]
    assert check(file) == manifest
    cypher("MATCH (n) DETACH DELETE n")
    assert restore(store, settings, file, workers=2) == manifest
    assert dumped(cypher) == whole
    assert export(store, BASE, "trig") == text
    again = tmp_path / "again.zip"
    back_up(store, BASE, again)
    assert again.read_bytes() == file.read_bytes()


def test_an_empty_graph_has_a_backup(store: Store, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "empty.zip"
    assert back_up(store, BASE, file).files == {}
    assert restore(store, settings, file).documents == 0


def test_an_empty_graph_takes_no_backup_away(backup: Path, store: Store, cypher: Cypher) -> None:
    """Who backs up every night keeps the last night's file when the database is lost."""
    kept = backup.read_bytes()
    cypher("MATCH (n) DETACH DELETE n")
    with pytest.raises(InputError, match="stays as it was, for the graph is empty"):
        back_up(store, BASE, backup)
    assert backup.read_bytes() == kept


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    put(store, model())
    back_up(store, BASE, tmp_path / "one.zip")
    return tmp_path / "one.zip"


def test_only_an_empty_graph_takes_a_backup(
    store: Store, settings: Settings, cypher: Cypher, backup: Path
) -> None:
    before = dumped(cypher)
    with pytest.raises(ConflictError, match="not empty"):
        restore(store, settings, backup)
    assert dumped(cypher) == before


def test_an_interrupted_restore_goes_on(
    store: Store, settings: Settings, cypher: Cypher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_writing, "PER_FILE", 8)
    write_documents(store, [project(each) for each in generate(20, seed=1)])
    whole = dumped(cypher)
    file = tmp_path / "kept.zip"
    back_up(store, BASE, file)
    cypher("MATCH (n) DETACH DELETE n")

    def interrupted(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(store, settings, file, progress=interrupted)
    assert 0 < len(store.read("document_ids")) < 20
    restore(store, settings, file, resume=True)
    assert dumped(cypher) == whole


def test_a_graph_that_holds_more_is_told(store: Store, settings: Settings, backup: Path) -> None:
    write_documents(store, [project(each) for each in generate(1, seed=1)])
    with pytest.raises(StoreError, match="holds 2 documents and 0 judgements, the backup 1 and 0"):
        restore(store, settings, backup, resume=True)


def test_what_differs_in_the_end_is_told(
    store: Store, settings: Settings, cypher: Cypher, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id_,) = (row["id"] for row in store.read("document_ids"))
    forget_document(store, id_)
    monkeypatch.setattr("graph.backups.restoring.write_understood", lambda *_, **__: put(store, changed))
    changed = model(document={**model().document.model_dump(), "title": "Another title"})
    with pytest.raises(StoreError, match=r"documents/00000000\.trig comes out otherwise"):
        restore(store, settings, backup)


def test_a_graph_that_others_write_to_has_no_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, model())
    files_of = backup_writing.files_of

    def meanwhile(source: Any) -> Any:
        yield from files_of(source)
        store.write(lambda _: None)

    monkeypatch.setattr(backup_writing, "files_of", meanwhile)
    with pytest.raises(MovedError):
        back_up(store, BASE, tmp_path / "none.zip")
    assert list(tmp_path.iterdir()) == []


def rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """Write a backup anew with its files changed, or left out."""
    other = path.with_name("other.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (changed := change(name, old.read(name))) is not None:
                new.writestr(*changed)
    return other


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda name, data: (name, data.replace(b"bridge", b"brigde")), "hash does not hold"),
        (lambda name, data: None if name != NAME else (name, data), "other files"),
        (lambda name, data: None if name == NAME else (name, data), "not a backup"),
        (lambda name, data: (name.replace("documents", "../.."), data), "other files"),
        (lambda name, data: (name, data.replace(b'"documents": 1', b'"documents": 2')), "seal"),
        (lambda name, data: (name, b"{}" if name == NAME else data), "not that of a backup"),
        (lambda name, data: (name, data if name == NAME else data + b" " * 50_000_000), "longer than"),
    ],
)  # fmt: skip
def test_a_changed_backup_is_refused_and_nothing_written(
    store: Store,
    settings: Settings,
    cypher: Cypher,
    backup: Path,
    change: Callable[[str, bytes], tuple[str, bytes] | None],
    message: str,
) -> None:
    cypher("MATCH (n) DETACH DELETE n")
    broken = rewritten(backup, change)
    with pytest.raises(ReadError, match=message) as caught:
        restore(store, settings, broken)
    assert str(caught.value).startswith(str(broken))
    assert not dumped(cypher)


def test_a_backup_cut_anywhere_is_refused(store: Store, backup: Path) -> None:
    data = backup.read_bytes()
    for length in range(0, len(data), 97):
        backup.write_bytes(data[:length])
        with pytest.raises(ReadError):
            check(backup)


def test_a_backup_with_any_byte_flipped_is_refused_or_the_same(backup: Path) -> None:
    data, manifest = backup.read_bytes(), check(backup)
    refused = 0
    for at in range(0, len(data), 41):
        backup.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with suppress(ReadError):  # Not every byte of a zip means something.
            assert check(backup) == manifest
            continue
        refused += 1
    assert refused > len(data) // 41 // 2


def test_the_commands(store: Store, cypher: Cypher, tmp_path: Path) -> None:
    put(store, model())
    whole, file = dumped(cypher), tmp_path / "kept.zip"
    done = run("backup", file)
    assert (done.returncode, done.stdout) == (0, "")
    assert "kept.zip: 1 document and 0 judgements, seal " in done.stderr
    assert "as it was written; 1 document and 0 judgements" in run("restore", file, "--check").stderr
    refused = run("restore", file)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "not empty" in refused.stderr
    cypher("MATCH (n) DETACH DELETE n")
    assert "restored, and compared" in run("restore", file).stderr
    assert dumped(cypher) == whole
    assert run("restore", tmp_path / "none.zip", "--check").returncode == 2
