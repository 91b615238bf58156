"""A backup that is read: with suspicion, for files are cut, and not all come from friends."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ..errors import ReadError
from ..read.rdf import MAX_BYTES
from ..sealing import NAME, listed
from .manifest import Manifest

MOST_OF_A_MANIFEST = 100_000_000
"""Bytes: those of some 30 million documents."""

_BROKEN = (
    *(BadZipFile, zlib.error, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, IndexError),
)
"""What zipfile stumbles in when a file is broken: in more than its own error."""


def check(path: Path) -> Manifest:
    """Return the manifest of a backup whose every file is as it was written; ReadError says what is not."""
    manifest, files = read(path)
    for _ in files:
        pass
    return manifest


def read(path: Path) -> tuple[Manifest, Iterator[bytes]]:
    """Return the manifest of a backup, and its files in order; ReadError where one is not as it was."""
    try:
        zip_ = ZipFile(path)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    except _BROKEN as error:
        raise ReadError(f"{path}: not a zip file, or one that is cut: {error}") from error
    encoded = _bytes(zip_, path, NAME, MOST_OF_A_MANIFEST) if NAME in zip_.namelist() else None
    manifest = Manifest.read(encoded, str(path), "backup")
    if encoded != manifest.sealed().encoded():
        raise ReadError(f"{path}: {NAME} is not as it was written: its seal does not hold")
    if zip_.namelist() != [*manifest.files, NAME]:
        raise ReadError(f"{path}: holds other files than {NAME} names, or in another order")
    return manifest, _files(zip_, path, manifest)


def _files(zip_: ZipFile, path: Path, manifest: Manifest) -> Iterator[bytes]:
    with zip_:
        for name, said in manifest.files.items():
            data = _bytes(zip_, path, name, min(said.bytes, MAX_BYTES))
            if listed(data) != said:
                raise ReadError(f"{path}: {name} is not as it was written: its hash does not hold")
            yield data


def _bytes(zip_: ZipFile, path: Path, name: str, most: int) -> bytes:
    """Return what stands under a name, if it has no more bytes than it may: compressed files can burst."""
    try:
        with zip_.open(name) as file:
            data = file.read(most + 1)
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    except _BROKEN as error:
        raise ReadError(f"{path}: {name} cannot be read: {error}") from error
    if len(data) > most:
        raise ReadError(f"{path}: {name} is longer than the {most:,} bytes that it may have")
    return data
