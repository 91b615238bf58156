"""From a backup to the graph: checked whole before anything is written, compared when all is there."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from ..batch import Outcome, together, understand_all
from ..errors import ConflictError, InputError, StoreError
from ..exporting.blocks import Names
from ..exporting.pages import Source
from ..ingest import Understood, write_understood
from ..sealing import VERSION, listed
from ..settings import Settings
from ..store import Store
from .manifest import Manifest
from .reading import read
from .writing import PER_FILE, Progress, files_of

TOGETHER = 2
"""Files that are stored in one transaction."""


def restore(
    store: Store,
    settings: Settings,
    path: Path,
    *,
    workers: int = 1,
    resume: bool = False,
    progress: Progress | None = None,
) -> Manifest:
    """Bring a backup into an empty graph, and make sure that it would give the same backup again.

    With `resume`, the graph may hold something already: what the backup holds is brought to its state, the
    rest is told. ReadError when the backup is not as it was written, and ConflictError when the graph is not
    empty: then nothing was written. StoreError when the graph is not what the backup says in the end.
    """
    with TemporaryDirectory(prefix="counterclaim-restore-") as folder:
        manifest, files = _unpacked(path, Path(folder))
        if not resume and any(store.read("count_held")[0].values()):
            raise ConflictError(
                "the graph is not empty: restore into a new database, or go on after an interrupt by --resume"
            )
        done = 0
        for some in together(understand_all(files, settings, workers), TOGETHER):
            _store(store, some)
            done += len(some)
            if progress:
                progress(min(done * PER_FILE, manifest.documents), manifest.documents)
    _require_same(store, manifest)
    return manifest


def _store(store: Store, files: Sequence[tuple[Path, Outcome]]) -> None:
    """Store files of a backup in one transaction; InputError where this release refuses one."""
    documents = list[Understood]()
    for _, outcome in files:
        if isinstance(outcome, InputError):
            raise outcome
        documents += outcome
    # Asked for: what the backup holds is brought to its state.
    write_understood(store, documents, replace=True)


def _unpacked(path: Path, folder: Path) -> tuple[Manifest, Sequence[Path]]:
    """Write the files of a backup into a folder, each checked; return their paths in order."""
    manifest, files = read(path)
    paths = list[Path]()
    for number, data in enumerate(files):
        paths.append(folder / f"{number:08}.trig")
        paths[-1].write_bytes(data)
    return manifest, paths


def _require_same(store: Store, manifest: Manifest) -> None:
    """Raise StoreError unless the graph gives the files of the backup, byte for byte.

    Another release may write other bytes for the same: then what is counted must be the same.
    """
    counted = store.read("count_held")[0]
    if (counted["documents"], counted["judgements"]) != (manifest.documents, manifest.judgements):
        raise StoreError(
            f"the graph holds {counted['documents']} documents and {counted['judgements']} judgements, the "
            f"backup {manifest.documents} and {manifest.judgements}: it held others before, or somebody "
            "writes to it"
        )
    if manifest.product.version == VERSION:
        for name, same in _compared(store, manifest):
            if not same:
                raise StoreError(f"the graph is not what the backup says: {name} comes out otherwise")


def _compared(store: Store, manifest: Manifest) -> Iterator[tuple[str, bool]]:
    source = Source(store, Names(manifest.base_iri))
    try:
        for said, made in zip_longest(manifest.files.items(), files_of(source)):
            name = said[0] if said else made[0]
            yield name, bool(said and made and said == (made[0], listed(made[1])))
    finally:
        source.close()
