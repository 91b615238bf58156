"""What became of many files: a line on the way, with the time that is left, and the sum at the end."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from .ingest import Report

EVERY = 10.0
"""Seconds from one line to the next, where nobody watches a bar."""


@dataclass
class Tally:
    """Counts files as they are stored; `total` is how many there are, `clock` tells seconds."""

    total: int
    clock: Callable[[], float] = monotonic
    done: int = 0
    refused: int = 0
    omitted: int = 0
    became: Counter[str] = field(default_factory=Counter[str])
    counts: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self._began = self._told = self.clock()

    def refuse(self) -> None:
        """Count a file that was refused."""
        self.done += 1
        self.refused += 1

    def store(self, reports: list[Report]) -> None:
        """Count a file that was stored, by the reports on its documents."""
        self.done += 1
        for report in reports:
            if report.written is not None:
                self.became[report.written.outcome] += 1
            self.counts.update(report.counts)
            self.omitted += len(report.omissions)

    def due(self) -> bool:
        """Say whether the last line was long ago, and take this as the time of the next."""
        now = self.clock()
        if now - self._told < EVERY:
            return False
        self._told = now
        return True

    def line(self) -> str:
        """Return how far it is, how fast, and about how long it still takes."""
        seconds = self._seconds()
        left = (self.total - self.done) * seconds / self.done if self.done else None
        rate = f"{60 * self.done / seconds:.0f} files/min"
        about = f", about {duration(left)} left" if left else ""
        return f"{self.done} of {self.total} files, {self.counts['Statement']} statements, {rate}{about}"

    def summary(self) -> str:
        """Return what became of all files, and what the stored ones say."""
        seconds = self._seconds()
        became = [f"{n} {outcome}" for outcome, n in sorted(self.became.items())]
        became += [f"{self.refused} refused"] if self.refused else []
        counts = [_number(n, label) for label, n in self.counts.items()]
        counts += [f"{self.omitted} omissions"] if self.omitted else []
        files = f"{self.done} files in {duration(seconds)} ({60 * self.done / seconds:.0f}/min)"
        return "; ".join(filter(None, (f"{files}: {', '.join(became)}", ", ".join(counts))))

    def _seconds(self) -> float:
        return max(self.clock() - self._began, 0.001)


def duration(seconds: float) -> str:
    """Return a length of time as people say it: 8 s, 4 min, 2 h 5 min."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _number(count: int, label: str) -> str:
    return f"{count} {label.lower()}{'' if count == 1 else 's'}"
