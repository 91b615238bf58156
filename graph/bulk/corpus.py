"""What is loaded: files, or a synthetic corpus that is never a file; cut into chunks of documents."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from ..errors import InputError
from ..generate import generate
from ..ingest import Understood, understand, understand_annotation
from ..settings import Settings

Read = tuple[str, list[Understood] | InputError]
"""Where documents come from, and what they are or why they are refused."""


@dataclass(frozen=True)
class Files:
    """Files to be read."""

    paths: Sequence[Path]
    together: ClassVar[int] = 500
    """Files that one process takes at a time: what is redone after a crash, at most, for each process."""

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def name(self) -> str:
        """What tells this corpus from another."""
        digest = hashlib.sha256("\n".join(str(path.absolute()) for path in self.paths).encode())
        return f"{len(self.paths)} files, {digest.hexdigest()[:16]}"

    def chunk(self, first: int, size: int) -> "Files":
        """Return a part of it."""
        return Files(self.paths[first : first + size])

    def stamp(self) -> str:
        """Return what changes with the bytes of any of the files."""
        return hashlib.sha256("\n".join(map(_digest, self.paths)).encode()).hexdigest()[:16]

    def read(self, settings: Settings) -> Iterator[Read]:
        """Yield what each file holds, checked."""
        for path in self.paths:
            try:
                yield str(path), understand(path, settings)
            except InputError as error:
                yield str(path), error


@dataclass(frozen=True)
class Synthetic:
    """Documents of `generate`, from number `first` on."""

    documents: int
    seed: int = 0
    first: int = 0
    together: ClassVar[int] = 2000
    """As in `Files`; these are made and checked faster."""

    def __len__(self) -> int:
        return self.documents

    @property
    def name(self) -> str:
        """What tells this corpus from another."""
        return f"synthetic, {self.documents} documents, seed {self.seed}"

    def chunk(self, first: int, size: int) -> "Synthetic":
        """Return a part of it."""
        return Synthetic(min(size, self.documents - first), self.seed, self.first + first)

    def stamp(self) -> str:
        """Return what never changes: nothing can change it."""
        return ""

    def read(self, settings: Settings) -> Iterator[Read]:
        """Yield each document, checked as if it came from a file."""
        for number, annotation in enumerate(generate(self.documents, self.seed, self.first), self.first):
            name = f"synthetic document {number}"
            yield name, [understand_annotation(annotation, name, settings)]


Corpus = Files | Synthetic


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "none"
