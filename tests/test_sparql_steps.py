"""SPARQL follows what is written, document by document, and survives what may befall its process."""

import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph import judge
from graph.errors import BusyError, StoreError, UnavailableError
from graph.sparql import Endpoint, endpoint, process, read_query
from graph.store import Store
from graph.write import forget_document

from .conftest import ROOT, put
from .samples import model, saying
from .test_sparql import BASE, COUNT, last, rows

SLEEP = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{n} ?b{n} ?c{n} .' for n in range(9))} }}"
"""It would take years."""


def test_answers_follow_what_is_written(store: Store) -> None:
    with Endpoint(BASE, 60) as door:
        texts = "SELECT ?text { ?s a cc:Claim ; cc:text ?text } ORDER BY ?text"
        assert rows(door, store, texts) == []
        put(store, model())
        first = len(rows(door, store, texts))
        assert first == 3
        text = "Dan says it rains"
        rain = put(store, saying("asserts", "dan", text=text, published="2026-02")).document
        assert {"text": "It rains"} in rows(door, store, texts)
        # The same text, understood otherwise.
        put(store, saying("denies", "dan", text=text, published="2026-02"))
        denials = rows(door, store, "SELECT ?s { ?s cc:denies/cc:text 'It rains' }")
        assert len(denials) == 1
        assert rows(door, store, "SELECT ?s { ?s cc:asserts/cc:text 'It rains' }") == []
        judge.reject(store, last(denials[0]["s"]), reason="misread")
        assert rows(door, store, "SELECT ?r { ?j a cc:Judgement ; cc:reason ?r }") == [{"r": "misread"}]
        assert rows(door, store, "SELECT ?r { ?s cc:denies ?c ; cc:review ?r FILTER(?r = 'rejected') }") == []
        forget_document(store, rain)
        assert len(rows(door, store, texts)) == first


def test_only_what_changed_is_loaded_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = list[int]()
    load = process.Holder.load

    def counted(self: Any, found: Any) -> None:
        loaded.append(found.file.seek(0, 2))
        found.file.seek(0)
        load(self, found)

    monkeypatch.setattr(process.Holder, "load", counted)
    with Endpoint(BASE, 60) as door:
        put(store, model())
        rows(door, store, COUNT)
        rows(door, store, COUNT)
        put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
        rows(door, store, COUNT)
        assert len(loaded) == 2
        assert loaded[1] < loaded[0]
        # Much that was removed, and is kept by the triples in memory, is got rid of by a new process.
        for n in range(8):
            review = "accepted" if n % 2 else "unreviewed"
            put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02", review=review))
            before = door._holder
            (count,) = rows(door, store, COUNT)
            if door._holder is not before:
                break
        else:
            raise AssertionError("never renewed")
        assert int(count["n"]) > 0


def test_a_holder_that_died_is_replaced(store: Store) -> None:
    put(store, model())
    with Endpoint(BASE, 60) as door:
        (before,) = rows(door, store, COUNT)
        assert door._holder
        door._holder._process.kill()
        door._holder._process.wait()
        assert rows(door, store, COUNT) == [before]
        # And if the graph was written to meanwhile.
        door._holder._process.kill()
        door._holder._process.wait()
        put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
        (after,) = rows(door, store, COUNT)
        assert int(after["n"]) > int(before["n"])


def test_a_holder_that_dies_amid_queries_is_replaced_at_once(store: Store) -> None:
    put(store, model())
    with Endpoint(BASE, 8) as door, ThreadPoolExecutor(2) as threads:
        (before,) = rows(door, store, COUNT)
        slow = [threads.submit(door.answer, store, read_query(SLEEP), "csv") for _ in range(2)]
        time.sleep(1)
        assert door._holder
        door._holder._process.kill()
        began = time.monotonic()
        assert rows(door, store, COUNT) == [before]
        assert time.monotonic() - began < 5
        for future in slow:
            assert isinstance(future.exception(), StoreError)


def test_a_slow_answer_ends_the_holder_for_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, model())
    with Endpoint(BASE, 3) as door:
        rows(door, store, COUNT)
        held = door._holder
        assert held
        monkeypatch.setattr(process, "_GRACE", 2)
        held._process.send_signal(signal.SIGSTOP)
        # The query is given up after 5 seconds; then the holder has 4 more to answer at all.
        later = threading.Timer(6.5, held._process.send_signal, [signal.SIGCONT])
        later.start()
        with pytest.raises(BusyError, match="not answered in time"):
            rows(door, store, COUNT)
        later.join()
        assert rows(door, store, COUNT)
        assert door._holder is held
        other = process.Holder()
        door._lose(other)
        other.end()
        assert door._holder is held


