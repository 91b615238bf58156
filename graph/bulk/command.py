"""The arguments of `neo4j-admin database import full` for a folder that is prepared."""

import json
import shlex
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..ontology import load
from .chunks import stem
from .prepare import COMPLETE
from .rows import Table

SCRIPT = "import.sh"
LEAST = 4 * 1024 * 1024
"""Bytes that the importer reads at once by itself: it fails where a value is longer."""

_OPTIONS = (
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--normalize-types=false",
    "--id-type=string",
    "--report-file=./import.report",
)


def completed(folder: Path) -> dict[str, Any]:
    """Return what a prepared folder says of itself; InputError when it is not prepared."""
    path = folder / COMPLETE
    if not path.exists():
        raise InputError(
            f"{folder} is not prepared, or not to the end; run `counterclaim bulk prepare` first"
        )
    return json.loads(path.read_text(encoding="utf-8"))


def arguments(folder: Path, database: str) -> list[str]:
    """Return the arguments, for a run in the folder itself."""
    held = completed(folder)
    tables: list[Table] = [tuple(table) for table in held["tables"]]
    buffer = f"--read-buffer-size={max(LEAST, 2 * held['longest'])}"
    return ["database", "import", "full", database, *_OPTIONS, buffer, *(_table(table) for table in tables)]


def write_script(folder: Path, database: str) -> Path:
    """Write the import as a script, to be run in the folder on the server's machine."""
    command = " \\\n  ".join(["neo4j-admin", *map(shlex.quote, arguments(folder, database))])
    path = folder / SCRIPT
    path.write_text(f'#!/bin/sh\nset -e\ncd "$(dirname "$0")"\n{command}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def _table(table: Table) -> str:
    # With the folder in front: without one, the importer of 2026.08 does not find them.
    files = f"./{stem(table)}.header,./{stem(table)}-.*\\.csv"
    if table[0] == "node":
        return f"--nodes={':'.join(load().nodes[table[1]].labels)}={files}"
    return f"--relationships={table[1]}={files}"
