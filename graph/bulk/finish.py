"""What follows the import of files: schema, what was taken back, links of denials, judgements.

All of it may be done again, after a crash or for safety: the outcome is the same.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..batches import BATCH, batches
from ..errors import ConflictError, InputError
from ..judge import apply
from ..judgements import LISTS, Judgement, told
from ..relink import relink
from ..schema import SCHEMA, UNFINISHED
from ..shortcuts import refresh
from ..store import Store
from .command import completed
from .rows import parted


def require_empty(store: Store) -> None:
    """Raise ConflictError unless the graph is empty."""
    if any(store.read("count_held")[0].values()):
        raise ConflictError(
            "the graph is not empty: files are loaded into a new database only; use ingest, or choose "
            "another COUNTERCLAIM_HOME"
        )


def finish(folder: Path, store: Store, tell: Callable[[str], None] = lambda _: None) -> None:
    """Make the graph of the imported files what ingest would have made; ConflictError if it is another.

    InputError in the end if judgements contradict each other: one of them is applied.
    """
    expected = completed(folder)["documents"]
    held = store.read("count_held")[0]["documents"]
    if held != expected:
        raise ConflictError(
            f"the graph holds {held} documents and {folder} {expected}: it is not made of these"
        )
    # Until all is done the graph says that it is not: an interrupt must not pass for the end.
    refused = _settle(folder, store.of_schema(UNFINISHED, SCHEMA), tell)
    store.of_schema(SCHEMA, UNFINISHED).write(lambda _: None)  # now it says of which schema it is
    if refused:
        raise InputError(f"{refused} judgements were refused (see above); all else is finished")


def _settle(folder: Path, store: Store, tell: Callable[[str], None]) -> int:
    """Do all of it but to say that it is done; return how many judgements were refused."""
    retracted = [key[0] for key, _ in _lines(folder / "retracted.lines")]
    for some in batches(retracted):
        store.write(lambda tx, ids=some: refresh(tx, ids))
    tell(f"{len(retracted)} claims that were taken back are settled")
    tell(f"{_link(store)} unlinked statements are settled")
    judged = [Judgement(**_tuples(value)) for _, value in _lines(folder / "judged.lines")]
    refused = [error for judgement in judged if (error := _refusal(store, judgement))]
    for error in refused:
        tell(error)
    tell(f"{len(judged) - len(refused)} judgements are applied")
    return len(refused)


def _refusal(store: Store, judgement: Judgement) -> str:
    """Apply a judgement; return why it cannot be, if so."""
    try:
        store.write(lambda tx: apply(tx, judgement))
    except ConflictError as error:
        return f"refused: {told(judgement)} ({judgement.id}): {error}"
    return ""


def _link(store: Store) -> int:
    """Link what is unlinked; return how many statements were looked at."""
    done, after = 0, ""
    while rows := store.read("unlinked_statements", after_id=after, limit=BATCH):
        ids = [row["id"] for row in rows]
        store.write(lambda tx, ids=ids: relink(tx, statements=ids))
        done, after = done + len(ids), ids[-1]
    return done


def _lines(path: Path) -> Iterator[tuple[list[str], Any]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for text in lines:
            yield parted(text)


def _tuples(value: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value[name]) if name in LISTS else value[name] for name in value}
