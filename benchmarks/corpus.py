"""The synthetic corpus as a graph of its own, loaded in bulk: a thousand statements a second and more."""

import os
import subprocess
import sys
from pathlib import Path

from graph.settings import Settings
from graph.store import open_store


def hold(home: Path, documents: int) -> None:
    """Make `home` the home of this process, with as many synthetic documents unless it holds some already."""
    os.environ["COUNTERCLAIM_HOME"] = str(home)
    with open_store(Settings()) as store:
        empty = not store.read("document_ids")
    if empty:
        files = str(home / "files")
        _counterclaim("bulk", "prepare", "--documents", str(documents), "--seed", "1", "--to", files)
        _counterclaim("bulk", "load", files)


def _counterclaim(*arguments: str) -> None:
    script = str(Path(sys.executable).with_name("counterclaim"))
    subprocess.run([script, *arguments], check=True, stdout=sys.stderr)
