"""A piece of work that can be killed: `counterclaim ingest` in a process that is there in a moment.

A fork server imports the product once; each process is a fork of it and runs the command line whole.
"""

import os
import resource
import sys
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from graph import cli

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


def start(
    environment: dict[str, str], told: Path, *words: str | Path, out: Path | None = None, most: int = -1
) -> ForkServerProcess:
    """Start `counterclaim` with these words; what it prints goes to files, none larger than `most` bytes."""
    given = environment, told, out, most, [str(word) for word in words]
    process = _CONTEXT.Process(target=_main, args=given)
    process.start()
    return process


def ended(process: ForkServerProcess, seconds: float = 120) -> int:
    """Wait for its end, and return its exit code."""
    process.join(seconds)
    if process.exitcode is None:
        process.kill()
        process.join()
        raise AssertionError(f"it hung for {seconds} seconds")
    return process.exitcode


def _main(environment: dict[str, str], told: Path, out: Path | None, most: int, words: Sequence[str]) -> None:
    os.environ.update(environment)
    with told.open("w", encoding="utf-8") as file, (out or told).open("a", encoding="utf-8") as printed:
        os.dup2(printed.fileno(), 1)
        os.dup2(file.fileno() if out else printed.fileno(), 2)
        if most >= 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        sys.argv = ["counterclaim", *words]
        cli.main()
