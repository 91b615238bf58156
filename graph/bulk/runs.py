"""Lines sorted outside of memory: sorted files, merged a bounded number at a time."""

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, groupby
from pathlib import Path

FAN = 200
"""Files that are merged at once: well below the number that a process may hold open."""

Merge = Callable[[str, Iterator[str]], Iterator[str]]
"""Makes lines of one key out of lines of one key."""


def write_run(path: Path, lines: Iterable[str], merge: Merge) -> None:
    """Write lines as a sorted file, those of one key merged."""
    with path.open("w", encoding="utf-8", newline="") as out:
        out.writelines(_merged(iter(sorted(lines)), merge))


@contextmanager
def merged(runs: Sequence[Path], merge: Merge, folder: Path) -> Generator[Iterator[str]]:
    """Give the lines of sorted files in one order, those of one key merged, by way of `folder`."""
    made: list[Path] = []
    try:
        waiting = list(runs)
        while len(waiting) > FAN:
            path = folder / f"between-{len(made)}.lines"
            made.append(path)
            with _opened(waiting[:FAN]) as lines, path.open("w", encoding="utf-8", newline="") as out:
                out.writelines(_merged(lines, merge))
            waiting = [*waiting[FAN:], path]
        with _opened(waiting) as lines:
            yield _merged(lines, merge)
    finally:
        for path in made:
            path.unlink(missing_ok=True)


@contextmanager
def _opened(paths: Sequence[Path]) -> Generator[Iterator[str]]:
    with ExitStack() as stack:
        # Only "\n" ends a line: other line ends may stand in what it holds.
        files = [stack.enter_context(p.open(encoding="utf-8", newline="\n")) for p in paths]
        yield heapq.merge(*files)


def _merged(lines: Iterator[str], merge: Merge) -> Iterator[str]:
    groups = groupby(lines, key=lambda text: text.partition("\t")[0])
    return chain.from_iterable(merge(key, some) for key, some in groups)
