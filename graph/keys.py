"""Keys for writing over HTTP: shown once, kept as hashes in a file that only its owner may change.

A key is 256 random bits, so a plain SHA-256 of it is as good as any slower hash: there is nothing to
guess.
"""

import fcntl
import hashlib
import hmac
import os
import re
import secrets
import stat
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from .errors import CounterclaimError, InputError, NotFoundError

Scope = Literal["write", "documents", "judgements"]
"""What a key is for: handing documents in and taking them back, judging, or, with `write`, all of it."""
SCOPES: tuple[Scope, ...] = get_args(Scope)
PREFIX = "counterclaim_"
"""Begins every key, so that people and scanners for lost secrets know it."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


class KeyFileError(CounterclaimError):
    """The file of keys cannot be trusted or read."""


class Key(BaseModel):
    """A key as it is kept: not the key itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    scopes: tuple[Scope, ...]
    sha256: str

    def may(self, scope: Scope) -> bool:
        """Return whether the key is for that."""
        return "write" in self.scopes or scope in self.scopes


_Keys = TypeAdapter(list[Key])


def create(home: Path, name: str, scopes: Sequence[Scope] = ("write",)) -> str:
    """Make a key of this name and return it, for the only time; InputError if the name is taken or odd."""
    if not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is no name for a key: give letters a-z, digits, '.', '_' or '-'")
    secret = PREFIX + secrets.token_urlsafe(32)
    key = Key(name=name, scopes=tuple(sorted(set(scopes))), sha256=_digest(secret))

    def add(keys: list[Key]) -> list[Key]:
        if any(known.name == name for known in keys):
            raise InputError(f"there is a key {name!r} already; revoke it first, or give another name")
        return [*keys, key]

    _change(home, add)
    return secret


def revoke(home: Path, name: str) -> None:
    """Forget a key, so that nothing can be written with it from now on; NotFoundError if there is none."""

    def remove(keys: list[Key]) -> list[Key]:
        kept = [key for key in keys if key.name != name]
        if len(kept) == len(keys):
            raise NotFoundError(f"there is no key {name!r}")
        return kept

    _change(home, remove)


def keys(home: Path) -> list[Key]:
    """Return all keys, in order of name; KeyFileError when others could have changed their file."""
    path = home / "keys.json"
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                raise KeyFileError(
                    f"others than its owner may write {path}: chmod 600 it, and check what it holds"
                )
            return _Keys.validate_json(file.read())
    except FileNotFoundError:
        return []
    except (OSError, ValidationError) as error:
        raise KeyFileError(f"{path} cannot be read: {error}") from error


def find(home: Path, secret: str) -> Key | None:
    """Return the key that a client shows, if we made it; the time taken tells nothing of the others."""
    shown, found = _digest(secret), None
    for key in keys(home):
        if hmac.compare_digest(key.sha256, shown):
            found = key
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _change(home: Path, change: Callable[[list[Key]], list[Key]]) -> None:
    """Replace the file, whole or not at all; one process at a time."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _locked(home / "keys.lock"):
            changed = sorted(change(keys(home)), key=lambda key: key.name)
            new = home / "keys.json.new"
            with open(new, "wb", opener=_private) as file:
                file.write(_Keys.dump_json(changed, indent=2) + b"\n")
            new.replace(home / "keys.json")
    except OSError as error:
        raise KeyFileError(f"{home / 'keys.json'} cannot be written: {error}") from error


@contextmanager
def _locked(path: Path) -> Generator[None]:
    with open(path, "wb", opener=_private) as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed
        yield


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
