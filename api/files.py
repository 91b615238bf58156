"""Files as answers: sent part by part, a few made at a time; HEAD tells of them without making them."""

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import BoundedSemaphore
from typing import IO, Any

from fastapi import HTTPException, Request, Response
from fastapi.responses import StreamingResponse

_PART = 1 << 16
"""Bytes that are sent at a time."""


def only_head(request: Request) -> bool:
    """Return whether nobody would read the file, which takes long to make."""
    return getattr(request.state, "head", False)


def head(media_type: str, headers: dict[str, str]) -> Response:
    """Return the answer to HEAD; it tells no length."""
    return StreamingResponse(iter(()), headers=headers, media_type=media_type)


def sent(
    file: IO[bytes], owner: AbstractContextManager[Any], media_type: str, headers: dict[str, str]
) -> Response:
    """Return a file from its beginning; when it is sent, its owner is closed."""
    length = file.seek(0, 2)
    file.seek(0)
    headers = {**headers, "Content-Length": str(length)}
    return StreamingResponse(_parts(file, owner), headers=headers, media_type=media_type)


def _parts(file: IO[bytes], owner: AbstractContextManager[Any]) -> Iterator[bytes]:
    with owner:
        while part := file.read(_PART):
            yield part


@contextmanager
def slot(slots: BoundedSemaphore, told: str) -> Generator[None]:
    """Take one of the slots for as long as it lasts; 503, with what is told, when none is free."""
    if not slots.acquire(blocking=False):
        raise HTTPException(503, told, headers={"Retry-After": "10"})
    try:
        yield
    finally:
        slots.release()
