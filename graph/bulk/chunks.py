"""One chunk of a corpus, made by one process into files; whole or, as far as anyone can see, not at all."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import InputError
from ..judgements import Judgement
from ..settings import Settings
from ..subgraph import Subgraph
from . import seen
from .corpus import Corpus
from .rows import Rows, Table, line
from .runs import write_run
from .sharing import every, merge_nodes, once

SEEN = "documents.sqlite"


@dataclass(frozen=True)
class Made:
    """What became of a chunk."""

    number: int
    documents: int
    statements: int
    refused: list[str]
    """What is wrong with single files: the others are loaded."""
    conflicts: list[str]
    """What forbids to load anything."""
    tables: list[list[str]]


def stem(table: Table | tuple[str, ...]) -> str:
    """Return how the names of the files of a table begin."""
    return "-".join(table)


def done(folder: Path, number: int) -> Path:
    """Return the file that says that a chunk is made."""
    return folder / f"chunk-{number:06}.json"


def lines_of(folder: Path, kind: str, number: int) -> Path:
    """Return the file of the sorted lines of a chunk."""
    return folder / f"{kind}-{number:06}.lines"


def make_chunk(folder: Path, number: int, corpus: Corpus, settings: Settings) -> Made:
    """Read, check and project a chunk, and write its files."""
    rows, given, refused, judged = Rows(), list[seen.Given](), list[str](), list[Judgement]()
    for source, outcome in corpus.read(settings):
        if isinstance(outcome, InputError):
            refused.append(str(outcome))
            continue
        given += [(source, each.subgraph) for each in outcome if each.subgraph.nodes]
        judged += [judgement for each in outcome for judgement in each.judgements]
    kept, errors = seen.new_ones(folder / SEEN, number, given)
    conflicts = [str(error) for error in errors]
    try:
        for _, subgraph in kept:
            rows.add(subgraph)
        _write(folder, number, rows, judged)
    except InputError as error:
        conflicts.append(str(error))
    subgraphs = [subgraph for _, subgraph in kept]
    made = Made(number, len(kept), _statements(subgraphs), refused, conflicts, [[*t] for t in rows.tables])
    part = done(folder, number).with_suffix(".part")
    part.write_text(json.dumps(asdict(made)), encoding="utf-8")
    part.replace(done(folder, number))
    return made


def read_chunk(folder: Path, number: int) -> Made | None:
    """Return what became of a chunk that was made before, if it was."""
    path = done(folder, number)
    return Made(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def _write(folder: Path, number: int, rows: Rows, judged: Sequence[Judgement]) -> None:
    for table, given in rows.tables.items():
        path = folder / f"{stem(table)}-{number:06}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            out.writelines(given)
    write_run(lines_of(folder, "nodes", number), rows.nodes, merge_nodes)
    write_run(lines_of(folder, "edges", number), rows.edges, once)
    write_run(lines_of(folder, "deeds", number), rows.deeds, every)
    write_run(lines_of(folder, "retracted", number), (line([id_], None) for id_ in rows.retracted), once)
    told = (line([judgement.id], asdict(judgement)) for judgement in judged)
    write_run(lines_of(folder, "judged", number), told, every)


def _statements(subgraphs: Sequence[Subgraph]) -> int:
    return sum(node.label == "Statement" for each in subgraphs for node in each.nodes.values())
