"""What many files became: the line on the way, and the sum at the end."""

from graph.ingest import Report
from graph.tally import EVERY, Tally, duration
from graph.write import Written


def report(outcome: str, statements: int = 1) -> Report:
    written = Written("d", outcome)  # pyright: ignore[reportArgumentType]
    return Report("a.txt", "A", written, {"Statement": statements, "Claim": 2})


class Clock:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_line_tells_how_far_how_fast_and_how_long_yet() -> None:
    clock = Clock()
    tally = Tally(10, clock)
    assert tally.line() == "0 of 10 files, 0 statements, 0 files/min"
    tally.store([report("added", 3)])
    tally.refuse()
    clock.now = 60.0
    assert tally.line() == "2 of 10 files, 3 statements, 2 files/min, about 4 min left"


def test_a_line_is_due_now_and_then() -> None:
    clock = Clock()
    tally = Tally(10, clock)
    assert not tally.due()
    clock.now = EVERY
    assert tally.due()
    assert not tally.due()
    clock.now = 3 * EVERY
    assert tally.due()


def test_the_sum_tells_what_became_of_all() -> None:
    clock = Clock()
    tally = Tally(4, clock)
    tally.store([report("added"), report("unchanged")])
    tally.store([report("added")])
    tally.store([Report("j.ttl", "What persons judged", None, {"Judgement": 1})])
    tally.refuse()
    clock.now = 8.0
    assert tally.summary() == (
        "4 files in 8 s (30/min): 2 added, 1 unchanged, 1 refused; 3 statements, 6 claims, 1 judgement"
    )


def test_lengths_of_time() -> None:
    assert [duration(s) for s in (0.4, 89, 90, 3600, 7500)] == ["0 s", "89 s", "2 min", "60 min", "2 h 5 min"]
