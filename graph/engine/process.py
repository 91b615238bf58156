"""The JVM as a detached process, and how to tell for certain whether it lives.

The engine inherits an exclusive lock on `engine.pid`. The kernel drops that lock when the process
ends, however it ends, so "the lock is held" means "the engine runs": a stale file, a reused pid or
a killed parent cannot deceive.
"""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from . import classes
from .errors import EngineError
from .java import OPENS, java

# The shell goes at once, which makes the JVM a child of nobody who could leave it a zombie, and
# writes the pid itself, so that a killed parent leaves no engine without one.
_DETACH = '"$@" & echo $! >"$0"'


class Process:
    """The engine's process in `home`; at most one lives at a time."""

    def __init__(self, home: Path, options: Sequence[str], heap: str) -> None:
        self.log_file = home / "logs" / "console.log"
        self._home = home
        self._options = options
        self._heap = heap
        self._pid_file = home / "engine.pid"

    def alive(self) -> bool:
        """Return whether the engine runs."""
        try:
            with self._pid_file.open() as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def crashed(self) -> bool:
        """Return whether the engine ended without being stopped."""
        return self._pid_file.exists() and not self.alive()

    def pid(self) -> int:
        """Return the pid of the running engine."""
        for _ in range(100):  # the shell may be between starting the JVM and writing its pid
            text = self._pid_file.read_text()
            if text.endswith("\n"):
                return int(text)
            time.sleep(0.02)
        raise EngineError(f"A Neo4j runs in {self._home}, but {self._pid_file} has no pid in it.")

    def spawn(self, main: str, jars: list[Path], cache: Path) -> None:
        """Start the JVM; the caller holds the lock of `exclusive` and knows that none runs."""
        command = [str(java()), *self._flags(cache), main, f"--home-dir={self._home}"]
        command += [f"--config-dir={self._home / 'conf'}", "--console-mode"]
        environment = os.environ | {
            "CLASSPATH": os.pathsep.join(map(str, jars)),
            "LC_ALL": "C.UTF-8",  # otherwise Java cannot open a path with an umlaut under LANG=C
        }
        self.log_file.parent.mkdir(exist_ok=True)
        with self._pid_file.open("w") as lock, self.log_file.open("wb") as log:
            fcntl.flock(lock, fcntl.LOCK_EX)  # only waits for others that ask alive()
            subprocess.run(
                ["/bin/sh", "-c", _DETACH, str(self._pid_file), *command],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment,
                cwd=self._home, pass_fds=(lock.fileno(),), start_new_session=True, check=True,
            )  # fmt: skip

    def _flags(self, cache: Path) -> list[str]:
        crash = f"-XX:ErrorFile={self._home / 'logs' / 'crash-%p.log'}"
        heap = [f"-Xmx{self._heap}", "-XX:+ExitOnOutOfMemoryError", crash]
        sharing = classes.flags(cache, self._home, record=not self._options)
        return [*OPENS, *heap, *sharing, *self._options]

    def stop(self, timeout: float) -> bool:
        """End the engine, by force after `timeout` seconds; return whether it went by itself."""
        pid = self.pid()
        for sign, patience in ((signal.SIGTERM, timeout), (signal.SIGKILL, 10.0)):
            with suppress(ProcessLookupError):  # it may go at any moment
                os.kill(pid, sign)
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline:
                if not self.alive():
                    self._pid_file.unlink(missing_ok=True)  # It was ended, and did not crash.
                    return sign == signal.SIGTERM
                time.sleep(0.05)
        raise EngineError(f"Neo4j (pid {pid}) does not end, not even by SIGKILL.")

    def serving(self) -> bool:
        """Return whether Neo4j has said that all its ports are open."""
        # Whoever deleted the log of a running engine must not wait for a line that is gone.
        return not self.log_file.exists() or " INFO  Started.\n" in self._log()

    def lost_port(self) -> bool:
        """Return whether Neo4j ended because another program had taken one of its ports."""
        return "already in use" in self._log()

    def tail(self, lines: int = 15) -> str:
        """Return the last lines that the engine printed."""
        return "\n".join(self._log().splitlines()[-lines:])

    def _log(self) -> str:
        if not self.log_file.exists():
            return ""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


@contextmanager
def exclusive(home: Path, timeout: float) -> Generator[None]:
    """Be the only one who starts or stops the engine of `home`; EngineError after `timeout`."""
    deadline = time.monotonic() + timeout
    with (home / "engine.lock").open("w") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise EngineError(
                        f"Another process has been starting or stopping the Neo4j in {home} "
                        f"for {timeout:.0f} seconds. Look for a hanging `counterclaim` and end it."
                    ) from None
                time.sleep(0.05)
        yield
