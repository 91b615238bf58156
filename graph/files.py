"""Files that are written: whole or not at all, and with a message when they cannot be."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .errors import DiskError, InputError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, whole or not at all; errors as for `put_in_place`."""
    with put_in_place(path) as part:
        part.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def put_in_place(path: Path) -> Generator[Path]:
    """Give a path to write to, and put what is there in its place when all went well.

    Nothing is left of it otherwise. A device or a pipe, which has no other file beside it, is written to
    itself. InputError if it cannot be written, DiskError if the disk is full.
    """
    place = path.resolve()
    whole = not place.exists() or place.is_file()
    # Of each process its own: of two that write one file, the last to end gives it, never both together.
    part = place.with_name(f".{place.name}.{os.getpid()}.part") if whole else place
    with _told(path):
        try:
            if whole:
                part.unlink(missing_ok=True)
            yield part
            if whole:
                _replace(part, place)
        finally:
            if whole:
                part.unlink(missing_ok=True)


def _replace(part: Path, place: Path) -> None:
    """Put a file in place of another once it is on the disk: a loss of power leaves the one or the other."""
    if place.exists():
        part.chmod(place.stat().st_mode)
    with part.open("rb+") as file:
        os.fsync(file)
    part.replace(place)


def flush(*paths: Path) -> None:
    """Have files, and their names in their folders, on the disk: a loss of power leaves them whole."""
    for path in paths:
        with path.open("rb+") as file:
            os.fsync(file)
    for folder in {path.parent for path in paths}:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def full(error: OSError, what: str) -> DiskError | None:
    """Return the error to tell where the disk is full or fails; None for what has another cause."""
    if error.errno not in _FULL:
        return None
    return DiskError(f"{what} cannot be written: {error.strerror or error}; what stood there before is whole")


@contextmanager
def _told(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if disk := full(error, f"{path}:"):
            raise disk from error
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
