"""The radar on what only looks like a contradiction."""

import pytest

from graph.store import Store

from .conftest import put
from .test_radar import article, authored, found, kinds, says


@pytest.mark.parametrize(
    ("work", "found_"),
    [
        ("a letter", 0),
        ("its own draft", 0),
        ("changes", 0),
        ("talks in May", 0),
        ("the letter", 1),
        ("Clause 4", 1),
    ],
)
def test_only_a_certain_thing_has_one_author(store: Store, work: str, found_: int) -> None:
    put(store, authored(f"Norland wrote {work}", "norland", "norland", "We wrote it", "2030-01-01"))
    put(store, authored(f"Sudria wrote {work}", "sudria", "sudria", "It is ours", "2030-01-02"))
    assert len(found(store)) == found_


@pytest.mark.parametrize(
    ("claim", "past"),
    [
        ("The talks ended", True), ("Ann met Bob at the talks", True), ("Norland attended the talks", True),
        ("The talks have begun", True), ("Norland announced the talks", False),
        ("The talks are postponed", False),
        ("Norland invited Sudria to the talks", False), ("The talks were called off", False),
        ("Norland agreed to attend the talks", False), ("Norland has a seat at the talks", False),
        ("The talks proceed", False),
    ],
)  # fmt: skip
def test_what_is_done_to_a_thing_to_come_is_not_dated_before_it(store: Store, claim: str, past: bool) -> None:
    events = [{"id": "talks", "name": "Talks", "date": "2030-02-05"}]
    about = [{"id": claim, "text": claim, "about": ["talks"]}]
    put(
        store,
        article("2030-02-01", says("ann", "asserts", claim, "So she said"), claims=about, events=events),
    )
    assert kinds(store) == (["dated-before"] if past else [])
