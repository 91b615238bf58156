"""What a watch remembers between two runs: a file that is replaced as a whole or not at all."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from ..answers.watch import Finding, Report
from ..errors import InputError
from ..files import put_in_place
from ..models import Model

NEWS = 100
"""Reports that are remembered for the feed."""


class Seen(Model):
    """The answer to one question when it was asked last."""

    mark: str = Field(description="What was asked: another question starts anew.")
    entries: tuple[Finding, ...]


class State(Model):
    """What is remembered."""

    version: Literal[1] = 1
    asked: str = Field(default="", description="Revision of the graph, and marks of the questions.")
    number: int = Field(default=0, description="Of the last report.")
    seen: dict[str, Seen] = Field(default={})
    news: tuple[Report, ...] = Field(default=(), description="The last reports, for the feed.")
    unsent: tuple[Report, ...] = Field(default=(), description="Those the webhook has not taken yet.")


def load_state(path: Path) -> State:
    """Return what was remembered; nothing if there is no such file; InputError if it is something else."""
    try:
        return State.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return State()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        what = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise InputError(
            f"{path}: not the state of a watch ({what}); give another --state, or remove it to start anew"
        ) from error


def save_state(path: Path, state: State) -> None:
    """Put the state in place; InputError if it cannot be written."""
    with put_in_place(path) as part:
        part.write_text(state.model_dump_json(indent=1) + "\n", encoding="utf-8")


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Hold the state for one watch; InputError when another one has it."""
    lock = path.with_name(f".{path.name}.lock")
    try:
        with open(lock, "wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise InputError(f"{path}: another watch uses it; give each its own --state") from error
            yield
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror or error}") from error
