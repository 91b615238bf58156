"""`counterclaim export --format dna`: the graph as a study that DNA opens."""

from collections.abc import Iterable
from pathlib import Path

from .coded.dna.write import write_dna
from .console import say
from .errors import InputError
from .store import Store


def export_study(store: Store, output: Path | None, documents: Iterable[str] | None = None) -> None:
    """Write a .dna file and say what of the graph is not in it."""
    if output is None:
        raise InputError("a study of DNA is a database file: say where with -o study.dna")
    say(f"{output}: {write_dna(store, output, documents)}")