def test_a_holder_that_hangs_is_replaced(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, model())
    with Endpoint(BASE, 1) as door:
        rows(door, store, COUNT)
        held = door._holder
        assert held
        monkeypatch.setattr(process, "_GRACE", 0.5)
        held._process.send_signal(signal.SIGSTOP)
        with pytest.raises(BusyError, match="not answered in time"):
            rows(door, store, COUNT)
        monkeypatch.setattr(process, "_GRACE", 5)
        assert rows(door, store, COUNT)
        assert door._holder is not held
        assert held._process.returncode == -signal.SIGKILL


def test_a_holder_that_hangs_while_it_loads_is_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, model())
    with Endpoint(BASE, 30) as door:
        before = rows(door, store, COUNT)
        held = door._holder
        assert held
        monkeypatch.setattr(process, "_LOADING", 1.0)
        held._process.send_signal(signal.SIGSTOP)
        put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
        threading.Timer(3, monkeypatch.undo).start()
        assert rows(door, store, COUNT) != before
        assert door._holder is not held


def _living(holder: psutil.Process) -> list[psutil.Process]:
    return [child for child in holder.children() if child.status() != psutil.STATUS_ZOMBIE]


def test_a_query_that_is_killed_from_outside_did_not_ask_for_too_much(store: Store) -> None:
    put(store, model())
    with Endpoint(BASE, 20) as door, ThreadPoolExecutor(1) as threads:
        rows(door, store, COUNT)
        assert door._holder
        holder = psutil.Process(door._holder._process.pid)
        while _living(holder):  # The process of the first query ends only after its answer.
            time.sleep(0.01)
        slow = threads.submit(door.answer, store, read_query(SLEEP), "csv")
        while not (children := _living(holder)):
            time.sleep(0.01)
        children[0].kill()
        with pytest.raises(BusyError, match="ended from outside"):
            slow.result()


def test_a_holder_lost_while_changes_are_read_gets_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, model())
    real = endpoint.changes
    with Endpoint(BASE, 60) as door:
        (before,) = rows(door, store, COUNT)

        def lost(*given: Any) -> Any:
            found = real(*given)
            if held := door._holder:
                door._lose(held)
            return found

        monkeypatch.setattr(endpoint, "changes", lost)
        put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
        (after,) = rows(door, store, COUNT)
        assert int(after["n"]) > int(before["n"])


def test_waiting_for_the_first_reading_is_bounded(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, model())
    go = threading.Event()
    real = endpoint.changes

    def slowly(*given: Any) -> Any:
        go.wait(30)
        return real(*given)

    monkeypatch.setattr(endpoint, "changes", slowly)
    with Endpoint(BASE, 60) as door:
        with pytest.raises(UnavailableError, match="still being read"):
            door.answer(store, read_query(COUNT), "csv", wait=0.2)
        go.set()
        assert door.answer(store, read_query(COUNT), "csv", wait=30)
    go.clear()
    with Endpoint(BASE, 60) as door:
        with pytest.raises(UnavailableError):
            door.answer(store, read_query(COUNT), "csv", wait=0.2)
        threading.Timer(0.5, go.set).start()  # It is closed while the graph is read.


def test_the_holder_ends_with_its_owner() -> None:
    code = (
        "import os, time\n"
        "from graph.sparql.process import Holder\n"
        "holder = Holder()\nprint(holder._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    owner = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert owner.stdout
    pid = int(owner.stdout.readline())
    owner.kill()
    owner.wait()
    owner.stdout.close()
    for _ in range(100):
        status = Path(f"/proc/{pid}/status")
        if not status.exists() or "State:\tZ" in status.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError("the holder is still there")


def test_a_failure_to_load_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    put(store, model())
    monkeypatch.setattr("graph.sparql.fill._quads", lambda triples, graph: "nonsense\n")
    with Endpoint(BASE, 60) as door, pytest.raises(StoreError, match="cannot be loaded"):
        door.answer(store, read_query(COUNT), "csv")
