"""Neo4j's own importer, `neo4j-admin database import full`, run from the jars of the local engine."""

import os
import shutil
import subprocess
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .errors import EngineError
from .java import OPENS, java

DATABASE = "neo4j"
_MAIN = "org.neo4j.cli.AdminTool"


@contextmanager
def marked(home: Path) -> Generator[None]:
    """Let a database be made: until all went well, it passes for none."""
    _mark(home).touch()
    try:
        yield
        _mark(home).unlink()
    finally:
        discard(home)


def half_made(home: Path) -> bool:
    """Return whether an import did not end: what it left Neo4j cannot open."""
    return _mark(home).exists()


def discard(home: Path) -> None:
    """Remove what an import that did not end has left; before it there was nothing."""
    if half_made(home):
        for kind in ("databases", "transactions"):
            if (folder := home / "data" / kind / DATABASE).exists():
                shutil.rmtree(folder)
        _mark(home).unlink()


def _mark(home: Path) -> Path:
    return home / "importing"


def run_admin(home: Path, jars: Sequence[Path], arguments: Sequence[str], folder: Path, heap: str) -> None:
    """Run the tool in a folder, on an engine that is stopped; EngineError tells its last words."""
    log = home / "logs" / "import.log"
    log.parent.mkdir(exist_ok=True)
    environment = os.environ | {
        "CLASSPATH": os.pathsep.join(map(str, jars)),
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
        "LC_ALL": "C.UTF-8",
    }
    with log.open("wb") as out:
        done = subprocess.run(
            [str(java()), *OPENS, f"-Xmx{heap}", _MAIN, *arguments],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment, cwd=folder, check=False,
        )  # fmt: skip
    if done.returncode:
        words = log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
        raise EngineError(
            "Neo4j's importer refused the files. {} ends with:\n{}".format(log, "\n".join(words))
        )
