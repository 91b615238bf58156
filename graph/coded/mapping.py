"""A user's mapping file: YAML that says what the parts of a coded file are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..errors import InputError, ReadError
from ..read.annotation import parse_yaml

MAX_BYTES = 1_000_000

M = TypeVar("M", bound=BaseModel)


def load_mapping(path: Path, most: int = MAX_BYTES) -> dict[str, Any]:
    """Return a mapping file as plain data; ReadError names file and line of what is no such YAML."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > most:
        raise ReadError(f"{path}: larger than {most:,} bytes; this is no mapping")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}") from error
    return parse_yaml(text, str(path))


def checked(model: type[M], mapping: Mapping[str, Any]) -> M:
    """Return a mapping as the model of its kind; InputError says which field is wrong."""
    try:
        return model.model_validate(dict(mapping))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise InputError(f"mapping: {wrong}") from error
