"""Files that are written: whole or not at all, and with a message when they cannot be."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file; InputError if it cannot be written."""
    with _told(path):
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def put_in_place(path: Path) -> Generator[Path]:
    """Give a path to write to, and put what is there in its place when all went well.

    Nothing is left of it otherwise. A device or a pipe, which has no other file beside it, is written to
    itself. InputError if it cannot be written.
    """
    place = path.resolve()
    whole = not place.exists() or place.is_file()
    part = place.with_name(f".{place.name}.part") if whole else place
    with _told(path):
        try:
            if whole:
                part.unlink(missing_ok=True)
            yield part
            if whole:
                part.replace(place)
        finally:
            if whole:
                part.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
