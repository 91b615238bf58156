"""Saved questions: the file, the state, the feed, and a webhook whose receiver may misbehave."""

import base64
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers.watch import Change, Finding, Report
from graph.errors import InputError, UnavailableError
from graph.read.annotation import load_annotation
from graph.store import Store
from graph.watching.feed import ATOM, feed
from graph.watching.looking import look
from graph.watching.questions import load_watch
from graph.watching.state import NEWS, State, alone, load_state, save_state
from graph.watching.webhook import body_of, send, webhook
from graph.write import forget_document

from .conftest import ROOT, annotations, put
from .llm_server import close, drip, hang, reply, serving

COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"
SECRET = "a secret of twenty-four bytes at least"
DISPUTES = "watch: W\nquestions:\n- {id: disputes, ask: disputes}\n"
UMEROV = "b74322f59e199576"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        (tmp_path / "w.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "w.yaml"

    return write


def put_all(store: Store) -> None:
    for path in annotations():
        put(store, load_annotation(path))


def report(number: int = 1, text: str = "A rejects: B") -> Report:
    change = Change(question="q", title="Q", first=False, added=[Finding(key="k", text=text)], removed=[])
    return Report(id=f"r{number}", number=number, watch="W", newest="2025-11", changes=[change])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("watch: W\n", "w.yaml:1: questions: Field required"),
        (DISPUTES + "- {id: disputes, ask: sides, claim: x}\n", "the id 'disputes' stands twice"),
        (DISPUTES + "- id: b\n  ask: disputes\n  satus: disputed\n", "w.yaml:4: questions.1.disputes.satus"),
        (DISPUTES + "- {id: b, ask: gossip}\n", "'disputes', 'stances', 'board'"),
        (DISPUTES + "- {id: B, ask: disputes}\n", "w.yaml:4"),
        ("[1]", "saved questions are a mapping"),
        ("watch: [", "w.yaml:"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_line(
    write: Callable[[str], Path], text: str, message: str
) -> None:
    with pytest.raises(InputError) as failure:
        load_watch(write(text))
    assert message in str(failure.value)


def test_every_kind_of_question_is_answered_and_unknown_things_are_no_error(
    store: Store, write: Callable[[str], Path]
) -> None:
    watch = load_watch(write("""watch: W
questions:
- {id: disputes, ask: disputes, plan: 28-point-plan}
- {id: stances, ask: stances, term: '28-point-plan:ukraine-armed-forces'}
- {id: board, ask: board, plan: 28-point-plan, topic: armed-forces}
- {id: first, ask: first-speakers, claim: b74322f59e199576}
- {id: sides, ask: sides, claim: Rustem Umerov approved most of the 28-point plan}
- {id: said, ask: statements, actor: rustem-umerov}
- {id: moves, ask: shifts}
- {id: clashes, ask: contradictions}
- {id: waits, ask: silence, plan: 28-point-plan}
"""))  # fmt: skip
    empty, nothing = look(store, watch, State())
    assert nothing is None
    put_all(store)
    state, found = look(store, watch, empty)
    assert found
    assert [change.question for change in found.changes] == [question.id for question in watch.questions]
    assert not any(change.first for change in found.changes)
    for change in found.changes:
        assert all(each.words or each.quotes for each in change.added)
    assert state.number == 1


def test_what_goes_is_told_in_the_words_that_stood_for_it(store: Store, write: Callable[[str], Path]) -> None:
    put_all(store)
    watch = load_watch(write(DISPUTES))
    state, first = look(store, watch, State())
    assert first
    assert first.changes[0].first
    for row in store.read("document_ids"):
        forget_document(store, row["id"])
    state, last = look(store, watch, state)
    assert last
    assert (last.number, last.newest) == (2, None)
    assert last.changes[0].removed == first.changes[0].added
    assert last.changes[0].added == []


def test_a_question_that_changed_is_asked_for_the_first_time(
    store: Store, write: Callable[[str], Path]
) -> None:
    put_all(store)
    state, _ = look(store, load_watch(write(DISPUTES)), State())
    renamed = load_watch(write(DISPUTES.replace("ask: disputes", "ask: disputes, title: Who?")))
    assert look(store, renamed, state) == (state, None)
    other = load_watch(write(DISPUTES.replace("ask: disputes", "ask: disputes, actor: rustem-umerov")))
    _, found = look(store, other, state)
    assert found
    assert found.changes[0].first
    assert found.changes[0].removed == []


def test_nothing_is_asked_while_nothing_was_written(
    store: Store, write: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put_all(store)
    watch = load_watch(write(DISPUTES))
    state, _ = look(store, watch, State())
    asked: list[str] = []
    read = Store.read
    monkeypatch.setattr(Store, "read", lambda self, name, **p: asked.append(name) or read(self, name, **p))
    assert look(store, watch, state) == (state, None)
    assert asked == ["revision"]


def test_the_state_comes_back_and_only_so_much_news_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "s.json"
    assert load_state(place) == State()
    state = State(number=2, news=(report(),), unsent=(report(2),))
    save_state(place, state)
    assert load_state(place) == state
    place.write_text('{"version": 2}', encoding="utf-8")
    with pytest.raises(InputError, match="not the state of a watch"):
        load_state(place)
    with alone(place), pytest.raises(InputError, match="another watch"), alone(place):
        pass
    assert NEWS == 100


def test_a_feed_has_what_atom_asks_for_and_the_times_of_the_graph(
    store: Store, write: Callable[[str], Path]
) -> None:
    put_all(store)
    state, _ = look(store, load_watch(write(DISPUTES)), State())
    data = feed("W", state.news, "http://127.0.0.1:8000/")
    assert data == feed("W", state.news, "http://127.0.0.1:8000/")
    root = ElementTree.fromstring(data)
    spaces = {"a": ATOM, "h": "http://www.w3.org/1999/xhtml"}
    entries = root.findall("a:entry", spaces)
    assert entries
    ids = [entry.findtext("a:id", None, spaces) for entry in entries]
    assert len({*ids}) == len(ids)
    for entry in (root, *entries):
        for tag in ("id", "title", "updated"):
            assert entry.findtext(f"a:{tag}", None, spaces)
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
                            entry.findtext("a:updated", "", spaces))  # fmt: skip
    for entry in entries:
        assert entry.findall("a:content/h:div/h:blockquote", spaces)
        link = entry.find("a:link", spaces)
        assert link is not None
        assert re.search(r"8000/#/documents/[0-9a-f]{16}\?at=\d+-\d+$", link.get("href", ""))


@given(st.text(min_size=1), st.sampled_from([None, "2025", "2025-11", "2025-11-21", "2025-11-21T10:00:00"]))
def test_any_text_makes_a_feed_that_can_be_read(text: str, newest: str | None) -> None:
    made = report(text=text).model_copy(update={"newest": newest})
    root = ElementTree.fromstring(feed(text, [made]))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", root.findtext(f"{{{ATOM}}}updated", ""))


def verified(headers: dict[str, str], body: bytes, key: bytes, now: float) -> bool:
    """What docs/watch.md shows to receivers."""
    text = (ROOT / "docs" / "watch.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)
    names: dict[str, Any] = {}
    exec(code, names)
    return names["verified"](headers, body, key, lambda: now)


@pytest.mark.parametrize("secret", [SECRET, "whsec_" + base64.b64encode(bytes(range(32))).decode()])
def test_a_receiver_can_tell_who_sent_it(secret: str) -> None:
    with serving(reply(204, b"")) as server:
        hook = webhook(server.url + "?a=b", secret)
        send(hook, report(), clock=lambda: 1_000_000_000.7)
        (headers,), (body,) = server.headers, server.bodies
        assert server.paths == ["/v1?a=b"]
    assert body == json.loads(body_of(report()))
    assert headers["webhook-timestamp"] == "1000000000"
    raw = body_of(report())
    assert verified(headers, raw, hook.key, 1_000_000_100)
    assert not verified(headers, raw, hook.key, 1_000_000_500)
    assert not verified(headers, raw + b" ", hook.key, 1_000_000_000)
    assert not verified(headers, raw, hook.key[1:], 1_000_000_000)
    assert not verified({**headers, "webhook-id": "other"}, raw, hook.key, 1_000_000_000)


@pytest.mark.parametrize("bad", [reply(500, b"secret words"), reply(429, b""), hang(3), drip, close])
def test_a_receiver_that_fails_is_tried_again(bad: Any) -> None:
    pauses: list[float] = []
    with serving(bad, reply(200, b"{}")) as server:
        send(webhook(server.url, SECRET), report(), pause=pauses.append, timeout=0.5)
        assert len(server.bodies) == 2
    assert pauses == [1.0]


@pytest.mark.parametrize(
    ("bad", "tries", "told"),
    [
        (reply(500, b"secret words"), 3, "it answered 500"),
        (reply(404, b""), 1, "it answered 404"),
        (reply(302, b"", Location="http://127.0.0.1:1/"), 1, "redirects are not followed"),
        (hang(3), 3, "no answer within 0.3 seconds"),
    ],
)
def test_one_that_never_takes_it_is_told(bad: Any, tries: int, told: str) -> None:
    with serving(bad) as server:
        with pytest.raises(UnavailableError) as failure:
            send(webhook(server.url + "/T0KEN", SECRET), report(), pause=lambda _: None, timeout=0.3)
        assert len(server.bodies) == tries
    assert told in str(failure.value)
    for word in ("T0KEN", SECRET, "secret words"):
        assert word not in str(failure.value)


@pytest.mark.parametrize(
    ("url", "secret", "told"),
    [
        ("ftp://example.org", SECRET, "give http://"),
        ("http://me:pass@example.org", SECRET, "give http://"),
        ("http://example.org", "tiny", "shorter than 24 bytes"),
        ("http://example.org", "whsec_!!!", "base64"),
    ],
)
def test_what_will_not_do_is_refused_and_the_secret_not_told(url: str, secret: str, told: str) -> None:
    with pytest.raises(InputError) as failure:
        webhook(url, secret)
    assert told in str(failure.value)
    assert secret not in str(failure.value)
    assert SECRET not in repr(webhook("https://example.org/path", SECRET))


def run(*words: object, **env: str) -> "subprocess.CompletedProcess[str]":
    import os

    return subprocess.run(
        [COUNTERCLAIM, "watch", *map(str, words)], capture_output=True, text=True, check=False,
        env={**os.environ, **env},
    )  # fmt: skip


def test_the_command_reports_once_and_sends_what_is_unsent_at_the_next_run(
    store: Store, write: Callable[[str], Path], tmp_path: Path
) -> None:
    put_all(store)
    file, atom = write(DISPUTES), tmp_path / "feed.xml"
    secret = {"COUNTERCLAIM_WEBHOOK_SECRET": SECRET}
    with serving(reply(400, b""), reply(200, b"")) as server:
        done = run(file, "--webhook", server.url, "--atom", atom, **secret)
        assert done.returncode == 4
        assert "disputes (asked for the first time)" in done.stdout
        assert "Rustem Umerov" in done.stdout
        assert "sent again at the next run" in done.stderr
        assert len(load_state(tmp_path / "w.yaml.state.json").unsent) == 1
        first = atom.read_bytes()
        done = run(file, "--webhook", server.url, "--atom", atom, **secret)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert server.headers[0]["webhook-id"] == server.headers[1]["webhook-id"]
        assert server.bodies[0] == server.bodies[1]
    assert load_state(tmp_path / "w.yaml.state.json").unsent == ()
    assert atom.read_bytes() == first
    assert SECRET not in (tmp_path / "w.yaml.state.json").read_text(encoding="utf-8")
    found = json.loads(run(file, "--json", "--state", tmp_path / "other.json").stdout)
    assert found["changes"][0]["question"] == "disputes"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--once", "--every", "5"], "not both"),
        (["--webhook", "http://127.0.0.1:1"], "COUNTERCLAIM_WEBHOOK_SECRET"),
        (["--state", "no/such/folder/s.json"], "cannot be written"),
    ],
)
def test_mistakes_are_told(settings: Any, write: Callable[[str], Path], words: list[str], told: str) -> None:
    done = run(write(DISPUTES), *words)
    assert done.returncode == 2
    assert told in done.stderr
