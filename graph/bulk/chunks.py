"""One chunk of a corpus, made by one process into files; whole or, as far as anyone can see, not at all."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import InputError
from ..files import flush, write_file
from ..judgements import Judgement
from ..settings import Settings
from ..subgraph import Subgraph
from . import seen
from .corpus import Corpus
from .rows import Rows, Table, line
from .runs import write_run
from .sharing import alone, every, merge_nodes, once

SEEN = "documents.sqlite"
KINDS = ("nodes", "edges", "deeds", "statements", "retracted", "judged")
"""What the sorted lines of a chunk are of."""

MERGED = "merged"
"""In place of a number, in the names of the files of what chunks share."""


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
    stamp: str
    """As the files were when it was made."""
    longest: int
    """Bytes of the longest row."""
    left_out: bool
    """Whether it lacks documents that other chunks have too: they are lost if those change."""


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
    stamp = corpus.stamp()
    for source, outcome in corpus.read(settings):
        if isinstance(outcome, InputError):
            refused.append(str(outcome))
            continue
        given += [(source, each.subgraph) for each in outcome if each.subgraph.nodes]
        judged += [judgement for each in outcome for judgement in each.judgements]
    mine, errors = seen.new_ones(folder / SEEN, number, given)
    conflicts = [str(error) for error in errors]
    try:
        for _, subgraph in mine:
            rows.add(subgraph)
        _write(folder, number, rows, judged)
    except InputError as error:
        conflicts.append(str(error))
    subgraphs = [subgraph for _, subgraph in mine]
    tables = [[*table] for table in rows.tables]
    longest = max((len(row.encode()) for table in rows.tables.values() for row in table), default=0)
    left_out = len(mine) < len({subgraph.document.id for _, subgraph in given})
    made = Made(
        number, len(mine), _statements(subgraphs), refused, conflicts, tables, stamp, longest, left_out
    )
    write_file(done(folder, number), json.dumps(asdict(made)))
    return made


def read_chunk(folder: Path, number: int) -> Made | None:
    """Return what became of a chunk that was made before, if it was."""
    path = done(folder, number)
    return Made(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def kept(folder: Path, parts: Mapping[int, Corpus]) -> dict[int, Made]:
    """Return the chunks that are made and still as their files are; of the others nothing stays.

    With one that changed goes each that left documents out: the other may have had them.
    """
    made = {number: found for number in parts if (found := read_chunk(folder, number))}
    changed = {n for n, each in made.items() if each.conflicts or each.stamp != parts[n].stamp()}
    unsure = {n for n, each in made.items() if each.left_out} - changed if changed else set[int]()
    seen.forget(folder / SEEN, changed | unsure)
    # In this order: interrupted here, those that changed are still known to have.
    for number in (*unsure, *changed):
        done(folder, number).unlink()
    good = {number: each for number, each in made.items() if number not in changed | unsure}
    _clear(folder, parts.keys() - good.keys())
    return good


def _clear(folder: Path, numbers: Set[int]) -> None:
    """Remove the rows of chunks that are not made: made anew, they may have none in some table."""
    for path in folder.glob("*.csv"):
        number = path.stem.rpartition("-")[2]
        if number == MERGED or int(number) in numbers:
            path.unlink()


def _write(folder: Path, number: int, rows: Rows, judged: Sequence[Judgement]) -> None:
    """Write the files of a chunk, and have them on the disk: what is said to be made must be there."""
    for table, given in rows.tables.items():
        path = folder / f"{stem(table)}-{number:06}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            out.writelines(given)
    write_run(lines_of(folder, "nodes", number), rows.nodes, merge_nodes)
    write_run(lines_of(folder, "edges", number), rows.edges, once)
    write_run(lines_of(folder, "deeds", number), rows.deeds, every)
    write_run(lines_of(folder, "statements", number), rows.statements, alone)
    write_run(lines_of(folder, "retracted", number), (line([id_], None) for id_ in rows.retracted), once)
    told = (line([judgement.id], asdict(judgement)) for judgement in judged)
    write_run(lines_of(folder, "judged", number), told, every)
    tables = (folder / f"{stem(table)}-{number:06}.csv" for table in rows.tables)
    flush(*tables, *(lines_of(folder, kind, number) for kind in KINDS))


def _statements(subgraphs: Sequence[Subgraph]) -> int:
    return sum(node.label == "Statement" for each in subgraphs for node in each.nodes.values())
